"""What the data should look like: fields, code lists and rules, in both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field as made
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any

from .text import Text


class Severity(StrEnum):
    """How much a finding matters; `blocks` belongs to Problems alone."""

    BLOCKS = "blocks"
    MUST = "must"
    CHECK = "check"
    BETTER = "better"
    NOTE = "note"


SEVERITY_WORDS = {
    Severity.BLOCKS: Text("Blocks reading", "Lecture impossible"),
    Severity.MUST: Text("Must fix", "À corriger"),
    Severity.CHECK: Text("Please check", "À vérifier"),
    Severity.BETTER: Text("Could be better", "À améliorer"),
    Severity.NOTE: Text("Noted", "À noter"),
}
LEVELS = ("required", "recommended", "optional")
TWICE = r"[/|]"  # between the two languages of a text, or its two words
PLURAL = r"([^\W\d_]{2,}[^\Ws\d_])s\b"  # an `s` that ends a word of four letters or more
SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Fold for comparison: case, accents, and everything but letters and digits to one space."""
    if text.isascii():
        return " ".join(text.lower().translate(SIGNS).split())
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    bare = bare.replace("œ", "oe").replace("æ", "ae")
    return " ".join("".join(c if c.isalnum() else " " for c in bare).split())


def singled(bare: str) -> str:
    """Drop the `s` of each plural word of a folded text."""
    return re.sub(PLURAL, r"\1", bare)


@dataclass(frozen=True)
class Code:
    """One entry of a code list. `near` words fall under it without saying the same: they are asked about first."""

    code: str
    label: Text
    aliases: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    near: tuple[str, ...] = ()


def names_of(code: Code) -> tuple[tuple[str, ...], ...]:
    """Return what an entry is called, in the order in which it counts: code, labels, aliases."""
    return (code.code,), (code.label.en, code.label.fr), code.aliases


@dataclass(frozen=True)
class CodeList:
    """A code list as a table; `source` and `licence` say where it comes from, `title` what a person calls it."""

    name: str
    codes: tuple[Code, ...]
    source: str = ""
    licence: str = ""
    title: Text | None = None

    @property
    def called(self) -> Text:
        """What a person calls the list: its title, else its name."""
        return self.title or Text(self.name, self.name)

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The codes alone, in the list's order."""
        return tuple(code.code for code in self.codes)

    @cached_property
    def by_folded(self) -> Mapping[str, str]:
        """Folded code, label or alias → code. A code beats a label, a label an alias."""
        found: dict[str, str] = {}
        ranks = [[(name, code.code) for code in self.codes for name in names_of(code)[rank]] for rank in range(3)]
        for name, code in (pair for rank in ranks for pair in rank):
            if folded(name):
                found.setdefault(folded(name), code)
        return found

    @cached_property
    def by_single(self) -> Mapping[str, str]:
        """The same without the `s` of plurals, in either language."""
        found: dict[str, str] = {}
        for name, code in self.by_folded.items():
            found.setdefault(singled(name), code)
        return found

    @cached_property
    def by_near(self) -> Mapping[str, str]:
        """Every folded word that leads to a code, those to be asked about among them."""
        return {folded(word): code.code for code in self.codes for word in code.near if folded(word)} | dict(self.by_folded)

    def stands_for(self, text: str) -> str | None:
        """Return the code that a text names: Issued, délivrés, or Issued/Délivré, whose halves lead to one code."""
        known, single = self.by_folded, self.by_single
        whole = known.get(folded(text)) or single.get(singled(folded(text)))
        halves = {known.get(half) or single.get(singled(half)) for half in self.halves(text)}
        return whole or (halves.pop() if len(halves) == 1 else None)

    @staticmethod
    def halves(text: str) -> tuple[str, ...]:
        """Return the folded parts of a text that says something twice: Issued/Délivré."""
        return tuple(filter(None, map(folded, re.split(TWICE, text))))

    def label(self, code: str) -> Text:
        """Return the label of a code; the code itself where the list does not know it."""
        return next((c.label for c in self.codes if c.code == code), Text(code, code))

    @classmethod
    def of_values(cls, name: str, values: list[str], title: Text | None = None) -> CodeList:
        """Make a list of bare values (an `enum` of somebody's own schema)."""
        return cls(name, tuple(Code(value, Text(value, value)) for value in values), title=title)


