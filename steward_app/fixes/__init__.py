"""The fixes, family by family, in running order. What is not named here does not exist."""

from __future__ import annotations

from . import (
    codes,
    coordinates,
    dates,
    federal,
    identifiers,
    metres,
    numbers,
    placeholders,
    rows,
    shapes,
    spaces,
    yes_no,
)
from .proposal import NewReading, Points, Proposal, Removal, Rewrites, Together, Told, nothing_told, told
from .trial import offered
from .wrong import Fix, Wrong, wrong_of


def listed(*families: tuple[Fix, ...]) -> tuple[Fix, ...]:
    """Join the families in running order. Raises ValueError if two fixes share an id."""
    fixes = tuple(item for family in families for item in family)
    if len({item.id for item in fixes}) < len(fixes):
        raise ValueError("two fixes share an id")
    return fixes


FIXES = listed(rows.FIXES, spaces.FIXES, placeholders.FIXES, dates.FIXES, numbers.FIXES, yes_no.FIXES, codes.FIXES,
               shapes.FIXES, identifiers.FIXES, coordinates.FIXES, metres.FIXES, federal.FIXES)


def for_check(check: str) -> tuple[Fix, ...]:
    """Return the fixes that mend what a check marks, the one to prefer first."""
    return tuple(item for item in FIXES if check in item.mends)


def by_id(name: str) -> Fix | None:
    """Return a fix by its id, as a recipe names it; None where there is none."""
    return next((item for item in FIXES if item.id == name), None)


__all__ = ["FIXES", "Fix", "NewReading", "Points", "Proposal", "Removal", "Rewrites", "Together", "Told", "Wrong", "by_id",
           "for_check", "nothing_told", "offered", "told", "wrong_of"]
