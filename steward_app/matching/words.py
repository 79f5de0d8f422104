"""Headings as words: cut at underscores, capitals and digits, abbreviations written out, both languages apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..core.schema import folded

# Words that carry no meaning in a heading.
_EMPTY = frozenset({"a", "an", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "in", "l", "la", "le", "les",
                    "of", "ou", "par", "pour", "s", "the", "to"})
# A heading of more parts is a line that was not cut into columns.
_MOST_PARTS = 3
# A language in brackets tells two columns apart; it is no second name.
_LANGUAGES = frozenset({"en", "fr", "english", "french", "anglais", "francais"})
# Words that say the language of a column: anywhere, or at the end of a name.
_MARKS = {"english": "@en", "anglais": "@en", "eng": "@en", "french": "@fr", "francais": "@fr", "fra": "@fr", "fre": "@fr"}
_ENDINGS = {"en": "@en", "ang": "@en", "fr": "@fr"}
MARKS = frozenset({"@en", "@fr"})
# French puts the thing first (“code postal du fournisseur”), English last (“supplier postal code”).
_FRENCH = frozenset({"au", "aux", "d", "de", "des", "du", "l", "la", "le", "les"})
# Usual abbreviations and spelling variants of municipal files, in both languages; the first word stands for all.
_SAME = (
    "number no num nbr nr numero nmbr nums", "identifier id ident identifiant identification", "date dt dte",
    "description desc descr descript", "address addr adr adresse addresse", "avenue ave av", "boulevard blvd boul",
    "municipality mun muni munic municipalite mncp muncp", "latitude lat latit", "longitude lon long lng longit",
    "telephone tel phone ph", "email courriel mail", "year yr annee an", "amount amt montant mt",
    "value val valeur", "category cat categorie", "type typ forme kind", "status stat statut etat", "department dept",
    "organization org orga organisation organisme", "quantity qty", "estimated est", "application appl",
    "licence lic license licenses licences", "centre center", "neighbourhood neighborhood nbhd", "percent pct pourcentage",
    "building bldg bldng bld", "property prop", "apartment apt appt appartement", "province prov", "code cd", "name nm",
    "location loc", "district dist", "reference ref", "street strt rue", "diameter diam diametre",
    "issued issue issuance", "completed complete completion", "applied apply", "expiry expiration expire expires expired",
    "construction constr const", "commercial comm", "residential resid res", "website web site", "inspection insp",
    "temporary temp", "minimum min", "maximum max", "average avg", "population pop", "postal post", "square sq",
    "start begin begins beginning starts debut", "end ends ending finish fin",
)
_SHORT_WORDS = frozenset({"id", "no", "nm", "cd"})
_CANON = {word: group.split()[0] for group in reversed(_SAME) for word in group.split()}
_CUTS = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_NUMBER_SIGN = re.compile(r"\b[nN](?:[°º]|o\.)|№|#")
# Signs that are words: “% of votes” is a share, “Grant #” a number; a sign before a thing may count it or name it.
_PERCENT, _HASH = re.compile(r"(?<![(\[])%"), re.compile(r"(?<=\w)\s*#\s*$")
# “Number of permits” counts; “permit number” names.
_COUNT = re.compile(r"^\s*(?:(?:number|num|no|nbr|nb|#)[\s._]*of|(?:nb|nbre|nombre)(?:[\s._]*(?:de|d['’]))?)(?=[\s._’'])",
                    re.IGNORECASE)
_UNITS = re.compile(
    r"[(\[]\s*(m2|m²|m\^2|sq\.? ?(?:ft|m)|ft2|ft²|pi2|pi²|pi\. ?ca\.?|m|cm|mm|km|ha|in|po|%|\$|cad)\s*[)\]]",
    re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:\n|\r|\s/\s|\||;|\s[-–—]\s)\s*")
_TIGHT = re.compile(r"[/()\[\]]")
_TAIL = re.compile(r"(?<=[^\W\d_])(\d+)$")


@dataclass(frozen=True)
class Heading:
    """One heading or name, cut into words once for every standard that asks."""

    text: str

    @cached_property
    def folded(self) -> str:
        """The heading but for case, accents and signs."""
        return folded(self.text)

    @cached_property
    def key(self) -> str:
        """The heading folded, signs that are words written out; empty where nothing but signs stands."""
        return folded(_HASH.sub(" number", _PERCENT.sub(" percent ", self.text))) if self.folded else ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they stand."""
        return words(self.text)

    @cached_property
    def canonical(self) -> tuple[str, ...]:
        """The words written out."""
        return canonical(self.words)

    @cached_property
    def parts(self) -> tuple[Heading, ...]:
        """The two names of a bilingual heading (`A / B`, `A⏎B`, `A - B`): each may speak for the whole."""
        return tuple(Heading(part) for part in pieces(self.text, _PARTS))

    @cached_property
    def tight(self) -> tuple[Heading, ...]:
        """The parts of `A/B` or `A (B)`: together they may be two names of one thing, alone they say little."""
        return tuple(Heading(part) for part in pieces(self.text, _TIGHT))

    @cached_property
    def french(self) -> bool:
        """Tell whether the words stand in French order."""
        return bool(_FRENCH & set(self.words))

    @cached_property
    def axis(self) -> str | None:
        """`x` or `y` where the heading names an axis and says nothing of degrees."""
        parts = set(self.words) | {part.removesuffix("coord") for part in self.words}
        axes = parts & {"x", "y"}
        spoken = parts & {"latitude", "longitude", "lat", "lon", "long", "lng"}
        return axes.pop() if len(axes) == 1 and len(parts) <= 4 and not spoken else None


