"""A phrase in both languages, which writes numbers and dates for its reader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

LANGUAGES = ("en", "fr")
NBSP = "\u00a0"
_HOLE = re.compile(r"\{(\w+)\}")
_TIED = re.compile(r"(?<=«) | (?=[»:%$])")  # French keeps these spaces from breaking
_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}


@dataclass(frozen=True)
class Text:
    """A phrase in English and French; `en_one`/`fr_one` are its forms for one thing (0 and 1 in French).

    Holes are `{name}`; `with_` fills them. The fact named `n` decides between the forms.
    """

    en: str
    fr: str
    en_one: str = ""
    fr_one: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict, compare=True, hash=False)

    def with_(self, **facts: Any) -> Text:
        """Return the same phrase with some holes filled (numbers, dates, other Texts, or text as it is)."""
        return replace(self, facts={**self.facts, **facts})

    def to(self, language: str) -> str:
        """Write the phrase for a reader of `en` or `fr`."""
        form = self._form(language)
        return _HOLE.sub(lambda hole: self._fill(hole, language), form)

    def _form(self, language: str) -> str:
        count = self.facts.get("n")
        one = isinstance(count, int) and (count in (0, 1) if language == "fr" else count == 1)
        single = self.fr_one if language == "fr" else self.en_one
        plural = self.fr if language == "fr" else self.en
        form = single if one and single else plural
        return _TIED.sub(NBSP, form) if language == "fr" else form

    def _fill(self, hole: re.Match[str], language: str) -> str:
        name = hole.group(1)
        return written(self.facts[name], language) if name in self.facts else hole.group(0)

    def as_json(self) -> dict[str, str]:
        """Return `{"en": …, "fr": …}`."""
        return {"en": self.to("en"), "fr": self.to("fr")}


def written(fact: Any, language: str) -> str:
    """Write one fact for a reader: a Text, a number, a date, or text as it stands."""
    if isinstance(fact, Text):
        return fact.to(language)
    if isinstance(fact, bool):
        return {"en": ("No", "Yes"), "fr": ("Non", "Oui")}[language][fact]
    if isinstance(fact, int | float):
        return number(fact, language)
    if isinstance(fact, dt.date):
        return date(fact, language)
    return str(fact)


def number(value: float, language: str, decimals: int | None = None) -> str:
    """Write a number as its reader does: 1,277.5 in English, 1 277,5 (non-breaking space) in French."""
    plain = f"{value:,.{decimals}f}" if decimals is not None else f"{value:,}"
    if language == "fr":
        return plain.replace(",", NBSP).replace(".", ",")
    return plain


def percent(part: int, whole: int, language: str) -> str:
    """Write a share as a whole percentage; under one half of a percent is said as “<1%”."""
    share = 100 * part / whole if whole else 0.0
    text = "<1" if 0 < share < 1 else f"{share:.0f}"
    return f"{text}{NBSP}%" if language == "fr" else f"{text}%"


def size(count: int, language: str) -> str:
    """Write how large a file is, in thousands or millions of bytes: 96 kB, 2.3 MB; 96 ko, 2,3 Mo."""
    large = count >= 1_000_000
    shown = number(round(count / 1_000_000, 1) if large else max(1, round(count / 1000)), language)
    unit = {"en": ("kB", "MB"), "fr": ("ko", "Mo")}[language][large]
    return f"{shown}{NBSP if language == 'fr' else ' '}{unit}"


def date(value: dt.date, language: str) -> str:
    """Write a date in prose: 3 April 2026, 3 avril 2026, 1er avril 2026."""
    month = _MONTHS[language][value.month - 1]
    day = "1er" if language == "fr" and value.day == 1 else str(value.day)
    return f"{day} {month} {value.year}"


def listed(things: list[Text | str], language: str) -> str:
    """Join a short list: “a, b and c”."""
    words = [thing.to(language) if isinstance(thing, Text) else thing for thing in things]
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + (" et " if language == "fr" else " and ") + words[-1]
