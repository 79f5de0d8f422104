"""Points that say less than they seem to: one for many addresses, or too few decimals."""

from __future__ import annotations

import polars as pl

from ..core.check import Severity, Shared, Text, View, check
from ..core.schema import Rule
from ..core.standard import Standard
from ..core.table import ROW, nowhere, scattered
from ..core.view import TEXT
from .places import both_coordinates, in_canada, on
from .repeats import crowded

CROWD = 20  # addresses on one exact point (schemas.md §4, GEO-08)
DECIMALS = 3  # about 100 m; fewer may be 1 km off (GEO-09)
ADDRESS = ("address_full", "civic_number", "street_name")  # without the unit: a tower is one point


def point_and_address(view: View, rule: Rule) -> tuple[str, ...]:
    """Return the fields read: both coordinates and what feeds the address; only itself where nothing does."""
    address = [name for name in ADDRESS if name in view.schema.by_name and view.fed(name)]
    return (str(rule.field), rule["with"], *address)


def shared_point(view: View, rule: Rule, standard: Standard) -> Shared:
    """Compare points in Canada, and count their addresses; without an address nothing is compared."""
    here, there, *address = point_and_address(view, rule)
    points = standard.frame.select(here, there)
    counted = points.select(in_canada(pl.col(here), pl.col(there)).fill_null(False)).to_series()
    return Shared(points, counted if address else nowhere(standard.height), CROWD,
                  standard.frame.select(name + TEXT for name in address))


@check("G08", "crowded-point", Severity.CHECK, scope="table", arises=on("latitude", "longitude"), params=("with",),
       reads=point_and_address, shares=shared_point,
       says=Text("More than 20 addresses share one point.", "Plus de 20 adresses partagent le même point."),
       do=Text("See map.", "Voir la carte."),
       why=Text("It is probably the centre of the town, not the place itself.",
                "C’est sans doute le centre de la ville, et non le lieu lui-même."),
       right="3 addresses on 45.5017, -73.5673", wrong="21 addresses on 45.5017, -73.5673")
def crowded_point(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark points in Canada that more than 20 different addresses have, the unit apart. (schemas.md §4, GEO-08)"""
    here, there, *address = point_and_address(view, rule)
    points = standard.frame.select(here, there)
    mask = nowhere(standard.height)
    if not address:
        return mask
    counted = points.select(in_canada(pl.col(here), pl.col(there)).fill_null(False)).to_series()
    records = crowded(points.hash_rows(), CROWD)
    records = records.filter(counted.gather(records))
    shared = standard.frame.select(here, there, *(pl.col(name + TEXT).alias(name) for name in address))[records]
    known = pl.any_horizontal(pl.col(address).is_not_null())
    different = pl.struct(address).filter(known).n_unique().over(here, there)
    return scattered(mask, records, shared.select(different > CROWD).to_series())


@check("G09", "coarse-point", Severity.BETTER, scope="row", arises=on("latitude", "longitude"), params=("with",),
       eager=True, reads=both_coordinates,
       says=Text("Fewer than 3 decimals: the point may be 1 km off.",
                 "Moins de 3 décimales\u00a0: le point peut être à 1 km près."),
       do=Text("Publish 5 or 6 decimals if you have them.", "Diffusez 5 ou 6 décimales si vous les avez."),
       why=Text("The record is drawn on another street.", "L’enregistrement apparaît dans une autre rue."),
       right="45.5017, -73.5673", wrong="45.5, -73.57")
def coarse_point(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark points in Canada with fewer than 3 decimals in both numbers. (schemas.md §4, GEO-09)"""
    here, there = both_coordinates(view, rule)
    round_numbers = in_canada(pl.col(here), pl.col(there)) & whole_hundredths(here) & whole_hundredths(there)
    records = standard.frame.select(round_numbers.fill_null(False)).to_series().arg_true().cast(ROW)
    short = [~standard.text(name).gather(records).str.contains(rf"\.[0-9]{{{DECIMALS}}}") for name in (here, there)]
    return scattered(nowhere(standard.height), records, short[0] & short[1])


def whole_hundredths(name: str) -> pl.Expr:
    """Tell whether a number may be written with two decimals: cheaper to ask than its text."""
    hundredths = pl.col(name) * 100.0
    return (hundredths - hundredths.round()).abs() < 1e-6


CHECKS = (crowded_point, coarse_point)
