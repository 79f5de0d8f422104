"""Values of the guide that were left in the file: the documented example passes for nobody's record."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema

MARKERS = ("EXAMPLE", "EXEMPLE")


def examples_of(item: Field) -> tuple[str, ...]:
    """Return the field's examples, one a language."""
    return (item.example.en, item.example.fr) if item.example is not None else ()


def told_from_data(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise on fields of the key whose example cannot be taken for data: it begins EXAMPLE or EXEMPLE."""
    marked = any(example.startswith(MARKERS) for example in examples_of(item))
    return {} if item.name in schema.primary_key and item.type == "string" and marked else None


@check("V22", "example-copied", Severity.MUST, arises=told_from_data,
       says=Text("Row {row} still contains the sample value {value} from the guide.",
                 "La ligne {row} contient encore la valeur fournie en exemple dans le guide, {value}."),
       do=Text("Write the record’s own number, or remove the row.",
               "Inscrivez le numéro de l’enregistrement ou supprimez la ligne."),
       many=Text("{n} rows still contain sample values from the guide, such as {value}.",
                 "{n} lignes contiennent encore une valeur fournie en exemple dans le guide, comme {value}."),
       why=Text("A made-up record would be published as a real one.",
                "Un enregistrement fictif serait diffusé comme un vrai."),
       right="P-2024-118", wrong="EXAMPLE-2024-0001")
def example_copied(view: View, rule: Rule) -> pl.Expr:
    """Mark text that begins EXAMPLE or EXEMPLE, or is one of the field's examples."""
    text, item = view[str(rule.field)], view.field(str(rule.field))
    others = [example for example in examples_of(item) if not example.startswith(MARKERS)]
    return reduce(or_, [*(begins(text, marker) for marker in MARKERS), *(text == example for example in others)])


def begins(text: pl.Expr, start: str) -> pl.Expr:
    """Tell whether a text begins with some letters, by its order: it costs a third of `starts_with`."""
    return (text >= start) & (text < start[:-1] + chr(ord(start[-1]) + 1))


CHECKS = (example_copied,)
