"""Workbooks: XLSX, XLSM, XLS, XLSB and ODS, read as values."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Choice, Reading, SheetInfo
from ..core.text import Text
from .cells import frame_of
from .content import hashing
from .sheetxml import Seen, seen
from .words import fault

READING = Text("Reading the rows", "Lecture des lignes")
AT_ONCE = 20_000


def read(path: Path, kind: str, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read one sheet of a workbook. Raises Problem F01 if it is damaged, locked or has no such sheet."""
    import python_calamine as calamine

    progress(READING)
    with hashing(path) as digest:
        try:
            with calamine.CalamineWorkbook.from_path(str(path)) as book:
                infos = sheets_of(book)
                sheet = chosen(path, infos, asked)
                grid = grid_of(path, kind, book, sheet, progress)
        except calamine.PasswordError:
            raise fault("password", path) from None
        except (calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError):
            raise fault("damaged", path) from None
        reading = Reading(name=path.name, format=kind, bytes=path.stat().st_size, sha256=digest.result(), sheet=sheet,
                          sheets=infos, choices=choices(infos), asked=asked)
    return grid, reading


def sheets_of(book: Any) -> tuple[SheetInfo, ...]:
    """Return the sheets that hold cells, chart sheets left aside."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found = []
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        rows, columns = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
        found.append(SheetInfo(meta.name, rows, columns, meta.visible != SheetVisibleEnum.Visible))
    return tuple(found)


def chosen(path: Path, infos: tuple[SheetInfo, ...], asked: Asked) -> str:
    """Return the sheet asked for, else the first visible one that looks like a table. Raises Problem F01 if none."""
    if asked.sheet is not None:
        if asked.sheet not in [info.name for info in infos]:
            raise fault("sheet", path, sheet=asked.sheet, sheets=", ".join(info.name for info in infos))
        return asked.sheet
    filled = [info for info in infos if info.rows]
    if not filled:
        raise fault("nothing", path)
    shown = [info for info in filled if not info.hidden] or filled
    tables = [info for info in shown if info.columns > 1 and info.rows > 1]
    first = shown[0]
    if first.rows == 1 and first.columns > max((info.columns for info in tables), default=2):
        return first.name  # headings waiting for rows: a blank template, its reference sheets behind it
    return (tables or shown)[0].name


def choices(infos: tuple[SheetInfo, ...]) -> dict[str, tuple[Choice, ...]]:
    """Offer the sheets that hold something, where there are several."""
    filled = tuple(Choice(info.name) for info in infos if info.rows)
    return {"sheet": filled} if len(filled) > 1 else {}


def grid_of(path: Path, kind: str, book: Any, name: str, progress: Progress) -> Grid:
    """Read a sheet as text; beside it, its XML is looked at for what the values do not say."""
    with ThreadPoolExecutor(1) as pool:
        looking = pool.submit(seen, path, name) if kind in ("xlsx", "xlsm") else None
        sheet = book.get_sheet_by_name(name)
        left = sheet.start[1] if sheet.start else 0
        frames = list(read_frames(sheet, progress))
        found = looking.result() if looking else Seen()
    if not frames:
        raise fault("nothing", path)
    frame = pl.concat(frames, rechunk=False) if len(frames) > 1 else frames[0]
    grid = Grid.of(mended(frame, found, left))
    return replace(grid, merged=tuple(replace(range_, left=range_.left - left, right=range_.right - left)
                                      for range_ in found.merged), hidden=frozenset(found.hidden_rows))


def read_frames(sheet: Any, progress: Progress) -> Iterator[pl.DataFrame]:
    """Yield the rows of a sheet as frames of text, 20,000 rows at a time."""
    rows, done = sheet.iter_rows(), 0
    while block := list(islice(rows, AT_ONCE)):
        progress(READING, done, sheet.total_height)
        yield frame_of(block, sheet.width)
        done += len(block)


def mended(frame: pl.DataFrame, found: Seen, left: int) -> pl.DataFrame:
    """Put back error texts, which readers give as nothing, and the zeros that an all-zero format shows."""
    changes: dict[int, dict[int, str]] = {}
    for (row, index), text in found.errors.items():
        changes.setdefault(index - left, {})[row] = text
    for (row, index), digits in found.zeros.items():
        if 0 <= index - left < frame.width and row < frame.height:
            text = frame.item(row, index - left)
            if text is not None and text.isdigit():
                changes.setdefault(index - left, {})[row] = text.zfill(digits)
    for index, cells in changes.items():
        fits = {row: text for row, text in cells.items() if row < frame.height}
        if 0 <= index < frame.width and fits:
            column = frame.to_series(index).clone().scatter(list(fits), list(fits.values()))
            frame = frame.with_columns(column)
    return frame
