"""Which column feeds which field, and how its text is read."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field, replace
from typing import Any

from .problem import Problem
from .text import Text

# States and reasons of a field or column, as cli.md and workflow.md §1.4 name them.
MATCHED, CHECK, NONE = "matched", "check", "none"
ABSENT, CONSTANT, COMBINED, SPLIT = "absent", "constant", "combined", "split"


@dataclass(frozen=True)
class ReadAs:
    """How the text of one field is read beyond its plain form; empty means plain form only.

    `dates`: ymd, dmy or mdy. `numbers`: the decimal mark. `yes_no`: words for true and false. `missing`: words that
    mean empty. `values`: text → code. `unit`: ft2 or in, converted to metric.
    """

    dates: str | None = None
    numbers: str | None = None
    yes_no: MappingABC[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    missing: tuple[str, ...] = ()
    values: MappingABC[str, str] = field(default_factory=dict, hash=False)
    unit: str | None = None

    def __bool__(self) -> bool:
        return self != ReadAs()

    def as_json(self) -> dict[str, Any]:
        """Return `read` of a recipe; only what says something."""
        said = {"dates": self.dates, "numbers": self.numbers, "missing": list(self.missing),
                "yes_no": {key: list(words) for key, words in self.yes_no.items()},
                "values": dict(self.values), "unit": self.unit}
        return {key: value for key, value in said.items() if value}

    @classmethod
    def of_json(cls, raw: MappingABC[str, Any]) -> ReadAs:
        """Read `read` of a recipe. Raises Problem M01 on a key or value it does not know."""
        known(raw, {"dates", "numbers", "missing", "yes_no", "values", "unit"}, "read")
        one_of(raw, "dates", ("ymd", "dmy", "mdy"))
        one_of(raw, "numbers", (".", ","))
        one_of(raw, "unit", ("ft2", "in"))
        words = raw.get("yes_no") or {}
        known(words, {"true", "false"}, "yes_no")
        return cls(raw.get("dates"), raw.get("numbers"), {key: tuple(value) for key, value in words.items()},
                   tuple(raw.get("missing") or ()), dict(raw.get("values") or {}), raw.get("unit"))


@dataclass(frozen=True)
class Feed:
    """What feeds one field: columns (by key), a constant, or nothing on purpose (`absent`).

    Several columns are joined by `combine`; one column is cut by `split` and its `part` (from 1) taken. `state` and
    `why` say how the feed was found; a feed in state `check` is a suggestion and feeds nothing yet.
    """

    columns: tuple[str, ...] = ()
    constant: str | None = None
    absent: bool = False
    combine: str | None = None
    split: str | None = None
    part: int = 1
    read: ReadAs = ReadAs()
    state: str = MATCHED
    why: str = "exact"
    score: float = 1.0

    @property
    def feeds(self) -> bool:
        """Tell whether values reach the field."""
        return self.state == MATCHED and (bool(self.columns) or self.constant is not None)

    @property
    def joined(self) -> str | None:
        """The columns as `check --json` names them (` + ` between), None for a constant."""
        return " + ".join(self.columns) or None

    def as_json(self, *, full: bool = False) -> dict[str, Any]:
        """Return the recipe's shape; `full` adds `state` and `why`, as `provenance/mapping.json` has them."""
        said: dict[str, Any] = {"columns": list(self.columns)} if self.columns else {}
        said |= {"constant": self.constant} if self.constant is not None else {}
        said |= {"absent": True} if self.absent else {}
        said |= {"combine": self.combine} if len(self.columns) > 1 else {}
        said |= {"split": self.split, "part": self.part} if self.split else {}
        said |= {"read": self.read.as_json()} if self.read else {}
        return said | ({"state": self.state, "why": self.why} if full else {})

    @classmethod
    def of_json(cls, raw: MappingABC[str, Any]) -> Feed:
        """Read one field of a recipe's mapping. Raises Problem M01 on a key it does not know."""
        known(raw, {"columns", "constant", "absent", "combine", "split", "part", "read", "state", "why"}, "fields")
        return cls(tuple(raw.get("columns") or ()), raw.get("constant"), bool(raw.get("absent")),
                   raw.get("combine"), raw.get("split"), int(raw.get("part") or 1),
                   ReadAs.of_json(raw.get("read") or {}), raw.get("state") or MATCHED, raw.get("why") or "remembered")


