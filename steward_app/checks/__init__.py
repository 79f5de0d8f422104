"""The checks, family by family, in running order. What is not named here does not exist."""

from __future__ import annotations

from ..core.check import listed
from ..core.problem import Problem
from ..core.schema import Schema
from . import (
    area,
    examples,
    federal,
    formula,
    identifiers,
    keys,
    languages,
    lists,
    lookups,
    order,
    places,
    points,
    postal,
    presence,
    privacy,
    rows,
    rules,
    shapes,
    spaces,
    sums,
    types,
)
from .usable import problem_of

CHECKS = listed(presence, formula, types, lists, shapes, identifiers, examples, spaces, order, places, area, points, postal,
                rules, sums, lookups, languages, federal, keys, rows, privacy)


def compile_problem(schema: Schema) -> Problem | None:
    """Return why a standard's rules cannot be run (a pattern, a limit, an unknown check), None where they can."""
    return problem_of(schema, CHECKS)


def usable(schema: Schema) -> Schema:
    """Return a standard whose rules can all be run. Raises Problem S04 where one cannot."""
    if problem := compile_problem(schema):
        raise problem
    return schema


__all__ = ["CHECKS", "compile_problem", "usable"]
