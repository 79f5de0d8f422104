"""Ranks the standards a table may follow, by what is found of each in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..core.mapping import MATCHED
from ..core.schema import Schema
from ..core.table import Table
from .names import Indexes
from .propose import ColumnMatch, propose
from .remembered import Entries
from .values import Sample

# From here a standard fits where something that it requires is there; without, it takes more, and two recommended fields.
# One that leaves every other far behind needs less.
FITS, FITS_WITHOUT, FITS_ALONE, FAR_BEHIND = 0.30, 0.40, 0.20, 1.5
# What of the score is how much of the file is explained; the rest is how much of the standard is found.
OF_FILE = 0.6
# What a heading counts less that is only an alias of the field: half the standards have a “name”.
BY_ALIAS = 0.3
_LEVELS = {"required": 2.0, "recommended": 1.0, "optional": 0.0}


@dataclass(frozen=True)
class Ranked:
    """How well one standard fits: its score, what was found of it, and the headings that say so.

    Found is what a column feeds or may feed; `required_sure` counts the required fields that need no question; `alone`
    says that every other standard is far behind, `above` that one which fits stands lower.
    """

    id: str
    version: str
    score: float
    required_found: int
    required: int
    recommended_found: int
    recommended: int
    found: int
    headings: tuple[str, ...] = ()
    required_sure: int = 0
    alone: bool = False
    above: bool = False

    @property
    def fits(self) -> bool:
        """Tell whether the standard is worth proposing: enough of it is found."""
        enough = FITS if self.required_sure or not self.required else FITS_WITHOUT
        told = self.required_sure or not self.required or self.recommended_found >= 2
        return self.above or (bool(told) and self.score >= (FITS_ALONE if self.alone else enough))

    def as_json(self) -> dict[str, Any]:
        """Return one entry of `suggest --json`."""
        return {"id": self.id, "version": self.version, "score": round(self.score, 3),
                "required_found": self.required_found, "required": self.required}


def rank(source: Table | Sequence[str], schemas: Sequence[Schema], *, remembered: Callable[[str], Entries] | None = None,
         sample: Sample | None = None, indexes: Indexes | None = None) -> tuple[Ranked, ...]:
    """Rank standards for a table, best first; rows are looked at once for all of them.

    `remembered` gives what the workspace keeps for a standard's name.
    """
    if sample is None:
        sample = Sample.of(source) if isinstance(source, Table) else Sample()
    indexes = indexes or Indexes.none()
    rarity = rarities(schemas)
    ranked = [ranked_of(schema, propose(source, schema, remembered=remembered(schema.name) if remembered else None,
                                        sample=sample, indexes=indexes).columns,
                        rarity, indexes) for schema in schemas]
    first, *others = sorted(ranked, key=lambda item: (-item.score, -item.found, item.id)) or (None,)
    if first is None:
        return ()
    alone = not others or first.score >= FAR_BEHIND * others[0].score
    return replace(first, alone=alone, above=any(item.fits for item in others)), *others


def rarities(schemas: Sequence[Schema]) -> dict[str, float]:
    """Return how telling each field name is: 1 in one standard only, less where many share it."""
    counts: dict[str, int] = {}
    for schema in schemas:
        for item in schema.fields:
            counts[item.name] = counts.get(item.name, 0) + 1
    return {name: 1 / (1 + math.log(count)) for name, count in counts.items()}


def ranked_of(schema: Schema, columns: Sequence[ColumnMatch], rarity: dict[str, float],
              indexes: Indexes) -> Ranked:
    """Score one standard: how much of the file it explains, and how much of it the file has."""
    found = {item.field: item for item in columns if item.field is not None}
    worths = {name: worth(item, indexes.of(schema).likeness(indexes.heading(item.heading), name))
              for name, item in found.items()}
    score = OF_FILE * sum(worths.values()) / max(1, len(columns)) + (1 - OF_FILE) * of_standard(schema, worths)
    level = {name: sum(1 for item in schema.fields if item.level == name and item.name in found) for name in _LEVELS}
    total = {name: sum(1 for item in schema.fields if item.level == name) for name in _LEVELS}
    required_sure = sum(1 for name, item in found.items() if item.state == MATCHED and schema[name].level == "required")
    sure = sorted(found.values(), key=lambda item: (item.state != MATCHED, -rarity[item.field or ""]))
    return Ranked(schema.name, schema.version, score, level["required"],
                  total["required"], level["recommended"], total["recommended"], len(found),
                  tuple(item.heading for item in sure[:5]), required_sure)


def of_standard(schema: Schema, worths: dict[str, float]) -> float:
    """Return (2 × required + recommended found) ÷ (2 × required + recommended). (workflow.md §1.3)"""
    whole = sum(_LEVELS[item.level] for item in schema.fields)
    got = sum(_LEVELS[item.level] * worths.get(item.name, 0.0) for item in schema.fields)
    return got / whole if whole else sum(worths.values()) / len(schema.fields)


def worth(match: ColumnMatch, likeness: float) -> float:
    """Return what a column counts: a question half, a heading that is only an alias of the field a little less."""
    return (1.0 if match.state == MATCHED else 0.5 * match.score) * (1 - BY_ALIAS + BY_ALIAS * likeness)
