"""A standard drafted from a good file: types, code lists and a key proposed from what the columns hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import polars as pl

from .mapping import ReadAs
from .schema import Field, folded
from .table import Table
from .text import Text
from .types import FAULT, of

Json = dict[str, Any]
PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
# Tried in this order: the first that every text of a column is, is its type.
TYPES = ("integer", "number", "date", "datetime", "boolean")
MEANT = ("number", "date")
FORMATS, KINDS = ("email", "uri"), ("postal-code", "fsa", "phone")
# A list of codes: at most so many different texts, none longer, each met so often on average.
CODES_MOST, LONGEST, REPEATED = 25, 40, 4
LONGEST_NAME = 63
# Said in place of a value of the file that may be somebody's own.
NEUTRAL = {"email": "info@example.ca", "uri": "https://example.ca", "phone": "613-555-0199", "postal-code": "K1A 0B1",
           "fsa": "K1A"}


def draft(table: Table, name: str, title: str) -> Json:
    """Return a Table Schema of a table: one field a column, both titles its heading, for the steward to edit."""
    fields: list[Json] = []
    for column in table.columns:
        heading = table.heading(column).strip() or column
        taken = {item["name"] for item in fields}
        heading = column if any(folded(heading) == folded(item["title"]) for item in fields) else heading
        fields.append(drafted_field(table.frame[column], unique(snake(heading), taken), heading))
    key = next((item["name"] for item in fields if item.get("constraints", {}).get("unique")), None)
    fields = [as_key(item) if item["name"] == key else item for item in fields]
    return {
        "$schema": PROFILE, "name": snake(name).replace("_", "-"), "version": "0.1.0", "title": title, "title_fr": title,
        "description": "", "description_fr": "", "fields": fields, "missingValues": ["", "NA", "N/A", "n/a", "-"],
        **({"primaryKey": [key]} if key else {}),
    }


def drafted_field(text: pl.Series, name: str, heading: str) -> Json:
    """Return one field: what every text of its column is, and what holds for all of them."""
    distinct = text.drop_nulls().unique(maintain_order=True)
    said = shape_of(distinct, folded(heading))
    constraints: Json = {"required": True} if len(distinct) and not text.null_count() else {}
    if said["type"] == "string" and len(said) == 1:
        if codes := codes_of(text, distinct):
            constraints["enum"] = codes
        elif "required" in constraints and len(distinct) == len(text):
            constraints["unique"] = True
    level = "required" if "required" in constraints else "optional"
    said_once = constraints["enum"][0] if "enum" in constraints else example_of(distinct, said)
    example = {"example": said_once} if said_once else {}
    return {"name": name, **said, "level": level, "title": heading, "title_fr": heading, "description": "",
            "description_fr": "", **example, **({"constraints": constraints} if constraints else {})}


def example_of(distinct: pl.Series, said: Json) -> str | None:
    """Return the first text in the form that its type asks for; never an address or number that is somebody's own."""
    if neutral := NEUTRAL.get(said.get("kind") or said.get("format") or ""):
        return neutral
    field = Field("f", said["type"], Text("", ""), Text("", ""), kind=said.get("kind"))
    some = distinct.head(50)
    if of(field).value is None:
        return some[0] if len(some) else None
    plain = of(field).plain(some, field, ReadAs(), {}).drop_nulls()
    return next((text for text in some if reads(text, field)), None) or (plain[0] if len(plain) else None)


def as_key(item: Json) -> Json:
    """Return a key field with examples that never pass as data. (V22)"""
    value = item.get("example") or "1"
    return {**item, "example": f"EXAMPLE-{value}", "example_fr": f"EXEMPLE-{value}"}


def shape_of(distinct: pl.Series, heading: str) -> Json:
    """Return `type`, and `format` or `kind`, that every distinct text has; text where nothing narrower holds."""
    if not len(distinct):
        return {"type": "string"}
    padded = distinct.str.contains(r"^0[0-9]+$").any()
    for kind in () if padded else TYPES:
        if all_are(distinct, Field("f", kind, Text("", ""), Text("", ""))):
            return number_of(kind, heading)
    for kind in () if padded else MEANT:
        if all_mean(distinct, Field("f", kind, Text("", ""), Text("", ""))):
            return number_of(kind, heading)
    for name in FORMATS:
        if all_are(distinct, Field("f", "string", Text("", ""), Text("", ""), format=name)):
            return {"type": "string", "format": name}
    for name in KINDS:
        if all_are(distinct, Field("f", "string", Text("", ""), Text("", ""), kind=name)):
            return {"type": "string", "kind": name}
    return {"type": "string"}


def number_of(kind: str, heading: str) -> Json:
    """Return a type, with the kind that a heading of coordinates gives a number."""
    words = set(heading.split())
    for name, said in (("latitude", {"lat", "latitude"}), ("longitude", {"lon", "long", "lng", "longitude"})):
        if kind == "number" and words & said:
            return {"type": kind, "kind": name}
    return {"type": kind}


def all_are(distinct: pl.Series, field: Field) -> bool:
    """Tell whether each text is a plain form of a field's kind."""
    kind = of(field)
    if kind.value is None:
        return False
    frame = distinct.alias("text").to_frame()
    return frame.select(kind.value(pl.col("text"), field, ReadAs(), {}).is_not_null().all()).item() is True


def reads(text: str, field: Field) -> bool:
    """Tell whether a text is a plain form of a field's kind; any text is one of a field that holds text."""
    return of(field).value is None or all_are(pl.Series([text]), field)


def all_mean(distinct: pl.Series, field: Field) -> bool:
    """Tell whether each text stands for a value of a field's kind, though another order or mark may be needed."""
    kind = of(field)
    means = kind.plain(distinct, field, ReadAs(), {}).is_not_null()
    return bool((means | (kind.faults(distinct, field, ReadAs(), {}) == FAULT["V04"])).all())


def codes_of(text: pl.Series, distinct: pl.Series) -> list[str]:
    """Return the texts of a column that looks like a list of codes, in alphabetical order; else nothing.

    Of texts that differ in case, accents and spaces alone the most frequent is the code: the others are its misspellings.
    """
    few = 2 <= len(distinct) <= CODES_MOST and len(text) >= REPEATED * len(distinct)
    if not few or (distinct.str.len_chars().max() or 0) > LONGEST:  # type: ignore[operator]
        return []
    codes: dict[str, str] = {}
    for code in text.drop_nulls().value_counts(sort=True)[text.name]:
        codes.setdefault(folded(code), code.strip())
    return sorted(codes.values()) if len(codes) > 1 else []


def snake(text: str) -> str:
    """Return a technical name: small letters, digits and _, beginning with a letter, at most 63."""
    name = re.sub(r"[^a-z0-9]+", "_", folded(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text))).strip("_")
    return (name if name[:1].isalpha() else f"c_{name}".rstrip("_"))[:LONGEST_NAME]


def unique(name: str, taken: Iterable[str]) -> str:
    """Return a name that is not taken: name, name_2, name_3…"""
    taken, number, found = set(taken), 2, name
    while found in taken:
        found, number = f"{name[:LONGEST_NAME - 4]}_{number}", number + 1
    return found
