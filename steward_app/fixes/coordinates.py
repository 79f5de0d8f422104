"""Coordinates: exchanged, without their sign, or at 0, 0."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from .proposal import Points, Proposal, Together, counted, rewrites
from .wrong import Wrong, fix

SWAP = Text("Swap latitude and longitude", "Intervertir la latitude et la longitude")
MINUS = Text("Put the minus before longitudes", "Mettre le signe moins devant les longitudes")
NOWHERE = Text("Empty the coordinates 0, 0", "Vider les coordonnées 0, 0")


@fix("swap-coordinates", mends="G01", safe=True, named=SWAP)
def swap_coordinates(wrong: Wrong) -> Proposal | None:
    """Propose to exchange latitude and longitude in the marked records."""
    latitude, longitude = columns(wrong)
    if not latitude or not longitude or latitude == longitude:
        return None
    north, east = (wrong.table.cells(column, wrong.records) for column in (longitude, latitude))
    return Points.of(wrong.table, (latitude, longitude), wrong.records, north, east)


@fix("minus-longitude", mends="G05", safe=True, named=MINUS)
def minus_longitude(wrong: Wrong) -> Proposal | None:
    """Propose the minus that longitudes in Canada bear."""
    _, longitude = columns(wrong)
    if not longitude:
        return None
    values = counted(wrong.table.cells(longitude, wrong.records))
    bare = values["value"].str.replace(r"^\s*\+?\s*", "")
    after = pl.select(pl.when(bare.str.contains(r"^[0-9]")).then("-" + bare)).to_series()
    return rewrites(longitude, values, after, wrong.records)


@fix("empty-zero-point", mends="G03", safe=True, named=NOWHERE)
def empty_zero_point(wrong: Wrong) -> Proposal | None:
    """Propose to empty both coordinates where they say 0, 0: no place is known."""
    parts = []
    for column in dict.fromkeys(name for name in columns(wrong) if name):
        values = counted(wrong.table.cells(column, wrong.records))
        parts.append(rewrites(column, values, pl.Series([""] * values.height, dtype=pl.String), wrong.records))
    kept = tuple(part for part in parts if part)
    return Together(kept) if kept and all(columns(wrong)) else None


def columns(wrong: Wrong) -> tuple[str | None, str | None]:
    """Return the columns of latitude and longitude; None for one that no single column holds."""
    return column_of(wrong, "latitude"), column_of(wrong, "longitude")


def column_of(wrong: Wrong, kind: str) -> str | None:
    """Return the one column that feeds the field of a kind."""
    name = wrong.view.of_kind(kind)
    feed = wrong.view.feed(name) if name else None
    return feed.columns[0] if feed and len(feed.columns) == 1 and not feed.split else None


FIXES = (swap_coordinates, minus_longitude, empty_zero_point)
