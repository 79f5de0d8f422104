"""Which reader takes which format. What is not named here is not read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Choice, Reading, SheetInfo
from . import (
    archive,
    dbase,
    delimited,
    geopackage,
    guard,
    html,
    jsonrows,
    package,
    parquet,
    shapefile,
    spreadsheetml,
    statistics,
    workbook,
)
from .content import Fingerprint
from .recognise import kind_of
from .words import fault

Read = Callable[[Path, Asked, Progress], tuple[Grid, Reading]]
ByKind = Callable[[Path, str, Asked, Progress], tuple[Grid, Reading]]

READERS: dict[str, Read] = {
    "text": delimited.read, "json": jsonrows.read, "html": html.read, "xml-spreadsheet": spreadsheetml.read,
    "shapefile": shapefile.read, "dbf": dbase.read, "sqlite": geopackage.read,
}
BY_KIND: dict[str, ByKind] = {
    **dict.fromkeys(("xlsx", "xlsm", "xls", "xlsb", "ods"), workbook.read),
    **dict.fromkeys(("parquet", "arrow"), parquet.read),
    **dict.fromkeys(("sas7bdat", "xport", "stata", "spss", "spss-portable"), statistics.read),
}
DEEPEST = 3


def read(path: Path, kind: str, asked: Asked, progress: Progress, scratch: Path, depth: int = 0) -> tuple[Grid, Reading]:
    """Read a file of a known format in this process. Raises Problem F01 if it cannot be read, Cancelled if stopped."""
    guard.without_sheets(path, kind, asked.sheet)
    if kind == "text":
        guard.filled(path)
    if kind in READERS:
        return READERS[kind](path, asked, progress)
    if kind in BY_KIND:
        return BY_KIND[kind](path, kind, asked, progress)
    if depth >= DEEPEST:
        raise fault("nothing", path)
    if kind == "package":
        return _package(path, asked, progress, scratch, depth)
    return _unpacked(path, kind, asked, progress, scratch, depth)


def _package(path: Path, asked: Asked, progress: Progress, scratch: Path, depth: int) -> tuple[Grid, Reading]:
    file, said, infos = package.table(path, asked)
    guard.regular(file)
    grid, reading = read(file, kind_of(file), said, progress, scratch, depth + 1)
    name = asked.sheet or (infos[0].name if len(infos) > 1 else None)
    choices = {**reading.choices, **({"sheet": tuple(Choice(info.name) for info in infos)} if len(infos) > 1 else {})}
    return grid, replace(_as(path, reading, asked), sheet=name, sheets=infos, choices=choices)


def _unpacked(path: Path, kind: str, asked: Asked, progress: Progress, scratch: Path, depth: int) -> tuple[Grid, Reading]:
    """Read what an archive holds; the reading bears the archive's own name, size and hash."""
    names: list[str] = []
    if kind == "gzip":
        inner = archive.unpacked(path, scratch, progress)
    else:
        inner, names = archive.unzipped(path, asked, scratch, progress)
    inside = asked.but(sheet=None) if asked.sheet in names else asked
    guard.regular(inner)
    grid, reading = read(inner, guard.checked(inner, kind_of(inner)), inside, progress, scratch, depth + 1)
    if len(names) > 1 and not reading.sheets:
        infos = tuple(SheetInfo(name, 0, 0) for name in names)
        reading = replace(reading, sheet=asked.sheet or names[0], sheets=infos,
                          choices={**reading.choices, "sheet": tuple(Choice(name) for name in names)})
    return grid, _as(path, reading, asked)


def _as(path: Path, reading: Reading, asked: Asked) -> Reading:
    return replace(reading, name=path.name, bytes=path.stat().st_size, fingerprint=Fingerprint(path), asked=asked)
