"""Postal codes against the province or territory beside them."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema


def beside_province(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise on a postal code beside a field of the code list `province`."""
    province = next((field.name for field in schema.fields if field.code_list == "province"), None)
    return {"province": province} if item.kind in ("postal-code", "fsa") and province else None


def prefixes(view: View) -> dict[str, str]:
    """Return the first letters of the postal codes of each province, from the reference list; empty without it."""
    return {row["alpha"]: row["postal"] for row in view.vocabularies.get("provinces") or () if row.get("postal")}


@check("G07", "postal-province", Severity.MUST, scope="row", arises=beside_province, params=("province",),
       says=Text("Postal code {value} is not in {province}.",
                 "Le code postal {value} ne correspond pas à la province ou au territoire indiqué ({province})."),
       do=Text("Correct the one that is wrong.", "Corrigez celui des deux qui est faux."),
       many=Text("{n} postal codes, such as {value} ({province}), are not in the province or territory beside them.",
                 "{n} codes postaux, dont {value} ({province}), ne correspondent pas à la province ou au territoire indiqué."),
       why=Text("One of the two sends people to the wrong place.", "L’un des deux envoie les gens au mauvais endroit."),
       right="K1A 0B1, ON", wrong="G1R 2B5, ON")
def postal_province(view: View, rule: Rule) -> pl.Expr:
    """Mark postal codes whose first letter belongs to another province. (schemas.md §4, GEO-07)"""
    pairs = [letter + alpha for alpha, letters in prefixes(view).items() for letter in letters]
    pair = view[str(rule.field)].str.slice(0, 1) + view[rule["province"]]
    return ~pair.is_in(pairs) if pairs else pl.lit(False)


CHECKS = (postal_province,)
