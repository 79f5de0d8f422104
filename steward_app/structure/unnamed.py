"""A first column that the headings pass over, as R writes the names of rows: the headings belong one cell to the right."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from .header import Header, likeness
from .sight import Sight

REASON = Text("The records have one cell more than the headings: the first column has no heading.",
              "Les enregistrements ont une cellule de plus que les en-têtes\u00a0: la première colonne n’a pas d’en-tête.")
LOOK, NEARLY, BETTER = 100, 0.95, 0.1


def beside(sight: Sight, found: Header) -> Header | None:
    """Return the same header row, one cell to the right; None where the headings stand over their columns as they are."""
    widths = sight.grid.widths
    if widths is None or len(found.at) != 1 or found.at[0] + 1 >= sight.grid.height:
        return None
    at = found.at[0]
    own = int(widths[at])
    below, rows = widths.slice(at + 1, LOOK), sight.grid.frame.slice(at + 1, LOOK)
    there = sight.fill.slice(at + 1, LOOK) > 0
    rows, below = rows.filter(there), below.filter(there)
    if own < 2 or own >= sight.grid.width or not below.len() or int((below == own + 1).sum()) < NEARLY * below.len():
        return None
    first, last = rows.to_series(0), rows.to_series(own)
    if first.null_count() or first.n_unique() < first.len() or last.null_count() * 2 > last.len():
        return None
    body, names = rows.rows(), sight.row(at)
    if any(decimals(rows.to_series(index)) for index in range(1, own + 1)):
        return None  # a decimal comma parted numbers, most likely
    least = 0 if counts(first) else BETTER
    if likeness((None, *names[:own]), body) < likeness(names[:own], body) + least:
        return None
    return Header(found.at, REASON, found.sure)


def counts(first: pl.Series) -> bool:
    """Tell whether a column counts the rows, from 0 or from 1."""
    numbers = first.cast(pl.Int64, strict=False)
    return not numbers.null_count() and numbers[0] in (0, 1) and bool((numbers.diff().drop_nulls() == 1).all())


def decimals(column: pl.Series) -> bool:
    """Tell whether a column holds two digits in every row, as what follows a decimal comma."""
    return not column.null_count() and bool(column.str.contains(r"^\d\d$").all())
