"""What a rule of the Charter answers: whether it holds, and the facts its sentence needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.package import Package


@dataclass(frozen=True)
class Answer:
    """Whether a rule holds for a package; `facts` fill the holes of its sentence in `schemas/charter.csv`."""

    holds: bool
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """One rule by its id in `schemas/charter.csv`, and the function that decides it. `otherwise`: its word when it fails.

    Without `otherwise` the word follows the rule's level: must for fail, better for advice.
    """

    id: str
    run: Callable[[Package], Answer]
    otherwise: str = ""


def cells(package: Package, *checks: str, written: bool = False) -> int:
    """Count the cells that some checks mark; `written` keeps to fields that are in the package."""
    return sum(problem.cells for problem in package.findings.listed if problem.check.id in checks
               and (not written or problem.rule.field in package.frame.columns))
