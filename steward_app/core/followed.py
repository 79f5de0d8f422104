"""The recipe that a work follows: what it said stands, though this file may lack the column it said it of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .document import Document
from .edits import Edit
from .mapping import Mapping
from .table import Table
from .text import Text


@dataclass(frozen=True, eq=False)
class FollowRecipe:
    """Note that the work up to here comes from a recipe; nothing of the document changes."""

    standard: str
    mapping: Mapping
    edits: tuple[dict[str, Any], ...]
    named: Text = Text("apply a recipe", "appliquer une recette")

    def apply(self, document: Document) -> tuple[Document, Edit]:
        """Return the document as it is: taking the step back takes the note back."""
        return document, self

    def to_json(self) -> dict[str, Any]:
        """Return what the recipe said."""
        return {"edit": "recipe", "standard": self.standard, "mapping": self.mapping.as_json(), "edits": list(self.edits),
                "named": self.named.as_json()}

    def to_bytes(self) -> bytes:
        """Return nothing."""
        return b""

    def kept(self, here: Mapping, table: Table) -> Mapping:
        """Return a mapping with the feeds and extras of columns that this file lacks put back; a new feed stands."""
        there = set(table.columns)
        fields = {name: feed for name, feed in self.mapping.fields.items() if not set(feed.columns) <= there
                  and (name not in here.fields or here.fields[name].absent)}
        extras = {column: name for column, name in self.mapping.extras.items() if column not in there}
        return Mapping(dict(here.fields) | fields, extras | dict(here.extras))
