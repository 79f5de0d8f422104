"""What the steward confirmed before: for a standard and a heading, the field, and since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field
from typing import Any

from ..core.schema import folded

Key = tuple[str, str]


@dataclass(frozen=True)
class Memory:
    """One choice: a heading feeds a field (None: it feeds nothing), chosen `on` a day."""

    field: str | None
    on: dt.date


@dataclass(frozen=True)
class Remembered:
    """Every choice, by (standard's name, folded heading). Kept by the workspace in a readable file."""

    choices: MappingABC[Key, Memory] = field(default_factory=dict)

    def of(self, standard: str, heading: str) -> Memory | None:
        """Return what was chosen for a heading."""
        return self.choices.get((standard, folded(heading))) if folded(heading) else None

    def with_choices(self, standard: str, chosen: Mapping[str, str | None], on: dt.date) -> Remembered:
        """Return the memory with what was chosen today: heading → field, or None for “feeds nothing”."""
        new = {(standard, folded(heading)): Memory(name, on) for heading, name in chosen.items() if folded(heading)}
        return Remembered({**self.choices, **new})

    def without(self, standard: str, heading: str) -> Remembered:
        """Return the memory without one choice."""
        return Remembered({key: kept for key, kept in self.choices.items() if key != (standard, folded(heading))})

    def as_json(self) -> list[dict[str, Any]]:
        """Return one readable entry a choice, in order."""
        return [{"standard": standard, "heading": heading, "field": kept.field, "on": kept.on.isoformat()}
                for (standard, heading), kept in sorted(self.choices.items())]

    @classmethod
    def of_json(cls, raw: list[dict[str, Any]]) -> Remembered:
        """Read what `as_json` wrote."""
        return cls({(item["standard"], item["heading"]): Memory(item["field"], dt.date.fromisoformat(item["on"]))
                    for item in raw})
