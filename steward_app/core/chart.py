"""What a small map shows of a problem: its points, a spread of the others, the box around them, and outlines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from .findings import Findings, Key
from .standard import prepared, standard_of
from .table import Table
from .view import View

AT_MOST = 2_000
TAIL = 0.01  # left out of the box at each end: it holds the middle 98 %
MARGIN, LEAST = 0.12, 0.01  # of the span, and in degrees
AROUND = 3.0  # outlines are kept so many spans around the box: a window is wider than the box
FAMILY = "G"  # the checks of geography

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Box:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def touches(self, other: Box) -> bool:
        """Tell whether two boxes have a point in common."""
        return (self.west <= other.east and other.west <= self.east
                and self.south <= other.north and other.south <= self.north)

    def grown(self, share: float, least: float = 0.0) -> Box:
        """Return the box with a margin on each side: a share of its larger span, `least` degrees if that is more."""
        more = max(least, share * max(self.east - self.west, self.north - self.south))
        return Box(self.west - more, self.south - more, self.east + more, self.north + more)

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Box:
        """Return the smallest box around (longitude, latitude) points; there must be one."""
        across, up = zip(*points, strict=True)
        return cls(min(across), min(up), max(across), max(up))


CANADA = Box(-141.1, 41.6, -52.5, 83.2)


@dataclass(frozen=True)
class Outline:
    """One ring of a province or territory, with the box around it."""

    box: Box
    ring: Ring


@dataclass(frozen=True, eq=False)
class Chart:
    """A map of one problem. `shown` is what it shows, `common` the box of the middle 98 % of the other points.

    `good` are (longitude, latitude), `marked` (longitude, latitude, record); each is a spread of at most 2,000.
    `goods` and `marks` count all points of either kind, `inside` and `outside` all of them in and out of `common`.
    """

    shown: Box
    common: Box
    good: tuple[tuple[float, float], ...]
    marked: tuple[tuple[float, float, int], ...]
    goods: int
    marks: int
    inside: int
    outside: int
    rings: tuple[Ring, ...]


def outlines(collection: Mapping[str, Any]) -> tuple[Outline, ...]:
    """Return the outer rings of a GeoJSON collection of polygons."""
    found: list[Outline] = []
    for feature in collection["features"]:
        shape = feature["geometry"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = [tuple((float(x), float(y)) for x, y, *_ in part[0]) for part in parts]
        found += [Outline(Box.around(ring), ring) for ring in rings]
    return tuple(found)


def charted(view: View, table: Table, findings: Findings, key: Key, lands: Iterable[Outline]) -> Chart | None:
    """Return the map of a problem; None where it marks no record or nothing feeds a latitude and a longitude."""
    problem, view = findings.get(key), prepared(view, table)
    names = view.of_kind("longitude"), view.of_kind("latitude")
    if problem is None or problem.mask is None or names[0] is None or names[1] is None:
        return None
    frame = standard_of(view, table, fields={names[0], names[1]}, learn=False)[0].frame
    faulty = [p.mask for p in findings.listed if p.check.id.startswith(FAMILY) and p.mask is not None]
    frame = frame.select(pl.col(names[0]).cast(pl.Float64).alias("x"), pl.col(names[1]).cast(pl.Float64).alias("y"),
                         problem.mask.alias("marked"), pl.any_horizontal(faulty).alias("faulty"))
    points = frame.with_row_index("record").filter(pl.col("x").is_finite() & pl.col("y").is_finite())
    return drawn(points.filter(~pl.col("faulty")), points.filter("marked"), lands)


def drawn(good: pl.DataFrame, marked: pl.DataFrame, lands: Iterable[Outline]) -> Chart:
    """Return the map of points `x`, `y`, `record`, apart those that a problem marks."""
    lozenges = spread(marked).select("x", "y", "record").rows()
    at_home = [(x, y) for x, y, _ in lozenges if CANADA.holds(x, y)]
    common = middle(good) if good.height else Box.around(at_home) if at_home else CANADA
    corners = [(common.west, common.south), (common.east, common.north)]
    shown = Box.around([*corners, *at_home]).grown(MARGIN, LEAST)
    near = shown.grown(AROUND)
    inside = within(good, common) + within(marked, common)
    return Chart(shown, common, tuple(spread(good).select("x", "y").rows()), tuple(lozenges), good.height, marked.height,
                 inside, good.height + marked.height - inside,
                 tuple(land.ring for land in lands if land.box.touches(near)))


def middle(points: pl.DataFrame) -> Box:
    """Return the box of the middle 98 % of some points, each coordinate by itself."""
    ends = [points[name].quantile(share, "nearest") for share in (TAIL, 1 - TAIL) for name in ("x", "y")]
    return Box(*(float(end or 0.0) for end in ends))


def within(points: pl.DataFrame, box: Box) -> int:
    """Count the points in a box."""
    inside = pl.col("x").is_between(box.west, box.east) & pl.col("y").is_between(box.south, box.north)
    return int(points.select(inside.sum()).item() or 0)


def spread(points: pl.DataFrame) -> pl.DataFrame:
    """Return at most 2,000 of some points, evenly from the first to the last."""
    if points.height <= AT_MOST:
        return points
    return points[(pl.int_range(AT_MOST, dtype=pl.Int64, eager=True) * points.height) // AT_MOST]
