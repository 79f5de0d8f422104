"""Which code each distinct value of a column means: exact, but for spelling, an alias, or similar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from ..core.mapping import Feed
from ..core.mapping import Mapping as Fed
from ..core.schema import CodeList, Schema, folded

EXACT, FOLDED, ALIAS, SIMILAR, NONE = "exact", "folded", "alias", "similar", "none"
# Similarity is a suggestion: near enough to be seen at once, and clearly nearer than any other code.
SIMILAR_FROM, CLEARLY = 82.0, 4.0
_SHORTEST = 4


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


def value_map(distinct: Sequence[str], counts: Sequence[int], codes: CodeList) -> list[ValueMatch]:
    """Return the meaning of each distinct value; those without a code first, then by count, the largest first."""
    names = {folded(name): code.code for code in codes.codes for name in (code.code, code.label.en, code.label.fr)}
    unsure = tuple((key, owner) for key, owner in codes.by_folded.items() if len(key) >= _SHORTEST)
    found = [meaning(text, count, codes, names, unsure) for text, count in zip(distinct, counts, strict=True)]
    return sorted(found, key=lambda item: (item.code is not None, -item.count, item.text))


def meaning(text: str, count: int, codes: CodeList, names: Mapping[str, str],
            phrases: Sequence[tuple[str, str]]) -> ValueMatch:
    """Return the code of one value: exact → case, accents and spaces → alias → similar."""
    if text in codes.values:
        return ValueMatch(text, count, text, EXACT, 1.0)
    key = folded(text)
    if key in codes.by_folded:
        return ValueMatch(text, count, codes.by_folded[key], FOLDED if key in names else ALIAS, 1.0)
    code, score = nearest(key, phrases)
    return ValueMatch(text, count, code, SIMILAR if code else NONE, score)


def nearest(key: str, phrases: Sequence[tuple[str, str]]) -> tuple[str | None, float]:
    """Return the code whose name is near and clearly the nearest, with its score from 0 to 1."""
    if len(key) < _SHORTEST:
        return None, 0.0
    near = process.extract(key, [name for name, _ in phrases], scorer=fuzz.token_sort_ratio, score_cutoff=70.0, limit=12)
    best: dict[str, float] = {}
    for _, score, index in near:
        best[phrases[index][1]] = max(score, best.get(phrases[index][1], 0.0))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < SIMILAR_FROM or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEARLY):
        return None, 0.0
    return ranked[0][0], ranked[0][1] / 100


def values_of(matches: Iterable[ValueMatch], *, similar: bool = False) -> dict[str, str]:
    """Return text → code for a reading: what is sure, and what is `similar` when the steward agreed."""
    return {item.text: item.code for item in matches
            if item.code is not None and item.how != EXACT and (similar or item.sure)}


def with_originals(mapping: Fed, schema: Schema) -> Fed:
    """Feed the sibling that keeps the source's own text, where a value map is set and nothing else feeds it.

    (schema-format.md §2, `original`.)
    """
    for item in schema.fields:
        feed, sibling = mapping.feed(item.name), mapping.feed(item.original or "")
        free = sibling is None or not (sibling.feeds or sibling.absent)
        if item.original in schema.by_name and feed and feed.feeds and feed.columns and feed.read.values and free:
            mapping = mapping.but(item.original or "", replace(feed, read=Feed().read))
    return mapping
