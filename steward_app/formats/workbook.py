"""Workbooks: XLSX, XLSM, XLS, XLSB and ODS, read as values."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from ..core.grid import Grid, Merged
from ..core.progress import Progress
from ..core.reading import Asked, Choice, Note, Reading, SheetInfo
from ..core.text import Text
from . import biff, guard, insides, odsxml, openxml, series, sheetcells, sheetxml, xlsbrecords
from .cells import Said, frame_of
from .content import Fingerprint
from .seen import Seen
from .words import fault

READING = Text("Reading the rows", "Lecture des lignes")
AT_ONCE = 10_000
XML = ("xlsx", "xlsm")
LENGTH = r"^(-?)PT(\d{2,})H(\d\d)M(\d\d)(?:[.,]\d+)?S$"  # as ODS keeps lengths of time, and its reader gives those of days
# What goes through a workbook beside its values, and the way to what one of its sheets holds.
LOOKS: dict[str, Callable[[Path], Callable[[str], Seen]]] = {
    **dict.fromkeys(XML, partial(partial, sheetxml.seen)), "ods": odsxml.looked, "xls": biff.looked,
    "xlsb": partial(partial, xlsbrecords.seen)}


@dataclass(frozen=True)
class Sheet:
    """One sheet: what is said of it, its first column (from 0), and a way to its rows as text and what else it holds."""

    info: SheetInfo
    left: int
    read: Callable[[Progress], tuple[pl.DataFrame, Seen]]


Sheets = Mapping[str, Sheet]


def read(path: Path, kind: str, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read one sheet of a workbook, or several that are one table.

    Raises Problem F01 if it is damaged, locked or has no such sheet.
    """
    progress(READING)
    fingerprint = Fingerprint(path)
    plain = openxml.sheets(path, progress) if kind in XML else None
    if plain is not None:
        sheets: Sheets = {name: quick(info, cells) for name, (info, cells) in plain.items()}
        name, grid, notes = chosen(path, kind, sheets, asked, progress)
    else:
        name, grid, notes, sheets = by_calamine(path, kind, asked, progress, fingerprint)
    infos = tuple(sheet.info for sheet in sheets.values())
    reading = Reading(name=path.name, format=kind, bytes=path.stat().st_size, fingerprint=fingerprint, sheet=name,
                      sheets=infos, choices=choices(infos), notes=notes, asked=asked)
    return grid, reading


def quick(info: SheetInfo, cells: sheetcells.Cells) -> Sheet:
    """Return a sheet whose cells are known."""
    return Sheet(info, next(iter(cells.columns), 0), lambda progress: (cells.table(), cells.seen))


def by_calamine(path: Path, kind: str, asked: Asked, progress: Progress,
                fingerprint: Fingerprint) -> tuple[str | None, Grid, tuple[Note, ...], Sheets]:
    """Read a workbook of any kind; beside it, it is looked at for what the values do not say. Raises Problem F01 as `read` does."""
    import python_calamine as calamine

    try:
        with ThreadPoolExecutor(1) as pool:
            looks = pool.submit(LOOKS[kind], path)
            pool.submit(fingerprint)  # the parse leaves a core free
            with calamine.CalamineWorkbook.from_path(str(path)) as book:
                sheets = sheets_of(book, lambda name: pool.submit(looks.result(), name))
                return *chosen(path, kind, sheets, asked, progress), sheets
    except calamine.PasswordError:
        raise fault("password", path) from None
    except (calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError):
        raise fault("damaged", path) from None


