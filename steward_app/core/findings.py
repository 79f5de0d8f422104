"""What is wrong, and where: one mask per (check, field), so millions cost megabytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from .check import Check
from .schema import Rule, Severity
from .table import ROW

Key = tuple[str, str | None]
ORDER = (Severity.MUST, Severity.CHECK, Severity.BETTER)


@dataclass(frozen=True, eq=False)
class Problems:
    """All cells that one check marks in one field: a line of the problem list.

    `mask` has one boolean a record, or is None for a fault of the column itself (C01, C02: one cell, no row).
    `known` holds counts that the table cannot tell, where it holds only some records of a larger one: `cells`, `more`
    (other values that are wrong), `k` (records with one value).
    """

    check: Check
    rule: Rule
    mask: pl.Series | None = None
    known: Mapping[str, int] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """(check id, field), or (check id, `column:` and its key) where a column feeds nothing."""
        return self.rule.key if self.column is None else (self.rule.check, f"column:{self.column}")

    @property
    def column(self) -> str | None:
        """The key of the column where no field stands between (P01 in a column that feeds nothing), else None."""
        return self.rule.get("column") if self.rule.field is None else None

    @property
    def severity(self) -> Severity:
        """The rule's severity, else the check's."""
        return self.rule.severity or self.check.severity

    @cached_property
    def cells(self) -> int:
        """How many cells."""
        if "cells" in self.known:
            return self.known["cells"]
        return 1 if self.mask is None else int(self.mask.sum() or 0)

    @property
    def rows(self) -> int:
        """How many records; none for a fault of the column."""
        return 0 if self.mask is None else self.cells

    def records(self) -> pl.Series:
        """Return the indices of the records, in table order."""
        return pl.Series([], dtype=ROW) if self.mask is None else self.mask.arg_true().cast(ROW)

    def marks(self, record: int) -> bool:
        """Tell whether one record is marked."""
        return self.mask is not None and bool(self.mask[record])


@dataclass(frozen=True, eq=False)
class Findings:
    """Everything that is wrong with one version of a document; problems with no cell are not kept."""

    problems: Mapping[Key, Problems] = field(default_factory=dict)
    height: int = 0

    def __iter__(self) -> Iterator[Problems]:
        return iter(self.listed)

    @cached_property
    def listed(self) -> tuple[Problems, ...]:
        """The problems as a steward reads them: must, check, better; then by count, the largest first."""
        return tuple(sorted(self.problems.values(), key=lambda p: (ORDER.index(p.severity), -p.cells)))

    def get(self, key: Key) -> Problems | None:
        """Return one problem, or None where nothing is marked."""
        return self.problems.get(key)

    @cached_property
    def counts(self) -> dict[str, int]:
        """Cells by severity, in the shape of `check --json`."""
        found = {"blocks": 0, **{str(severity): 0 for severity in ORDER}}
        for problem in self.problems.values():
            found[problem.severity] += problem.cells
        return found

    @property
    def verdict(self) -> str:
        """`not-ready`, `ready-with-notes` or `ready`. (schema-format.md §7)"""
        if self.counts["must"]:
            return "not-ready"
        return "ready-with-notes" if self.counts["check"] or self.counts["better"] else "ready"

    def of_severity(self, severity: Severity) -> tuple[Problems, ...]:
        """Return the problems of one severity, the largest first."""
        return tuple(problem for problem in self.listed if problem.severity == severity)

    def rows_marked(self, *severities: Severity) -> pl.Series:
        """Return one boolean a record: true where any problem (of these severities, or any) marks it."""
        masks = [p.mask for p in self.problems.values() if p.mask is not None
                 and (not severities or p.severity in severities)]
        union = pl.Series("any", [False], dtype=pl.Boolean).new_from_index(0, self.height)
        for mask in masks:
            union = union | mask
        return union

    def at(self, record: int) -> tuple[Problems, ...]:
        """Return the problems of one record, worst first."""
        return tuple(problem for problem in self.listed if problem.marks(record))

    def replaced(self, news: Iterable[Problems], gone: Iterable[Key] = ()) -> Findings:
        """Return the findings with some problems made anew; those with no cell leave."""
        problems = {key: value for key, value in self.problems.items() if key not in set(gone)}
        for problem in news:
            problems.pop(problem.key, None)
            if problem.cells:
                problems[problem.key] = problem
        return replace(self, problems=problems)
