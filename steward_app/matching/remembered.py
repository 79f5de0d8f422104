"""What the steward confirmed before under one standard: for a heading, the field, and since when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..core.schema import folded

# As the workspace keeps it: folded heading → {"field": name or null, "date": "2026-10-03"}.
Entries = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Choice:
    """A heading feeds a field (None: it feeds nothing), chosen `on` a day."""

    field: str | None
    on: dt.date | None = None


@dataclass(frozen=True)
class Remembered:
    """The choices made under one standard, by folded heading."""

    choices: Mapping[str, Choice] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Entries | Remembered | None) -> Remembered:
        """Read what the workspace keeps."""
        if isinstance(entries, Remembered):
            return entries
        return cls({folded(heading): choice_of(entry) for heading, entry in (entries or {}).items()})

    def choice(self, heading: str) -> Choice | None:
        """Return what was chosen for a heading; nothing for one without letters or digits."""
        key = folded(heading)
        return self.choices.get(key) if key else None


def choice_of(entry: Mapping[str, Any]) -> Choice:
    """Read one entry; an unreadable date is no reason to forget the choice."""
    try:
        on = dt.date.fromisoformat(str(entry.get("date")))
    except ValueError:
        on = None
    return Choice(entry.get("field"), on)
