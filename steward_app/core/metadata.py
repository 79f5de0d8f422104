"""What the dataset is called, who publishes it, under which licence: read from the metadata file, and suggested."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .problem import Problem
from .reading import Reading
from .schema import Schema, both
from .text import LANGUAGES, Text

Rows = tuple[Mapping[str, str], ...]
Vocabularies = Mapping[str, Rows]

UNREADABLE = Text("The metadata file is not readable JSON.", "Le fichier de métadonnées n’est pas du JSON lisible.")
NOT_AN_OBJECT = Text("The metadata must be one JSON object.", "Les métadonnées doivent former un seul objet JSON.")
UNKNOWN = Text("The metadata hold keys that are not known: {keys}.",
               "Les métadonnées contiennent des clés inconnues\u00a0: {keys}.")
MISSING = Text("The metadata lack: {keys}.", "Il manque dans les métadonnées\u00a0: {keys}.")
UNUSABLE = Text("The metadata cannot be used as they stand: {keys}.",
                "Les métadonnées ne peuvent pas être utilisées telles quelles\u00a0: {keys}.")
KNOWN_KEYS = Text("Known keys: {known}.", "Clés connues\u00a0: {known}.")
FILL_IN = Text("Fill them in, or save a draft.", "Remplissez-les ou enregistrez une ébauche.")
CORRECT = Text("Correct them and try again.", "Corrigez-les, puis réessayez.")

NOTHING = Text("", "")
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
SGC = re.compile(r"\d{2}|\d{4}|\d{7}")
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
OWN_LICENCE = re.compile(r"ogl-[a-z0-9-]+")
WEB = re.compile(r"https?://\S+\.\S+")


@dataclass(frozen=True)
class MetadataField:
    """One entry of `schemas/metadata.json`: its dotted key, its type, the vocabulary of a choice, if an export needs it.

    `short` is its title where room is scarce.
    Types: text, bilingual, words (a list for each language), choice, choices, date, email, uri, id, sgc.
    """

    key: str
    type: str
    title: Text
    help: Text = NOTHING
    required: bool = False
    list: str | None = None
    choices: tuple[str, ...] = ()
    short: Text = NOTHING

    @classmethod
    def of_json(cls, raw: Mapping[str, Any]) -> MetadataField:
        """Read one entry."""
        key, title = raw["key"], both(raw, "title") or Text(raw["key"], raw["key"])
        return cls(key, raw["type"], title, both(raw, "help") or NOTHING, bool(raw.get("required")), raw.get("list"),
                   tuple(raw.get("choices") or ()), both(raw, "short") or title)


@dataclass(frozen=True, eq=False)
class Metadata:
    """The metadata of one dataset, with what is wrong with them: `missing` and `unusable` name dotted keys."""

    values: Mapping[str, Any] = field(default_factory=dict)
    fields: tuple[MetadataField, ...] = ()
    vocabularies: Vocabularies = field(default_factory=dict)

    @classmethod
    def of_json(cls, raw: Any, fields: Iterable[Mapping[str, Any]], vocabularies: Vocabularies) -> Metadata:
        """Read a metadata object. Raises Problem D01 where it is no object, D02 naming the keys that are not known."""
        declared = tuple(MetadataField.of_json(item) for item in fields)
        if not isinstance(raw, Mapping):
            raise Problem("D01", NOT_AN_OBJECT, CORRECT)
        unknown = strange_keys(raw, {item.key for item in declared})
        if unknown:
            raise Problem("D02", UNKNOWN, KNOWN_KEYS,
                          {"keys": ", ".join(unknown), "known": ", ".join(item.key for item in declared)})
        return cls(dict(raw), declared, vocabularies)

    @classmethod
    def of_text(cls, text: str, fields: Iterable[Mapping[str, Any]], vocabularies: Vocabularies) -> Metadata:
        """Read a metadata file's text. Raises Problem D01, D02."""
        try:
            raw = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Problem("D01", UNREADABLE, CORRECT) from error
        return cls.of_json(raw, fields, vocabularies)

    def get(self, key: str) -> Any:
        """Return the value of a dotted key as the file has it; None where there is none."""
        found: Any = self.values
        for part in key.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found

    def put(self, key: str, value: Any) -> Metadata:
        """Return the metadata with one dotted key changed; None takes it away."""
        return replace(self, values=put(self.values, key.split("."), value))

    def faults(self) -> dict[str, str]:
        """Return each key that keeps an export from being written: `missing` or `unusable`."""
        found = {item.key: fault_of(item, self.get(item.key), self.vocabularies) for item in self.fields}
        return {key: fault for key, fault in found.items() if fault}

    def require(self, *, draft: bool = False) -> None:
        """Raise Problem D03 or D04 naming what an export misses or cannot use; a draft may miss what it likes.

        (cli.md, the metadata file)
        """
        faults = {key: fault for key, fault in self.faults().items() if not (draft and fault == "missing")}
        for fault, code, says, do in (("missing", "D03", MISSING, FILL_IN), ("unusable", "D04", UNUSABLE, CORRECT)):
            keys = [key for key, what in faults.items() if what == fault]
            if keys:
                raise Problem(code, says, do, {"keys": ", ".join(keys)})

    def text(self, key: str) -> Text | None:
        """Return a bilingual value; a language that is not there says what the other says."""
        value = self.get(key)
        if not isinstance(value, Mapping):
            return None
        said = {lang: value[lang].strip() for lang in LANGUAGES if isinstance(value.get(lang), str)}
        first = said.get("en") or said.get("fr")
        return Text(said.get("en") or first, said.get("fr") or first) if first else None

    def given(self, key: str) -> dict[str, str]:
        """Return a bilingual value in the languages that have one of their own: nothing is passed off as translated."""
        value = self.get(key)
        value = value if isinstance(value, Mapping) else {}
        return {lang: value[lang].strip() for lang in LANGUAGES if isinstance(value.get(lang), str) and value[lang].strip()}

    def words(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a list of words for each language."""
        value = self.get(key)
        value = value if isinstance(value, Mapping) else {}
        said = {lang: value.get(lang) for lang in LANGUAGES}
        return {lang: tuple(word for word in words if isinstance(word, str)) if isinstance(words, list | tuple) else ()
                for lang, words in said.items()}

    def word(self, key: str) -> str:
        """Return a plain value as text, empty where there is none."""
        value = self.get(key)
        return value.strip() if isinstance(value, str) else ""

    def many(self, key: str) -> tuple[str, ...]:
        """Return a list of plain values."""
        value = self.get(key)
        return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()

    def entry(self, key: str) -> Mapping[str, str]:
        """Return the vocabulary's row for a choice; empty where the vocabulary does not know it."""
        name = next((item.list for item in self.fields if item.key == key), None)
        rows = self.vocabularies.get(name or "", ())
        return next((row for row in rows if row["id"] == self.word(key)), {})

    def label(self, key: str) -> Text:
        """Return a choice in words; the code itself where the vocabulary does not know it."""
        row, word = self.entry(key), self.word(key)
        return Text(row.get("en") or word, row.get("fr") or row.get("en") or word)

    @property
    def title(self) -> Text | None:
        """The dataset's title."""
        return self.text("title")

    @property
    def publisher(self) -> str:
        """The publisher's id; `unknown` in a draft that lacks it."""
        return self.word("publisher.id") or "unknown"

    @property
    def publisher_name(self) -> Text | None:
        """The publisher's name."""
        return self.text("publisher.name")

    @property
    def date(self) -> str:
        """The date of the package; `undated` in a draft that lacks it."""
        return self.word("date_modified") if is_date(self.get("date_modified")) else "undated"

    @property
    def licence(self) -> str:
        """The licence's id."""
        return self.word("licence")


def strange_keys(raw: Mapping[str, Any], known: set[str], above: str = "") -> list[str]:
    """Return the dotted keys that no field declares; the values of bilingual fields are not looked into."""
    found = []
    for key, value in raw.items():
        dotted = f"{above}{key}"
        if dotted in known:
            found += [f"{dotted}.{lang}" for lang in value if lang not in LANGUAGES] if isinstance(value, dict) else []
        elif isinstance(value, Mapping) and any(name.startswith(f"{dotted}.") for name in known):
            found += strange_keys(value, known, f"{dotted}.")
        else:
            found.append(dotted)
    return found


def put(values: Mapping[str, Any], path: list[str], value: Any) -> dict[str, Any]:
    """Return nested values with one changed; None takes it away."""
    rest = {key: item for key, item in values.items() if key != path[0]}
    if len(path) > 1:
        below = values.get(path[0])
        value = put(below if isinstance(below, Mapping) else {}, path[1:], value) or None
    return rest if value is None else rest | {path[0]: value}


def fault_of(item: MetadataField, value: Any, vocabularies: Vocabularies) -> str:
    """Return `missing`, `unusable`, or nothing where the value will do."""
    if is_empty(value):
        return "missing" if item.required else ""
    return "" if SHAPES[item.type](item, value, vocabularies) else "unusable"


def is_empty(value: Any) -> bool:
    """Tell whether a value says nothing: null, blank text, an empty list, or only such things."""
    if isinstance(value, Mapping):
        return all(is_empty(part) for part in value.values())
    if isinstance(value, list | tuple):
        return all(is_empty(part) for part in value)
    return value is None or (isinstance(value, str) and not value.strip())


def is_date(value: Any) -> bool:
    """Tell whether a value is a date written as 2026-11-24."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _known(item: MetadataField, value: Any, vocabularies: Vocabularies) -> bool:
    choices = item.choices or tuple(row["id"] for row in vocabularies.get(item.list or "", ()))
    own = item.list == "licences" and isinstance(value, str) and bool(OWN_LICENCE.fullmatch(value))
    return own or value in choices


def _both(value: Any, each: Any) -> bool:
    return isinstance(value, Mapping) and all(part is None or each(part) for part in value.values())


def _list_of(value: Any, each: Any) -> bool:
    return isinstance(value, list | tuple) and all(each(part) for part in value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _matches(pattern: re.Pattern[str]) -> Any:
    return lambda item, value, lists: isinstance(value, str) and bool(pattern.fullmatch(value))


SHAPES: Mapping[str, Any] = {
    "text": lambda item, value, lists: _is_text(value),
    "bilingual": lambda item, value, lists: _both(value, _is_text),
    "words": lambda item, value, lists: _both(value, lambda part: _list_of(part, _is_text)),
    "choice": lambda item, value, lists: _known(item, value, lists),
    "choices": lambda item, value, lists: _list_of(value, lambda part: _known(item, part, lists)),
    "date": lambda item, value, lists: is_date(value),
    "email": _matches(EMAIL), "uri": _matches(WEB), "id": _matches(ID), "sgc": _matches(SGC),
}


COUNTED = Text("{what} {n} records.", "{what} {n} enregistrements.", "{what} {n} record.", "{what} {n} enregistrement.")


def suggested(reading: Reading, schema: Schema, today: dt.date, rows: int, languages: Iterable[str] = LANGUAGES,
              remembered: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return metadata to begin with: title from the file's name, description and words from the standard, dates.

    `remembered` is what was asked once (publisher, contact, licence, frequency).
    """
    title = titled(reading.name)
    description = COUNTED.with_(what=schema.description, n=rows).as_json()
    return {
        "title": {"en": title or schema.title.en, "fr": title or schema.title.fr},
        "description": {language: text.strip() for language, text in description.items()},
        "keywords": {"en": [schema.title.en.lower()], "fr": [schema.title.fr.lower()]},
        "languages": list(languages), "date_published": today.isoformat(), "date_modified": today.isoformat(),
        **(remembered or {}),
    }


def titled(name: str) -> str:
    """Return a file's name as a title: no extension, no underscores, a capital."""
    stem = re.sub(r"(\.[A-Za-z][A-Za-z0-9]{1,7}){1,2}$", "", name)
    words = " ".join(re.sub(r"[_\s]+|(?<=\D)-|-(?=\D)", " ", stem).split())
    return words[:1].upper() + words[1:]
