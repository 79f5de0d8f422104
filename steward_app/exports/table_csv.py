"""`data/<schema>.csv`: the table itself, UTF-8 without a mark, as RFC 4180 has it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Literal

import polars as pl

from ..core.package import Package
from ..core.progress import Progress
from ..core.table import Table
from ..core.text import Text
from .files import sealed

WRITING = Text("Writing the table", "Écriture du tableau")
ROWS_AT_ONCE = 250_000


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the columns of the package, a line of names first; empty cells hold nothing."""
    name, frame = f"data/{package.stem}.csv", package.frame
    with sealed(folder, name) as file:
        for start in range(0, max(1, frame.height), ROWS_AT_ONCE):
            progress(WRITING, start, frame.height)
            part = frame.slice(start, ROWS_AT_ONCE)
            part.write_csv(file, include_header=start == 0, line_terminator="\r\n", quote_style=quoting(frame))
    return (folder / name,)


def quoting(frame: pl.DataFrame) -> Literal["always", "necessary"]:
    """Return how cells are quoted: an empty cell of a one-column table needs it, or its line would vanish."""
    return "always" if frame.width == 1 else "necessary"


def table_of(path: Path) -> Table:
    """Return a written table as a Table whose headings are the fields' names."""
    frame = read_back(path)
    return Table.of(frame, frame.columns)


def read_back(path: Path) -> pl.DataFrame:
    """Read a written table as text, null where a cell is empty. Raises polars' ComputeError where it is no such table."""
    frame = pl.read_csv(path, infer_schema=False, empty_string_is_null=True, glob=False)
    names = dict(zip(frame.columns, header(path), strict=False)) if any('"' in name for name in frame.columns) else {}
    frame = frame.rename(names)
    return frame.with_columns(pl.when(pl.all().str.len_bytes() > 0).then(pl.all())) if frame.width == 1 else frame


def header(path: Path) -> list[str]:
    """Return the names in the first line; polars leaves a doubled quotation mark of a name as it stands."""
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file), [])
    return names if len(set(names)) == len(names) else []
