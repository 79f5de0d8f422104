"""Which records a grid shows, and in what order: one index, made by a filter or a sort.

A screen asks while it paints, perhaps beside a long check: what it asks runs on its own thread (slices, `[]`, `filter`),
never in the pool of polars, where it would wait for its turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from . import sheets
from .table import ROW, Table


@dataclass(frozen=True, eq=False)
class Shown:
    """The records on screen, in the order of the screen; `order` is None where all stand as in the table."""

    height: int
    order: pl.Series | None = None

    @classmethod
    def all_of(cls, table: Table) -> Shown:
        """Show every record as it stands."""
        return cls(table.height)

    @classmethod
    def some(cls, records: pl.Series | Sequence[int]) -> Shown:
        """Show some records in the order given."""
        order = records if isinstance(records, pl.Series) else pl.Series(list(records), dtype=ROW)
        return cls(len(order), order.cast(ROW))

    def __len__(self) -> int:
        return self.height

    def record(self, position: int) -> int:
        """Return the record at a position of the screen."""
        return position if self.order is None else int(self.order[position])

    def records(self, start: int, stop: int) -> list[int]:
        """Return the records of some positions."""
        stop = min(stop, self.height)
        return list(range(start, stop)) if self.order is None else self.order.slice(start, stop - start).to_list()

    def position(self, record: int) -> int | None:
        """Return where a record is shown; None where it is not."""
        if self.order is None:
            return record if 0 <= record < self.height else None
        found = (self.order == record).arg_true()
        return int(found[0]) if len(found) else None

    def positions(self, records: pl.Series) -> pl.Series:
        """Return where some records are shown, rising; those that are not shown are left out."""
        if self.order is None:
            return records.filter(records < self.height).sort()
        if not self.height:
            return records.clear()
        last = max(each.cast(pl.Int64).max() or 0 for each in (self.order, records))
        wanted = pl.Series("wanted", [False]).new_from_index(0, int(last) + 1).scatter(records, True)  # type: ignore[arg-type]
        return wanted[self.order].arg_true()

    def rows(self, table: Table, start: int, stop: int) -> list[tuple[str | None, ...]]:
        """Return the texts of some positions as tuples."""
        if self.order is None:
            return table.page(start, min(stop, self.height))
        wanted = self.order.slice(start, stop - start)
        return list(zip(*(column[wanted].to_list() for column in table.frame.iter_columns()), strict=True))

    def numbers(self, table: Table, start: int, stop: int) -> list[int | None]:
        """Return the row of the sheet at each of some positions."""
        span = max(0, min(stop, self.height) - start)
        if self.order is None:
            return sheets.numbers(table.parts, table.rows.slice(start, span)).to_list()
        return sheets.numbers(table.parts, table.rows[self.order.slice(start, span)]).to_list()

    def only(self, mask: pl.Series) -> Shown:
        """Show, in the same order, only the records where a mask is true."""
        if self.order is None:
            return Shown.some(mask.fill_null(False).arg_true())
        return Shown.some(self.order.filter(mask[self.order]))

    def of(self, mask: pl.Series, start: int, stop: int) -> list[int]:
        """Return the offsets from `start` at which a mask is true among some positions."""
        span = max(0, stop - start)
        marked = mask.slice(start, span) if self.order is None else mask[self.order.slice(start, span)]
        return [offset for offset, true in enumerate(marked.to_list()) if true]

    def buckets(self, mask: pl.Series, count: int) -> list[int]:
        """Return which of `count` equal parts of the screen's length hold a record where a mask is true."""
        if not self.height or count < 1:
            return []
        marked = mask if self.order is None else mask[self.order]
        places = marked.arg_true().cast(pl.UInt64) * count // self.height  # rising
        rest = places.slice(1)
        others = rest.filter(rest != places.head(len(rest)))
        return [*places.head(1).to_list(), *others.to_list()]

    def next_marked(self, mask: pl.Series, after: int, *, back: bool = False) -> int | None:
        """Return the next (or the one before) position at which a mask is true; None where there is none."""
        marked = (mask if self.order is None else mask[self.order]).arg_true().cast(pl.Int64)
        found = marked.filter(marked < after) if back else marked.filter(marked > after)
        return int(found[-1 if back else 0]) if len(found) else None


def holding(table: Table, column: str, text: str | None) -> pl.Series:
    """Return one boolean a record: true where a column holds exactly this text (None: where it is empty)."""
    values = table.frame[column]
    return values.is_null() if text is None else (values == text).fill_null(False)
