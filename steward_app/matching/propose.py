"""Proposes which column feeds which field, over the whole table at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..core.mapping import CHECK, MATCHED, NONE, Feed, Mapping
from ..core.schema import Schema
from ..core.table import Table, column_keys
from .addresses import split_addresses
from .assign import best_pairs
from .evidence import VALUES, Candidate, candidates
from .languages import halves
from .names import Indexes
from .pairs import paired
from .remembered import Entries, Remembered
from .tracked import untracked
from .values import Sample

# Two columns this near to one another claim a field equally: neither is taken without asking.
_NEAR = 0.01
# Of equal columns the first one is asked about.
_EARLIER = 1e-6
_SHOWN = 3


@dataclass(frozen=True)
class ColumnMatch:
    """What is proposed for one column of the file; `fit` is the share of its values that the field can take."""

    index: int
    column: str
    heading: str
    field: str | None = None
    state: str = NONE
    score: float = 0.0
    why: str = NONE
    candidates: tuple[Candidate, ...] = ()
    fit: float | None = None
    since: dt.date | None = None

    def as_json(self) -> dict[str, Any]:
        """Return one entry of `suggest --json`."""
        return {"index": self.index, "source": self.heading, "field": self.field, "state": self.state,
                "score": round(self.score, 3), "why": self.why,
                "candidates": [item.as_json() for item in self.candidates]}


@dataclass(frozen=True)
class Proposed:
    """A mapping for a whole table, the reasons column by column, and the required fields that nothing feeds."""

    mapping: Mapping
    columns: tuple[ColumnMatch, ...]
    missing: tuple[str, ...]

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """The headings of the columns that wait for the steward's word."""
        return tuple(item.heading for item in self.columns if item.state == CHECK)


def propose(source: Table | Sequence[str], schema: Schema, *, remembered: Entries | Remembered | None = None,
            sample: Sample | None = None, indexes: Indexes | None = None, given: Mapping | None = None) -> Proposed:
    """Propose the mapping of a table, or of headings alone, to a standard.

    `remembered` is what the workspace keeps for this standard (heading → field, date). `sample` holds the rows whose
    values may speak (made from a table where absent); `indexes` keeps the name indexes between calls; what `given`
    says of a field stands, and its columns are nobody else's. Only feeds in state `matched` feed; the others are
    suggestions.
    """
    headings = source.headings if isinstance(source, Table) else tuple(source)
    keys, stands = column_keys(headings), given or Mapping()
    sample = sample or (Sample.of(source) if isinstance(source, Table) else Sample())
    found = everything(source, schema, remembered, sample, indexes)
    found = without_given(found, keys, stands)
    chosen = settled(assigned(found, schema), found)
    columns = tuple(match_of(number, keys[number], heading, chosen.get(number), found[number])
                    for number, heading in enumerate(headings))
    feeds = feeds_of(columns) | dict(stands.fields)
    taken = {column for feed in feeds.values() for column in feed.columns}
    pairs = paired(keys, sample.of_each(len(keys)), schema, frozenset(taken), frozenset(feeds))
    return proposed_of(with_pairs(columns, pairs), feeds | pairs, schema, stands)


def everything(source: Table | Sequence[str], schema: Schema, remembered: Entries | Remembered | None = None,
               sample: Sample | None = None, indexes: Indexes | None = None) -> list[tuple[Candidate, ...]]:
    """Return what each column may feed, before columns and fields compete."""
    headings = source.headings if isinstance(source, Table) else tuple(source)
    sample = sample or (Sample.of(source) if isinstance(source, Table) else Sample())
    indexes, memory = indexes or Indexes.none(), Remembered.of(remembered)
    profiles = sample.of_each(len(headings))
    index, cut = indexes.of(schema), [indexes.heading(heading) for heading in headings]
    found = [candidates(heading, schema, index, memory, seen) for heading, seen in zip(cut, profiles, strict=True)]
    return untracked(split_addresses(halves(found, cut, schema, index), profiles, schema), cut, profiles)


