"""Limits that a rule gives as text or number, as values of the field's own type."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl

from ..core.problem import Problem
from ..core.text import Text
from ..core.view import View

BAD_LIMIT = Text("The limit “{limit}” of “{field}” does not fit its type.",
                 "La limite «\u00a0{limit}\u00a0» du champ «\u00a0{field}\u00a0» ne convient pas à son type.")
ASK_AUTHOR = Text("Ask whoever made the standard for a corrected file.",
                  "Demandez un fichier corrigé à la personne qui a créé la norme.")


def bound(view: View, name: str, limit: Any) -> pl.Expr:
    """Return a limit as a literal of the field's type; `"today"` is the view's day. Raises Problem S04."""
    kind = view.field(name).type if name in view.schema.by_name else "string"
    try:
        return pl.lit(typed(kind, limit, view.today))
    except (ValueError, TypeError) as error:
        raise Problem("S04", BAD_LIMIT, ASK_AUTHOR, {"limit": str(limit), "field": name}) from error


def typed(kind: str, limit: Any, today: dt.date) -> Any:
    """Return a limit as a Python value of a type of Table Schema. Raises ValueError, TypeError."""
    if kind in ("date", "datetime"):
        day = today if limit == "today" else dt.datetime.fromisoformat(str(limit))
        if kind == "date":
            return day.date() if isinstance(day, dt.datetime) else day
        return day.replace(tzinfo=None) if isinstance(day, dt.datetime) else dt.datetime.combine(day, dt.time.max)
    if kind in ("integer", "year", "number"):
        return today.year if limit == "today" else float(limit)
    return today.isoformat()[:7] if limit == "today" and kind == "yearmonth" else str(limit)
