"""Everything that speaks for or against one column feeding one field: names, memory and values, joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..core.mapping import CHECK, MATCHED
from ..core.schema import CodeList, Field, Schema
from .names import ALIAS, EXACT, SIMILAR, NameIndex
from .remembered import Remembered
from .values import Profile, fit, telling, vetoes
from .words import Heading

REMEMBERED, VALUES = "remembered", "values"
# From here a name is well attested; below WEAK nothing is worth proposing.
STRONG, BACKED, WEAK = 0.9, 0.75, 0.6
_AXES = {"x": "longitude", "y": "latitude"}


@dataclass(frozen=True)
class Candidate:
    """One field that a column may feed: how sure, why, how many of its values fit, and `since` when it is known.

    `column` is the column's key where candidates of several columns stand together.
    """

    field: str
    score: float
    why: str
    fit: float | None = None
    vetoed: bool = False
    backed: bool = False
    since: dt.date | None = None
    column: str = ""

    @property
    def state(self) -> str:
        """`matched` when nothing is left to ask, else `check`."""
        if self.vetoed:
            return CHECK
        sure = self.why in (EXACT, ALIAS, REMEMBERED) or self.score >= STRONG
        return MATCHED if sure or (self.backed and self.score >= BACKED) else CHECK

    @property
    def weight(self) -> float:
        """What it is worth in the assignment: two middling pairs never outweigh a sure one."""
        lead = {REMEMBERED: 1.0, EXACT: 0.05}.get(self.why, 0.0)
        return self.score ** 4 * (0.3 if self.vetoed else 1.0) + lead + 0.02 * (self.fit or 0.0)

    def as_json(self) -> dict[str, object]:
        """Return the shape of `suggest --json`."""
        return {"field": self.field, "score": round(self.score, 3), "why": self.why}


def candidates(heading: Heading, schema: Schema, index: NameIndex, remembered: Remembered,
               seen: Profile | None) -> tuple[Candidate, ...]:
    """Return the fields that a column may feed, best first. Without values names alone decide."""
    memory = remembered.choice(heading.text)
    if memory is not None and memory.field is None:
        return ()
    found = {hit.field: Candidate(hit.field, hit.score, hit.why) for hit in index.hits(heading)}
    if memory is not None and memory.field in schema.by_name:
        assert memory.field is not None
        found[memory.field] = Candidate(memory.field, 1.0, REMEMBERED, since=memory.on)
    axis = heading.axis
    if axis:
        found = {name: item for name, item in found.items() if schema[name].kind not in _AXES.values()}
        found |= {item.field: item for item in by_axis(schema, axis, seen)}
    if seen is not None:
        found = {name: weighed(item, schema[item.field], index.codes[item.field], seen) for name, item in found.items()}
        for item in () if axis else by_values(schema, index, seen):
            found.setdefault(item.field, item)
    hollow = seen is not None and not seen.n  # an empty column is not worth a question
    kept = [item for item in found.values() if item.score >= WEAK and not (hollow and item.state == CHECK)]
    return tuple(sorted(kept, key=lambda item: (item.vetoed, -item.weight)))


def weighed(item: Candidate, column: Field, codes: CodeList | None, seen: Profile) -> Candidate:
    """Return a candidate with what the values say of it."""
    share = fit(column, codes, seen)
    telltale = column.kind in ("postal-code", "phone", "latitude", "longitude") or column.format in ("email", "uri")
    backed = share is not None and share >= STRONG and (telltale or codes is not None) and item.why == SIMILAR
    return replace(item, fit=share, vetoed=vetoes(share, seen), backed=backed)


def by_values(schema: Schema, index: NameIndex, seen: Profile) -> Iterable[Candidate]:
    """Yield what values alone point to; never more than a question."""
    fields = [(item, index.codes[item.name]) for item in schema.fields]
    for name, share in telling(fields, seen):
        yield Candidate(name, WEAK + 0.05 * share, VALUES, share)


def by_axis(schema: Schema, axis: str, seen: Profile | None) -> Iterable[Candidate]:
    """Yield what an x or y heading feeds: its values decide; without rows it is a question, with metres nothing."""
    shares = {"longitude": 0.0, "latitude": 0.0}
    if seen is not None and seen.n:
        shares = {"longitude": seen.share("canada_lon"), "latitude": seen.share("canada_lat")}
    kind = max(shares, key=lambda name: shares[name]) if any(shares.values()) else _AXES[axis]
    for item in schema.fields:
        if item.kind == kind and shares[kind] >= STRONG:
            yield Candidate(item.name, STRONG, VALUES)
        elif item.kind == kind and (seen is None or not seen.n):
            yield Candidate(item.name, WEAK, SIMILAR)
