"""Keys: what must tell each record from every other."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Shared, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.standard import Standard
from ..core.table import nowhere
from ..core.view import TEXT
from .repeats import repeated


def first_of_key(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise on the first field of the primary key."""
    return {} if schema.primary_key[:1] == (item.name,) else None


def when_unique(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise from `unique`; where the field is the whole key, R02 says it already."""
    return {} if item.constraints.get("unique") and schema.primary_key != (item.name,) else None


def key_fields(view: View, rule: Rule) -> tuple[str, ...]:
    """Return the fields of the key that something feeds; the others leave the key. (schema-format.md §5)"""
    return tuple(name for name in view.schema.primary_key if view.fed(name))


def shared_key(view: View, rule: Rule, standard: Standard) -> Shared:
    """Compare keys that are not wholly empty."""
    key = standard.frame.select([name + TEXT for name in key_fields(view, rule)])
    return Shared(key, key.select(pl.any_horizontal(pl.all().is_not_null())).to_series() if key.width else None)


def shared_value(view: View, rule: Rule, standard: Standard) -> Shared:
    """Compare filled values."""
    text = standard.text(str(rule.field))
    return Shared(text.to_frame(), text.is_not_null())


@check("R02", "repeated-key", Severity.MUST, scope="table", arises=first_of_key, reads=key_fields,
       shares=shared_key,
       says=Text("{n} rows share their {key} with another row.",
                 "{n} lignes ont la même valeur qu’une autre pour {key}.",
                 "This row shares its {key} with row {b}.", "Cette ligne et la ligne {b} ont la même valeur pour {key}."),
       do=Text("Each record needs its own.", "Chaque enregistrement doit avoir la sienne."),
       why=Text("A link to one of them could lead to the other.", "Un lien vers l’un pourrait mener à l’autre."),
       right="P-1, P-2", wrong="P-1, P-1")
def repeated_key(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark every row whose key another row has; an empty part equals an empty part, a wholly empty key is V01's."""
    names = key_fields(view, rule)
    if not names:
        return nowhere(standard.height)
    key = standard.frame.select([name + TEXT for name in names])
    some = key.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    return repeated(key, None if some.all() else some)


@check("R05", "repeated-value", Severity.MUST, scope="table", arises=when_unique, shares=shared_value,
       says=Text("“{title}” must differ in every row; {value} appears {k} times.",
                 "Chaque ligne doit avoir sa propre valeur pour «\u00a0{title}\u00a0»; {value} y figure {k} fois."),
       do=Text("Each record needs its own.", "Chaque enregistrement doit avoir la sienne."),
       many=Text("“{title}” must differ in every row; {value} and {more} others appear more than once.",
                 "Chaque ligne doit avoir sa propre valeur pour «\u00a0{title}\u00a0»; {value} et {more} autres figurent plusieurs fois.",
                 "“{title}” must differ in every row; {value} and {more} other appear more than once.",
                 "Chaque ligne doit avoir sa propre valeur pour «\u00a0{title}\u00a0»; {value} et {more} autre figurent plusieurs fois."),
       why=Text("Two records with one number cannot be told apart.",
                "On ne peut pas distinguer deux enregistrements de même numéro."),
       right="A, B", wrong="A, A")
def repeated_value(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark every row whose value another row has; empty cells are not compared."""
    text = standard.text(str(rule.field))
    return repeated(text.to_frame(), text.is_not_null() if text.null_count() else None)


CHECKS = (repeated_key, repeated_value)
