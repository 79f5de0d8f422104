"""Open: one file per format. Each reads its file as a grid of text, and says how it read it."""

from __future__ import annotations

from pathlib import Path

from ..core.grid import Grid
from ..core.progress import SILENT, Progress
from ..core.reading import Asked, Reading
from . import delimited, guard, workbook
from .recognise import kind_of
from .words import fault

WORKBOOKS = ("xlsx", "xlsm", "xls", "xlsb", "ods")


def read(path: Path, asked: Asked = Asked(), progress: Progress = SILENT, *,
         scratch: Path | None = None) -> tuple[Grid, Reading]:
    """Read any file as its raw rows. Raises Problem F01 if it cannot be read, Cancelled if stopped."""
    guard.regular(path)
    kind = kind_of(path)
    if kind in WORKBOOKS:
        return workbook.read(path, kind, asked, progress)
    if kind == "zip":
        raise fault("binary", path)
    return delimited.read(path, asked, progress)
