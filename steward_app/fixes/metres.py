"""Coordinates in metres: converted from the map system that the steward chooses, where the place makes it likely."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from ..core.schema import folded
from ..core.text import Text
from .coordinates import columns
from .proposal import Points, Proposal
from .wrong import Fix, Wrong, fix

UTM = Text("Convert to degrees (UTM, zone {zone}, NAD83)", "Convertir en degrés (UTM, fuseau {zone}, NAD83)")
MTM = Text("Convert to degrees (MTM, zone {zone}, NAD83)", "Convertir en degrés (MTM, fuseau {zone}, NAD83)")
OTHERS = (
    ("lambert-canada", 3347, Text("Convert to degrees (Statistics Canada Lambert)",
                                  "Convertir en degrés (Lambert de Statistique Canada)")),
    ("lambert-quebec", 32198, Text("Convert to degrees (Québec Lambert)", "Convertir en degrés (Lambert du Québec)")),
    ("lambert-ontario", 3161, Text("Convert to degrees (Ontario Lambert)", "Convertir en degrés (Lambert de l’Ontario)")),
    ("albers-bc", 3005, Text("Convert to degrees (BC Albers)", "Convertir en degrés (Albers de la Colombie-Britannique)")),
    ("alberta-forest", 3400, Text("Convert to degrees (Alberta 10-TM, Forest)", "Convertir en degrés (Alberta 10-TM, Forest)")),
    ("alberta-resource", 3401, Text("Convert to degrees (Alberta 10-TM, Resource)",
                                    "Convertir en degrés (Alberta 10-TM, Resource)")),
    ("stereographic-nb", 2953, Text("Convert to degrees (New Brunswick Stereographic)",
                                    "Convertir en degrés (stéréographique du Nouveau-Brunswick)")),
    ("stereographic-pe", 2954, Text("Convert to degrees (Prince Edward Island Stereographic)",
                                    "Convertir en degrés (stéréographique de l’Île-du-Prince-Édouard)")),
    ("web-mercator", 3857, Text("Convert to degrees (Web Mercator)", "Convertir en degrés (Mercator du Web)")),
)
NEAR = 0.5  # degrees around nine in ten of the table's own good points
PLACES = 6  # decimals: a tenth of a metre


Lies = Callable[[pl.Expr, pl.Expr], pl.Expr]  # of latitude and longitude: whether the point lies where it should
SOUTH, NORTH, WEST, EAST = 41.6, 83.2, -141.1, -52.5  # Canada (schemas.md §4, GEO-01)


def within(south: float, north: float, west: float, east: float) -> Lies:
    """Return the test of lying in a box."""
    return lambda latitude, longitude: latitude.is_between(south, north) & longitude.is_between(west, east)


def from_system(epsg: int) -> Callable[[Wrong], Proposal | None]:
    """Return the function that converts from one map system."""
    def propose(wrong: Wrong) -> Proposal | None:
        return converted(wrong, epsg)
    return propose


def converted(wrong: Wrong, epsg: int) -> Proposal | None:
    """Propose degrees for the marked points; None where the place is unknown or most of them would not lie there."""
    latitude, longitude = columns(wrong)
    if not latitude or not longitude:
        return None
    lies = wrong.once("place", lambda: place_of(wrong, latitude, longitude))
    if lies is None:
        return None
    y, x = (numbers(wrong.table.cells(column, wrong.records)) for column in (latitude, longitude))
    north, east = in_degrees(x, y, epsg)
    found = pl.DataFrame({"lat": north, "lon": east}).select(
        lies(pl.col("lat"), pl.col("lon")).fill_null(False).alias("in"), written("lat"), written("lon"))
    if not found["in"].any():
        return None
    return Points.of(wrong.table, (latitude, longitude), wrong.records, found["lat"], found["lon"]).where(found["in"])


def in_degrees(x: pl.Series, y: pl.Series, epsg: int) -> tuple[pl.Series, pl.Series]:
    """Return latitudes and longitudes of points in metres; null where they cannot be worked out.

    They are those of the system's own datum, NAD83 or its revision, two metres from WGS 84 at most: to look for a way
    from one datum to the other takes twenty times as long.
    """
    from pyproj import CRS, Transformer

    system = CRS.from_epsg(epsg)
    turned = Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    east, north = turned.transform(x.fill_null(float("nan")).to_list(), y.fill_null(float("nan")).to_list())
    return finite(north), finite(east)


def finite(values: Any) -> pl.Series:
    """Return numbers, null where a conversion gave none."""
    series = pl.Series("degrees", values, dtype=pl.Float64)
    return pl.select(pl.when(series.is_finite()).then(series)).to_series()


def place_of(wrong: Wrong, latitude: str, longitude: str) -> Lies | None:
    """Return where the points should lie: near the table's good ones, else in its province, else in the publisher's."""
    good = pl.DataFrame({"lat": numbers(wrong.table.frame[latitude]), "lon": numbers(wrong.table.frame[longitude])}) \
        .filter(within(SOUTH, NORTH, WEST, EAST)(pl.col("lat"), pl.col("lon")))
    if good.height:
        south, west = good.select(pl.all().quantile(0.05)).row(0)
        north, east = good.select(pl.all().quantile(0.95)).row(0)
        return within(south - NEAR, north + NEAR, west - NEAR, east + NEAR)
    return in_province(wrong, province_of(wrong) or publishers(wrong))


def in_province(wrong: Wrong, province: str | None) -> Lies | None:
    """Return the test of lying in a province by its real boundaries; None where either is not known."""
    canada = wrong.view.vocabularies.get("canada")
    if canada is None or province is None:
        return None
    return lambda latitude, longitude: canada.near(latitude, longitude) & ~canada.elsewhere(latitude, longitude, pl.lit(province))


def publishers(wrong: Wrong) -> str | None:
    """Return the publisher's province, from the first two digits of its geographic code, its own or the table's."""
    alphas = {row["sgc"]: row["alpha"] for row in wrong.view.vocabularies.get("provinces") or ()}
    feed = wrong.view.feed(wrong.view.of_kind("sgc") or "")
    told = frequent(wrong.table.frame[feed.columns[0]]) if feed and feed.columns else None
    return alphas.get((wrong.view.place or told or "")[:2])


def province_of(wrong: Wrong) -> str | None:
    """Return the most frequent province of the table's own field of provinces, in code."""
    name = next((item.name for item in wrong.view.schema.fields if item.code_list == "province"), None)
    feed = wrong.view.feed(name) if name else None
    codes = wrong.view.codes(name) if name else None
    if feed is None or codes is None:
        return None
    said = frequent(wrong.table.frame[feed.columns[0]]) if feed.columns else feed.constant
    return codes.by_folded.get(folded(said or ""))


def frequent(text: pl.Series) -> str | None:
    """Return the most frequent text of a column."""
    modes = text.drop_nulls().mode()
    return str(modes.sort()[0]) if len(modes) else None


def numbers(text: pl.Series) -> pl.Series:
    """Return plain numbers, null for anything else."""
    return text.str.strip_chars().str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)


def written(name: str) -> pl.Expr:
    """Write degrees with as many decimals as say something."""
    return pl.col(name).round(PLACES).cast(pl.Decimal(12, PLACES), strict=False).cast(pl.String).alias(name)


def declared(id: str, epsg: int, named: Text) -> Fix:
    """Declare the conversion from one system; the steward chooses it."""
    return fix(f"from-{id}", mends="G04", safe=False, named=named)(from_system(epsg))


# NAD83 / UTM zones 7 to 22 are EPSG 26907 to 26922, NAD83 / MTM zones 1 to 17 are EPSG 32181 to 32197.
FIXES = (
    *(declared(f"utm-{zone}", 26900 + zone, UTM.with_(zone=zone)) for zone in range(7, 23)),
    *(declared(f"mtm-{zone}", 32180 + zone, MTM.with_(zone=zone)) for zone in range(1, 18)),
    *(declared(*other) for other in OTHERS),
)