def candidates_for(table: Table, schema: Schema, field: str, *, remembered: Entries | Remembered | None = None,
                   sample: Sample | None = None, indexes: Indexes | None = None) -> tuple[Candidate, ...]:
    """Return the columns that could feed one field, best first; each says its `column`."""
    found = everything(table, schema, remembered, sample, indexes)
    mine = [replace(item, column=column) for column, items in zip(table.columns, found, strict=True)
            for item in items if item.field == field]
    return tuple(sorted(mine, key=lambda item: (item.vetoed, -item.weight)))


def without_given(found: list[tuple[Candidate, ...]], keys: list[str], given: Mapping) -> list[tuple[Candidate, ...]]:
    """Take out the fields and columns that are decided already, columns kept as extras among them."""
    said = {name for name, feed in given.fields.items() if feed.columns or feed.constant is not None or feed.absent}
    used = {column for name in said for column in given.fields[name].columns} | set(given.extras)
    return [() if key in used else tuple(item for item in items if item.field not in said)
            for key, items in zip(keys, found, strict=True)]


def assigned(found: list[tuple[Candidate, ...]], schema: Schema) -> dict[int, Candidate]:
    """Return the best one-to-one choice of candidates: column number → candidate."""
    names = [item.name for item in schema.fields if any(c.field == item.name for items in found for c in items)]
    place = {name: number for number, name in enumerate(names)}
    numbers = [number for number, items in enumerate(found) if items]
    weights = [[0.0] * len(names) for _ in numbers]
    for row, number in enumerate(numbers):
        for item in found[number]:
            weights[row][place[item.field]] = item.weight - number * _EARLIER
    by_place = {(number, item.field): item for number in numbers for item in found[number]}
    return {numbers[row]: by_place[numbers[row], names[column]] for row, column in best_pairs(weights)}


def settled(chosen: dict[int, Candidate], found: list[tuple[Candidate, ...]]) -> dict[int, Candidate]:
    """Return the choice with every equal claim made a question: a field that another free column fits as well."""
    rivals: dict[str, list[float]] = {}
    for number, items in enumerate(found):
        taken = chosen.get(number)
        for item in items:
            if taken is None or (taken.field != item.field and taken.weight < item.weight):
                rivals.setdefault(item.field, []).append(item.weight)
    return {number: replace(item, vetoed=True) if any(item.weight - other < _NEAR for other in rivals.get(item.field, ()))
            else item for number, item in chosen.items()}


def match_of(index: int, key: str, heading: str, chosen: Candidate | None, items: tuple[Candidate, ...]) -> ColumnMatch:
    """Say what is proposed for one column: its field first, then what else it could be."""
    if chosen is None:
        return ColumnMatch(index, key, heading, candidates=items[:_SHOWN])
    rest = tuple(item for item in items if item.field != chosen.field)
    return ColumnMatch(index, key, heading, chosen.field, chosen.state, chosen.score, chosen.why,
                       (chosen, *rest)[:_SHOWN], chosen.fit, chosen.since)


def feeds_of(columns: tuple[ColumnMatch, ...]) -> dict[str, Feed]:
    """Return the feed of each field that a column was chosen for."""
    return {item.field: Feed(columns=(item.column,), state=item.state, why=item.why, score=item.score)
            for item in columns if item.field is not None}


def with_pairs(columns: tuple[ColumnMatch, ...], pairs: dict[str, Feed]) -> tuple[ColumnMatch, ...]:
    """Say of a column of points what it may feed; the first of the two fields stands for both."""
    said = {feed.columns[0]: (name, feed) for name, feed in reversed(pairs.items())}
    both = tuple(Candidate(name, feed.score, VALUES) for name, feed in pairs.items())
    return tuple(replace(item, field=said[item.column][0], state=CHECK, why=VALUES, score=said[item.column][1].score,
                         candidates=both) if item.column in said else item for item in columns)


def proposed_of(columns: tuple[ColumnMatch, ...], feeds: dict[str, Feed], schema: Schema, given: Mapping) -> Proposed:
    """Make the mapping, in the standard's order, and name the required fields that stay without a column."""
    ordered = {item.name: feeds[item.name] for item in schema.fields if item.name in feeds}
    filled = {name for name, feed in ordered.items() if feed.columns or feed.constant is not None}
    missing = tuple(item.name for item in schema.fields if item.level == "required" and item.name not in filled)
    return Proposed(Mapping(ordered, given.extras), columns, missing)


__all__ = ["MATCHED", "ColumnMatch", "Proposed", "propose"]
