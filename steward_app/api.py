"""The small public Python API: the belt for scripts and notebooks, and the way to pandas."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from .catalogue import Catalogue
from .core.cells import findings_frame
from .core.progress import SILENT, Progress
from .core.reading import Asked
from .core.table import Opened, Table
from .paths import Paths
from .workspace import Workspace
from .workspace.belt import Belt, Suggested
from .workspace.file import open_file

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["catalogue", "check", "findings", "open_table", "suggest", "to_pandas"]


def catalogue() -> Catalogue:
    """Return the standards that this installation ships, the user's own included."""
    paths = Paths.here()
    return Catalogue(paths.schemas, paths.own_schemas)


def open_table(path: str | Path, progress: Progress = SILENT) -> Opened:
    """Open any file as a table of text, as judged. Raises Problem where it cannot be used."""
    return open_file(Path(path), progress=progress)


def suggest(path: str | Path) -> Suggested:
    """Rank the standards for a file and propose its mapping. Raises Problem where the file cannot be used."""
    with Belt(catalogue(), dt.date.today()) as belt:
        return belt.suggest(belt.open(Path(path), Asked(), SILENT, header_only_ok=True), None)


def check(path: str | Path, standard: str, recipe: str | Path | None = None, today: dt.date | None = None,
          progress: Progress = SILENT) -> Workspace:
    """Open, map and check a file by a standard (`id`, `id@version`, or a file). Raises Problem.

    The answer's `findings` hold every fault, counted; `findings(…)` lists them.
    """
    with Belt(catalogue(), today or dt.date.today()) as belt:
        return belt.checked(Path(path), standard, Path(recipe) if recipe else None, None, progress)


def findings(work: Workspace) -> pl.DataFrame:
    """Return one line for each finding: record, row, column, field, check, severity, value, suggestion."""
    assert work.checked is not None
    return findings_frame(work.checked.view, work.document.table, work.findings)


def to_pandas(table: Table) -> pd.DataFrame:
    """Return a table as a pandas frame of text, None where a cell is empty; the headings are the file's own."""
    import pandas as pd

    columns = {name: table.frame[name].to_list() for name in table.columns}
    frame = pd.DataFrame(columns, dtype="object")
    frame.columns = pd.Index([heading or key for heading, key in zip(table.headings, table.columns, strict=True)])
    frame.index = pd.Index(table.rows.to_list(), name="row")
    return frame
