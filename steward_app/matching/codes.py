"""Which code each distinct value of a column means: exact, but for spelling, an alias, or similar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..core.schema import CodeList, folded
from ..core.types.codes import nearest

EXACT, FOLDED, ALIAS, SIMILAR, NONE = "exact", "folded", "alias", "similar", "none"


@dataclass(frozen=True)
class ValueMatch:
    """One distinct value, how often it stands there, and the code it means, if one is found."""

    text: str
    count: int
    code: str | None
    how: str
    score: float

    @property
    def sure(self) -> bool:
        """Tell whether the value says the code itself, whatever its case, accents and spaces."""
        return self.how in (EXACT, FOLDED, ALIAS)


def value_map(values: Iterable[tuple[str, int]], codes: CodeList) -> list[ValueMatch]:
    """Return the meaning of each (text, count); those without a code first, then by count, the largest first."""
    names = frozenset(folded(name) for code in codes.codes for name in (code.code, code.label.en, code.label.fr))
    found = [meaning(text, count, codes, names) for text, count in values]
    return sorted(found, key=lambda item: (item.code is not None, -item.count, item.text))


def meaning(text: str, count: int, codes: CodeList, names: frozenset[str]) -> ValueMatch:
    """Return the code of one value: exact → case, accents and spaces → alias or plural → similar, or falling under it."""
    if text in codes.values:
        return ValueMatch(text, count, text, EXACT, 1.0)
    key, known = folded(text), codes.by_near
    if (said := codes.stands_for(text)) is not None:
        return ValueMatch(text, count, said, FOLDED if key in names else ALIAS, 1.0)
    code = nearest(text, codes)
    score = max((fuzz.ratio(key, name) for name, owner in known.items() if owner == code), default=0.0)
    return ValueMatch(text, count, code, SIMILAR if code else NONE, round(score / 100, 3))


def values_of(matches: Iterable[ValueMatch], *, similar: bool = False) -> dict[str, str]:
    """Return text → code for a reading: what is sure, and what is `similar` when the steward agreed."""
    return {item.text: item.code for item in matches
            if item.code is not None and item.how != EXACT and (similar or item.sure)}
