"""Reading a file another way keeps the work: edits by row, columns by place, and one undo."""

from __future__ import annotations

from steward_app.core.changes import one_cell
from steward_app.core.edits import SetCells, flat
from steward_app.core.progress import SILENT
from steward_app.core.reading import Asked
from steward_app.core.text import Text
from steward_app.workspace.columns import matched
from steward_app.workspace.file import open_file
from steward_app.workspace.publish import metadata_from, package_of
from steward_app.workspace.reread import holds_much, put_by, reread

NAMED = Text("another header", "autre en-tête")


def read_again(work, **asked):
    answer = reread(work, open_file(work.path, Asked(**asked)), NAMED)
    work.do(answer.edit)
    return answer


def test_edits_find_their_rows_again(work):
    work.do(one_cell("Address", 2, "3 Elm"))
    answer = read_again(work, delimiter=",", refused=frozenset({"blank"}))
    assert answer.lost == 0 and work.document.table.frame["Address"][2] == "3 Elm"


def test_an_edit_whose_row_is_gone_is_counted_and_comes_back(work):
    work.do(one_cell("Address", 0, "1 Elm"))
    work.do(one_cell("Address", 2, "3 Elm"))
    before = work.document.table
    answer = read_again(work, header_rows=(2,))
    assert answer.lost == 1 and work.document.table.heading(work.document.table.columns[0]) == "P-1"
    assert work.document.table.frame.to_series(4)[1] == "3 Elm"
    work.undo()
    assert work.document.table.equals(before)


def test_a_column_matched_by_hand_follows_its_place(work):
    work.do(matched(work.document, "description", ("Address",)))
    read_again(work, header_rows=(2,))
    assert work.document.mapping.fields["description"].columns == (work.document.table.columns[4],)


def test_changes_are_counted_from_the_last_reading(work):
    work.do(one_cell("Address", 0, "1 Elm"))
    read_again(work, delimiter=",")
    work.do(one_cell("Address", 2, "3 Elm"))
    work.accept(work.check(SILENT))
    changes = package_of(work, metadata_from({}, work.catalogue), draft=True).changes
    assert changes.filter(changes["column"] == "Address")["row"].to_list() == [2, 4]


def test_a_reading_taken_back_waits_packed_and_comes_back_the_same(work, monkeypatch):
    monkeypatch.setattr("steward_app.core.packed.LARGE", 1)
    work.do(one_cell("Address", 2, "3 Elm"))
    first = work.document.table
    read_again(work, header_rows=(2,))
    second = work.document.table
    work.undo()
    step = work.taken_back[-1]
    assert holds_much(step.edit) and work.document.table.equals(first)
    work.put_by(step, put_by(step.edit))
    assert not holds_much(work.taken_back[-1].edit)
    work.redo()
    assert work.document.table.equals(second) and work.document.table.ragged.equals(second.ragged)
    work.undo()
    assert work.document.table.equals(first)


def test_cells_of_a_reading_are_not_taken_back_one_by_one_before_their_table_goes(work):
    work.do(one_cell("Address", 2, "3 Elm"))
    before = work.document
    read_again(work, delimiter=",", refused=frozenset({"blank"}))
    assert not any(isinstance(part, SetCells) for part in flat(work.steps[-1].inverse))
    work.undo()
    assert work.document.table.equals(before.table) and work.document.mapping == before.mapping
    assert work.document.reading == before.reading


def test_a_step_done_again_meanwhile_is_left_as_it_is(work):
    read_again(work, header_rows=(2,))
    work.undo()
    step = work.taken_back[-1]
    work.redo()
    work.put_by(step, put_by(step.edit))
    assert work.taken_back == [] and work.steps[-1].edit is step.edit