@dataclass(frozen=True)
class Mapping:
    """The feed of each field, and the columns kept as extras (column key → name in the CSV)."""

    fields: MappingABC[str, Feed] = field(default_factory=dict)
    extras: MappingABC[str, str] = field(default_factory=dict)

    def feed(self, name: str) -> Feed | None:
        """Return the feed of a field, if anything is said of it."""
        return self.fields.get(name)

    def fed(self, name: str) -> bool:
        """Tell whether values reach a field."""
        feed = self.fields.get(name)
        return feed is not None and feed.feeds

    @property
    def fed_fields(self) -> tuple[str, ...]:
        """The names of the fields that something feeds."""
        return tuple(name for name, feed in self.fields.items() if feed.feeds)

    @property
    def used_columns(self) -> frozenset[str]:
        """The keys of the columns that feed a field."""
        return frozenset(column for feed in self.fields.values() if feed.feeds for column in feed.columns)

    def fields_of(self, column: str) -> tuple[str, ...]:
        """Return the fields that a column feeds."""
        return tuple(name for name, feed in self.fields.items() if feed.feeds and column in feed.columns)

    def but(self, name: str, feed: Feed | None) -> Mapping:
        """Return the mapping with one field fed otherwise; None takes what was said of it away."""
        fields = dict(self.fields)
        if feed is None:
            fields.pop(name, None)
        else:
            fields[name] = feed
        return replace(self, fields=fields)

    def reading(self, name: str, **how: Any) -> Mapping:
        """Return the mapping with some of one field's `read` changed."""
        feed = self.fields[name]
        return self.but(name, replace(feed, read=replace(feed.read, **how)))

    def as_json(self, *, full: bool = False) -> dict[str, Any]:
        """Return the recipe's `mapping`; suggestions that nobody confirmed are in the full one alone."""
        said = {name: feed for name, feed in self.fields.items() if full or feed.state != CHECK}
        return {"fields": {name: feed.as_json(full=full) for name, feed in said.items()},
                "extras": dict(self.extras)}

    @classmethod
    def of_json(cls, raw: MappingABC[str, Any]) -> Mapping:
        """Read a recipe's `mapping`. Raises Problem M01 on a key it does not know."""
        known(raw, {"fields", "extras"}, "mapping")
        fields = {name: Feed.of_json(feed) for name, feed in (raw.get("fields") or {}).items()}
        return cls(fields, dict(raw.get("extras") or {}))


UNKNOWN_KEY = Text("“{key}” is not known in “{where}” of this file.", "« {key} » n’existe pas dans « {where} » de ce fichier.")
BAD_VALUE = Text("“{key}” cannot be “{value}” here.", "« {key} » ne peut pas être « {value} » ici.")
CORRECT_IT = Text("Correct the file and try again.", "Corrigez le fichier, puis réessayez.")
ONE_OF = Text("It is one of: {choices}.", "Choix possibles\u00a0: {choices}.")


def known(raw: MappingABC[str, Any], keys: set[str], where: str) -> None:
    """Raise Problem M01 naming the first key that is not one of `keys`."""
    for key in raw:
        if key not in keys:
            raise Problem("M01", UNKNOWN_KEY, CORRECT_IT, {"key": key, "where": where})


def one_of(raw: MappingABC[str, Any], key: str, choices: tuple[str, ...]) -> None:
    """Raise Problem M02 where a value is not one of the choices (absent and null are fine)."""
    value = raw.get(key)
    if value is not None and value not in choices:
        raise Problem("M02", BAD_VALUE, ONE_OF, {"key": key, "value": value, "choices": ", ".join(choices)})
