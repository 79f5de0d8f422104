"""`data/<schema>.parquet`: the same columns, typed, for those who analyse; written when asked for."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from ..core.package import Column, Package
from ..core.progress import Progress
from ..core.text import Text
from .files import sealed, waited

WRITING = Text("Writing Parquet", "Écriture du Parquet")


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the table as Parquet; a column is typed where every cell of it can be, else it is text."""
    name = f"data/{package.stem}.parquet"
    with sealed(folder, name) as file:
        waited(lambda: typed(package).write_parquet(file), progress, WRITING)
    return (folder / name,)


def typed(package: Package) -> pl.DataFrame:
    """Return the table with every column in its type."""
    return pl.DataFrame([with_type(package.frame[column.name], column) for column in package.columns])


def with_type(text: pl.Series, column: Column) -> pl.Series:
    """Return a column in its field's type, as text where a cell would be lost."""
    kind = column.field.type if column.field else "string"
    if kind == "boolean":
        made = text.replace_strict({"true": True, "false": False}, default=None, return_dtype=pl.Boolean)
    elif kind == "date":
        made = text.str.to_date("%Y-%m-%d", strict=False)
    elif kind in ("integer", "year", "number"):
        made = text.cast(pl.Float64 if kind == "number" else pl.Int64, strict=False)
    else:
        return text
    return made if made.null_count() == text.null_count() else text
