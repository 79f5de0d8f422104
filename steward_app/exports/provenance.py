"""`provenance/`: where the data came from, how columns were matched, every changed cell, the recipe to do it again."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from ..core import sheets
from ..core.package import Package
from ..core.progress import Progress
from ..core.text import Text
from .files import write_json

WRITING = Text("Writing the list of changes", "Écriture de la liste des changements")
ROWS_AT_ONCE = 250_000


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write mapping.json, recipe.json, changes.csv and source.json."""
    where = folder / "provenance"
    return (
        write_json(where / "mapping.json", package.mapping.as_json(full=True)),
        write_json(where / "recipe.json", dict(package.recipe)),
        write_changes(package, where / "changes.csv", progress),
        write_json(where / "source.json", source(package)),
    )


def source(package: Package) -> dict[str, object]:
    """Return what the source file was and how it was read; never where it lay."""
    reading = package.reading
    return {"name": reading.name, "format": reading.format, "bytes": reading.bytes, "sha256": reading.sha256,
            "reading": reading.as_json(), "rows": package.height, "left_out": reading.left_out(),
            "columns_left_out": list(package.left_out), "notes": [note.as_json() for note in reading.notes]}


def write_changes(package: Package, path: Path, progress: Progress) -> Path:
    """Write every changed cell: row (of the source), column, before, after, why in both languages.

    Where several sheets were read as one, the last column names the sheet.
    """
    said = pl.when(pl.col("why_en") == pl.col("why_fr")).then(pl.col("why_en")).otherwise(
        pl.concat_str("why_en", pl.lit(" / "), "why_fr"))
    with path.open("wb") as file:
        for start in range(0, max(1, package.changes.height), ROWS_AT_ONCE):
            progress(WRITING, start, package.changes.height)
            part = package.changes.slice(start, ROWS_AT_ONCE).select("row", "column", "before", "after", why=said)
            if parts := package.reading.parts:
                part = part.with_columns(sheets.names(parts, part["row"]), row=sheets.numbers(parts, part["row"]))
            part.write_csv(file, include_header=start == 0, line_terminator="\r\n")
    return path
