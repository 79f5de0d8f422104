"""What station 1 looks for in a table: how it writes dates, numbers and accents, what it leaves open, and the answers."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace

from ..core import written
from ..core.document import Document
from ..core.edits import SetReading
from ..core.mapping import Mapping
from ..core.orders import TwoWays, two_ways
from ..core.reading import Asked, Reading, SheetInfo
from ..core.schema import Schema
from ..core.table import Table
from ..core.text import Text
from ..core.written import Dated, Marked

ANSWERED = Text("date order of “{column}”", "format de date de « {column} »")

MARK_ANSWERED = Text("choose the decimal mark", "choisir le signe décimal")
NUMBERS = ("number", "integer")
# A sheet with fewer rows or columns is a cover, a legend or a list of codes.
FEWEST_ROWS, FEWEST_COLUMNS, NEAR = 5, 3, 0.5

__all__ = ["Dated", "Looked", "Marked", "TwoWays", "answered", "answered_mark", "as_asked", "looked", "open_questions",
           "rival_sheets", "with_orders"]


@dataclass(frozen=True)
class Looked:
    """What a table shows of itself: dates that read two ways, the other dates, decimal marks, a text with an accent.

    `odd` counts the records that have more or fewer cells than the headings.
    """

    two_ways: tuple[TwoWays, ...] = ()
    dates: tuple[Dated, ...] = ()
    marks: tuple[Marked, ...] = ()
    accent: str | None = None
    odd: int = 0


def looked(table: Table) -> Looked:
    """Look at how a table is written. Looks at whole columns: for a job, not for the window's thread."""
    found = two_ways(table)
    asked = {item.column for item in found}
    dates = tuple(item for item in written.dated(table) if item.column not in asked)
    return Looked(found, dates, written.marked(table), written.accented(table), table.ragged.height)


def rival_sheets(reading: Reading) -> tuple[SheetInfo, ...]:
    """Return the sheets that may each be the data, the one in use first; nothing where one was asked for or stands out."""
    here = next((sheet for sheet in reading.sheets if sheet.name == reading.sheet), None)
    if reading.asked.sheet is not None or here is None:
        return ()
    others = [sheet for sheet in reading.sheets if sheet is not here and not sheet.hidden and sheet.rows >= FEWEST_ROWS
              and sheet.columns >= FEWEST_COLUMNS and sheet.rows >= NEAR * here.rows]
    return (here, *sorted(others, key=lambda sheet: -sheet.rows)) if others else ()


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


def answered_mark(document: Document, mark: str) -> SetReading:
    """Return the edit that says what the decimal mark is; columns that prove the other one keep theirs."""
    before = document.reading.asked.decimal
    reading = replace(document.reading, asked=document.reading.asked.but(decimal=mark), decimal=mark)
    mapping = document.mapping
    if document.schema is not None:
        mapping = with_mark(mapping, document.schema, document.table, mark, before)
    return SetReading(reading, document.table, mapping, MARK_ANSWERED, anew=False)


def as_asked(mapping: Mapping, schema: Schema, table: Table, asked: Asked) -> Mapping:
    """Return the mapping in which date and number fields read their columns as was said at station 1."""
    mapping = with_orders(mapping, schema, dict(asked.dates))
    return with_mark(mapping, schema, table, asked.decimal) if asked.decimal else mapping


def with_mark(mapping: Mapping, schema: Schema, table: Table, mark: str, before: str | None = None) -> Mapping:
    """Return the mapping in which number fields read their columns with a mark; `before` is the one said earlier."""
    columns = {item.column for item in written.marked(table) if item.mark in ("", mark)}
    for name, feed in mapping.fields.items():
        mine = len(feed.columns) == 1 and feed.columns[0] in columns
        if mine and name in schema.by_name and schema[name].type in NUMBERS and feed.read.numbers in (None, before):
            mapping = mapping.reading(name, numbers=mark)
    return mapping


def with_orders(mapping: Mapping, schema: Schema, orders: MappingABC[str, str]) -> Mapping:
    """Return the mapping in which date fields read their columns in the orders given."""
    for name, feed in mapping.fields.items():
        order = orders.get(feed.columns[0]) if len(feed.columns) == 1 else None
        if order and name in schema.by_name and schema[name].type in ("date", "datetime") and not feed.read.dates:
            mapping = mapping.reading(name, dates=order)
    return mapping
