"""The steward's preferences: each declared with its values and its default; a readable file; passed in, never global."""

from __future__ import annotations

import json
import locale
import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from .core.text import LANGUAGES


@dataclass(frozen=True)
class Preference:
    """One preference: its name in the file, the values it may take (empty: any text or number), its default."""

    name: str
    choices: tuple[Any, ...] = ()
    default: Any = ""


PREFERENCES = (
    Preference("language", ("", "en", "fr")),
    Preference("theme", ("system", "light", "dark", "contrast"), "system"),
    Preference("density", ("compact", "normal", "roomy"), "normal"),
    Preference("zoom", (80, 90, 100, 110, 125, 150, 175, 200), 100),
    Preference("folder"),
    Preference("days_kept", (30, 90, 180, 365), 90),
    Preference("geometry"),
)


@dataclass
class Settings:
    """The preferences of one user, kept in `settings.json`. Unknown keys and values fall back to the default.

    `spoken` is the language asked for this run alone (`--lang`), until another is chosen.
    """

    path: Path | None = None
    values: dict[str, Any] = field(default_factory=dict)
    spoken: str = ""

    @classmethod
    def read(cls, path: Path) -> Settings:
        """Read the file; one that cannot be read gives the defaults."""
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            said = {}
        return cls(path, {p.name: said[p.name] for p in PREFERENCES if usable(p, said.get(p.name))})

    def get(self, name: str) -> Any:
        """Return a preference."""
        known = next(p for p in PREFERENCES if p.name == name)
        return self.values.get(name, known.default)

    def set(self, name: str, value: Any) -> None:
        """Change a preference and write the file beside, then in place."""
        self.values[name] = value
        self.spoken = "" if name == "language" else self.spoken
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".partial")
        beside.write_text(json.dumps(self.values, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        os.replace(beside, self.path)

    @property
    def language(self) -> str:
        """`en` or `fr`: what this run was asked for, else what was chosen, else the system's."""
        return self.spoken or self.get("language") or system_language()

    def but(self, **values: Any) -> Settings:
        """Return the same settings with others on top, kept in no file (for one run)."""
        return replace(self, path=None, values={**self.values, **values})


def usable(preference: Preference, value: Any) -> bool:
    """Tell whether a value of the file is one the preference may take."""
    if preference.choices:
        return value in preference.choices
    return isinstance(value, str | int | float)


def for_every_command(words: Sequence[str]) -> tuple[list[str], str]:
    """Return the words of the command line without what any of them may bear (`--lang`, `--quiet`), and the language asked.

    A language that is not known stays among the words: the command line refuses it by its name.
    """
    rest: list[str] = []
    spoken, left = "", list(words)
    while left:
        word = left.pop(0)
        name, equals, value = word.partition("=")
        if name == "--lang" and (value if equals else left[0] if left else "") in LANGUAGES:
            spoken = value if equals else left.pop(0)
        elif word != "--quiet":
            rest.append(word)
    return rest, spoken


def system_language() -> str:
    """Return `fr` where the system speaks French, else `en`."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LANG") or (locale.getlocale()[0] or "")
    return "fr" if spoken.lower().startswith("fr") else "en"
