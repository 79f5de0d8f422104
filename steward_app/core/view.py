"""What a check sees: schema, mapping, code lists, the publisher's place, today, and what the columns taught."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from .mapping import Feed, Mapping, ReadAs
from .schema import CodeList, Field, Schema

TEXT, RAW, FAULT = "|text", "|raw", "|fault"


@dataclass(frozen=True, eq=False)
class View:
    """What a check may know. Its expressions speak of the Standard's columns, which hold for each fed field:

    `name` the typed value (null where empty or unreadable), `name|text` the text after the mapping's reading (null
    where empty), `name|raw` the text before it, `name|fault` the id (UInt8, see types) of what makes it unreadable.
    `learned` holds facts of whole columns, by (what, field): the proved date order, a percentile…
    `memo` keeps what is made once per view (compiled expressions); a changed view starts with an empty one.
    """

    schema: Schema
    mapping: Mapping
    today: dt.date
    vocabularies: MappingABC[str, Any] = field(default_factory=dict)
    place: str | None = None
    learned: MappingABC[tuple[str, str], Any] = field(default_factory=dict)
    memo: dict[Any, Any] = field(default_factory=dict, init=False)

    def __getitem__(self, name: str) -> pl.Expr:
        """Return the typed value of a field."""
        return pl.col(name)

    def text(self, name: str) -> pl.Expr:
        """Return the text of a field, null where empty."""
        return pl.col(name + TEXT)

    def raw(self, name: str) -> pl.Expr:
        """Return the text of a field before the mapping's reading."""
        return pl.col(name + RAW)

    def fault(self, name: str) -> pl.Expr:
        """Return what makes the text of a field unreadable; 0 where nothing does."""
        return pl.col(name + FAULT)

    def filled(self, name: str) -> pl.Expr:
        """Tell where a field holds something, readable or not."""
        return self.text(name).is_not_null()

    def fed(self, *names: str) -> bool:
        """Tell whether something feeds all these fields."""
        return all(self.mapping.fed(name) for name in names)

    def field(self, name: str) -> Field:
        """Return a field of the schema."""
        return self.schema[name]

    def feed(self, name: str) -> Feed | None:
        """Return what feeds a field."""
        return self.mapping.feed(name)

    def read(self, name: str) -> ReadAs:
        """Return how the mapping reads a field."""
        feed = self.mapping.feed(name)
        return feed.read if feed else ReadAs()

    def codes(self, name: str) -> CodeList | None:
        """Return the code list of a field, or None."""
        return self.schema.codes(name)

    def learnt(self, what: str, name: str, default: Any = None) -> Any:
        """Return a fact of a whole column."""
        return self.learned.get((what, name), default)

    def knowing(self, learned: MappingABC[tuple[str, str], Any]) -> View:
        """Return the view with other facts of whole columns; itself where they are the same."""
        return self if learned == self.learned else replace(self, learned=learned)

    def of_kind(self, kind: str) -> str | None:
        """Return the name of the fed field of a kind (latitude, longitude, …), if there is one."""
        return next((f.name for f in self.schema.fields if f.kind == kind and self.mapping.fed(f.name)), None)
