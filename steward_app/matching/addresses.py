"""What only an address tells: a column called “address” that holds civic numbers, beside the street's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..core.schema import Schema
from .evidence import STRONG, VALUES, WEAK, Candidate
from .values import VETO_COUNT, Profile

# The names that the standards share.
_WHOLE, _NUMBER, _STREET = "address_full", "civic_number", "street_name"


def split_addresses(found: list[tuple[Candidate, ...]], profiles: Sequence[Profile | None],
                    schema: Schema) -> list[tuple[Candidate, ...]]:
    """Read “Address” as the civic number where its values are numbers and another column is the street's name."""
    if not {_WHOLE, _NUMBER, _STREET} <= set(schema.by_name):
        return found
    streets = any(item.field == _STREET and item.score >= STRONG for items in found for item in items)
    return [numbered(items, streets) if seen is not None and civic(seen) else items
            for items, seen in zip(found, profiles, strict=True)]


def civic(seen: Profile) -> bool:
    """Tell whether nearly all values are civic numbers and not whole addresses."""
    return seen.n >= VETO_COUNT and seen.share("civic") >= STRONG


def numbered(items: tuple[Candidate, ...], streets: bool) -> tuple[Candidate, ...]:
    """Turn a claim to the whole address into one to its number; without a street's name it is only a question."""
    claims = [item for item in items if item.field == _WHOLE and item.score >= STRONG]
    if not claims:
        return items
    kept = tuple(replace(item, vetoed=True) if item in claims else item for item in items if item.field != _NUMBER)
    return (Candidate(_NUMBER, STRONG if streets else WEAK, VALUES, 1.0), *kept)
