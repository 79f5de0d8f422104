"""What a fix proposes: new text, another reading, exchanged columns, rows taken out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import polars as pl

from ..core.document import Document
from ..core.edits import Edit, RemoveRows, SetCells, SetMapping, Several
from ..core.mapping import Feed, ReadAs
from ..core.table import ROW, Table
from ..core.text import Text

CHANGES = {"before": pl.String, "after": pl.String, "count": pl.UInt32}


class Proposal(Protocol):
    """What a fix proposes. `changes` are its lines in a preview: `before`, `after` (empty: emptied), `count`."""

    @property
    def changes(self) -> pl.DataFrame:
        """The distinct values before and after, with counts."""
        ...

    def keeping(self, wanted: Iterable[str]) -> Proposal | None:
        """Return the proposal for some of its `before` texts only; None where nothing is left."""
        ...

    def edit(self, document: Document, named: Text, fix: str) -> Edit:
        """Return the one edit that does it."""
        ...


@dataclass(frozen=True, eq=False)
class Rewrites:
    """New text for distinct values of one column, in some records; an empty `after` empties the cell."""

    column: str
    changes: pl.DataFrame
    records: pl.Series

    @cached_property
    def cells(self) -> int:
        """How many cells would change."""
        return int(self.changes["count"].sum())

    def keeping(self, wanted: Iterable[str]) -> Rewrites | None:
        """Return the rewriting of some texts only."""
        kept = self.changes.filter(pl.col("before").is_in(list(wanted)))
        return replace(self, changes=kept) if kept.height else None

    def edit(self, document: Document, named: Text, fix: str) -> SetCells:
        """Return the edit that writes the new text; one column, one edit, one undo step."""
        records, text = self.written(document.table)
        return SetCells(self.column, records, text, named, fix)

    def only(self, records: pl.Series, table: Table) -> Rewrites | None:
        """Return the rewriting in some of the records only."""
        counts = counted(table.cells(self.column, records)).rename({"value": "before"})
        kept = self.changes.drop("count").join(counts, on="before", how="inner", maintain_order="left")
        return replace(self, changes=kept.select(list(CHANGES)), records=records) if kept.height else None

    def written(self, table: Table) -> tuple[pl.Series, pl.Series]:
        """Return the records that change and their new text (null where emptied)."""
        there = pl.DataFrame({"record": self.records.cast(ROW), "before": table.cells(self.column, self.records)})
        found = there.join(self.changes, on="before", how="inner", maintain_order="left")
        text = found.select(pl.when(pl.col("after") != "").then(pl.col("after")))
        return found["record"], text.to_series().alias("text")


@dataclass(frozen=True, eq=False)
class NewReading:
    """Another way to read a field: true next month too; the cells keep their text. `feed` is what feeds it now."""

    field: str
    feed: Feed
    read: ReadAs
    changes: pl.DataFrame

    @cached_property
    def cells(self) -> int:
        """How many wrong cells the reading accepts."""
        return int(self.changes["count"].sum())

    def keeping(self, wanted: Iterable[str]) -> NewReading | None:
        """Return the reading without the single words that are not wanted; a date order is all or nothing."""
        words = set(wanted)
        gone = set(self.changes["before"]) - words
        if not words & set(self.changes["before"]):
            return None
        values = {text: code for text, code in self.read.values.items() if text not in gone}
        missing = tuple(word for word in self.read.missing if word not in gone)
        yes_no = {side: tuple(w for w in said if w not in gone) for side, said in self.read.yes_no.items()}
        return replace(self, read=replace(self.read, values=values, missing=missing, yes_no=yes_no),
                       changes=self.changes.filter(pl.col("before").is_in(list(words))))

    def edit(self, document: Document, named: Text, fix: str) -> SetMapping:
        """Return the edit that reads the field this way."""
        feed = document.mapping.feed(self.field) or self.feed
        return SetMapping(document.mapping.but(self.field, replace(feed, read=self.read)), named, fix)


@dataclass(frozen=True, eq=False)
class Points:
    """New latitudes and longitudes in some records; the lines of `changes` stand in the records' order."""

    latitude: str
    longitude: str
    records: pl.Series
    north: pl.Series
    east: pl.Series
    changes: pl.DataFrame

    @classmethod
    def of(cls, table: Table, columns: tuple[str, str], records: pl.Series, north: pl.Series, east: pl.Series) -> Points:
        """Propose points, record by record."""
        before = pl.DataFrame([table.cells(column, records).alias(str(place)) for place, column in enumerate(columns)])
        lines = before.with_columns(north.alias("2"), east.alias("3")).select(
            pl.concat_str("0", "1", separator=", ", ignore_nulls=True).alias("before"),
            pl.concat_str("2", "3", separator=", ").alias("after"), pl.lit(1).alias("count"))
        return cls(*columns, records, north, east, lines.cast(CHANGES))  # type: ignore[arg-type]

    @property
    def cells(self) -> int:
        """How many records would change."""
        return len(self.records)

    def where(self, kept: pl.Series) -> Points | None:
        """Return the points of some of the records only (one boolean each)."""
        if not kept.any():
            return None
        return Points(self.latitude, self.longitude, self.records.filter(kept), self.north.filter(kept),
                      self.east.filter(kept), self.changes.filter(kept))

    def keeping(self, wanted: Iterable[str]) -> Points | None:
        """Return the points of some records only, by what they show before."""
        return self.where(self.changes["before"].is_in(list(wanted)))

    def only(self, records: pl.Series, table: Table) -> Points | None:
        """Return the points of some of the records only."""
        return self.where(self.records.is_in(records.implode()))

    def edit(self, document: Document, named: Text, fix: str) -> Edit:
        """Return the two edits as one step."""
        sides = ((self.latitude, self.north), (self.longitude, self.east))
        return Several(tuple(SetCells(column, self.records, text, named, fix) for column, text in sides), named)


