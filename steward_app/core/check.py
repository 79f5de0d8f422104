"""The declaration of a check: what is wrong, how much it matters, in both languages, above one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

import polars as pl

from .schema import Field, Rule, Schema, Severity
from .text import Text
from .view import View

Scope = Literal["cell", "row", "table", "column"]
Arises = Callable[[Schema, Field], "dict[str, Any] | None"]


@dataclass(frozen=True, eq=False)
class Shared:
    """What a table check compares: records are wrong whose `key` more than `more` other records have too.

    `counted` takes records out of the comparison. With `apart` it is not the records that are counted but their
    different texts there, those wholly empty aside. Null equals null.
    """

    key: pl.DataFrame
    counted: pl.Series | None = None
    more: int = 1
    apart: pl.DataFrame | None = None


@dataclass(frozen=True)
class Check:
    """One check. `run` is its one function; what it returns depends on `scope`.

    cell, row: `(view, rule) -> pl.Expr` over the Standard's columns, true where wrong, null counts as right.
    table: `(view, rule, standard) -> pl.Series` of booleans, one a record.
    column: `(view, rule) -> bool`, true where the column itself is at fault (C01, C02).
    `eager` gives a cell or row check the records instead: `(view, rule, standard) -> pl.Series` of booleans, each
    record judged by itself; `whole_rows` says that it reads every column of the source.
    `reads` names the fields a table check reads (else its own field); `columns` yields the rules it has for columns
    that feed nothing (P01); `learns` returns what it must know of the whole column, by name, before it can speak;
    What `learns` asks for is a percentile of its own field, and what it marks lies beyond it.
    `shares` says what a table check compares, so that it can be run on a table that comes in pieces.
    `tells` returns facts for its words that only it can know, from one wrong text.
    `arises` says for which fields the check exists without a rule (constraints, types, kinds) and with what
    parameters; `over_table` says that it arises once for the whole table, without a field (R01, R03, R04, R06).
    `says` and `do` are the headline and the fix line; the holes they may use are those of `core.facts`. `many` is the
    headline where several values (`{more}` beside the one that is shown) or, without that hole, several rows are wrong.
    """

    id: str
    name: str
    scope: Scope
    severity: Severity
    says: Text
    do: Text
    why: Text
    right: str
    wrong: str
    run: Callable[..., Any]
    arises: Arises | None = None
    over_table: bool = False
    params: tuple[str, ...] = ()
    eager: bool = False
    whole_rows: bool = False
    reads: Callable[[View, Rule], tuple[str, ...]] | None = None
    columns: Callable[[View, tuple[str, ...]], Iterable[Rule]] | None = None
    learns: Callable[[View, Rule, Any], dict[str, Any]] | None = None
    tells: Callable[[View, Rule, str], dict[str, Any]] | None = None
    many: Text | None = None
    shares: Callable[[View, Rule, Any], Shared] | None = None

    def built_in(self, schema: Schema) -> Iterable[Rule]:
        """Yield the rules that a schema's constraints, types and kinds stand for."""
        if self.over_table:
            yield Rule(self.id, None)
        for item in schema.fields if self.arises else ():
            found = self.arises(schema, item) if self.arises else None
            if found is not None:
                yield Rule(self.id, item.name, found)


def check(id: str, name: str, severity: Severity, *, scope: Scope = "cell", says: Text, do: Text = Text("", ""),
          why: Text = Text("", ""), right: str = "", wrong: str = "", arises: Arises | None = None,
          over_table: bool = False, params: tuple[str, ...] = (), eager: bool = False, whole_rows: bool = False,
          reads: Callable[[View, Rule], tuple[str, ...]] | None = None,
          columns: Callable[[View, tuple[str, ...]], Iterable[Rule]] | None = None,
          learns: Callable[[View, Rule, Any], dict[str, Any]] | None = None,
          tells: Callable[[View, Rule, str], dict[str, Any]] | None = None,
          many: Text | None = None,
          shares: Callable[[View, Rule, Any], Shared] | None = None) -> Callable[[Callable[..., Any]], Check]:
    """Declare the function below as a check."""
    def declared(run: Callable[..., Any]) -> Check:
        return Check(id, name, scope, severity, says, do, why, right, wrong, run, arises, over_table, params, eager,
                     whole_rows, reads, columns, learns, tells, many, shares)
    return declared


def listed(*families: Any) -> tuple[Check, ...]:
    """Join the families' CHECKS in running order. Raises ValueError if two share an id."""
    checks = tuple(item for family in families for item in family.CHECKS)
    seen: set[str] = set()
    for item in checks:
        if item.id in seen:
            raise ValueError(f"two checks are called {item.id}")
        seen.add(item.id)
    return checks


def rules_for(schema: Schema, checks: Iterable[Check]) -> tuple[tuple[Check, Rule], ...]:
    """Return every (check, rule) of a schema: its own rules and those its constraints stand for, in running order.

    A (check, field) met twice keeps the schema's own rule (schema-format.md §2).
    """
    own: dict[str, list[Rule]] = {}
    for rule in schema.rules:
        own.setdefault(rule.check, []).append(rule)
    pairs: list[tuple[Check, Rule]] = []
    for item in checks:
        mine = own.get(item.id, [])
        said = {rule.field for rule in mine}
        arisen = [rule for rule in item.built_in(schema) if rule.field not in said]
        pairs += [(item, rule if rule.severity else replace(rule, severity=item.severity)) for rule in mine + arisen]
    return tuple(pairs)


__all__ = ["Check", "Severity", "Shared", "Text", "View", "check", "listed", "rules_for"]
