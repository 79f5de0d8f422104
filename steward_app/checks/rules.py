"""Rules between the cells of one row."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from .bounds import bound
from .shapes import anchored


@check("X01", "date-order", Severity.MUST, scope="row", params=("notBefore",),
       says=Text("“{title}” ({value}) is before “{other}” ({other_value}).",
                 "«\u00a0{title}\u00a0» ({value}) précède «\u00a0{other}\u00a0» ({other_value})."),
       many=Text("“{title}” is before “{other}” in {n} rows, such as row {row} ({value}, {other_value}).",
                 "«\u00a0{title}\u00a0» précède «\u00a0{other}\u00a0» dans {n} lignes, dont la ligne {row} ({value}, {other_value})."),
       why=Text("Dates in the wrong order give negative times.",
                "Des dates dans le mauvais ordre donnent des durées négatives."),
       right="2024-05-07 after 2024-05-01", wrong="2024-05-01 after 2024-05-07")
def date_order(view: View, rule: Rule) -> pl.Expr:
    """Mark dates before the one they may not precede."""
    first, second = (in_time(view, name) for name in (rule["notBefore"], str(rule.field)))
    return second < first


def in_time(view: View, name: str) -> pl.Expr:
    """Return a date or the day of a moment, so that the two compare."""
    known = view.schema.by_name.get(name)
    return view[name].dt.date() if known is not None and known.type == "datetime" else view[name]


@check("X02", "one-of", Severity.MUST, scope="row", params=("groups",),
       says=Text("Give {groups} (empty in {n} rows).", "Indiquez {groups} (vides dans {n} lignes).",
                 "Give {groups}.", "Indiquez {groups}."),
       why=Text("One of them is needed to find the record.", "Il en faut au moins un pour trouver l’enregistrement."),
       right="453 West 12th Avenue", wrong="")
def one_of(view: View, rule: Rule) -> pl.Expr | None:
    """Mark rows in which no group is whole; groups without their columns do not count, without any it is not run."""
    groups = [group for group in rule["groups"] if view.fed(*group)]
    if not groups:
        return None
    return ~reduce(or_, [reduce(and_, [view.filled(name) for name in group]) for group in groups])


def a_coordinate(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise on latitude and longitude, each with the other."""
    other = {"latitude": "longitude", "longitude": "latitude"}.get(item.kind or "")
    partner = next((field.name for field in schema.fields if other and field.kind == other), None)
    return {"with": [partner]} if partner else None


@check("X03", "together", Severity.MUST, scope="row", arises=a_coordinate, params=("with",),
       says=Text("“{title}” and {others} go together; {n} rows have only one.",
                 "«\u00a0{title}\u00a0» et {others} vont ensemble; dans {n} lignes, l’une des valeurs manque.",
                 "“{title}” and {others} go together; only one is filled.",
                 "«\u00a0{title}\u00a0» et {others} vont ensemble; l’une des valeurs manque."),
       do=Text("Fill in both, or neither.", "Remplissez les deux, ou aucun."),
       why=Text("Half of it says nothing.", "La moitié seule ne dit rien."),
       right="45.5, -73.6", wrong=", -73.6")
def together(view: View, rule: Rule) -> pl.Expr:
    """Mark empty cells where one of the fields that go with them is filled."""
    others = rule["with"] if isinstance(rule["with"], list | tuple) else [rule["with"]]
    return ~view.filled(str(rule.field)) & reduce(or_, [view.filled(name) for name in others])


def holds(view: View, when: Mapping[str, Any]) -> pl.Expr:
    """Tell whether every field of a condition has one of its values; unknown where one is unknown."""
    return reduce(and_, [one_value(view, name, values) for name, values in when.items()])