@lru_cache(maxsize=1 << 16)
def words(heading: str) -> tuple[str, ...]:
    """Return the folded words of a heading: `permitNum` and `PERMIT_NUM` give permit, num."""
    counted = _COUNT.sub("count ", _CUTS.sub(" ", _UNITS.sub(" ", heading)))
    bare = _PERCENT.sub(" percent ", _NUMBER_SIGN.sub(" no ", counted))
    return tuple(part for word in folded(bare).split() for part in _TAIL.sub(r" \1", word).split())


def canonical(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with abbreviations written out, plurals and empty words dropped; `@en`, `@fr` say the language."""
    marked = [_MARKS.get(word, word) for word in parts]
    if len(marked) > 1:
        marked[-1] = _ENDINGS.get(marked[-1], marked[-1])
    kept = [word for word in marked if word not in _EMPTY] or marked
    return tuple(_CANON.get(word) or _CANON.get(single(word)) or single(word) for word in kept)


def single(word: str) -> str:
    """Drop the `s` of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def pieces(heading: str, signs: re.Pattern[str]) -> tuple[str, ...]:
    """Return the parts of a heading between signs, units in brackets left out; nothing where there is only one."""
    parts = [part.strip() for part in signs.split(_UNITS.sub(" ", heading)) if len(part.strip()) > 1]
    if not 2 <= len(parts) <= _MOST_PARTS or any(folded(part) in _LANGUAGES for part in parts):
        return ()
    return tuple(parts)


def cut_up(parts: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
    """Return words with those that were run together cut into known ones: CIVICNUM gives civic, num."""
    return tuple(piece for word in parts for piece in (run_together(word, known) or (word,)))


def run_together(word: str, known: frozenset[str]) -> tuple[str, ...] | None:
    """Return the fewest known words that make up a long unknown one, None where there are none."""
    if len(word) < 6 or word in known or word in _CANON:
        return None
    ways: list[tuple[str, ...] | None] = [(), *([None] * len(word))]
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - 14), end - 1):
            piece, before = word[start:end], ways[start]
            real = (len(piece) > 2 and (piece in known or piece in _CANON)) or piece in _SHORT_WORDS
            best = ways[end]
            if real and before is not None and (best is None or len(before) + 1 < len(best)):
                ways[end] = (*before, piece)
    return ways[-1]


def squashed(parts: tuple[str, ...]) -> str:
    """Write words as one: `house numbe` and `HOUSENUMBE` meet."""
    return "".join(parts)
