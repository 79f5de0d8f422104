"""Where Canada is: a grid of tenths of a degree made from real boundaries, each cell with its nearest province.

The grid (`schemas/reference/canada.csv`) comes from Natural Earth 1:50m, admin 1 (public domain): runs of cells within
half a degree of land, so that a small island or a pier is never called foreign.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

SOUTH, WEST, HEIGHT, WIDTH = 410, -1420, 430, 905
PROVINCES = ("NL", "PE", "NS", "NB", "QC", "ON", "MB", "SK", "AB", "BC", "YT", "NT", "NU")
INSIDE = 16


@dataclass(frozen=True, eq=False)
class Canada:
    """`cells`: 0 away from Canada, else 1 + the place of the nearest province, and INSIDE more where the cell is land."""

    cells: pl.Series

    def cell(self, latitude: pl.Expr, longitude: pl.Expr) -> pl.Expr:
        """Return the cell of each point, 0 for one off the grid, null where either coordinate is unknown."""
        row = (latitude * 10).floor().cast(pl.Int64, strict=False) - SOUTH
        column = (longitude * 10).floor().cast(pl.Int64, strict=False) - WEST
        on_grid = row.is_between(0, HEIGHT - 1) & column.is_between(0, WIDTH - 1)
        place = pl.when(on_grid).then(row * WIDTH + column).otherwise(0)
        return pl.lit(self.cells).gather(place.cast(pl.UInt32))

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
