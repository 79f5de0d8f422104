"""The table once more, nearly row for row, under its own headings: printed twice, or pasted again after it."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from .sight import Leave, Sight

REASON = Text("The same table comes again from row {row} on: {n} of its {rows} rows are in the first one, the only one read.",
              "Le même tableau revient à partir de la ligne {row} : {n} de ses {rows} lignes figurent dans le premier, le seul lu.")
FEWEST, NEARLY = 3, 0.8


def propose(sight: Sight) -> list[Leave]:
    """Leave out every further copy of the table, where each comes under the headings and nothing else follows."""
    starts = sorted(at for at in sight.gone if sight.first < at < sight.stop)  # headings that came back
    if not starts or not sight.header or sight.grid.again:
        return []
    parts = [part for begin, end in zip([sight.first, *starts], [*starts, sight.stop], strict=True)
             if (part := filled(sight, begin, end)).height]
    first, others = (parts[0] if parts else sight.grid.frame), parts[1:]
    if not others or first.n_unique() < max(FEWEST, NEARLY * first.height):
        return []
    known = [part.join(first, on=part.columns, how="semi", nulls_equal=True).height for part in others]
    if not all(count >= max(FEWEST, NEARLY * part.height) for count, part in zip(known, others, strict=True)):
        return []
    rows = tuple(row for row in range(starts[0], sight.stop) if sight.fill[row] and row not in sight.gone)
    return [Leave("other_table", rows, REASON.with_(row=sight.called(starts[0]), n=sum(known), rows=len(rows)))]


def filled(sight: Sight, begin: int, end: int) -> pl.DataFrame:
    """Return the rows between two positions that hold something, the headings that came back left aside."""
    begin += begin in sight.gone
    part = sight.grid.frame.slice(begin, max(0, end - begin))
    return part.filter(sight.fill.slice(begin, part.height) > 0)
