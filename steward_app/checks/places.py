"""Coordinates: exactly one fault a point, told by where the numbers lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.standard import Standard
from ..core.table import nowhere, records_of, scattered

# Canada, in degrees (schemas.md §4, GEO-01).
SOUTH, NORTH, WEST, EAST = 41.6, 83.2, -141.1, -52.5
METRES = 10_000  # no degree is so large; no coordinate in metres of a Canadian place is so small
NEAR_ZERO, POLE = 1.0, 89.0


def on(kind: str, other: str) -> Callable[[Schema, Field], dict[str, Any] | None]:
    """Arise on the field of one kind where the schema has one of the other."""
    def arises(schema: Schema, item: Field) -> dict[str, Any] | None:
        partner = next((field.name for field in schema.fields if field.kind == other), None)
        return {"with": partner} if item.kind == kind and partner else None
    return arises


def in_canada(latitude: pl.Expr, longitude: pl.Expr) -> pl.Expr:
    """Tell whether a point lies in the box around Canada."""
    return latitude.is_between(SOUTH, NORTH) & longitude.is_between(WEST, EAST)


def far(number: pl.Expr) -> pl.Expr:
    """Tell whether a coordinate is too large for degrees."""
    return number.abs() >= METRES


def zero(latitude: pl.Expr, longitude: pl.Expr) -> pl.Expr:
    """Tell whether a point lies at 0, 0, at −1, −1, or at a pole: where programs put what they do not know."""
    origin = (latitude.abs() <= NEAR_ZERO) & (longitude.abs() <= NEAR_ZERO)
    return origin | (latitude.abs().is_between(POLE, 90) & ~in_canada(longitude, latitude))


@check("G01", "swapped", Severity.MUST, scope="row", arises=on("latitude", "longitude"), params=("with",),
       says=Text("Latitude and longitude look swapped in {n} rows.",
                 "La latitude et la longitude semblent inversées dans {n} lignes.",
                 "Latitude and longitude look swapped.", "La latitude et la longitude semblent inversées."),
       do=Text("Swap them.", "Intervertissez-les."),
       why=Text("The point is drawn on the other side of the world.", "Le point est placé à l’autre bout du monde."),
       right="45.5, -73.6", wrong="-73.6, 45.5")
def swapped(view: View, rule: Rule) -> pl.Expr:
    """Mark points that lie in Canada once their numbers are swapped."""
    return in_canada(view[rule["with"]], view[str(rule.field)])


def both_coordinates(view: View, rule: Rule) -> tuple[str, ...]:
    """Return the fields of the point."""
    return str(rule.field), rule["with"]


@check("G02", "outside-canada", Severity.MUST, scope="row", arises=on("latitude", "longitude"), params=("with",),
       eager=True, reads=both_coordinates,
       says=Text("{n} points fall outside Canada.", "{n} points sont hors du Canada.",
                 "The point falls outside Canada.", "Le point est hors du Canada."),
       do=Text("See map.", "Voir la carte."),
       why=Text("A municipality’s records lie in Canada.", "Les données d’une municipalité se situent au Canada."),
       right="45.5, -73.6", wrong="12, -73.6")
def outside_canada(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark points more than half a degree from Canada's real boundaries that no other check of this family explains.

    (Natural Earth 1:50m; without the grid, points outside the box around Canada.)
    """
    away, unexplained = away_from_canada(view, *both_coordinates(view, rule))
    records = records_of(standard.frame.select(away).to_series())
    points = standard.frame.select(both_coordinates(view, rule))[records]
    return scattered(nowhere(standard.height), records, points.select(unexplained).to_series())


def away_from_canada(view: View, here: str, there: str) -> tuple[pl.Expr, pl.Expr]:
    """Return whether a point is away from Canada, and whether nothing else explains it; built once a view."""
    key = ("away", here, there)
    if key not in view.memo:
        latitude, longitude, canada = pl.col(here), pl.col(there), view.vocabularies.get("canada")
        inside = in_canada(latitude, longitude) & (canada.near(latitude, longitude) if canada else True)
        explained = (in_canada(longitude, latitude) | in_canada(latitude, -longitude) | zero(latitude, longitude)
                     | far(latitude) | far(longitude))
        view.memo[key] = ~inside, ~explained
    found: tuple[pl.Expr, pl.Expr] = view.memo[key]
    return found


@check("G03", "zero-point", Severity.MUST, scope="row", arises=on("latitude", "longitude"), params=("with",),
       says=Text("{point} is not a real place.", "{point} n’est pas un lieu réel."),
       do=Text("Leave the cells empty if the place is unknown.", "Laissez les cellules vides si les coordonnées sont inconnues."),
       many=Text("{n} points, such as {point}, are not real places.",
                 "{n} points, dont {point}, ne sont pas des lieux réels."),
       why=Text("The point is drawn in the ocean.", "Le point est placé dans l’océan."),
       right="45.5, -73.6", wrong="0, 0")
def zero_point(view: View, rule: Rule) -> pl.Expr:
    """Mark points at 0, 0 and the like."""
    return zero(view[str(rule.field)], view[rule["with"]])


@check("G04", "metres", Severity.MUST, scope="row", arises=on("latitude", "longitude"), params=("with",),
       says=Text("{value} looks like metres, not degrees.", "{value} semble être en mètres et non en degrés."),
       do=Text("Which map system?", "Quel système de coordonnées?"),
       many=Text("{n} points, such as {value}, look like metres, not degrees.",
                 "{n} points, dont {value}, semblent être en mètres et non en degrés."),
       why=Text("Maps on the web expect degrees.", "Les cartes du Web attendent des degrés."),
       right="45.5, -73.6", wrong="5041234, 301234")
def metres(view: View, rule: Rule) -> pl.Expr:
    """Mark points whose numbers are too large for degrees. (schemas.md §4, GEO-05)"""
    return far(view[str(rule.field)]) | far(view[rule["with"]])


@check("G05", "sign-lost", Severity.MUST, scope="row", arises=on("longitude", "latitude"), params=("with",),
       says=Text("Longitudes in Canada are negative: {value} → {suggestion}.",
                 "Au Canada, la longitude est négative\u00a0: {value} → {suggestion}."),
       why=Text("The point is drawn in Asia.", "Le point est placé en Asie."),
       right="-73.6", wrong="73.6")
def sign_lost(view: View, rule: Rule) -> pl.Expr:
    """Mark longitudes that lie in Canada once they are negative."""
    return in_canada(view[rule["with"]], -view[str(rule.field)])


CHECKS = (swapped, outside_canada, zero_point, metres, sign_lost)
