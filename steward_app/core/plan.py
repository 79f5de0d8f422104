"""The rules of a view made ready to run: each with its expression and the columns it reads, built once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from .check import Check, rules_for
from .findings import Key, Problems
from .schema import Rule
from .view import FAULT, RAW, TEXT, View


@dataclass(frozen=True, eq=False)
class Item:
    """One rule ready to run. `expr` is set for cell and row rules that are one expression over the Standard.

    It is called `name`, which no other item of the plan is, and never null.
    `fields` are the fields it reads, `columns` the source columns these come from.
    """

    check: Check
    rule: Rule
    expr: pl.Expr | None
    fields: frozenset[str]
    columns: frozenset[str]

    @property
    def name(self) -> str:
        """What its mask is called in a frame."""
        return "|".join(map(str, self.key))

    @property
    def key(self) -> Key:
        """What names its findings."""
        return Problems(self.check, self.rule).key

    def touched(self, columns: Collection[str] | None, fields: Collection[str] = ()) -> bool:
        """Tell whether it reads one of these columns, or reads or names one of these fields; None: every column."""
        return columns is None or not self.columns.isdisjoint(columns) or any(
            name in self.fields or name in named(self.rule.params) for name in fields)


def named(params: Any) -> Iterator[str]:
    """Yield every word of a rule's parameters: among them the fields it names, fed or not."""
    if isinstance(params, str):
        yield params
    elif isinstance(params, Mapping):
        yield from params
        yield from (word for value in params.values() for word in named(value))
    elif isinstance(params, list | tuple):
        yield from (word for value in params for word in named(value))


@dataclass(frozen=True, eq=False)
class Plan:
    """Everything that runs: on each record by itself (`local`), on the table, on the columns."""

    local: tuple[Item, ...]
    table: tuple[Item, ...]
    column: tuple[Item, ...]

    @property
    def keys(self) -> frozenset[Key]:
        """The names of all findings that can be."""
        return frozenset(item.key for item in (*self.local, *self.table, *self.column))


def compiled(view: View, checks: tuple[Check, ...], columns: tuple[str, ...]) -> Plan:
    """Return the plan of a prepared view; the last one is kept in the view's memo."""
    kept = view.memo.get("plan")
    if kept is None or kept[0] is not checks or kept[1] != columns:
        kept = view.memo["plan"] = (checks, columns, compile_plan(view, checks, columns))
    plan: Plan = kept[2]
    return plan


def compile_plan(view: View, checks: tuple[Check, ...], columns: tuple[str, ...]) -> Plan:
    """Build the plan: rules that name a field without a column are not run. (schema-format.md §3)"""
    pairs = [*rules_for(view.schema, checks),
             *((check, replace(rule, severity=rule.severity or check.severity))
               for check in checks if check.columns for rule in check.columns(view, columns))]
    items = [item for check, rule in pairs if (item := item_of(view, check, rule, columns)) is not None]
    local = tuple(item for item in items if item.check.scope in ("cell", "row") and not item.rule.get("whole_column"))
    return Plan(local, tuple(item for item in items if item.check.scope == "table"),
                tuple(item for item in items if item.check.scope == "column" or item.rule.get("whole_column")))


def item_of(view: View, check: Check, rule: Rule, columns: tuple[str, ...]) -> Item | None:
    """Return one rule ready to run, or None where it cannot be."""
    if check.scope == "column" or rule.get("whole_column"):
        return Item(check, rule, None, frozenset(), frozenset())
    expr = None if check.eager or check.scope == "table" else check.run(view, rule)
    if expr is None and not (check.eager or check.scope == "table"):
        return None
    fields = read_by(view, check, rule, expr)
    if not view.fed(*(fields or ([rule.field] if rule.field else []))):
        return None
    fields |= {rule.field} if rule.field and view.fed(rule.field) else set()
    sources = {column for name in fields for column in view.mapping.fields[name].columns}
    sources |= {rule["column"]} if rule.field is None and rule.get("column") else set()
    sources |= set(columns) if check.whole_rows else set()
    item = Item(check, rule, expr, fields, frozenset(sources))
    return item if expr is None else replace(item, expr=expr.fill_null(False).alias(item.name))


def read_by(view: View, check: Check, rule: Rule, expr: pl.Expr | None) -> frozenset[str]:
    """Return the fields that a rule reads."""
    if expr is not None:
        return frozenset(field_of(name) for name in expr.meta.root_names())
    if check.reads is not None:
        return frozenset(check.reads(view, rule))
    return frozenset({rule.field} if rule.field else set())


def field_of(column: str) -> str:
    """Return the field that a column of the Standard belongs to."""
    for ending in (TEXT, RAW, FAULT):
        column = column.removesuffix(ending)
    return column
