"""What the proposals look at: the rows of a grid, how full each is, and what is a heading."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from ..core import sheets
from ..core.grid import Grid
from ..core.reading import Asked
from ..core.text import Text

HEAD, SPARSE, MANY, BLANKS = 200, 3, 200_000, " \t\u00a0\u200b\ufeff\r\n"


@dataclass(frozen=True)
class Leave:
    """Rows proposed as not records: their kind, where they stand in the grid, and the reason."""

    kind: str
    at: tuple[int, ...]
    reason: Text


@dataclass(frozen=True, eq=False)
class Sight:
    """A grid and what is known of it so far. `header` are the positions of the header rows, `first` of the body.

    `fill` counts the cells of each row that hold something. `known_usual` is what `usual` is where the grid holds only
    some rows of a larger table.
    """

    grid: Grid
    asked: Asked
    fill: pl.Series
    header: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    first: int = 0
    stop: int = 0
    gone: frozenset[int] = field(default_factory=frozenset)
    known_usual: int | None = None

    @classmethod
    def of(cls, grid: Grid, asked: Asked) -> Sight:
        """Look at a grid for the first time."""
        return cls(grid, asked, filled(grid.frame), stop=grid.height)

    @cached_property
    def usual(self) -> int:
        """How many cells a row of the body usually fills: two rows of three fill that many or fewer."""
        if self.known_usual is not None:
            return self.known_usual
        body = self.fill.slice(self.first, max(0, self.stop - self.first))
        filled = body.filter(body > 0)
        return int(filled.quantile(0.65, "nearest") or 0) if filled.len() else 0

    @cached_property
    def head(self) -> list[tuple[str | None, ...]]:
        """The first rows of the grid."""
        return self.grid.frame.head(HEAD).rows()

    @cached_property
    def thin(self) -> list[int]:
        """The rows of the body that hold something, but at most a third of what is usual (one cell of three).

        None where there are very many: they are records of their kind then, and each is looked at by itself.
        """
        limit = max(1, self.usual // 3)
        body = self.fill.slice(self.first, max(0, self.stop - self.first))
        found = ((body > 0) & (body <= limit)).arg_true() if self.usual > limit else pl.Series([], dtype=pl.UInt32)
        return [self.first + int(at) for at in found] if found.len() <= MANY else []

    def row(self, at: int) -> tuple[str | None, ...]:
        """Return one row of the grid."""
        return self.grid.frame.row(at)

    def cells(self, at: int) -> list[str]:
        """Return the filled cells of a row, stripped."""
        return [cell.strip() for cell in self.row(at) if cell and cell.strip()]

    def number(self, at: int) -> int:
        """Return the row of a position, as a spreadsheet shows it; of further sheets, counted on."""
        return int(self.grid.rows[at])

    def called(self, at: int) -> int | str:
        """Return the row of a position in words: of several sheets, with its own."""
        return sheets.called(self.grid.parts, self.number(at)) if self.grid.parts else self.number(at)


def filled(frame: pl.DataFrame) -> pl.Series:
    """Return how many cells of each row hold something (UInt32); a row of spaces counts as empty."""
    gaps = [name for name in frame.columns if frame[name].null_count()]
    missing = frame.select(pl.sum_horizontal(pl.col(name).is_null().cast(pl.UInt16) for name in gaps)).to_series() \
        if gaps else pl.repeat(0, frame.height, dtype=pl.UInt16, eager=True)
    counted = (frame.width - missing.cast(pl.Int32)).cast(pl.UInt32)
    few = (counted <= SPARSE).arg_true()
    if not few.len():
        return counted
    spaces = frame[few].select(pl.sum_horizontal(
        (pl.all().str.strip_chars(BLANKS).str.len_bytes() > 0).cast(pl.UInt32).fill_null(0)))
    return counted.clone().scatter(few, spaces.to_series())
