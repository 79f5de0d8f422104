"""Open: one file per proposal about the rows of a grid, each with its reason; together they make the table."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from ..core.grid import Grid
from ..core.problem import Problem
from ..core.progress import SILENT, Progress
from ..core.reading import Peek, Reading
from ..core.table import Opened, Table
from ..core.text import Text

NO_ROWS = Text("This sheet has headings but no rows.", "Cette feuille a des en-têtes, mais aucune ligne de données.")
ADD_ROWS = Text("Add at least one row under the headings, then open it again.",
                "Ajoutez au moins une ligne sous les en-têtes, puis ouvrez-la de nouveau.")


def opened(grid: Grid, reading: Reading, progress: Progress = SILENT, *, header_only_ok: bool = False) -> Opened:
    """Turn raw rows into a table. Raises Problem F02 if there are headings but no rows, unless `header_only_ok`."""
    headings = tuple(cell or "" for cell in grid.frame.row(0)) if grid.height else ()
    body = grid.frame.slice(1)
    keep = ~pl.all_horizontal(pl.all().is_null()) if body.width else pl.lit(False)
    kept = body.select(keep).to_series()
    table = Table.of(body.filter(kept), headings, grid.rows.slice(1).filter(kept))
    if not table.height and not header_only_ok:
        raise Problem("F02", NO_ROWS, ADD_ROWS, {"file": reading.name})
    reading = replace(reading, header_rows=(1,), first_data_row=2)
    return Opened(table, reading, Peek(tuple(grid.page(0, 200)), tuple(grid.page(max(0, grid.height - 50), grid.height))))
