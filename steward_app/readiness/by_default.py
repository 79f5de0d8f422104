"""Principle 1, open by default: nothing personal is left in what is published."""

from __future__ import annotations

from ..core.package import Package
from .answer import Answer, Rule, cells


def nothing_personal(package: Package) -> Answer:
    """No cell of a written field looks like personal information (P01), unless it was confirmed with a reason."""
    found = cells(package, "P01", written=True)
    return Answer(found == 0, {"n": found})


RULES = (Rule("P1-01", nothing_personal, otherwise="check"),)
