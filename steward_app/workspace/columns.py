"""Station 3: which column feeds which field, as the screen shows it, and the edits that say so."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from typing import Any

from .. import matching
from ..checks import usable
from ..core import glance
from ..core.document import Document
from ..core.drafted import snake, unique
from ..core.edits import SetMapping, SetStandard
from ..core.feeding import with_originals
from ..core.mapping import CHECK, MATCHED, Feed, Mapping, ReadAs
from ..core.schema import Field, Schema
from ..core.table import Table
from ..core.text import Text

NAMES = {
    "matched": Text("Matched", "Associé"), "check": Text("Please check", "À vérifier"),
    "none": Text("Not found", "Introuvable"), "absent": Text("Not in this file", "Absent du fichier"),
    "constant": Text("Fixed value", "Valeur fixe"), "combined": Text("Combined", "Combiné"),
    "split": Text("Split", "Scindé"),
}
SAMPLES = 6  # different texts of a column that a screen shows at most
MATCH = Text("match “{title}”", "associer « {title} »")
UNMATCH = Text("leave “{title}” unmatched", "laisser « {title} » sans association")
ABSENT = Text("“{title}” is not in this file", "« {title} » est absent du fichier")
FIXED = Text("give “{title}” a fixed value", "donner une valeur fixe à « {title} »")
VALUES = Text("match the values of “{title}”", "associer les valeurs de « {title} »")
EXTRA = Text("keep “{column}” as an extra", "conserver « {column} » comme colonne supplémentaire")
LEAVE = Text("leave “{column}” out", "omettre « {column} »")


@dataclass(frozen=True, eq=False)
class FieldRow:
    """One field of the standard, what feeds it, and what the column holds."""

    field: Field
    feed: Feed | None
    state: str
    samples: tuple[str, ...] = ()
    filled: float = 0.0

    @property
    def state_words(self) -> Text:
        """The chip's words."""
        return NAMES[self.state]


@dataclass(frozen=True, eq=False)
class OtherRow:
    """A column of the file that feeds nothing; `extra` is its name in the export, None where it is left out."""

    column: str
    samples: tuple[str, ...]
    filled: float
    extra: str | None


@dataclass(frozen=True)
class ValueRow:
    """One distinct value of a code-list field: where it leads, and how that was found."""

    text: str
    count: int
    code: str | None
    how: str


def choose(document: Document, schema: Schema, remembered: MappingABC[str, Any] | None = None) -> SetStandard:
    """Return the edit that chooses a standard, with the mapping proposed for it.

    What the steward confirmed for fields of the same name (or a former one) is kept. Raises Problem S04 where the
    standard's own rules cannot be run.
    """
    usable(schema)
    proposed = matching.propose(document.table, schema, remembered=remembered)
    return SetStandard(schema, keeping(document.mapping, proposed.mapping, schema))


def keeping(old: Mapping, new: Mapping, schema: Schema) -> Mapping:
    """Return a proposed mapping with what was confirmed by hand under the old one."""
    by_hand = {name: feed for name, feed in old.fields.items() if feed.why == "chosen"}
    for field in schema.fields:
        for name in (field.name, *field.former_names):
            if name in by_hand:
                new = without_columns(new, by_hand[name].columns, field.name).but(field.name, by_hand[name])
    return replace(new, extras={**new.extras, **old.extras})


def without_columns(mapping: Mapping, columns: tuple[str, ...], keep: str) -> Mapping:
    """Return the mapping in which some columns feed no field but `keep`."""
    fields = {name: feed for name, feed in mapping.fields.items()
              if name == keep or not set(columns) & set(feed.columns)}
    return replace(mapping, fields=fields)


def look(document: Document) -> None:
    """Look at every column for `rows` and `others`; what they show of it is kept with the table."""
    rows(document)
    for column in document.table.columns:
        glance.samples(document.table, column, SAMPLES)


def looked_at(document: Document) -> bool:
    """Tell whether `rows` and `others` need look at no whole column."""
    return all(glance.known(document.table, column, SAMPLES) for column in document.table.columns)


def rows(document: Document) -> tuple[FieldRow, ...]:
    """Return a row for each field of the standard, in its order."""
    assert document.schema is not None
    shown = replace(document, mapping=with_originals(document.schema, document.mapping))
    return tuple(row_of(field, shown) for field in document.schema.fields)


def row_of(field: Field, document: Document) -> FieldRow:
    """Return the row of one field."""
    feed, table = document.mapping.feed(field.name), document.table
    if feed is None or not set(feed.columns) <= set(table.columns):
        return FieldRow(field, None, "none")
    if not feed.columns:
        shown = (feed.constant,) if feed.constant is not None else ()
        return FieldRow(field, feed, state_of(feed), shown, 1.0 if shown else 0.0)
    return FieldRow(field, feed, state_of(feed), glance.fed_samples(table, feed, SAMPLES), glance.fed_share(table, feed))


def state_of(feed: Feed) -> str:
    """Return the chip's state of a feed."""
    if feed.absent:
        return "absent"
    if feed.constant is not None:
        return "constant"
    if feed.state == MATCHED and len(feed.columns) > 1:
        return "combined"
    if feed.state == MATCHED and feed.split:
        return "split"
    return feed.state