@dataclass(frozen=True, eq=False)
class Together:
    """Several columns rewritten as one step."""

    parts: tuple[Rewrites, ...]

    @cached_property
    def changes(self) -> pl.DataFrame:
        """The lines of every part."""
        return pl.concat([part.changes for part in self.parts])

    @property
    def cells(self) -> int:
        """How many cells would change."""
        return sum(part.cells for part in self.parts)

    def keeping(self, wanted: Iterable[str]) -> Together | None:
        """Return the parts for some texts only."""
        words = list(wanted)
        kept = [part for part in (part.keeping(words) for part in self.parts) if part is not None]
        return Together(tuple(kept)) if kept else None

    def only(self, records: pl.Series, table: Table) -> Together | None:
        """Return the parts in some of the records only."""
        kept = tuple(part for part in (part.only(records, table) for part in self.parts) if part is not None)
        return Together(kept) if kept else None

    def edit(self, document: Document, named: Text, fix: str) -> Edit:
        """Return the edits of the parts as one step."""
        return Several(tuple(part.edit(document, named, fix) for part in self.parts), named)


@dataclass(frozen=True, eq=False)
class Removal:
    """Records taken out of the table."""

    records: pl.Series
    changes: pl.DataFrame

    @property
    def cells(self) -> int:
        """How many records would go."""
        return len(self.records)

    def keeping(self, wanted: Iterable[str]) -> Removal | None:
        """Return itself: rows go together or not at all."""
        return self if set(self.changes["before"]) <= set(wanted) else None

    def edit(self, document: Document, named: Text, fix: str) -> RemoveRows:
        """Return the edit that takes the records out."""
        return RemoveRows(self.records.cast(ROW), named, fix)


@dataclass(frozen=True, eq=False)
class Told:
    """What a fix would change in a table that came in pieces: a few lines, and one for all others. Told, never done."""

    changes: pl.DataFrame

    def keeping(self, wanted: Iterable[str]) -> None:
        """Return nothing: nothing of it can be done."""

    def edit(self, document: Document, named: Text, fix: str) -> Edit:
        """Raise TypeError: the table is not there."""
        raise TypeError("a table in pieces is not edited")

    def and_more(self, proposal: Proposal, shown: Iterable[str]) -> Told:
        """Add what the fix would change in another piece; the lines of some texts are kept."""
        lines = proposal.changes
        kept = lines.filter(pl.col("before").is_in(list(shown)) & (pl.col("before") != ""))
        rest = int(lines["count"].sum()) - int(kept["count"].sum())
        both = pl.concat([self.changes, kept.cast(CHANGES), counting(rest)])  # type: ignore[arg-type]
        return Told(both.group_by("before", "after", maintain_order=True).agg(pl.col("count").sum()))


def counting(cells: int) -> pl.DataFrame:
    """Return a line that counts cells and shows none."""
    return pl.DataFrame({"before": [""], "after": [""], "count": [cells]}).cast(CHANGES)  # type: ignore[arg-type]


def nothing_told() -> Told:
    """Return what a fix would change before the first piece."""
    return Told(counting(0))


def told(cells: int) -> Told:
    """Return how many cells a fix would change, without lines."""
    return Told(counting(cells))


def rewrites(column: str, values: pl.DataFrame, after: pl.Series, records: pl.Series) -> Rewrites | None:
    """Propose new text for distinct values of a column; those that stay (null or the same) are left out."""
    frame = pl.DataFrame({"before": values["value"], "after": after, "count": values["count"]}).cast(CHANGES)  # type: ignore[arg-type]
    kept = frame.filter(pl.col("after").is_not_null() & (pl.col("after") != pl.col("before")))
    return Rewrites(column, kept, records) if kept.height else None


def counted(text: pl.Series) -> pl.DataFrame:
    """Return the distinct texts of some cells with their counts, the most frequent first."""
    return text.drop_nulls().alias("value").value_counts(sort=True, name="count").cast({"count": pl.UInt32})
