"""How each matched column could be read: the date order or decimal mark it proves, its words for yes, its unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from ..core.feeding import raw_text
from ..core.mapping import Feed, Mapping, ReadAs
from ..core.schema import Field, Schema, folded
from ..core.table import Table
from ..core.text import Text
from ..core.types import Learned, of
from .values import Sample

ORDER = {
    "dmy": Text("The dates of this column have the day first.", "Dans cette colonne, le jour vient en premier."),
    "mdy": Text("The dates of this column have the month first.", "Dans cette colonne, le mois vient en premier."),
    "ymd": Text("Each date of this column reads one way.", "Chaque date de cette colonne se lit d’une seule façon."),
}
MARK = {
    ",": Text("The numbers of this column have a decimal comma.", "Les nombres de cette colonne ont une virgule décimale."),
    ".": Text("The numbers of this column have a decimal point.", "Les nombres de cette colonne ont un point décimal."),
}
WORDS = Text("This column has other words for yes and no.", "Cette colonne emploie d’autres mots pour oui et non.")
UNIT = {
    "ft2": Text("The heading speaks of square feet.", "L’en-tête parle de pieds carrés."),
    "in": Text("The heading speaks of inches.", "L’en-tête parle de pouces."),
}
# A field measured in these takes a column of those; a heading says so in its own words.
_FROM = {"m2": "ft2", "cm": "in"}
_SAID = {"ft2": ("ft2", "sqft", "sq ft", "square feet", "square foot", "pi2", "pieds carres", "pi ca", "ft 2", "pi 2"),
         "in": ("in", "inch", "inches", "po", "pouces")}


@dataclass(frozen=True)
class ReadingProposal:
    """Another reading of one field, why, and the share of the sample's unreadable values that it would read."""

    field: str
    read: ReadAs
    why: Text
    share: float = 1.0


def readings(table: Table, mapping: Mapping, schema: Schema, sample: Sample | None = None) -> tuple[ReadingProposal, ...]:
    """Propose readings for the fed fields; nothing is applied: until it is accepted, what it would read is a finding.

    (schema-format.md §5)
    """
    frame = (sample or Sample.of(table)).frame
    if frame is None:
        return ()
    found = []
    for name in mapping.fed_fields:
        feed = mapping.fields[name]
        if name in schema.by_name and feed.columns and set(feed.columns) <= set(frame.columns):
            found += proposals(schema[name], feed, frame)
    return tuple(found)


def proposals(item: Field, feed: Feed, frame: pl.DataFrame) -> list[ReadingProposal]:
    """Return the readings proposed for one field: by its values, then by its heading."""
    found = [by_values(item, feed, frame), by_heading(item, feed)]
    return [proposal for proposal in found if proposal is not None]


def by_values(item: Field, feed: Feed, frame: pl.DataFrame) -> ReadingProposal | None:
    """Return the reading that a field's unreadable texts prove."""
    kind = of(item)
    texts = frame.select(raw_text(feed).alias("text")).to_series().drop_nulls().unique(maintain_order=True)
    if kind.value is None or not len(texts):
        return None
    values = texts.to_frame().select(kind.value(pl.col("text"), item, feed.read, {}).alias("value")).to_series()
    distinct = texts.filter(values.is_null())
    learned = {(what, item.name): fact for what, fact in kind.learn(distinct, values, item, feed.read).items()}
    made = reading(item, feed.read, distinct, learned) if len(distinct) else None
    if made is None:
        return None
    read, why = made
    share = 1 - kind.accepted(distinct, item, read, learned).null_count() / len(distinct)
    return ReadingProposal(item.name, read, why, share) if share else None


def reading(item: Field, read: ReadAs, distinct: pl.Series, learned: Learned) -> tuple[ReadAs, Text] | None:
    """Return the reading that a column proves, and why; None where it proves none or the mapping has it."""
    if item.type in ("date", "datetime") and not read.dates:
        order = str(learned.get(("order", item.name)) or "ymd")
        return replace(read, dates=order), ORDER[order]
    mark = learned.get(("mark", item.name))
    if mark and not read.numbers:
        return replace(read, numbers=mark), MARK[mark]
    if item.type == "boolean":
        said = dict(zip(distinct, of(item).plain(distinct, item, read, learned), strict=True))
        yes_no = {"true": tuple(text for text, word in said.items() if word in item.true_values),
                  "false": tuple(text for text, word in said.items() if word in item.false_values)}
        return (replace(read, yes_no=yes_no), WORDS) if any(yes_no.values()) else None
    return None


def by_heading(item: Field, feed: Feed) -> ReadingProposal | None:
    """Return the unit that a heading names where the field is measured in another."""
    unit = _FROM.get(item.name.rpartition("_")[2])
    if unit is None or feed.read.unit or item.type not in ("number", "integer"):
        return None
    heading = f" {folded(' '.join(feed.columns))} "
    said = any(f" {word} " in heading for word in _SAID[unit])
    return ReadingProposal(item.name, replace(feed.read, unit=unit), UNIT[unit]) if said else None
