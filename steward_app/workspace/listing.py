"""Every finding of a file, one line each: what `--cells` writes."""

from __future__ import annotations

from pathlib import Path

from ..core import sheets
from ..core.cells import findings_frame
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.text import Text
from . import Workspace
from .report import ELSEWHERE
from .whole import whole

REFUSED = Text("The list cannot be written to “{file}”.", "Impossible d’écrire la liste dans « {file} ».")
COLUMNS = ("row", "column", "field", "check", "severity", "value", "suggestion")


def write_cells(work: Workspace, path: Path, progress: Progress) -> None:
    """Write one line for each finding, in row order. Raises Problem E02 when the disk refuses.

    Where several sheets were read as one, a last column names the sheet.
    """
    if work.apart is not None:
        return work.apart.write_cells(work, path, progress)
    assert work.checked is not None
    table = work.document.table
    frame = findings_frame(work.checked.view, table, work.findings, progress)
    frame = frame.select(*COLUMNS, *([sheets.of_records(table.parts, table.rows, frame["record"])] if table.parts else []))
    try:
        with whole(path) as beside:
            frame.write_csv(beside)
    except OSError as error:
        raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name}) from error
