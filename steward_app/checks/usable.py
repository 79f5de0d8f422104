"""Whether a standard's own rules can run at all: asked once, when it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import polars as pl

from ..core.check import Check, Text, rules_for
from ..core.mapping import Feed, Mapping
from ..core.problem import Problem
from ..core.schema import Rule, Schema
from ..core.standard import prepared, standard_of
from ..core.table import Table
from ..core.view import View

CANNOT_RUN = Text("The rule {check} of “{field}” in “{standard}” cannot be run.",
                  "La règle {check} du champ «\u00a0{field}\u00a0» de la norme «\u00a0{standard}\u00a0» est inutilisable.")
UNKNOWN = Text("The standard “{standard}” names a check that does not exist, {check}.",
               "La norme «\u00a0{standard}\u00a0» nomme une vérification qui n’existe pas, {check}.")
ASK_AUTHOR = Text("Ask whoever made the standard for a corrected file.",
                  "Demandez un fichier corrigé à la personne qui a créé la norme.")
ANY_DAY = dt.date(2000, 1, 1)


def problem_of(schema: Schema, checks: Iterable[Check]) -> Problem | None:
    """Return why a standard cannot be used: a pattern polars cannot compile, a limit of another type, a lost parameter."""
    checks = tuple(checks)
    known = {check.id for check in checks}
    for rule in schema.rules:
        if rule.check not in known:
            return Problem("S04", UNKNOWN, ASK_AUTHOR, {"standard": schema.name, "check": rule.check})
    names = [field.name for field in schema.fields]
    table = Table.of(pl.DataFrame({name: [None] for name in names}, schema=dict.fromkeys(names, pl.String)), names)
    view = prepared(View(schema, Mapping({name: Feed((name,)) for name in names}), ANY_DAY), table)
    frame = standard_of(view, table)[0].frame
    for check, rule in rules_for(schema, checks):
        found = fault_of(check, rule, view, frame)
        if found is not None:
            return found
    return None


def fault_of(check: Check, rule: Rule, view: View, frame: pl.DataFrame) -> Problem | None:
    """Return why one rule cannot be run, None where it can."""
    if check.scope not in ("cell", "row") or check.eager:
        return None
    try:
        expr = check.run(view, rule)
        if expr is not None and all(name in frame.columns for name in expr.meta.root_names()):
            frame.select(expr)
    except Problem as problem:
        return problem
    except (KeyError, TypeError, ValueError, pl.exceptions.PolarsError):
        facts = {"standard": view.schema.name, "check": rule.id or check.id, "field": rule.field or ""}
        return Problem("S04", CANNOT_RUN, ASK_AUTHOR, facts)
    return None
