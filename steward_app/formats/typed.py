"""Typed columns, as databases and statistics programs have them, turned into text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from ..core.grid import Grid
from ..core.reading import Asked, Reading, SheetInfo
from .cells import column, text_of
from .content import Fingerprint

FIRST_RECORD = 2  # as under a one-line header


def reading(path: Path, kind: str, asked: Asked, **more: Any) -> Reading:
    """Return what every format says of its file."""
    return Reading(name=path.name, format=kind, bytes=path.stat().st_size, fingerprint=Fingerprint(path), asked=asked,
                   **more)


def grid(columns: Mapping[str, Sequence[Any]], names: Sequence[str] | None = None) -> Grid:
    """Make a grid of named columns of values of any kind."""
    frame = pl.DataFrame({str(index): column([plain(value) for value in values])
                          for index, values in enumerate(columns.values())})
    return Grid.of(frame, FIRST_RECORD, named=tuple(names if names is not None else columns))


def plain(value: Any) -> Any:
    """Return a value without what text cannot hold (halves of a character pair), bytes as text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value if value is None or isinstance(value, str | int | float | bool) else text_of(value)


def of_frame(frame: pl.DataFrame) -> Grid:
    """Turn a typed frame into a grid of text: ISO dates, numbers to 15 digits, nested values as JSON."""
    made = frame.select(_as_text(name, dtype) for name, dtype in frame.schema.items())
    return Grid.of(made, FIRST_RECORD, named=tuple(frame.columns))


def _as_text(name: str, dtype: pl.DataType) -> pl.Expr:
    cell = pl.col(name)
    if dtype == pl.String:
        return pl.when(cell.str.len_bytes() > 0).then(cell).alias(name)
    if dtype.is_integer() or dtype == pl.Date or dtype.is_decimal():
        return cell.cast(pl.String)
    if dtype == pl.Boolean:
        return pl.when(cell).then(pl.lit("TRUE")).when(~cell).then(pl.lit("FALSE")).alias(name)
    if dtype == pl.Datetime:
        at = cell.dt.replace_time_zone(None).dt.round("1s")
        return pl.when(at == at.dt.truncate("1d")).then(at.dt.strftime("%Y-%m-%d")).otherwise(
            at.dt.strftime("%Y-%m-%dT%H:%M:%S")).alias(name)
    if dtype.is_nested() or dtype == pl.Binary or dtype == pl.Object:
        return cell.map_elements(_nested, return_dtype=pl.String)
    if dtype.is_float():
        return cell.cast(pl.Float64).map_batches(lambda series: column(series.to_list()), return_dtype=pl.String)
    return cell.cast(pl.String)


def _nested(value: Any) -> str | None:
    import json

    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    listed = value.to_list() if isinstance(value, pl.Series) else value
    return json.dumps(listed, ensure_ascii=False, default=str)


def sheets(names: Sequence[str], sizes: Sequence[tuple[int, int]] | None = None) -> tuple[SheetInfo, ...]:
    """Return the tables of a file that has several, as sheets."""
    known = sizes or [(0, 0)] * len(names)
    return tuple(SheetInfo(name, rows, columns) for name, (rows, columns) in zip(names, known, strict=True))
