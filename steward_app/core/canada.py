"""Where Canada is: a grid of tenths of a degree made from real boundaries, each cell with its nearest province.

The grid (`schemas/reference/canada.csv`) comes from Natural Earth 1:50m, admin 1 (public domain): runs of cells within
half a degree of land, so that a small island or a pier is never called foreign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

import polars as pl

SOUTH, WEST, HEIGHT, WIDTH = 410, -1420, 430, 905
PROVINCES = ("NL", "PE", "NS", "NB", "QC", "ON", "MB", "SK", "AB", "BC", "YT", "NT", "NU")
INSIDE = 16
BITS = {0: 0} | {place + 1: 1 << place for place in range(len(PROVINCES))}
BIT_OF = {code: 1 << place for place, code in enumerate(PROVINCES)}


@dataclass(frozen=True, eq=False)
class Canada:
    """`cells`: 0 away from Canada, else 1 + the place of the nearest province, and INSIDE more where the cell is land."""

    cells: pl.Series

    def cell(self, latitude: pl.Expr, longitude: pl.Expr) -> pl.Expr:
        """Return the cell of each point, 0 for one off the grid, null where either coordinate is unknown."""
        return pl.lit(self.cells).gather(self.place(latitude, longitude))

    def place(self, latitude: pl.Expr, longitude: pl.Expr) -> pl.Expr:
        """Return where the cell of each point stands in the grid; the first, which is empty, for one off it."""
        row, column = (latitude * 10).floor() - SOUTH, (longitude * 10).floor() - WEST
        on_grid = row.is_between(0, HEIGHT - 1) & column.is_between(0, WIDTH - 1)
        return pl.when(on_grid).then(row * WIDTH + column).otherwise(0).cast(pl.UInt32)

    @cached_property
    def around(self) -> pl.Series:
        """Return, for each cell, one bit for each province that lies in it or in a cell that touches it."""
        bits = (self.cells % INSIDE).replace_strict(BITS, return_dtype=pl.UInt16)
        moves = [row * WIDTH + column for row in (-1, 0, 1) for column in (-1, 0, 1)]
        return reduce(or_, [bits.shift(move, fill_value=0) for move in moves])

    def elsewhere(self, latitude: pl.Expr, longitude: pl.Expr, *provinces: pl.Expr) -> pl.Expr:
        """Tell whether a point in Canada is ten kilometres or more from each of the provinces beside it, by their codes.

        An unknown province counts for nothing; where none is known, nothing is told.
        """
        there = pl.lit(self.around).gather(self.place(latitude, longitude))
        bits = [code.replace_strict(BIT_OF, default=0, return_dtype=pl.UInt16).fill_null(0) for code in provinces]
        named = reduce(or_, bits)
        return (there != 0) & (named != 0) & ((there & named) == 0)

    def near(self, latitude: pl.Expr, longitude: pl.Expr) -> pl.Expr:
        """Tell whether a point lies in Canada, or within half a degree of it."""
        return self.cell(latitude, longitude) > 0

    def province(self, latitude: float, longitude: float) -> str | None:
        """Return the code of the province in which a point lies or to which it is nearest; None away from Canada."""
        frame = pl.DataFrame({"latitude": [float(latitude)], "longitude": [float(longitude)]})
        found = frame.select(self.cell(pl.col("latitude"), pl.col("longitude")).alias("cell"))["cell"][0]
        return PROVINCES[found % INSIDE - 1] if found else None

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[str, str]]) -> Canada:
        """Read the runs of the grid: `latitude`, `from`, `to`, `province`, `inside`."""
        cells = bytearray(HEIGHT * WIDTH)
        for run in rows:
            start = (round(float(run["latitude"]) * 10) - SOUTH) * WIDTH - WEST
            first, last = round(float(run["from"]) * 10), round(float(run["to"]) * 10)
            value = PROVINCES.index(run["province"]) + 1 + (INSIDE if run["inside"] == "1" else 0)
            cells[start + first:start + last] = bytes([value]) * (last - first)
        return cls(pl.Series("cells", list(cells), dtype=pl.UInt8))
