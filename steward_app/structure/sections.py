"""Rows that name a section of the table; the name becomes a column."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from ..core.text import Text
from .sight import Leave, Sight
from .values import NUMBER, kind

REASON = Text("{n} rows name sections; their names are in the column Section.",
              "{n} lignes nomment des sections; leurs noms sont dans la colonne Section.",
              "Row {row} names a section; its name is in the column Section.",
              "La ligne {row} nomme une section; son nom est dans la colonne Section.")


def propose(sight: Sight) -> list[Leave]:
    """Leave out rows with one short text in a first column, followed by records, where records fill three cells or more."""
    if sight.usual < 3 or not sight.header:
        return []
    rows = [row for row in sight.thin if row not in sight.gone and names_a_section(sight, row)]
    if not rows or len(rows) * 2 > sight.stop - sight.first or also_values(sight, rows):
        return []
    if (len(rows) == 1 and rows[0] - sight.first > 1) or sparse(sight, len(rows)):
        return []
    return [Leave("section", tuple(rows), REASON.with_(n=len(rows), row=sight.called(rows[0])))]


def sparse(sight: Sight, count: int) -> bool:
    """Tell whether as many records are half full as are thin: a table of few marks, whose thin rows are records too."""
    body = sight.fill.slice(sight.first, max(0, sight.stop - sight.first))
    thin = max(1, sight.usual // 3)
    return int(((body > thin) & (body * 3 <= sight.usual * 2)).sum()) >= count


def also_values(sight: Sight, rows: Sequence[int]) -> bool:
    """Tell whether the names are ordinary values of records too, so that the thin rows are poor records."""
    names = pl.Series([sight.cells(row)[0] for row in rows], dtype=pl.String).unique()
    body = sight.grid.frame.slice(sight.first, sight.stop - sight.first)
    full = body.filter(sight.fill.slice(sight.first, sight.stop - sight.first) * 2 > sight.usual)
    first = full.select(pl.any_horizontal(pl.nth(0, 1).str.strip_chars().is_in(names.implode()))).to_series()
    return int(first.sum() or 0) * 20 > len(rows)


def names_a_section(sight: Sight, at: int) -> bool:
    """Tell whether a row holds one text, in one of the first two columns, and a record follows."""
    cells = sight.cells(at)
    row = sight.row(at)
    where = next(index for index, cell in enumerate(row) if cell and cell.strip())
    if len(cells) != 1 or where > 1 or kind(cells[0]) == NUMBER or len(cells[0]) > 80:
        return False
    follows = next((next_ for next_ in range(at + 1, min(sight.stop, at + 4)) if sight.fill[next_]), None)
    return follows is not None and sight.fill[follows] * 2 > sight.usual


def names(sight: Sight, rows: tuple[int, ...]) -> dict[int, str]:
    """Return the name each section row gives, by its position."""
    return {row: sight.cells(row)[0] for row in rows}
