"""`data/<schema>.geojson`: one point a record, where the standard has both coordinates (RFC 7946)."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import polars as pl

from ..core.package import Column, Package
from ..core.progress import Progress
from ..core.text import Text

WRITING = Text("Writing the points", "Écriture des points")
ROWS_AT_ONCE = 100_000
NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
BARE = ("number", "integer", "year", "boolean")


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write every record as a feature on one line; one without usable coordinates has no geometry.

    Nothing is written where the standard has not both coordinates.
    """
    if package.points is None:
        return ()
    path = folder / "data" / f"{package.stem}.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    line, frame = feature(package), package.frame
    with path.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[\n')
        for start in range(0, frame.height, ROWS_AT_ONCE):
            progress(WRITING, start, frame.height)
            lines = frame.slice(start, ROWS_AT_ONCE).select(line)
            last = start + lines.height == frame.height
            put(lines[:-1] if last else lines, file, ",\n")
            put(lines[-1:] if last else lines[:0], file, "\n")
        file.write(b"]}\n")
    return (path,)


def put(lines: pl.DataFrame, file: BinaryIO, ending: str) -> None:
    """Write lines as they stand; none of them holds a line break, and polars writes them fastest."""
    if lines.height:
        lines.write_csv(file, include_header=False, quote_style="never", line_terminator=ending)


def feature(package: Package) -> pl.Expr:
    """Return the expression that writes one record as a GeoJSON feature."""
    assert package.points is not None
    latitude, longitude = package.points
    point = pl.concat_str(pl.lit('{"type":"Point","coordinates":['), pl.col(longitude), pl.lit(","),
                          pl.col(latitude), pl.lit("]}"))
    whole = pl.col(latitude).str.contains(NUMBER) & pl.col(longitude).str.contains(NUMBER)
    told = properties([column for column in package.columns if column.name not in package.points])
    return pl.concat_str(
        pl.lit('{"type":"Feature","geometry":'), pl.when(whole).then(point).otherwise(pl.lit("null")),
        pl.lit(',"properties":{'), pl.concat_str(told, separator=",") if told else pl.lit(""), pl.lit("}}"),
    ).alias("line")


def properties(columns: list[Column]) -> list[pl.Expr]:
    """Return the expressions that write the properties in order; neighbours that are text are encoded together."""
    found = []
    for bare, run in groupby(columns, key=lambda column: kind(column) in BARE):
        together = list(run)
        found += [number(column) for column in together] if bare else [texts([column.name for column in together])]
    return found


def kind(column: Column) -> str:
    """Return the type of a column; an extra is text."""
    return column.field.type if column.field else "string"


def texts(names: list[str]) -> pl.Expr:
    """Return `"name":"text",…` for some columns, null where empty."""
    return pl.struct(names).struct.json_encode().str.strip_prefix("{").str.strip_suffix("}")


def number(column: Column) -> pl.Expr:
    """Return `"name":text`: bare where the text is plainly a number or a boolean, else as text."""
    text = pl.col(column.name)
    plain = text.is_in(["true", "false"]) if kind(column) == "boolean" else text.str.contains(NUMBER)
    key = pl.lit(json.dumps(column.name, ensure_ascii=False) + ":")
    return pl.when(plain).then(pl.concat_str(key, text)).otherwise(texts([column.name]))
