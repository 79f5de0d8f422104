"""The checks, family by family, in running order. What is not named here does not exist."""

from __future__ import annotations

from ..core.check import listed
from ..core.problem import Problem
from ..core.schema import Schema
from . import formula, keys, lists, order, places, postal, presence, privacy, rows, rules, shapes, spaces, types
from .usable import problem_of

CHECKS = listed(presence, formula, types, lists, shapes, spaces, order, places, postal, rules, keys, rows, privacy)



def compile_problem(schema: Schema) -> Problem | None:
    """Return why a standard's rules cannot be run (a pattern, a limit, an unknown check), None where they can."""
    return problem_of(schema, CHECKS)


__all__ = ["CHECKS", "compile_problem"]
