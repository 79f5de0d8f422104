"""What a heading says: names, titles and aliases of a standard's fields, then similarity."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from rapidfuzz import fuzz, process

from ..core.schema import CodeList, Field, Schema, folded
from .words import MARKS, Heading, canonical, cut_up, squashed, words

Key = TypeVar("Key", bound=Hashable)

EXACT, ALIAS, SIMILAR = "exact", "alias", "similar"
# Scores of the ways two names can be the same; similarity stays below them.
SAME, WRITTEN_OUT, RUN_TOGETHER, TRUNCATED, IN_CONTEXT = 1.0, 0.97, 0.94, 0.93, 0.92
IN_TITLE, WITHIN, ONE_MORE = 0.8, 0.78, 0.78
SIMILAR_TOP, SIMILAR_FLOOR = 0.88, 66.0
# A slip of the pen: nearly the same letters, in a name long enough to tell.
SLIP, SLIP_FROM, SLIP_LENGTH = 0.91, 94.0, 8
# A part of a bilingual heading says a little less than the whole; one in brackets or before a stroke, much less.
PART, HALF = 0.98, 0.8
OF_ANOTHER, NOT_HEAD = 0.9, 0.92
# What stands before a measure is what is measured, and not the column's thing: a unit price is a price.
MODIFIER = 0.75
# “School name” where “name” alone is a field: some name, perhaps this one.
KIND_OF = 0.66
_SHAPEFILE = 10
# Words that many headings share and that tell no field from another.
_COMMON = frozenset({"date", "number", "name", "code", "type", "identifier", "description", "year"})

# Nouns that name a part of whatever stands beside them, of a building as of an organization.
_PARTS = frozenset({"area", "branch", "bureau", "centre", "class", "division", "group", "level", "line", "local", "office", "section",
                    "secteur", "sector", "service", "unit", "unite", "zone"})
_MEASURES = frozenset({"amount", "balance", "cost", "count", "cout", "fee", "frais", "montant", "percent", "price", "prix", "quantity",
                       "rate", "rent", "salary", "share", "size", "tax", "taxe", "total", "value", "volume", "weight", "width"})


@dataclass(frozen=True)
class Hit:
    """One field that a heading may mean."""

    field: str
    score: float
    why: str


@dataclass(frozen=True, eq=False)
class NameIndex:
    """The names of one standard, ready to be looked up. Built once and passed along (see `Indexes`)."""

    exact: dict[str, str]
    alias: dict[str, str]
    written: dict[tuple[str, ...], str]
    titled: dict[tuple[str, ...], str]
    glued: dict[str, str]
    short: dict[str, str]
    phrases: tuple[str, ...]
    owners: tuple[str, ...]
    context: frozenset[str]
    dates: frozenset[str]
    codes: dict[str, CodeList | None]
    own: dict[str, tuple[frozenset[str], ...]]
    said: dict[str, frozenset[str]]
    degrees: dict[str, str]
    known: frozenset[str]
    english: frozenset[str]
    french: frozenset[str]
    memo: dict[Heading, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, schema: Schema) -> NameIndex:
        """Index every name, title, alias and former name of a standard."""
        named = [(item, Heading(name)) for item in schema.fields for name in dict.fromkeys(item.names) if folded(name)]
        exact = leading((Heading(name).key, item.name) for item in schema.fields
                        for name in (item.name, item.title.en, item.title.fr))
        canon = {(name.canonical, item.name) for item, name in named}
        context = context_of(schema)
        phrases = sorted((" ".join(parts), owner) for parts, owner in canon)
        english, french = spoken_in("en", schema), spoken_in("fr", schema)
        return cls(
            exact=exact, alias=leading((name.key, item.name) for item, name in named),
            written=leading((alike(parts), owner) for parts, owner in canon),
            titled=leading((alike(without(parts, context)), owner) for parts, owner in canon),
            glued=leading((squashed(name.words), item.name) for item, name in named),
            short=leading(pair for item, name in named for pair in truncated(item, name)),
            phrases=tuple(phrase for phrase, _ in phrases), owners=tuple(owner for _, owner in phrases),
            context=context,
            dates=frozenset(item.name for item in schema.fields if item.type in ("date", "datetime")),
            codes={item.name: schema.codes(item.name) for item in schema.fields},
            own={item.name: own_words(item) for item in schema.fields},
            said={item.name: frozenset(word for name in item.names for word in canonical(words(name))) for item in schema.fields},
            degrees={item.kind: item.name for item in schema.fields if item.kind in ("latitude", "longitude")},
            known=frozenset(word for _, name in named for word in name.words),
            english=english - french, french=french - english)

    def hits(self, heading: Heading) -> tuple[Hit, ...]:
        """Return the fields that a heading may mean, best first; one entry a field."""
        whole = self._sure(heading)
        if whole:
            return (whole,)
        found = [*self._likely(heading)]
        for part in heading.parts:
            sure = self._sure(part)
            found += [replace(sure, score=sure.score * PART)] if sure else self._likely(part)
        both = [self._sure(part) for part in heading.tight]
        agreed = {hit.field for hit in both if hit} if all(both) else set()
        found += [Hit(hit.field, PART if len(agreed) == 1 else HALF, hit.why if len(agreed) == 1 else SIMILAR)
                  for hit in both if hit]
        best: dict[str, Hit] = {}
        for hit in sorted(found, key=lambda hit: -hit.score):
            best.setdefault(hit.field, hit)
        return tuple(best.values())

    def likeness(self, heading: Heading, name: str) -> float:
        """Return how much of a field's own name a heading says, from 0 to 1: an alias may belong to many standards."""
        said = frozenset(heading.canonical)
        return max((len(words & said) / len(words) for words in self.own[name] if words), default=0.0)

    def _sure(self, heading: Heading) -> Hit | None:
        """Return the one field whose name this is, if it is one's."""
        key = heading.key
        for table, why in ((self.exact, EXACT), (self.alias, ALIAS)):
            if key in table:
                return Hit(table[key], SAME, why)
        found = self.written.get(alike(heading.canonical)) or self.glued.get(squashed(heading.words))
        if found:
            return Hit(found, WRITTEN_OUT, ALIAS)
        found = self.written.get(alike(self._written_out(heading)))
        if found:
            return Hit(found, RUN_TOGETHER, ALIAS)
        stem = "_".join(key.split())[:_SHAPEFILE]
        if len(heading.text.strip()) == _SHAPEFILE and stem in self.short:
            return Hit(self.short[stem], TRUNCATED, ALIAS)
        return None

    def _likely(self, heading: Heading) -> Iterable[Hit]:
        """Yield the fields whose names are near: the same but for the subject's own word, then similar ones."""
        parts = self._written_out(heading)
        if not parts or (len(parts) == 1 and len(parts[0]) < 3):
            return
        spoken = [kind for kind in self.degrees if kind in parts and "long" not in heading.words[:-1]]
        if len(spoken) == 1:
            yield Hit(self.degrees[spoken[0]], IN_CONTEXT, SIMILAR)
        unmarked = alike(word for word in parts if word not in MARKS)
        if len(unmarked) < len(parts) and unmarked in self.written:
            yield Hit(self.written[unmarked], IN_TITLE, SIMILAR)
        bare = alike(without(parts, self.context))
        if len(bare) < len(parts) and bare in self.written:
            yield Hit(self.written[bare], IN_CONTEXT if self._spoken(parts, bare) else IN_TITLE, SIMILAR)
        if bare in self.titled:
            yield Hit(self.titled[bare], IN_TITLE, SIMILAR)
        if parts[-1].isdigit() and alike(parts[:-1]) in self.written:
            first = parts[-1] in ("1", "01")
            yield Hit(self.written[alike(parts[:-1])], IN_CONTEXT if first else ONE_MORE, SIMILAR)
        yield from self._within(parts, heading.french)
        near = process.extract(" ".join(parts), self.phrases, scorer=fuzz.token_sort_ratio, score_cutoff=SIMILAR_FLOOR, limit=6)
        said = {self.owners[index] for _, score, index in near if score == 100}  # two fields' own words: no slip of a third
        for (phrase, score, index) in near:
            owner = self.owners[index]
            long = score >= SLIP_FROM and len(phrase) >= SLIP_LENGTH and len(said) < 2
            slip = long and self.written.get(alike(phrase.split())) == owner
            share = SLIP if slip else score / 100 * SIMILAR_TOP
            yield Hit(owner, share * self._sense(parts, phrase, owner), SIMILAR)

    def _written_out(self, heading: Heading) -> tuple[str, ...]:
        """Return a heading's words written out, those run together cut by what this standard's names know."""
        found = self.memo.get(heading)
        if found is None:
            cut = cut_up(heading.words, self.known)
            found = self.memo[heading] = heading.canonical if cut == heading.words else canonical(cut)
        return found

    def _within(self, parts: tuple[str, ...], french: bool) -> Iterable[Hit]:
        """Yield the fields whose whole name stands at either end of a heading: the end that names the thing counts more."""
        for size in (len(parts) - 1, len(parts) - 2):
            for inner, rest, first in ((parts[:size], parts[size:], True), (parts[-size:], parts[:-size], False)) \
                    if size > 0 else ():
                owner = self.written.get(alike(inner))
                if owner is None:
                    continue
                of_another = self.written.get(alike(rest), owner) != owner
                measured = first and rest[-1] in _MEASURES - self.said[owner]
                head = 1.0 if first == french else MODIFIER if measured else NOT_HEAD
                if set(inner) - _COMMON - self.context:
                    sense = self._sense(parts, " ".join(inner), owner) * (OF_ANOTHER if of_another else 1.0)
                    yield Hit(owner, WITHIN * head * sense, SIMILAR)
                elif not of_another and len(inner) == 1:
                    yield Hit(owner, KIND_OF * head, SIMILAR)

    def _spoken(self, parts: tuple[str, ...], bare: tuple[str, ...]) -> bool:
        """Tell whether a heading without the subject's words surely means the same.

        A part of something is what the words before it make of it (a “business unit” is no suite), unless the standard
        itself calls the field so.
        """
        return bare[0] not in _PARTS or len(bare) > 1 or bool((set(parts) - set(bare)) & self.said[self.written[bare]])

    def _sense(self, parts: tuple[str, ...], phrase: str, owner: str) -> float:
        """Return a factor below one where the words are near but the things named are not."""
        ours, theirs = set(parts), set(phrase.split())
        if ours & MARKS and theirs & MARKS and ours & MARKS != theirs & MARKS:
            return 0.5
        if ("date" in ours) != (owner in self.dates) or ("year" in ours) != ("year" in theirs):
            return 0.75
        if len(parts) > 1 and parts[-1] in _MEASURES - self.said[owner]:
            return 0.75
        if {word for word in ours if word.isdigit()} != {word for word in theirs if word.isdigit()}:
            return 0.85
        telling = (ours & theirs) - self.context - _COMMON
        return 1.0 if telling or fuzz.ratio("".join(parts), phrase.replace(" ", "")) >= SLIP_FROM else 0.75


