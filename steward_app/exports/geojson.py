"""`data/<schema>.geojson`: one point a record, where the standard has both coordinates (RFC 7946)."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl

from ..core.package import Column, Package
from ..core.progress import Progress
from ..core.text import Text

WRITING = Text("Writing the points", "Écriture des points")
ROWS_AT_ONCE = 100_000
NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"
LINE = "line"
ESCAPES = {'"': '\\"', "\\": "\\\\", **{chr(code): json.dumps(chr(code))[1:-1] for code in [*range(32), 127]}}


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write every record as a feature; one without usable coordinates has no geometry. Nothing without both columns."""
    if package.points is None:
        return ()
    path = folder / "data" / f"{package.stem}.geojson"
    path.parent.mkdir(parents=True, exist_ok=True)
    line, frame = feature(package), package.frame
    with path.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[\n')
        for start in range(0, frame.height, ROWS_AT_ONCE):
            progress(WRITING, start, frame.height)
            file.write(b",\n" if start else b"")
            lines = frame.slice(start, ROWS_AT_ONCE).select(line)
            file.write(",\n".join(lines[LINE].to_list()).encode())
        file.write(b"\n]}\n")
    return (path,)


def feature(package: Package) -> pl.Expr:
    """Return the expression that writes one record as a GeoJSON feature on one line."""
    assert package.points is not None
    latitude, longitude = package.points
    properties = [pl.concat_str(pl.lit(json.dumps(column.name, ensure_ascii=False) + ":"), value(column))
                  for column in package.columns if column.name not in package.points]
    point = pl.concat_str(pl.lit('{"type":"Point","coordinates":['), pl.col(longitude), pl.lit(","),
                          pl.col(latitude), pl.lit("]}"))
    whole = pl.col(latitude).str.contains(NUMBER) & pl.col(longitude).str.contains(NUMBER)
    return pl.concat_str(
        pl.lit('{"type":"Feature","geometry":'), pl.when(whole).then(point).otherwise(pl.lit("null")),
        pl.lit(',"properties":{'), pl.concat_str(properties, separator=",") if properties else pl.lit(""),
        pl.lit("}}"),
    ).alias(LINE)


def value(column: Column) -> pl.Expr:
    """Return the expression that writes a cell as JSON: a number where it is plainly one, null where empty."""
    text, kind = pl.col(column.name), column.field.type if column.field else "string"
    quoted = pl.concat_str(pl.lit('"'), text.str.replace_many(ESCAPES), pl.lit('"'))
    bare = {"number": text.str.contains(NUMBER), "integer": text.str.contains(NUMBER), "year": text.str.contains(NUMBER),
            "boolean": text.is_in(["true", "false"])}.get(kind)
    said = quoted if bare is None else pl.when(bare).then(text).otherwise(quoted)
    return said.fill_null("null")