@dataclass(frozen=True)
class Field:
    """One field of a standard; `raw` is its JSON, for exports."""

    name: str
    type: str
    title: Text
    description: Text
    level: str = "optional"
    format: str = "default"
    kind: str | None = None
    example: Text | None = None
    aliases: Mapping[str, tuple[str, ...]] = made(default_factory=dict, hash=False)
    code_list: str | None = None
    original: str | None = None
    privacy: str | None = None
    why: Text | None = None
    former_names: tuple[str, ...] = ()
    true_values: tuple[str, ...] = ("true", "True", "TRUE", "1")
    false_values: tuple[str, ...] = ("false", "False", "FALSE", "0")
    constraints: Mapping[str, Any] = made(default_factory=dict, hash=False)
    raw: Mapping[str, Any] = made(default_factory=dict, hash=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that leads to this field: technical, titles, aliases in both languages, former names."""
        more = [alias for language in self.aliases.values() for alias in language]
        return (self.name, self.title.en, self.title.fr, *more, *self.former_names)

    @classmethod
    def of_json(cls, raw: Mapping[str, Any]) -> Field:
        """Read one field of a Table Schema (v1 or v2, with or without our keys)."""
        name = raw["name"]
        constraints = dict(raw.get("constraints") or {})
        level = raw.get("level") or ("required" if constraints.get("required") else "optional")
        example = both(raw, "example")
        return cls(
            name=name, type=raw.get("type") or "string", level=level, format=raw.get("format") or "default",
            title=both(raw, "title") or Text(name, name), description=both(raw, "description") or Text("", ""),
            kind=raw.get("kind"), example=example, why=both(raw, "why"),
            aliases={lang: tuple(words) for lang, words in (raw.get("aliases") or {}).items()},
            code_list=raw.get("codeList"), original=raw.get("original"), privacy=raw.get("privacy"),
            true_values=tuple(raw.get("trueValues") or cls.true_values),
            false_values=tuple(raw.get("falseValues") or cls.false_values),
            former_names=tuple(raw.get("formerNames") or ()), constraints=constraints, raw=raw,
        )


@dataclass(frozen=True)
class Rule:
    """A check with parameters, laid on one field; a constraint is a Rule without an id."""

    check: str
    field: str | None
    params: Mapping[str, Any] = made(default_factory=dict, hash=False)
    id: str | None = None
    severity: Severity | None = None
    says: Text | None = None
    why: Text | None = None

    def __getitem__(self, name: str) -> Any:
        return self.params[name]

    def get(self, name: str, default: Any = None) -> Any:
        """Return a parameter, or `default`."""
        return self.params.get(name, default)

    @property
    def key(self) -> tuple[str, str | None]:
        """What names its findings: (check, field)."""
        return self.check, self.field


_RULE_KEYS = {"id", "check", "field", "fields", "severity", "en", "fr", "why", "why_fr", "passes", "fails"}


def rules_of_json(raw: Mapping[str, Any]) -> Iterator[Rule]:
    """Read one entry of `rules`; `fields` means the same rule for each. (schema-format.md §3)"""
    params = {key: value for key, value in raw.items() if key not in _RULE_KEYS}
    severity = Severity(raw["severity"]) if raw.get("severity") else None
    says = Text(raw["en"], raw.get("fr") or raw["en"]) if raw.get("en") else None
    for name in raw.get("fields") or [raw.get("field")]:
        yield Rule(raw["check"], name, params, raw.get("id"), severity, says, both(raw, "why"))


@dataclass(frozen=True)
class Schema:
    """A standard: one Table Schema with rules and both languages; `raw` is its JSON as read."""

    name: str
    version: str
    title: Text
    description: Text
    purpose: Text
    not_for: Text
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()
    primary_key: tuple[str, ...] = ()
    missing_values: tuple[str, ...] = ("",)
    code_lists: Mapping[str, CodeList] = made(default_factory=dict, hash=False)
    raw: Mapping[str, Any] = made(default_factory=dict, hash=False, compare=False)

    @property
    def id(self) -> str:
        """`name@version`."""
        return f"{self.name}@{self.version}"

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """The fields by their technical name."""
        return {item.name: item for item in self.fields}

    def __getitem__(self, name: str) -> Field:
        return self.by_name[name]

    def codes(self, name: str) -> CodeList | None:
        """Return the code list of a field, its `enum` as a list, or None."""
        item = self.by_name[name]
        if item.code_list:
            return self.code_lists[item.code_list]
        values = item.constraints.get("enum")
        return CodeList.of_values(name, [str(value) for value in values], item.title) if values else None

    @classmethod
    def of_json(cls, raw: Mapping[str, Any], code_lists: Mapping[str, CodeList]) -> Schema:
        """Read a Table Schema. Raises KeyError where it has no fields or names an unknown code list."""
        fields = tuple(Field.of_json(item) for item in raw["fields"])
        if not fields:
            raise KeyError("fields")
        lists = {item.code_list: code_lists[item.code_list] for item in fields if item.code_list}
        key = raw.get("primaryKey") or ()
        missing = [m if isinstance(m, str) else m["value"] for m in raw.get("missingValues", [""])]
        name = raw.get("name") or "schema"
        return cls(
            name=name, version=str(raw.get("version") or "1.0.0"), title=both(raw, "title") or Text(name, name),
            description=both(raw, "description") or Text("", ""), purpose=both(raw, "purpose") or Text("", ""),
            not_for=both(raw, "notFor") or Text("", ""), fields=fields,
            rules=tuple(rule for item in raw.get("rules") or () for rule in rules_of_json(item)),
            primary_key=(key,) if isinstance(key, str) else tuple(key),
            missing_values=tuple(missing), code_lists=lists, raw=raw,
        )


def entries(raw: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], ...]:
    """Return the objects in a list of somebody's JSON (`sources`, `changelog`); nothing where it is no such list."""
    found = raw.get(key)
    return tuple(item for item in found if isinstance(item, Mapping)) if isinstance(found, list | tuple) else ()


def both(raw: Mapping[str, Any], key: str) -> Text | None:
    """Return `key` and `key_fr` as a Text; a missing French falls back to the English, None where neither stands."""
    value = raw.get(key)
    if value is None:
        return None
    return Text(str(value), str(raw.get(f"{key}_fr", value)))
