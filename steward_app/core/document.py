"""The five things that can be edited, together: reading, table, mapping, metadata, decisions."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field, replace
from typing import Any

from .mapping import Mapping, known
from .reading import Reading
from .schema import Schema
from .table import Table


@dataclass(frozen=True)
class Decision:
    """A finding marked as right, with its reason: all cells of a check and field that hold this value."""

    check: str
    field: str | None
    value: str | None
    reason: str

    def as_json(self) -> dict[str, Any]:
        """Return the recipe's shape."""
        return {"check": self.check, "field": self.field, "value": self.value, "reason": self.reason}

    @classmethod
    def of_json(cls, raw: MappingABC[str, Any]) -> Decision:
        """Read one decision of a recipe. Raises Problem M01 on a key it does not know."""
        known(raw, {"check", "field", "value", "reason"}, "decisions")
        return cls(raw["check"], raw.get("field"), raw.get("value"), raw.get("reason") or "")


@dataclass(frozen=True, eq=False)
class Document:
    """One version of a steward's work; everything else is recomputed from it."""

    reading: Reading
    table: Table
    schema: Schema | None = None
    mapping: Mapping = Mapping()
    metadata: MappingABC[str, Any] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    version: int = 0

    def but(self, **changes: Any) -> Document:
        """Return the next version, with some parts changed."""
        return replace(self, version=self.version + 1, **changes)
