"""What a screen draws on cells: the worst problem of each, and whether a hand or a fix wrote its text."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from .document import Document
from .edits import Edit, RemoveRows, SetCells, SetColumn, SetReading, SetTable
from .findings import Findings, Problems
from .shown import Shown

BY_HAND, BY_FIX = 1, 2


@dataclass(frozen=True, eq=False)
class Marks:
    """The marks of one version. `cells` are (columns, problem), the worst last; `hands` says who wrote a column's text.

    `hands` holds for each edited column a UInt8 Series: 0 nobody, BY_HAND, BY_FIX.
    """

    cells: tuple[tuple[tuple[int, ...], Problems], ...] = ()
    hands: Mapping[int, pl.Series] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    by_column: Mapping[str, pl.Series] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, findings: Findings | None, edits: Iterable[Edit] = (),
           before: Marks | None = None) -> Marks:
        """Return the marks of a version of a document; problems of whole rows are kept under no column.

        `before` are the marks of an earlier version: what its edits wrote is not worked out again.
        """
        places = {key: index for index, key in enumerate(document.table.columns)}
        cells = tuple((columns_of(problem, document, places), problem)
                      for problem in reversed(findings.listed if findings else ()) if problem.mask is not None)
        steps = tuple(edits)
        who = hands(steps, document.table.height, before)
        return cls(cells, {places[c]: each for c, each in who.items() if c in places}, steps, who)

    def page(self, shown: Shown, start: int, stop: int) -> list[dict[int, Problems]]:
        """Return, for each of some positions, the worst problem by column (−1 for a problem of the whole row)."""
        found: list[dict[int, Problems]] = [{} for _ in range(max(0, min(stop, shown.height) - start))]
        for columns, problem in self.cells:
            assert problem.mask is not None
            for offset in shown.of(problem.mask, start, stop):
                for column in columns or (-1,):
                    found[offset][column] = problem
        return found

    def written(self, shown: Shown, start: int, stop: int) -> list[dict[int, int]]:
        """Return, for each of some positions, who wrote the text by column, where somebody did."""
        found: list[dict[int, int]] = [{} for _ in range(max(0, min(stop, shown.height) - start))]
        for column, who in self.hands.items():
            for kind in (BY_HAND, BY_FIX):
                for offset in shown.of(who == kind, start, stop):
                    found[offset][column] = kind
        return found


def columns_of(problem: Problems, document: Document, places: Mapping[str, int]) -> tuple[int, ...]:
    """Return the positions of the columns in which a problem shows."""
    if problem.column is not None:
        return (places[problem.column],) if problem.column in places else ()
    name = problem.rule.field
    feed = document.mapping.feed(name) if name else None
    return tuple(places[column] for column in feed.columns if column in places) if feed else ()


def hands(edits: tuple[Edit, ...], height: int, before: Marks | None = None) -> dict[str, pl.Series]:
    """Return who wrote the text of each edited column (UInt8); rows taken out on the way are followed."""
    made: dict[str, pl.Series] = {}
    steps = since_reading(edits)
    if before and len(before.edits) <= len(edits) and all(map(operator.is_, before.edits, edits)):
        steps, made = list(edits[len(before.edits):]), dict(before.by_column)
        if len(since_reading(steps)) < len(steps):
            steps, made = since_reading(steps), {}
    return _played(steps, made, height)


def _played(steps: list[Edit], made: dict[str, pl.Series], height: int) -> dict[str, pl.Series]:
    pending: dict[str, list[tuple[pl.Series, int]]] = {}
    size = height + sum(len(edit.records) for edit in steps if isinstance(edit, RemoveRows))
    for edit in steps:
        if isinstance(edit, SetCells):
            pending.setdefault(edit.column, []).append((edit.records, BY_FIX if edit.fix else BY_HAND))
        elif isinstance(edit, SetColumn):
            pending[edit.column] = []
            made[edit.column] = _blank(size, BY_FIX if edit.fix else BY_HAND)
        elif isinstance(edit, RemoveRows):
            _settle(made, pending, size)
            size -= len(edit.records)
            made = {c: _but(who, edit.records) for c, who in made.items()}
    _settle(made, pending, size)
    return {column: who for column, who in made.items() if len(who) == height}


def since_reading(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits that follow the last new reading of the file: earlier ones wrote to another table."""
    steps = list(edits)
    last = max((i for i, edit in enumerate(steps) if _other_table(edit)), default=-1)
    return steps[last + 1:]


def _other_table(edit: Edit) -> bool:
    """Tell whether an edit puts another table in place; an answer about the reading leaves it as it stands."""
    return edit.anew if isinstance(edit, SetReading) else isinstance(edit, SetTable)


def _blank(size: int, value: int = 0) -> pl.Series:
    return pl.Series("who", [value], dtype=pl.UInt8).new_from_index(0, size)


def _but(who: pl.Series, records: pl.Series) -> pl.Series:
    gone = pl.Series("gone", [False]).new_from_index(0, len(who)).scatter(records, True)
    return who.filter(~gone)


def _settle(made: dict[str, pl.Series], pending: dict[str, list[tuple[pl.Series, int]]], size: int) -> None:
    for column, writes in pending.items():
        if not writes:
            continue
        records = pl.concat([each for each, _ in writes])
        kinds = pl.concat([_blank(len(each), kind) for each, kind in writes])
        made[column] = made.get(column, _blank(size)).clone().scatter(records, kinds)
    pending.clear()


@dataclass(frozen=True, eq=False)
class BadRows:
    """The records that any problem marks, in file order, with the worst mark and the number of problems of each."""

    shown: Shown
    problems: tuple[Problems, ...]

    @classmethod
    def of(cls, findings: Findings) -> BadRows:
        """Return the rows that any problem marks."""
        marked = tuple(problem for problem in findings.listed if problem.mask is not None)
        return cls(Shown.some(findings.rows_marked().arg_true()), marked)

    def page(self, start: int, stop: int) -> list[tuple[str, int]]:
        """Return (worst severity, number of problems) of some of these rows."""
        counts = [0] * max(0, min(stop, len(self.shown)) - start)
        worst = [""] * len(counts)
        for problem in self.problems:
            assert problem.mask is not None
            for offset in self.shown.of(problem.mask, start, stop):
                counts[offset] += 1
                worst[offset] = worst[offset] or str(problem.severity)
        return list(zip(worst, counts, strict=True))
