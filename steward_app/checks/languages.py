"""Pairs of fields that say one thing in both official languages."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema

OTHER = {"_en": "_fr", "_fr": "_en"}


def half_of_a_pair(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise on each half of a `_en`, `_fr` pair; where it is required, V01 says that it is empty."""
    partner = item.name[:-3] + OTHER[item.name[-3:]] if item.name[-3:] in OTHER else None
    return {"with": partner} if partner in schema.by_name and not item.constraints.get("required") else None


@check("L01", "one-language", Severity.BETTER, scope="row", arises=half_of_a_pair, params=("with",),
       says=Text("{n} rows have “{other}” but no “{title}”.",
                 "{n} lignes ont «\u00a0{other}\u00a0», mais pas «\u00a0{title}\u00a0».",
                 "The row has “{other}” but no “{title}”.",
                 "La ligne a «\u00a0{other}\u00a0», mais pas «\u00a0{title}\u00a0»."),
       do=Text("Add the other language if you have it.", "Ajoutez l’autre langue si vous l’avez."),
       why=Text("Some readers look for the other language.",
                "Certains lecteurs cherchent l’autre langue."),
       right="Arena, Aréna", wrong="Arena, ")
def one_language(view: View, rule: Rule) -> pl.Expr:
    """Mark empty cells whose sibling in the other language is filled."""
    return ~view.filled(str(rule.field)) & view.filled(rule["with"])


CHECKS = (one_language,)
