"""The raw rows of a file, before anyone has said which are headings and which are records."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from .sheets import Parts
from .table import ROW


@dataclass(frozen=True)
class Merged:
    """A merged range of a sheet: rows and columns of the grid, from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, eq=False)
class Grid:
    """Every row of the source as text, null where a cell is empty.

    `frame` has String columns named "0", "1"…; `rows` (UInt32) is the row of each as a spreadsheet shows it, rising;
    a row it skips holds nothing. `widths` (UInt32) counts the cells each row has, None where all have the frame's
    width. `spill` holds the cells beyond the frame: `index` (UInt32) and `text` (tab-joined). `named` are the headings
    of a format that has its own (then every row of the frame is a record). `again` are the header rows of
    further sheets read as one table, which `parts` names; their rows count on. `last_row` counts the rows of the source.
    """

    frame: pl.DataFrame
    rows: pl.Series
    widths: pl.Series | None = None
    spill: pl.DataFrame = field(default_factory=lambda: no_spill())
    named: tuple[str, ...] | None = None
    merged: tuple[Merged, ...] = ()
    hidden: frozenset[int] = frozenset()
    again: tuple[int, ...] = ()
    last_row: int = 0
    parts: Parts = ()

    @property
    def height(self) -> int:
        """How many rows."""
        return self.frame.height

    @property
    def width(self) -> int:
        """How many columns."""
        return self.frame.width

    def page(self, start: int, stop: int) -> list[tuple[int, tuple[str, ...]]]:
        """Return some rows as (row number, cells), empty text where a cell is empty; for peeks only."""
        numbers = self.rows.slice(start, max(0, stop - start)).to_list()
        cells = self.frame.slice(start, max(0, stop - start)).rows()
        return [(number, tuple(cell or "" for cell in row)) for number, row in zip(numbers, cells, strict=True)]

    @classmethod
    def of(cls, frame: pl.DataFrame, first_row: int = 1, named: tuple[str, ...] | None = None) -> Grid:
        """Make a grid whose rows follow one another."""
        fresh = frame.rename({name: str(index) for index, name in enumerate(frame.columns)})
        numbers = pl.int_range(first_row, first_row + fresh.height, dtype=ROW, eager=True)
        return cls(fresh, numbers, named=named, last_row=first_row - 1 + fresh.height)


def no_spill() -> pl.DataFrame:
    """Return the empty `spill` frame."""
    return pl.DataFrame(schema={"index": ROW, "text": pl.String})
