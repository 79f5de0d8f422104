"""Checks a table that comes in pieces: the same plan over each piece; counts and rows are kept, and nothing else."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from .check import Check
from .engine import masks, of_columns
from .findings import Findings, Key, Problems
from .plan import Item, compiled
from .progress import SILENT, Progress
from .repeats import Repeats, Spill
from .rows import Rows
from .schema import Rule
from .standard import Standard, beyond, prepared, standard_of
from .table import ROW, Table
from .types import of
from .view import View

MOST_TEXTS = 50_000  # different unreadable texts of a field that are kept to learn from; more only if they change a fact


@dataclass
class Evidence:
    """What columns teach by all the texts met so far. `stale` says that a fact changed after texts were judged by it."""

    stale: bool = False
    _texts: dict[str, pl.Series] = field(default_factory=dict)
    _values: dict[str, pl.Series] = field(default_factory=dict)
    _facts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __call__(self, view: View, name: str, texts: pl.Series, values: pl.Series) -> dict[str, Any]:
        """Take in the texts of a field that are no plain form, and its values; return what it teaches now."""
        known, before = self._texts.get(name), self._facts.get(name, {})
        fresh = texts.drop_nulls().unique(maintain_order=True)
        if known is not None and len(fresh):
            fresh = fresh.filter(~fresh.is_in(known.implode()))
        self._see(name, values)
        if not len(fresh):
            return before
        kind, every = of(view.field(name)), fresh if known is None else pl.concat([known, fresh])
        facts = kind.learn(every, self._values[name], view.field(name), view.read(name))
        if known is None or len(known) < MOST_TEXTS or facts != before:
            self._texts[name] = every
        self.stale |= known is not None and facts != before
        self._facts[name] = facts
        return facts

    def _see(self, name: str, values: pl.Series) -> None:
        """Keep one number with decimals, if there is one: all that is learnt from values."""
        if name in self._values and (len(self._values[name]) or not values.dtype.is_float()):
            return
        found = values.filter((values % 1) != 0).head(1) if values.dtype.is_float() else values.head(0)
        self._values[name] = found.rechunk()


@dataclass
class Largest:
    """The largest values of a field, with their rows: enough of them to tell its percentile and what lies beyond."""

    name: str
    share: float
    most: int
    count: int = 0
    _top: pl.DataFrame | None = None

    def add(self, standard: Standard) -> None:
        """Take in a piece."""
        piece = pl.DataFrame({"value": standard.value(self.name), "row": standard.table.rows}).drop_nulls("value")
        self.count += piece.height
        both = piece if self._top is None else pl.concat([self._top, piece])
        self._top = both if both.height <= 2 * self.most else both.top_k(self.most, by="value")

    @property
    def enough(self) -> bool:
        """Tell whether all values beyond the percentile are there."""
        return self.count <= self.most or beyond(self.count, self.share) <= self.most

    def percentile(self, name: str, share: float) -> Any:
        """Return the percentile of the whole field, as a Standard does."""
        if self._top is None or not self.count:
            return None
        return self._top["value"].top_k(beyond(self.count, share)).min()

    def marked(self, item: Item, view: View) -> pl.Series:
        """Return the rows that a rule marks, once its fact is known."""
        assert item.expr is not None
        top = self._top if self._top is not None else pl.DataFrame(schema={"value": pl.Float64, "row": ROW})
        return top.rename({"value": self.name}).filter(item.expr)["row"].sort()


@dataclass
class Asked:
    """Stands for a column to see what a rule asks of it."""

    shares: list[tuple[str, float]] = field(default_factory=list)

    def percentile(self, name: str, share: float) -> Any:
        """Note what is asked."""
        self.shares.append((name, share))


@dataclass(frozen=True)
class Found:
    """One problem of the whole table: the check, its rule, and the rows of the source that it marks."""

    check: Check
    rule: Rule
    rows: Rows | None = None

    @property
    def problem(self) -> Problems:
        """The problem without its records."""
        return Problems(self.check, self.rule)


@dataclass
class Gathered:
    """The findings of a table in pieces. `view` is that of the pieces so far; with `fixed` it knows every fact already.

    `add` checks a piece by itself, `keep` takes its findings in; `repeats` and `late` are what only all pieces tell.
    """

    view: View
    checks: tuple[Check, ...]
    spill: Spill = io.BytesIO
    most: int = 1_000_000
    fixed: bool = False
    height: int = 0
    found: dict[Key, Found] = field(default_factory=dict)
    repeats: list[Repeats] = field(default_factory=list)
    evidence: Evidence = field(default_factory=Evidence)
    untold: list[Check] = field(default_factory=list)
    _largest: dict[Key, Largest] = field(default_factory=dict)
    _columns: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[Key, ...]:
        """The names of all findings that can be, in the order in which a whole table is checked."""
        plan = compiled(self.view, self.checks, self._columns)
        return tuple(item.key for item in (*plan.local, *plan.table, *plan.column))

    @property
    def stale(self) -> bool:
        """Tell whether some piece was judged by facts that no longer hold, or too few large values were kept."""
        return self._lacking or (not self.fixed and self.evidence.stale)

    @property
    def _lacking(self) -> bool:
        return not all(largest.enough for largest in self._largest.values())

    def add(self, table: Table, progress: Progress = SILENT) -> Findings:
        """Check a piece; its findings are those of its own records."""
        if not self.height:
            self.view = prepared(self.view, table)
        standard, self.view = standard_of(self.view, table, progress, learn=False,
                                          evidence=None if self.fixed else self.evidence)
        plan = compiled(self.view, self.checks, table.columns)
        if not self.height:
            self._columns = table.columns
            self._begin(plan.local, plan.table, plan.column)
        local = [item for item in plan.local if item.key not in self._largest]
        news = masks(local, self.view, standard, progress)
        for largest in self._largest.values():
            largest.add(standard)
        for repeats in self.repeats:
            repeats.look(self.view, standard)
        self.height += table.height
        return Findings({problem.key: problem for problem in news if problem.cells}, table.height)

    def _begin(self, local: tuple[Item, ...], whole: tuple[Item, ...], column: tuple[Item, ...]) -> None:
        """See which rules only all pieces can answer."""
        for item in local:
            asked = Asked()
            if item.check.learns is not None:
                item.check.learns(self.view, item.rule, asked)
            if asked.shares:
                name, share = asked.shares[0]
                self._largest[item.key] = Largest(name, share, self.most)
        self.repeats = [Repeats(item, self.spill) for item in whole if item.check.shares is not None]
        self.untold = [item.check for item in whole if item.check.shares is None]
        self.found = {problem.key: Found(problem.check, problem.rule) for problem in of_columns(column, self.view)}

    def keep(self, table: Table, findings: Findings) -> None:
        """Take in the findings of a piece."""
        for problem in findings.problems.values():
            if problem.mask is not None and problem.cells:
                self.mark(problem.check, problem.rule, table.rows.filter(problem.mask))

    def mark(self, check: Check, rule: Rule, rows: pl.Series | Rows) -> None:
        """Take in rows that a rule marks, in rising order."""
        key = Problems(check, rule).key
        if isinstance(rows, Rows):
            self.found[key] = Found(check, rule, rows)
            return
        there = self.found.setdefault(key, Found(check, rule, Rows()))
        assert there.rows is not None
        there.rows.add(rows)

    def learn(self) -> None:
        """Add the facts that only all pieces tell to the view."""
        learned = dict(self.view.learned)
        for item in self._late():
            assert item.check.learns is not None
            facts = item.check.learns(self.view, item.rule, self._largest[item.key])
            learned.update({(what, item.rule.field or ""): fact for what, fact in facts.items()})
        self.view = self.view.knowing(learned)

    def late(self) -> dict[Key, tuple[Item, pl.Series]]:
        """Return the rules that waited for a fact, and the rows they mark now; their texts are not at hand."""
        found = {item.key: (item, self._largest[item.key].marked(item, self.view)) for item in self._late()}
        return {key: (item, rows) for key, (item, rows) in found.items() if len(rows)}

    def _late(self) -> list[Item]:
        return [item for item in compiled(self.view, self.checks, self._columns).local if item.key in self._largest]

    def close(self) -> None:
        """Let go of what is on disk."""
        for item in self.repeats:
            item.close()

    def again(self) -> Gathered:
        """Return the same work, to be done once more with what is known now."""
        return Gathered(self.view, self.checks, self.spill, self.most * (8 if self._lacking else 1), fixed=True)

    def fields_shared(self) -> set[str]:
        """Return the fields that another pass must read to tell what records share."""
        return {name for item in self.repeats if not item.done for name in item.item.fields}

