"""The open questions of station 1: date orders that the file does not prove, and the steward's answers."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import replace

from ..core.document import Document
from ..core.edits import SetReading
from ..core.mapping import Mapping
from ..core.orders import TwoWays, two_ways
from ..core.schema import Schema
from ..core.table import Table
from ..core.text import Text

ANSWERED = Text("date order of “{column}”", "ordre des dates de « {column} »")

__all__ = ["TwoWays", "answered", "open_questions", "questions", "with_orders"]


def questions(table: Table) -> tuple[TwoWays, ...]:
    """Return the columns whose dates read two ways. Looks at whole columns: for a job, not for the window's thread."""
    return two_ways(table)


def open_questions(found: tuple[TwoWays, ...], document: Document) -> tuple[TwoWays, ...]:
    """Return those that nobody has answered, here or in the mapping."""
    answers = answers_of(document)
    return tuple(item for item in found if item.column not in answers)


def answers_of(document: Document) -> dict[str, str]:
    """Return the date order of each column that has one, asked at station 1 or said in the mapping."""
    said = {column: feed.read.dates for feed in document.mapping.fields.values() for column in feed.columns
            if feed.read.dates}
    return {**dict(document.reading.asked.dates), **said}


def answered(document: Document, column: str, order: str) -> SetReading:
    """Return the edit that says how the dates of a column are read, in the reading and in what it feeds."""
    asked = document.reading.asked
    dates = tuple(sorted({**dict(asked.dates), column: order}.items()))
    reading = replace(document.reading, asked=asked.but(dates=dates))
    mapping = document.mapping
    if document.schema is not None:
        mapping = with_orders(mapping, document.schema, {column: order})
    return SetReading(reading, document.table, mapping, ANSWERED.with_(column=column), anew=False)


def with_orders(mapping: Mapping, schema: Schema, orders: MappingABC[str, str]) -> Mapping:
    """Return the mapping in which date fields read their columns in the orders given."""
    for name, feed in mapping.fields.items():
        order = orders.get(feed.columns[0]) if len(feed.columns) == 1 else None
        if order and name in schema.by_name and schema[name].type in ("date", "datetime") and not feed.read.dates:
            mapping = mapping.reading(name, dates=order)
    return mapping