def sheets_of(book: Any, look: Callable[[str], Future[Seen]]) -> Sheets:
    """Return the sheets that hold cells, chart sheets left aside."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = {}
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        rows, columns = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 0)
        info = SheetInfo(meta.name, rows, columns, meta.visible != SheetVisibleEnum.Visible)
        sheets[meta.name] = Sheet(info, sheet.start[1] if sheet.start else 0, partial(looking, sheet, look))
    return sheets


def chosen(path: Path, kind: str, sheets: Sheets, asked: Asked,
           progress: Progress) -> tuple[str | None, Grid, tuple[Note, ...]]:
    """Return the sheet asked for, the sheets that are one table, or the first visible one that looks like a table."""
    infos = [sheet.info for sheet in sheets.values()]
    filled = [info for info in infos if info.rows]
    if asked.sheet not in (None, series.ALL) and asked.sheet not in sheets:
        raise fault("sheet", path, sheet=asked.sheet, sheets=", ".join(sheets))
    if not filled:
        raise fault("nothing", path)
    if asked.sheet in (None, series.ALL):
        shown = [info.name for info in filled if not info.hidden]
        read = {name: sheets[name].read(progress) for name in shown} if may_join(shown, asked) else {}
        if found := series.parts({name: frame for name, (frame, _) in read.items()}, asked.sheet == series.ALL):
            grid, notes = series.joined([replace(part, frame=guard.written_out(part.frame, path)) for part in found])
            seen = [(sheets[part.name].info, read[part.name][1]) for part in found]
            return None, grid, (*notes, *insides.note(path, kind, infos, seen))
    sheet = sheets[str(asked.sheet if asked.sheet in sheets else first(filled))]
    frame, beside = sheet.read(progress)
    if not frame.height:
        raise fault("nothing", path)
    grid = with_ranges(Grid.of(guard.written_out(frame, path, sheet.left)), beside, sheet.left)
    return sheet.info.name, grid, insides.note(path, kind, infos, [(sheet.info, beside)])


def with_ranges(grid: Grid, seen: Seen, left: int) -> Grid:
    """Return a grid that knows its merged ranges and its hidden rows."""
    merged = tuple(replace(range_, left=range_.left - left, right=range_.right - left) for range_ in seen.merged)
    return replace(grid, merged=merged, hidden=frozenset(seen.hidden_rows(grid.height)))


def may_join(shown: list[str], asked: Asked) -> bool:
    """Tell whether it is worth looking at all sheets: their names follow one another, or it was asked."""
    return len(shown) > 1 and (asked.sheet == series.ALL or all(map(series.serial, shown)))


def first(filled: list[SheetInfo]) -> str:
    """Return the first visible sheet that holds a table, or only the headings of one (a blank template), else the first."""
    shown = [info for info in filled if not info.hidden] or filled
    tables = [info for info in shown if info.columns > 1 and (info.rows > 1 or info.columns > 2)]
    return (tables or shown)[0].name


def choices(infos: tuple[SheetInfo, ...]) -> dict[str, tuple[Choice, ...]]:
    """Offer the sheets that hold something, where there are several."""
    filled = tuple(Choice(info.name) for info in infos if info.rows)
    return {"sheet": filled} if len(filled) > 1 else {}


def looking(sheet: Any, look: Callable[[str], Future[Seen]], progress: Progress) -> tuple[pl.DataFrame, Seen]:
    """Read a sheet as text, and what else it holds."""
    coming = look(sheet.name)
    frame = raw(sheet, progress)
    found = coming.result()
    found.merged = found.merged or merges(sheet)
    return mended(frame, found, sheet.start[1] if sheet.start else 0), found


def merges(sheet: Any) -> list[Merged]:
    """Return the merged ranges that the reader itself knows (XLS, XLSB, ODS)."""
    ranges = getattr(sheet, "merged_cell_ranges", None) or ()
    return [Merged(top, left, bottom, right) for (top, left), (bottom, right) in ranges]


def raw(sheet: Any, progress: Progress) -> pl.DataFrame:
    """Return the rows of a sheet as text, some thousand rows at a time."""
    frames = list(_blocks(sheet, progress))
    return pl.concat(frames, rechunk=False) if len(frames) != 1 else frames[0] if frames else pl.DataFrame()


def _blocks(sheet: Any, progress: Progress) -> Iterator[pl.DataFrame]:
    rows, done, said = sheet.iter_rows(), 0, Said()
    while (block := frame_of(islice(rows, AT_ONCE), sheet.width, said)).height:
        progress(READING, done, sheet.total_height)
        yield block
        done += block.height
    if not done:
        yield pl.DataFrame()


def mended(frame: pl.DataFrame, found: Seen, left: int) -> pl.DataFrame:
    """Put back error texts, which readers give as nothing, and the zeros that an all-zero format shows; write lengths of time."""
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
    return frame.with_columns(pl.all().str.replace(LENGTH, "${1}${2}:${3}:${4}")) if found.lengths else frame
