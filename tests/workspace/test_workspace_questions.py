"""What station 1 asks, and what an answer reaches: the reading, and the fields that the columns feed."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core.document import Document
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.reading import Asked, Reading, SheetInfo
from steward_app.core.schema import Field, Schema
from steward_app.core.table import Table
from steward_app.core.text import Text
from steward_app.workspace import questions

WORDS = Text("a", "b")
TABLE = Table.of(pl.DataFrame({"Coût": ["1 200,50", "3,25"], "Lat": ["46.897", "46.8972"], "Nb": ["1", "2"]}),
                 ["Coût", "Lat", "Nb"])
SCHEMA = Schema("s", "1.0.0", WORDS, WORDS, WORDS, WORDS,
                tuple(Field(name, "number", WORDS, WORDS) for name in ("cost", "lat", "count")))
MAPPING = Mapping({"cost": Feed(("Coût",)), "lat": Feed(("Lat",)), "count": Feed(("Nb",))})
READING = Reading("t.csv", "csv", 1, "0")


def marks(mapping):
    return {name: feed.read.numbers for name, feed in mapping.fields.items()}


@pytest.mark.parametrize(("mark", "read"), [
    (",", {"cost": ",", "lat": None, "count": None}), (".", {"cost": None, "lat": ".", "count": None})])
def test_a_decimal_mark_reaches_the_columns_that_do_not_prove_the_other(mark, read):
    edit = questions.answered_mark(Document(READING, TABLE, SCHEMA, MAPPING), mark)
    assert marks(edit.mapping) == read and edit.reading.decimal == edit.reading.asked.decimal == mark and not edit.anew


def test_another_mark_takes_the_place_of_the_first():
    either = Table.of(pl.DataFrame({"Coût": ["1,234", "2,345"]}), ["Coût"])
    document = Document(READING, either, SCHEMA, Mapping({"cost": Feed(("Coût",))}))
    first = questions.answered_mark(document, ",").apply(document)[0]
    assert marks(questions.answered_mark(first, ".").mapping) == {"cost": "."}


def test_what_was_asked_reaches_a_standard_chosen_later():
    mapping = questions.as_asked(MAPPING, SCHEMA, TABLE, Asked(decimal=","))
    assert marks(mapping)["cost"] == "," and mapping == questions.as_asked(mapping, SCHEMA, TABLE, Asked())


@pytest.mark.parametrize(("sheets", "asked", "rivals"), [
    ((("A", 900, 8, False), ("B", 850, 8, False)), None, ["A", "B"]),
    ((("A", 900, 8, False), ("B", 850, 8, False)), "A", []),
    ((("A", 900, 8, False), ("B", 850, 8, True)), None, []), ((("A", 900, 8, False), ("Codes", 200, 2, False)), None, []),
    ((("A", 900, 8, False), ("B", 30, 8, False)), None, []), ((), None, [])])
def test_two_sheets_that_may_both_be_the_data_are_a_question(sheets, asked, rivals):
    reading = Reading("t.xlsx", "xlsx", 1, "0", sheet="A", sheets=tuple(SheetInfo(*sheet) for sheet in sheets),
                      asked=Asked(sheet=asked))
    assert [sheet.name for sheet in questions.rival_sheets(reading)] == rivals
