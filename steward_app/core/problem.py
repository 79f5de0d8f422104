"""The one exception a user sees: what happened, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .text import Text


class Problem(Exception):
    """Something a user can act on: a code, what happened, what to do next, and facts for the log.

    Facts never hold cell values. Everything that is wrong *in the data* is a Finding instead.
    """

    def __init__(self, code: str, says: Text, do: Text, facts: Mapping[str, Any] | None = None) -> None:
        super().__init__(code)
        self.code, self.facts = code, dict(facts or {})
        self.says, self.do = says.with_(**self.facts), do.with_(**self.facts)

    def to(self, language: str) -> str:
        """Write the whole sentence, next step included."""
        return f"{self.says.to(language)} {self.do.to(language)}".strip()

    def as_json(self) -> dict[str, str]:
        """Return the sentence in both languages."""
        return {"en": self.to("en"), "fr": self.to("fr")}

    def __str__(self) -> str:
        return f"{self.code}: {self.says.to('en')}"
