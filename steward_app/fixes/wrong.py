"""What a fix is given, and how one is declared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field as declared, replace
from functools import cached_property
from typing import Any

import polars as pl

from ..core.feeding import raw_text
from ..core.findings import Problems
from ..core.mapping import Feed, ReadAs
from ..core.schema import Field, Rule
from ..core.table import Table
from ..core.text import Text
from ..core.types import of
from ..core.view import View
from .proposal import CHANGES, NewReading, Proposal, Rewrites, counted, rewrites


@dataclass(frozen=True, eq=False)
class Wrong:
    """What one check marks: the records (indices), and the distinct texts of the field there with their counts.

    `values` has `value` (String, as the feed gives it, before any reading) and `count`; it is empty for a check
    without a field.
    """

    view: View
    table: Table
    rule: Rule
    records: pl.Series
    values: pl.DataFrame
    memo: dict[str, Any] = declared(default_factory=dict, init=False)

    def once(self, name: str, work: Callable[[], Any]) -> Any:
        """Work something out once for all the fixes of this check."""
        if name not in self.memo:
            self.memo[name] = work()
        return self.memo[name]

    @property
    def check(self) -> str:
        """The id of the check."""
        return self.rule.check

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.rule.field or ""

    @property
    def field(self) -> Field:
        """The field that is marked."""
        return self.view.field(self.name)

    @property
    def feed(self) -> Feed:
        """What feeds the field."""
        return self.view.feed(self.name) or Feed()

    @property
    def read(self) -> ReadAs:
        """How the mapping reads the field now."""
        return self.view.read(self.name)

    @property
    def texts(self) -> pl.Series:
        """The distinct wrong texts."""
        return self.values["value"]

    @property
    def column(self) -> str | None:
        """The one column whose cells hold the field's text as it stands; None for a combined, split or fixed field."""
        if self.rule.field is None:
            column: str | None = self.rule.get("column")
            return column
        return self.feed.columns[0] if len(self.feed.columns) == 1 and not self.feed.split else None

    @cached_property
    def plain(self) -> pl.Series:
        """What each wrong text stands for, null where it has no single meaning."""
        return of(self.field).plain(self.texts, self.field, self.read, self.view.learned)

    def accepted(self, read: ReadAs) -> pl.Series:
        """Return what each wrong text becomes under another reading, null where it stays unreadable."""
        return of(self.field).accepted(self.texts, self.field, read, self.view.learned)

    def rewritten(self, after: pl.Series) -> Rewrites | None:
        """Propose new text for the distinct values (null: stays).

        None where nothing would change, or where no single column holds the field's text.
        """
        return rewrites(self.column, self.values, after, self.records) if self.column else None

    def reading(self, **how: Any) -> NewReading:
        """Propose another reading of the field."""
        read = replace(self.read, **how)
        return NewReading(self.name, self.feed, read, self._changes(read))

    def _changes(self, read: ReadAs) -> pl.DataFrame:
        """Return before, after and count of the texts that a reading would accept."""
        after = self.accepted(read)
        if read.values:
            coded = self.texts.replace_strict(dict(read.values), default=None, return_dtype=pl.String)
            after = pl.select(pl.coalesce(after, coded)).to_series()
        if read.missing:
            gone = self.texts.is_in(list(read.missing))
            after = pl.select(pl.when(gone).then(pl.lit("")).otherwise(after)).to_series()
        frame = pl.DataFrame({"before": self.texts, "after": after, "count": self.values["count"]})
        return frame.cast(CHANGES).drop_nulls("after")  # type: ignore[arg-type]


Propose = Callable[[Wrong], Proposal | None]


@dataclass(frozen=True)
class Fix:
    """One fix: what it mends, what it is called, whether it may run unasked, and its one function."""

    id: str
    mends: tuple[str, ...]
    safe: bool
    named: Text
    propose: Propose


def fix(id: str, *, mends: str | tuple[str, ...], safe: bool, named: Text) -> Callable[[Propose], Fix]:
    """Declare the function below as a fix. A safe one has one possible result, of the same meaning.

    (schema-format.md §5)
    """
    def declared(propose: Propose) -> Fix:
        return Fix(id, (mends,) if isinstance(mends, str) else mends, safe, named, propose)
    return declared


def wrong_of(view: View, table: Table, problem: Problems) -> Wrong:
    """Gather what a problem marks: the records, and the distinct texts that feed its field there.

    `view` is the one that the findings came with.
    """
    records = problem.records()
    raw = raw_at(view, table, problem.rule, records)
    return Wrong(view, table, problem.rule, records, counted(raw))


def raw_at(view: View, table: Table, rule: Rule, records: pl.Series) -> pl.Series:
    """Return the text of the marked field in some records, before any reading; nothing where no field is fed."""
    column = rule.get("column")
    if rule.field is None and column in table.columns:
        return table.cells(column, records)
    feed = view.feed(rule.field) if rule.field else None
    if feed is None or not feed.columns:
        return pl.Series("value", [], dtype=pl.String)
    sources = pl.DataFrame([table.cells(name, records).alias(name) for name in dict.fromkeys(feed.columns)])
    return sources.select(raw_text(feed).alias("value")).to_series()


def raw_of(view: View, table: Table, rule: Rule) -> pl.Series:
    """Return the text of the marked field in every record, before any reading."""
    feed = (view.feed(rule.field) if rule.field else None) or Feed()
    return table.frame.select(raw_text(feed).alias("value")).to_series()
