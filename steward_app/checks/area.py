"""Points that lie in another province or territory than their records and their publisher say."""

from __future__ import annotations

import polars as pl

from ..core.canada import Canada
from ..core.check import Severity, Text, View, check
from ..core.schema import Rule
from .places import in_canada, on


@check("G06", "outside-area", Severity.CHECK, scope="row", arises=on("latitude", "longitude"), params=("with",),
       says=Text("{n} points lie in another province or territory than their records say.",
                 "{n} points sont situés dans une province ou un territoire autre que celui qu’indique leur enregistrement.",
                 "The point lies in another province or territory than its record says.",
                 "Le point est situé dans une province ou un territoire autre que celui qu’indique l’enregistrement."),
       do=Text("See map.", "Voir la carte."),
       why=Text("It is drawn far from the place it describes.", "Il apparaît loin du lieu qu’il décrit."),
       right="45.5, -73.6, QC", wrong="43.7, -79.4, QC")
def outside_area(view: View, rule: Rule) -> pl.Expr | None:
    """Mark points in Canada that lie neither in the province of their record nor in that of its publisher.

    Where these two disagree, X08 speaks. A cell of a tenth of a degree around a province counts as it (Natural Earth
    1:50m): a border town is never marked. Without boundaries, or where nothing names a province, it is not run.
    (schemas.md §4, GEO-06)
    """
    canada: Canada | None = view.vocabularies.get("canada")
    homes = homes_of(view)
    if canada is None or not homes:
        return None
    latitude, longitude = view[str(rule.field)], view[rule["with"]]
    return in_canada(latitude, longitude) & canada.elsewhere(latitude, longitude, *homes)


def homes_of(view: View) -> list[pl.Expr]:
    """Return the provinces that a record names: its own, that of its geographic code, that of the publisher."""
    alphas = {row["sgc"]: row["alpha"] for row in view.vocabularies.get("provinces") or ()}
    homes = [view[item.name] for item in view.schema.fields if item.code_list == "province" and view.fed(item.name)][:1]
    code = view.of_kind("sgc")
    if code is not None:
        whole = view[code].str.extract(r"^(\d{2})(?:\d{2}|\d{5})?$", 1)
        homes.append(whole.replace_strict(alphas, default=None, return_dtype=pl.String))
    home = alphas.get((view.place or "")[:2])
    return [*homes, pl.lit(home)] if home else homes


CHECKS = (outside_area,)
