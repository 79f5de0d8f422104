"""Points on the earth: shapes as text, projected coordinates turned into latitude and longitude."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import Any

from .cells import number

LATITUDE, LONGITUDE, SHAPE = "latitude", "longitude", "geometry"
Point = tuple[float, float]
_NAMES = {1: "POINT", 2: "LINESTRING", 3: "POLYGON", 4: "MULTIPOINT", 5: "MULTILINESTRING", 6: "MULTIPOLYGON",
          7: "GEOMETRYCOLLECTION"}


def to_degrees(points: Sequence[Point | None], crs: str | None) -> list[Point | None]:
    """Return (longitude, latitude) of points in any reference system; as they are where it is unknown or degrees.

    `crs` is WKT (a `.prj`), an authority code such as EPSG:32188, or None.
    """
    if not crs:
        return list(points)
    import pyproj

    try:
        source = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError:
        return list(points)
    if source.is_geographic and not source.is_bound:
        return list(points)
    turn = pyproj.Transformer.from_crs(source, "EPSG:4326", always_xy=True)
    known = [(index, point) for index, point in enumerate(points) if point is not None]
    turned: list[Point | None] = [None] * len(points)
    if known:
        xs, ys = turn.transform([point[0] for _, point in known], [point[1] for _, point in known])
        for (index, _), x, y in zip(known, xs, ys, strict=True):
            turned[index] = (round(x, 8), round(y, 8)) if math.isfinite(x) and math.isfinite(y) else None
    return turned


def columns(shapes: Sequence[Any], points: Sequence[Point | None], taken: Sequence[str]) -> dict[str, list[str | None]]:
    """Return the columns that shapes make: latitude and longitude for points, WKT for the rest."""
    made: dict[str, list[str | None]] = {}
    if any(point is not None for point in points):
        made[free(LATITUDE, taken)] = [number(point[1]) if point else None for point in points]
        made[free(LONGITUDE, taken)] = [number(point[0]) if point else None for point in points]
    if any(shape is not None and point is None for shape, point in zip(shapes, points, strict=True)):
        made[free(SHAPE, taken)] = [shape if point is None else None
                                    for shape, point in zip(shapes, points, strict=True)]
    return made


def free(name: str, taken: Sequence[str]) -> str:
    """Return a name that no column has yet."""
    while name in taken:
        name += "_"
    return name


def wkt(kind: str, coordinates: Any) -> str:
    """Return the text of a GeoJSON geometry."""
    return f"{kind.upper()} {_nested(coordinates)}"


def _nested(part: Any) -> str:
    if not isinstance(part, list | tuple) or not part:
        return "EMPTY"
    if not isinstance(part[0], list | tuple):
        return f"({_pair(part)})"
    if not part[0] or not isinstance(part[0][0], list | tuple):
        return "(" + ", ".join(_pair(pair) for pair in part) + ")"
    return "(" + ", ".join(_nested(inner) for inner in part) + ")"


def _pair(values: Any) -> str:
    return " ".join(str(value) for value in values)


def from_wkb(blob: bytes) -> tuple[str, Point | None]:
    """Return the kind and, of a point, the place of a WKB shape. Raises struct.error on a broken one."""
    order = "<" if blob[:1] == b"\x01" else ">"
    kind = struct.unpack_from(order + "I", blob, 1)[0]
    flat = (kind & 0xFFFF) % 1000
    if flat != 1:
        return _NAMES.get(flat, "GEOMETRY"), None
    at = 9 if kind & 0x20000000 else 5
    x, y = struct.unpack_from(order + "dd", blob, at)
    return "POINT", None if math.isnan(x) or math.isnan(y) else (x, y)


def from_geopackage(blob: bytes | None) -> tuple[str | None, Point | None]:
    """Return the kind and place of a GeoPackage geometry (a header, then WKB); nothing for a broken one."""
    if not blob or blob[:2] != b"GP" or len(blob) < 13:
        return None, None
    box = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}.get((blob[3] >> 1) & 7, 0)
    try:
        return from_wkb(blob[8 + box:])
    except struct.error:
        return None, None
