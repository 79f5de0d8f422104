"""Principle 3, accessible and usable: formats, licence, words to find it by, both languages."""

from __future__ import annotations

from ..core.metadata import OWN_LICENCE
from ..core.package import Package
from ..core.text import LANGUAGES
from .answer import Answer, Rule

DESCRIPTION_LEAST, KEYWORDS_LEAST = 50, 3


def machine_readable(package: Package) -> Answer:
    """The table is always written as CSV in UTF-8."""
    return Answer(True)


def several_formats(package: Package) -> Answer:
    """Points or another format stand beside the CSV."""
    return Answer(len(package.data_formats) > 1)


def open_licence(package: Package) -> Answer:
    """The licence is one that our own table calls open, or a city's own open government licence."""
    row, name = package.metadata.entry("licence"), package.metadata.licence
    holds = row.get("open") == "true" or (not row and bool(OWN_LICENCE.fullmatch(name)))
    return Answer(holds, {"value": package.metadata.label("licence")})


def easy_to_find(package: Package) -> Answer:
    """There is a title, a description of 50 characters, three keywords and a subject."""
    meta = package.metadata
    description = meta.text("description")
    long = description is not None and min(len(description.en), len(description.fr)) >= DESCRIPTION_LEAST
    words = max(len(words) for words in meta.words("keywords").values())
    return Answer(meta.title is not None and long and words >= KEYWORDS_LEAST and bool(meta.many("subject")))


def both_languages(package: Package) -> Answer:
    """Title and description are in both languages, and the description differs."""
    said = {key: package.metadata.get(key) for key in ("title", "description")}
    there = all(isinstance(text, dict) and all(str(text.get(lang) or "").strip() for lang in LANGUAGES)
                for text in said.values())
    return Answer(there and said["description"]["en"] != said["description"]["fr"])


RULES = (Rule("P3-01", machine_readable), Rule("P3-02", several_formats), Rule("P3-03", open_licence),
         Rule("P3-04", easy_to_find), Rule("P3-06", both_languages))