def one_value(view: View, name: str, values: Any) -> pl.Expr:
    """Tell whether a field has one of some values, in its own type."""
    said = list(values) if isinstance(values, list | tuple) else [values]
    known = view.schema.by_name.get(name)
    if known is not None and known.type == "boolean":
        return view[name].is_in([str(value).lower() in ("true", "1", "yes", "oui") for value in said])
    if known is not None and known.type in ("number", "integer", "year", "date", "datetime"):
        return reduce(or_, [view[name] == bound(view, name, value) for value in said])
    return view[name].is_in([str(value) for value in said])


@check("X06", "when", Severity.MUST, scope="row", params=("when", "then"),
       says=Text("“{title}” does not fit what “{other}” says.",
                 "«\u00a0{title}\u00a0» ne s’accorde pas avec «\u00a0{other}\u00a0»."),
       why=Text("The two contradict each other.", "Les deux se contredisent."),
       right="permit_finaled, 2025-02-14", wrong="permit_finaled, ")
def conditional(view: View, rule: Rule) -> pl.Expr:
    """Mark rows to which the condition applies and whose field breaks what then holds."""
    return holds(view, rule["when"]) & broken(view, str(rule.field), rule["then"])


def broken(view: View, name: str, then: Any) -> pl.Expr:
    """Tell whether a field breaks one of `required`, `empty`, `minimum`, `maximum`, `maxLength`, `pattern`."""
    asked = {then: True} if isinstance(then, str) else dict(then)
    return reduce(or_, [breaks(view, name, what, limit) for what, limit in asked.items() if limit is not False])


def breaks(view: View, name: str, what: str, limit: Any) -> pl.Expr:
    """Tell whether a field breaks one demand. Raises ValueError on a demand that does not exist."""
    if what == "required":
        return ~view.filled(name)
    if what == "empty":
        return view.filled(name)
    if what == "minimum":
        return view[name] < bound(view, name, limit)
    if what == "maximum":
        return view[name] > bound(view, name, limit)
    if what == "maxLength":
        return view[name].cast(pl.String).str.len_chars() > pl.lit(limit)
    if what == "pattern":
        return ~view[name].str.contains(anchored(limit))
    raise ValueError(f"no rule knows `{what}`")


@check("X07", "year-apart", Severity.CHECK, scope="row", params=("date", "within"),
       says=Text("“{title}” and “{other}” are too far apart.",
                 "L’écart entre «\u00a0{title}\u00a0» et «\u00a0{other}\u00a0» est trop grand."),
       do=Text("Is it right?", "Est-ce exact?"),
       why=Text("One of the two is probably mistyped.", "L’un des deux est sans doute mal saisi."),
       right="2024, 2023-12-04", wrong="2024, 2019-12-04")
def year_apart(view: View, rule: Rule) -> pl.Expr:
    """Mark years further than `within` from the year of a date."""
    year = view[str(rule.field)].cast(pl.Int64, strict=False)
    return (year - view[rule["date"]].dt.year()).abs() > pl.lit(rule["within"])


@check("X08", "other-province", Severity.CHECK, scope="row", params=("with", "unless"),
       says=Text("The address is in another province or territory than the publisher.",
                 "L’adresse est située dans une autre province ou un autre territoire que l’organisme diffuseur."),
       do=Text("Is it right?", "Est-ce exact?"),
       why=Text("It may be somebody else’s record.", "La donnée relève peut-être d’un autre organisme."),
       right="5915022, BC", wrong="5915022, AB")
def other_province(view: View, rule: Rule) -> pl.Expr:
    """Mark provinces other than that of the geographic code beside them, unless the condition holds."""
    alphas = {row["sgc"]: row["alpha"] for row in view.vocabularies.get("provinces") or ()}
    home = view[rule["with"]].str.slice(0, 2).replace_strict(alphas, default=None, return_dtype=pl.String)
    away = home != view[str(rule.field)]
    return away & ~holds(view, rule["unless"]) if rule.get("unless") else away


CHECKS = (date_order, one_of, together, conditional, year_apart, other_province)