def leading(pairs: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """Return the keys that lead to one owner only."""
    found: dict[Key, str] = {}
    torn: set[Key] = set()
    for key, owner in pairs:
        if key and found.setdefault(key, owner) != owner:
            torn.add(key)
    return {key: owner for key, owner in found.items() if key not in torn}


def spoken_in(language: str, schema: Schema) -> frozenset[str]:
    """Return the titles and aliases of one language, folded; halves of a pair apart, whose words may be either's."""
    return frozenset(Heading(name).key for item in schema.fields if not item.name.endswith(("_en", "_fr"))
                     for name in (item.title.to(language), *item.aliases.get(language, ())))


def alike(parts: Iterable[str]) -> tuple[str, ...]:
    """Return words in an order of their own: “date issued” and “issued date” meet."""
    return tuple(sorted(parts))


def without(parts: tuple[str, ...], context: frozenset[str]) -> tuple[str, ...]:
    """Return words without those that name the standard's subject (“permit” in a table of permits)."""
    return tuple(word for word in parts if word not in context)


def context_of(schema: Schema) -> frozenset[str]:
    """Return the words that name a standard's subject, in both languages."""
    titles = (schema.name, schema.title.en, schema.title.fr)
    return frozenset(word for title in titles for word in canonical(words(title)))


def own_words(item: Field) -> tuple[frozenset[str], ...]:
    """Return the words of a field's technical name and titles, without those of its language."""
    names = (item.name, item.title.en, item.title.fr)
    return tuple(frozenset(canonical(words(name))) - MARKS for name in names)


def truncated(item: Field, name: Heading) -> Iterable[tuple[str, str]]:
    """Yield a name as a shapefile keeps it: ten characters, `CODE_POSTA`."""
    whole = "_".join(name.folded.split())
    if len(whole) > _SHAPEFILE:
        yield whole[:_SHAPEFILE], item.name


@dataclass(frozen=True, eq=False)
class Indexes:
    """The name indexes and headings made so far; the caller owns one and passes it along."""

    made: dict[int, tuple[Schema, NameIndex]]
    cut: dict[str, Heading]

    @classmethod
    def none(cls) -> Indexes:
        """Return an empty store."""
        return cls({}, {})

    def of(self, schema: Schema) -> NameIndex:
        """Return the index of a standard, made when first asked for."""
        known = self.made.get(id(schema))
        if known is None:
            known = self.made[id(schema)] = (schema, NameIndex.of(schema))
        return known[1]

    def heading(self, text: str) -> Heading:
        """Return a heading cut into words."""
        return self.cut.setdefault(text, Heading(text.lstrip("\ufeff")))
