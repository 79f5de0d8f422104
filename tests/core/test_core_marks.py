"""What is drawn on cells: the worst problem of each, and who wrote its text."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core.change import change_of
from steward_app.core.changes import many_cells, one_cell
from steward_app.core.check import check
from steward_app.core.document import Document
from steward_app.core.edits import RemoveRows, SetCells, SetColumn, SetReading
from steward_app.core.findings import Findings, Problems
from steward_app.core.kinds import kinds_of
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.marks import BY_FIX, BY_HAND, BadRows, Marks, hands
from steward_app.core.reading import Reading
from steward_app.core.schema import Rule, Severity
from steward_app.core.shown import Shown
from steward_app.core.table import ROW, Table
from steward_app.core.taken_back import taken_back
from steward_app.core.text import Text
from steward_app.workspace import Step

TABLE = Table.of(pl.DataFrame({"a": ["1", "2", "3"], "b": ["x", "y", "z"]}), ["a", "b"])
DOCUMENT = Document(Reading("t.csv", "csv", 1, "0"), TABLE, None, Mapping({"f": Feed(("a",)), "g": Feed(("b",))}))
FIX = Text("fix", "correction")


def problem(id_, field, severity, mask):
    made = check(id_, id_, severity, says=Text(id_, id_))(lambda view, rule: None)
    return Problems(made, Rule(id_, field), pl.Series(mask))


FOUND = Findings({p.key: p for p in (
    problem("V19", "f", Severity.BETTER, [True, True, False]), problem("V03", "f", Severity.MUST, [False, True, False]),
    problem("R04", None, Severity.CHECK, [False, False, True]))}, 3)


def rows(*records):
    return pl.Series(records, dtype=ROW)


def test_the_worst_problem_of_a_cell_wins():
    page = Marks.of(DOCUMENT, FOUND).page(Shown.all_of(TABLE), 0, 3)
    assert [{column: p.check.id for column, p in row.items()} for row in page] == [{0: "V19"}, {0: "V03"}, {-1: "R04"}]


def test_hands_and_fixes_are_told_apart():
    edits = (one_cell("a", 0, "9"), SetCells("b", rows(1, 2), pl.Series(["q", "r"]), FIX, "spaces"))
    page = Marks.of(DOCUMENT, None, edits).written(Shown.all_of(TABLE), 0, 3)
    assert page == [{0: BY_HAND}, {1: BY_FIX}, {1: BY_FIX}]


def test_rows_taken_out_are_followed():
    edits = (one_cell("a", 2, "9"), RemoveRows(rows(0), FIX))
    assert hands(edits, 2)["a"].to_list() == [0, BY_HAND]


@pytest.mark.parametrize("anew", [True, False])
def test_an_answer_about_the_reading_keeps_the_marks_and_a_new_table_does_not(anew):
    reread = SetReading(DOCUMENT.reading, TABLE, DOCUMENT.mapping, FIX, anew=anew)
    assert ("a" in hands((one_cell("a", 1, "9"), reread), 3)) is not anew
    change = change_of(reread)
    assert (change.reading, change.shape, change.mapping) == (anew, anew, True)


def test_what_is_known_of_earlier_edits_is_not_worked_out_again():
    first = (SetColumn("a", pl.Series(["7", "8", "9"]), FIX, "numbers"),)
    before = Marks.of(DOCUMENT, None, first)
    after = Marks.of(DOCUMENT, None, (*first, one_cell("a", 1, "5")), before)
    assert after.by_column["a"].to_list() == [BY_FIX, BY_HAND, BY_FIX]


def test_bad_rows_count_their_problems():
    bad = BadRows.of(FOUND)
    assert bad.shown.records(0, 9) == [0, 1, 2]
    assert bad.page(0, 3) == [("better", 1), ("must", 2), ("check", 1)]


def test_a_fix_is_taken_back_where_its_text_still_stands():
    fixed = SetCells("b", rows(0, 1), pl.Series(["X", "Y"]), FIX, "capitals")
    document, back = fixed.apply(DOCUMENT)
    typed = many_cells("b", [1], ["own"], FIX)
    after, typed_back = typed.apply(document)
    edits, stay = taken_back([Step(fixed, back, None), Step(typed, typed_back, None)], after.table, FIX)
    assert stay == 1 and edits[0].apply(after)[0].table.frame["b"].to_list() == ["x", "own", "z"]


def test_a_fix_before_rows_left_is_left_alone():
    fixed = SetCells("b", rows(0), pl.Series(["X"]), FIX, "capitals")
    document, back = fixed.apply(DOCUMENT)
    gone = RemoveRows(rows(2), FIX)
    after, gone_back = gone.apply(document)
    assert taken_back([Step(fixed, back, None), Step(gone, gone_back, None)], after.table, FIX) == ([], 0)


def test_changes_are_counted_by_kind():
    changes = pl.DataFrame({"row": [2, 3, 4], "column": ["a", "a", "b"], "before": ["1", "2", "3"],
                            "after": ["4", "5", "6"], "why_en": ["w"] * 3, "why_fr": ["v"] * 3})
    assert [(kind.column, kind.cells) for kind in kinds_of(changes)] == [("a", 2), ("b", 1)]