def others(document: Document) -> tuple[OtherRow, ...]:
    """Return the columns that no field uses, not even as a suggestion."""
    used = {column for feed in document.mapping.fields.values() for column in feed.columns}
    table, extras = document.table, document.mapping.extras
    return tuple(OtherRow(c, glance.samples(table, c, SAMPLES), glance.filled(table, c), extras.get(c))
                 for c in table.columns if c not in used)


def matched(document: Document, field: str, columns: tuple[str, ...], *, share: bool = False,
            combine: str | None = None, split: str | None = None, part: int = 1) -> SetMapping:
    """Return the edit that feeds a field from columns; they leave the field they fed unless `share`."""
    old = document.mapping.feed(field)
    read = old.read if old and old.columns == columns else ReadAs()
    feed = Feed(columns, combine=combine if len(columns) > 1 else None, split=split, part=part, read=read,
                state=MATCHED, why="chosen")
    base = document.mapping if share else without_columns(document.mapping, columns, field)
    return SetMapping(base.but(field, feed), MATCH.with_(title=title(document, field)))


def accepted(document: Document, field: str) -> SetMapping:
    """Return the edit that accepts the suggestion for a field."""
    feed = document.mapping.fields[field]
    named = MATCH.with_(title=title(document, field))
    return SetMapping(document.mapping.but(field, replace(feed, state=MATCHED, why="chosen")), named)


def unmatched(document: Document, field: str) -> SetMapping:
    """Return the edit that takes a field's feed away."""
    return SetMapping(document.mapping.but(field, None), UNMATCH.with_(title=title(document, field)))


def absent(document: Document, field: str) -> SetMapping:
    """Return the edit that says a field is not in this file."""
    feed = Feed(absent=True, why="chosen")
    return SetMapping(document.mapping.but(field, feed), ABSENT.with_(title=title(document, field)))


def constant(document: Document, field: str, value: str) -> SetMapping:
    """Return the edit that gives a field one value for all rows."""
    feed = Feed(constant=value, why="chosen")
    return SetMapping(document.mapping.but(field, feed), FIXED.with_(title=title(document, field)))


def value_matched(document: Document, field: str, values: MappingABC[str, str | None],
                  named: Text | None = None) -> SetMapping:
    """Return the edit that leads texts to codes (None takes a text's code away); the original is kept beside."""
    feed = document.mapping.fields[field]
    merged = {**feed.read.values, **values}
    known = {text: code for text, code in merged.items() if code is not None}
    return SetMapping(document.mapping.reading(field, values=known), named or VALUES.with_(title=title(document, field)))


def kept_extra(document: Document, column: str, name: str | None) -> SetMapping:
    """Return the edit that keeps a column as an extra under a name, or leaves it out (None)."""
    extras = {key: value for key, value in document.mapping.extras.items() if key != column}
    extras |= {column: name} if name else {}
    named = (EXTRA if name else LEAVE).with_(column=column)
    return SetMapping(replace(document.mapping, extras=extras), named)


def extra_name(document: Document, column: str) -> str:
    """Return a name for an extra that no field and no other extra bears. (schema-format.md §6)"""
    assert document.schema is not None
    others = (name for key, name in document.mapping.extras.items() if key != column)
    return unique(snake(document.table.heading(column)) or "extra", (*document.schema.by_name, *others))


def value_rows(document: Document, field: str) -> tuple[ValueRow, ...]:
    """Return the distinct values of a code-list field: unmatched first, those to check next, then by count."""
    assert document.schema is not None
    feed, codes = document.mapping.feed(field), document.schema.codes(field)
    if feed is None or codes is None or not feed.columns:
        return ()
    missing = {*document.schema.missing_values, *feed.read.missing}
    found = [(text, count) for text, count in values_of(document.table, feed) if text not in missing]
    matches = matching.value_map(found, codes)
    chosen = feed.read.values
    lines = [ValueRow(m.text, m.count, chosen.get(m.text, m.code), "chosen" if m.text in chosen else m.how)
             for m in matches]
    return tuple(sorted(lines, key=lambda line: (line.code is not None, line.how != "similar", -line.count)))


def values_of(table: Table, feed: Feed) -> tuple[tuple[str, int], ...]:
    """Return the distinct texts that a feed gives, with counts."""
    return glance.distinct(*glance.fed(table, feed), 2000)


def title(document: Document, field: str) -> Text:
    """Return a field's title."""
    assert document.schema is not None
    return document.schema[field].title


def fields_with_open_values(document: Document) -> frozenset[str]:
    """Return the fed code-list fields that hold a value leading to no code."""
    if document.schema is None:
        return frozenset()
    coded = [f.name for f in document.schema.fields if document.schema.codes(f.name) and document.mapping.fed(f.name)]
    return frozenset(name for name in coded if any(row.code is None for row in value_rows(document, name)))


def suggestions(document: Document) -> int:
    """Return how many matches wait for the steward."""
    return sum(1 for feed in document.mapping.fields.values() if feed.state == CHECK)


def candidates(document: Document, field: str, remembered: MappingABC[str, Any] | None = None,
               ) -> tuple[matching.Candidate, ...]:
    """Return the columns that could feed a field, best first."""
    assert document.schema is not None
    return matching.candidates_for(document.table, document.schema, field, remembered=remembered)
