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
from .files import sealed

OPENS, CLOSES = '{"type":"FeatureCollection","features":[', "]}"
WRITING = Text("Writing the points", "Écriture des points")
ROWS_AT_ONCE = 100_000
NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
# Degrees as GeoJSON takes them (RFC 7946 §4: WGS 84): what a draft leaves in metres is no point.
NORTH = r"^-?(90(\.0+)?|[1-8]?[0-9](\.[0-9]+)?)$"
EAST = r"^-?(180(\.0+)?|(1[0-7][0-9]|[1-9]?[0-9])(\.[0-9]+)?)$"
BARE = ("number", "integer", "year", "boolean")


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write every record as a feature on one line; one without usable coordinates has no geometry.

    Nothing is written where the standard has not both coordinates.
    """
    if package.points is None:
        return ()
    name = f"data/{package.stem}.geojson"
    parts, frame = feature(package), package.frame
    with sealed(folder, name) as file:
        file.write(f"{OPENS}\n".encode())
        for start in range(0, frame.height, ROWS_AT_ONCE):
            progress(WRITING, start, frame.height)
            lines = frame.slice(start, ROWS_AT_ONCE).select(parts)
            last = start + lines.height == frame.height
            put(lines[:-1] if last else lines, file, ",\n")
            put(lines[-1:] if last else lines[:0], file, "\n")
        file.write(f"{CLOSES}\n".encode())
    return (folder / name,)


def put(lines: pl.DataFrame, file: BinaryIO, ending: str) -> None:
    """Write lines as they stand; none of them holds a line break, and polars writes them fastest, commas included."""
    if lines.height:
        lines.write_csv(file, include_header=False, quote_style="never", line_terminator=ending)


def feature(package: Package) -> list[pl.Expr]:
    """Return the expressions that write one record as a GeoJSON feature, once a comma stands between them."""
    assert package.points is not None
    told = properties([column for column in package.columns if column.name not in package.points])
    parts = [point(*package.points), *told[:1]], *([part] for part in told[1:])
    closed = [*parts[:-1], [*parts[-1], pl.lit("}}")]]
    return [pl.concat_str(part).alias(str(place)) for place, part in enumerate(closed)]


def point(latitude: str, longitude: str) -> pl.Expr:
    """Return the expression that opens a feature: its point, and the brace of its properties."""
    there = pl.concat_str(pl.lit('{"type":"Feature","geometry":{"type":"Point","coordinates":['), pl.col(longitude),
                          pl.lit(","), pl.col(latitude), pl.lit(']},"properties":{'))
    whole = pl.col(latitude).str.contains(NORTH) & pl.col(longitude).str.contains(EAST)
    return pl.when(whole).then(there).otherwise(pl.lit('{"type":"Feature","geometry":null,"properties":{'))


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
