"""GeoPackage and SQLite: one table of the database, opened so that nothing can be written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from ..core.grid import Grid
from ..core.progress import Cancelled, Progress
from ..core.reading import Asked, Choice, Reading, SheetInfo
from ..core.text import Text
from . import geometry
from .typed import grid, reading
from .words import fault

READING = Text("Reading the records", "Lecture des enregistrements")
INNER = ("sqlite_", "gpkg_", "rtree_", "idx_", "geometry_columns", "spatial_ref_sys", "spatialite", "ogr_")


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read one table. Raises Problem F01 if the database is damaged, empty, or has no such table."""
    progress(READING)
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as base:
            base.set_progress_handler(lambda: int(progress.stopped()), 100_000)
            base.text_factory = lambda raw: raw.decode("utf-8", "replace")
            infos = tables(base)
            name = chosen(path, infos, asked)
            kind = "geopackage" if spatial(base) else "sqlite"
            made = columns(base, name)
    except (sqlite3.Error, UnicodeDecodeError):
        if progress.stopped():
            raise Cancelled from None
        raise fault("damaged", path) from None
    choices = {"sheet": tuple(Choice(info.name) for info in infos)} if len(infos) > 1 else {}
    return grid(made), reading(path, kind, asked, sheet=name, sheets=infos, choices=choices)


def quoted(name: str) -> str:
    """Return a name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def tables(base: sqlite3.Connection) -> tuple[SheetInfo, ...]:
    """Return the tables that hold data, with their size."""
    found = base.execute("select name from sqlite_master where type in ('table', 'view') order by rowid").fetchall()
    names = [name for (name,) in found if not name.lower().startswith(INNER)]
    infos = []
    for name in names:
        rows = base.execute(f"select count(*) from {quoted(name)}").fetchone()[0]
        infos.append(SheetInfo(name, rows, len(base.execute(f"pragma table_info({quoted(name)})").fetchall())))
    return tuple(infos)


def chosen(path: Path, infos: tuple[SheetInfo, ...], asked: Asked) -> str:
    """Return the table asked for, else the first that has rows."""
    if asked.sheet is not None and asked.sheet not in [info.name for info in infos]:
        raise fault("sheet", path, sheet=asked.sheet, sheets=", ".join(info.name for info in infos))
    filled = [info.name for info in infos if info.rows]
    if not filled and asked.sheet is None:
        raise fault("nothing", path)
    return asked.sheet or filled[0]


def spatial(base: sqlite3.Connection) -> bool:
    """Tell whether the database is a GeoPackage."""
    return base.execute("select 1 from sqlite_master where name = 'gpkg_contents'").fetchone() is not None


def columns(base: sqlite3.Connection, name: str) -> dict[str, list[Any]]:
    """Return the columns of a table; its shapes become latitude and longitude."""
    cursor = base.execute(f"select * from {quoted(name)}")
    names = [item[0] for item in cursor.description]
    rows = cursor.fetchall()
    made = {column: [row[index] for row in rows] for index, column in enumerate(names)}
    shape = base.execute("select column_name, srs_id from gpkg_geometry_columns where table_name = ?", (name,)).fetchone() \
        if spatial(base) else None
    if shape and shape[0] in made:
        found = [geometry.from_geopackage(blob) for blob in made.pop(shape[0])]
        points = geometry.to_degrees([point for _, point in found], f"EPSG:{shape[1]}" if shape[1] > 0 else None)
        made |= geometry.columns([None] * len(points), points, list(made))
    return {column: [f"{len(cell)} bytes" if isinstance(cell, bytes) and b"\0" in cell else cell for cell in cells]
            for column, cells in made.items()}
