"""Parquet and Arrow files."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from .typed import of_frame, reading
from .words import fault

READING = Text("Reading the columns", "Lecture des colonnes")


def read(path: Path, kind: str, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a Parquet or Arrow file as text. Raises Problem F01 if it is damaged."""
    progress(READING)
    try:
        frame = pl.read_parquet(path, glob=False) if kind == "parquet" else pl.read_ipc(io.BytesIO(path.read_bytes()))
        return of_frame(frame), reading(path, kind, asked)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError):
        raise fault("damaged", path) from None
