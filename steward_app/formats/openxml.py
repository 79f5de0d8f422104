"""XLSX and XLSM read straight from their XML: what their cells hold, as workbooks are nearly always written."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

import polars as pl

from ..core.progress import Progress
from ..core.reading import SheetInfo
from . import sheetcells
from .serials import shown
from .sharedstrings import strings
from .sheetxml import relations
from .xmltags import attributes

_SHEET = re.compile(rb"<sheet\b([^>]*)/?>")
WORKSHEET = "/worksheet"


def sheets(path: Path, progress: Progress) -> dict[str, tuple[SheetInfo, sheetcells.Cells]] | None:
    """Return each sheet of cells, in order; None where the workbook is not written in the plain way, or is damaged."""
    try:
        with zipfile.ZipFile(path) as book:
            styles, texts = shown(book), strings(book, progress)
            found = {}
            for name, part, hidden in parts(book):
                cells = sheetcells.read(book, part, styles, texts, progress)
                used = cells.columns
                found[name] = (SheetInfo(name, cells.rows, used[-1] + 1 if used else 0, hidden), cells)
            return found
    except (sheetcells.Odd, zipfile.BadZipFile, zlib.error, pl.exceptions.PolarsError, OSError, ValueError, KeyError, EOFError,
            NotImplementedError):
        return None  # the general reader finds out what it is


def parts(book: zipfile.ZipFile) -> list[tuple[str, str, bool]]:
    """Return name, part and whether it is hidden, of each sheet of cells. Raises Odd where they are not where they always are."""
    targets, names = relations(book), set(book.namelist())
    found = []
    for tag in _SHEET.findall(book.read("xl/workbook.xml")):
        said = attributes(tag)
        kind, part = targets.get(said.get("id", ""), ("", ""))
        if part not in names:
            raise sheetcells.Odd
        if kind.endswith(WORKSHEET):
            found.append((said["name"], part, said.get("state", "visible") != "visible"))
    if not found:
        raise sheetcells.Odd
    return found
