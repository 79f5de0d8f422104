"""What a mapping program notes of its own edits: who made a record and who changed it, and when; nothing of the thing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .evidence import REMEMBERED, Candidate
from .values import Profile
from .words import Heading

_MADE, _CHANGED = frozenset({"created", "creation", "create"}), frozenset({"edited", "edit", "modified", "updated"})
_WHO = frozenset({"user", "by"})


def untracked(found: list[tuple[Candidate, ...]], headings: Sequence[Heading],
              profiles: Sequence[Profile | None]) -> list[tuple[Candidate, ...]]:
    """Ask about the day a record was made where the file also says who made it and who changed it last.

    That day is the program's, not the day of an application or a request. An empty one is not worth a question; what the
    steward chose before stands. (ArcGIS, editor tracking)
    """
    said = [frozenset(heading.words) for heading in headings]
    if not (any(made_by(words) for words in said) and any(changed_by(words) for words in said)):
        return found
    return [asked(items, seen) if words & _MADE and "date" in words else items
            for items, words, seen in zip(found, said, profiles, strict=True)]


def made_by(words: frozenset[str]) -> bool:
    """Tell whether a heading says who made a record."""
    return "creator" in words or bool(words & _MADE and words & _WHO)


def changed_by(words: frozenset[str]) -> bool:
    """Tell whether a heading says who changed a record last."""
    return "editor" in words or bool(words & _CHANGED and words & _WHO)


def asked(items: tuple[Candidate, ...], seen: Profile | None) -> tuple[Candidate, ...]:
    """Return candidates as questions."""
    if seen is not None and not seen.n:
        return tuple(item for item in items if item.why == REMEMBERED)
    return tuple(item if item.why == REMEMBERED else replace(item, vetoed=True) for item in items)
