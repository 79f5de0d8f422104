"""JSON: a list of records, records inside an answer of an API, JSON Lines, and GeoJSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from . import encoding as encodings, geometry
from .content import mapped
from .typed import grid, reading
from .words import fault

READING = Text("Reading the records", "Lecture des enregistrements")
RECORDS = ("records", "features", "data", "results", "result", "rows", "items", "value", "values")
Record = Mapping[str, Any]


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read JSON as a table, a column for each key. Raises Problem F01 where it is broken or holds no records."""
    progress(READING)
    with mapped(path) as data:
        judged = asked.encoding or encodings.judge(data, progress).encoding
        try:
            text = encodings.decoded(bytes(data), judged).lstrip("\ufeff")
            kind, rows, crs = parsed(text, progress)
        except (ValueError, RecursionError, LookupError):
            raise fault("damaged", path) from None
    if not rows:
        raise fault("nothing", path)
    made = flat_features(rows, crs) if kind == "geojson" else by_key(rows)
    return grid(made), reading(path, kind, asked, encoding=judged)


def parsed(text: str, progress: Progress) -> tuple[str, list[Record], str | None]:
    """Return the format, the records and the reference system. Raises ValueError on what is not JSON."""
    try:
        whole = loads(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        return "jsonl", [record(loads(line)) for line in progress.over(lines, READING, len(lines), every=2000)], None
    if isinstance(whole, dict) and whole.get("type") == "FeatureCollection":
        return "geojson", [item for item in whole.get("features") or () if isinstance(item, dict)], crs_of(whole)
    return "json", [record(item) for item in listed(whole)], None


def loads(text: str) -> Any:
    """Parse JSON and keep every number as it is written."""
    return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)


def listed(whole: Any) -> list[Any]:
    """Return the list of records inside an answer, one record alone as a list of one."""
    if isinstance(whole, list):
        return headed(whole)
    if not isinstance(whole, dict):
        return []
    for key in RECORDS:
        inner = whole.get(key)
        if isinstance(inner, list) and inner and isinstance(inner[0], dict | list):
            return headed(inner)
        if isinstance(inner, dict) and (found := listed(inner)) and found != [inner]:
            return found
    lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return max(lists, key=len) if lists else [whole]


def headed(rows: list[Any]) -> list[Any]:
    """Turn a list of lists into records: its first list names the others' cells."""
    if not rows or not all(isinstance(row, list) for row in rows):
        return rows
    names = [text(cell) or f"({index + 1})" for index, cell in enumerate(rows[0])]
    return [dict(zip(names, row, strict=False)) for row in rows[1:]]


def record(item: Any) -> Record:
    """Return an item as a record; a bare value stands under `value`."""
    return item if isinstance(item, dict) else {"value": item}


def by_key(rows: Sequence[Record]) -> dict[str, list[Any]]:
    """Return a column for each key, in the order first met."""
    names: dict[str, None] = {}
    for row in rows:
        names.update(dict.fromkeys(row))
    return {name: [text(row.get(name)) for row in rows] for name in names}


def text(value: Any) -> str | None:
    """Return a JSON value as text: true and false as they are written, nested values as JSON."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)


def crs_of(whole: Mapping[str, Any]) -> str | None:
    """Return the reference system of an old GeoJSON, None for degrees."""
    said = whole.get("crs")
    name = str(((said or {}).get("properties") or {}).get("name") or "") if isinstance(said, dict) else ""
    code = name.rpartition(":")[2]
    return f"EPSG:{code}" if "EPSG" in name and code.isdigit() else None


def flat_features(features: Sequence[Record], crs: str | None) -> dict[str, list[Any]]:
    """Return the properties of features, and their points as latitude and longitude."""
    made = by_key([record(item.get("properties") or {}) for item in features])
    shapes, points = [], []
    for item in features:
        shape = item.get("geometry")
        shape = shape if isinstance(shape, dict) else {}
        points.append(point(shape))
        shapes.append(geometry.wkt(str(shape.get("type")), shape.get("coordinates")) if shape.get("type") else None)
    if any("id" in item for item in features) and "id" not in made:
        made = {"id": [text(item.get("id")) for item in features]} | made
    return made | geometry.columns(shapes, geometry.to_degrees(points, crs), list(made))


def point(shape: Mapping[str, Any]) -> geometry.Point | None:
    """Return the place of a point, None for another shape."""
    place = shape.get("coordinates")
    if shape.get("type") != "Point" or not isinstance(place, list) or len(place) < 2:
        return None
    try:
        return float(place[0]), float(place[1])
    except (TypeError, ValueError):
        return None
