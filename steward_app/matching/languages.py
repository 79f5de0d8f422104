"""Words that both languages share: in a file of French headings, “Description” is the French half of the pair."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ..core.schema import Schema
from .evidence import REMEMBERED, Candidate
from .names import NameIndex
from .words import MARKS, Heading

EN, FR = "_en", "_fr"


def halves(found: list[tuple[Candidate, ...]], headings: Sequence[Heading], schema: Schema,
           index: NameIndex) -> list[tuple[Candidate, ...]]:
    """Give a one-word heading that names no language to the French half, where the file's headings are French.

    Another column that claims the French half itself keeps it; what the steward chose before stands.
    """
    pairs = {item.name: item.name[: -len(EN)] + FR for item in schema.fields
             if item.name.endswith(EN) and item.name[: -len(EN)] + FR in schema.by_name}
    if not pairs or not french(headings, index):
        return found
    claimed = {item.field for items in found for item in items[:1]}
    free = {english: other for english, other in pairs.items() if other not in claimed}
    return [tuple(replace(item, field=free[item.field]) if item.field in free and item.why != REMEMBERED else item for item in items)
            if may_be_either(heading) else items for heading, items in zip(headings, found, strict=True)]


def may_be_either(heading: Heading) -> bool:
    """Tell whether a heading is one word without a language: `Description`, `Programme`, `Notes`."""
    return len(heading.words) == 1 and not MARKS & set(heading.canonical)


def french(headings: Sequence[Heading], index: NameIndex) -> bool:
    """Tell whether more headings are French than English: by the standard's own names, accents and small words."""
    ours = sum(1 for heading in headings if heading.key in index.french or heading.french or accented(heading.text))
    return ours > sum(1 for heading in headings if heading.key in index.english)


def accented(text: str) -> bool:
    """Tell whether a text bears accents."""
    return any(unicodedata.combining(letter) for letter in unicodedata.normalize("NFD", text))
