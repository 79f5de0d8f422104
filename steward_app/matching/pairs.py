"""Points in one column: “49.25, -123.10” may feed latitude and longitude, each by its part; always a question."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.mapping import CHECK, Feed
from ..core.schema import Schema
from .evidence import STRONG, VALUES, WEAK
from .values import VETO_COUNT, VETO_FIT, Profile


def paired(keys: Sequence[str], profiles: Sequence[Profile | None], schema: Schema, taken: frozenset[str],
           fed: frozenset[str]) -> dict[str, Feed]:
    """Return feeds for latitude and longitude from the first free column of points; none where one is fed already."""
    fields = {item.kind: item.name for item in schema.fields if item.kind in ("latitude", "longitude")}
    if len(fields) < 2 or fed & set(fields.values()):
        return {}
    for key, seen in zip(keys, profiles, strict=True):
        if key not in taken and seen is not None and seen.n >= VETO_COUNT and seen.share("pair") >= STRONG:
            first = "latitude" if seen.share("north_first") >= VETO_FIT else "longitude"
            second = "longitude" if first == "latitude" else "latitude"
            return {fields[kind]: Feed((key,), split=",", part=part, state=CHECK, why=VALUES, score=WEAK)
                    for part, kind in ((1, first), (2, second))}
    return {}
