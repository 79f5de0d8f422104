"""Shapefiles: the records of the `.dbf`, with their points in degrees."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Note, Reading
from ..core.text import Text
from . import dbase, geometry
from .typed import reading
from .words import fault

NO_PROJECTION = Text("The file does not say how its coordinates are projected.",
                     "Le fichier n’indique pas la projection de ses coordonnées.")
ADD_PRJ = Text("Put its .prj file beside it, then open it again.",
               "Placez son fichier .prj dans le même dossier, puis ouvrez-le de nouveau.")
POINTS = (1, 11, 21)
_NAMES = {3: "POLYLINE", 5: "POLYGON", 8: "MULTIPOINT", 13: "POLYLINE", 15: "POLYGON", 18: "MULTIPOINT",
          23: "POLYLINE", 25: "POLYGON", 28: "MULTIPOINT", 31: "MULTIPATCH"}


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a shapefile. Raises Problem F01 if it is damaged or its `.dbf` is not there."""
    table = beside(path, ".dbf")
    if table is None:
        raise fault("partner", path)
    grid, encoding = dbase.table(table, asked.encoding, progress)
    try:
        kinds, points = shapes(path.read_bytes())
    except struct.error:
        raise fault("damaged", path) from None
    projection = beside(path, ".prj")
    crs = projection.read_text("utf-8", "replace") if projection else None
    metres = crs is None and any(point and (abs(point[0]) > 180 or abs(point[1]) > 90) for point in points)
    notes = (Note("F03", NO_PROJECTION, ADD_PRJ),) if metres else ()
    return (with_points(grid, kinds, geometry.to_degrees(points, crs)),
            reading(path, "shapefile", asked, encoding=encoding, notes=notes))


def beside(path: Path, suffix: str) -> Path | None:
    """Return the file of the same name with another ending, whatever its capitals."""
    return next((other for other in sorted(path.parent.iterdir())
                 if other.stem == path.stem and other.suffix.lower() == suffix and other.is_file()), None)


def shapes(data: bytes) -> tuple[list[str | None], list[geometry.Point | None]]:
    """Return the kind and, for points, the place of each shape. Raises struct.error where the file is cut."""
    kinds: list[str | None] = []
    points: list[geometry.Point | None] = []
    at = 100
    while at + 12 <= len(data):
        length = struct.unpack_from(">i", data, at + 4)[0] * 2
        kind = struct.unpack_from("<i", data, at + 8)[0]
        if length < 4:
            break
        points.append(struct.unpack_from("<dd", data, at + 12) if kind in POINTS else None)
        kinds.append("POINT" if kind in POINTS else _NAMES.get(kind))
        at += 8 + length
    return kinds, points


def with_points(grid: Grid, kinds: list[str | None], points: list[geometry.Point | None]) -> Grid:
    """Add the points to the records; a file whose shapes and records differ in number keeps its records alone."""
    if len(points) != grid.height:
        return grid
    names = list(grid.named or ())
    made = geometry.columns([None] * len(points), points, names)
    extra = [pl.Series(str(grid.width + index), values, dtype=pl.String) for index, values in enumerate(made.values())]
    return replace(grid, frame=grid.frame.with_columns(extra), named=(*names, *made))
