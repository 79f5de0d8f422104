"""Blanks at the ends of text."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema


def free_of_list_and_kind(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise for type string without code list or kind. (schema-format.md §4)"""
    bare = item.type == "string" and not item.kind and not item.code_list and not item.constraints.get("enum")
    return {} if bare else None


@check("V19", "extra-spaces", Severity.BETTER, arises=free_of_list_and_kind,
       says=Text("{n} values have spaces at the start or end.", "{n} valeurs ont des espaces au début ou à la fin.",
                 "The value has spaces at the start or end.", "La valeur a des espaces au début ou à la fin."),
       why=Text("“Main ” and “Main” are counted as two things.",
                "«\u00a0Main \u00a0» et «\u00a0Main\u00a0» comptent pour deux choses."),
       right="Main Street", wrong=" Main Street ")
def extra_spaces(view: View, rule: Rule) -> pl.Expr:
    """Mark text that begins or ends with a blank of any kind."""
    text = view[str(rule.field)]
    return text.str.len_bytes() != text.str.strip_chars().str.len_bytes()


CHECKS = (extra_spaces,)
