"""The grid: what it shows and says, how it moves, and the edits it asks for."""

from __future__ import annotations

import polars as pl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steward_app.core.check import check
from steward_app.core.document import Document
from steward_app.core.edits import flat
from steward_app.core.findings import Findings, Problems
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.reading import Reading
from steward_app.core.schema import Rule, Severity
from steward_app.core.shown import Shown
from steward_app.core.table import Table
from steward_app.core.text import Text
from steward_app.ui.grid import GridPane, GridState
from steward_app.ui.grid.texts import of_clipboard, spread, to_clipboard, written

ROWS = 400
SAYS = check("V03", "date", Severity.MUST, says=Text("Write it right.", "Écrivez-le bien."))(lambda view, rule: None)
MASK = pl.Series([index % 10 == 3 for index in range(ROWS)])


@pytest.fixture
def pane(dressed, qtbot):
    """Return a grid of 400 rows, each tenth of which is marked in its first column."""
    frame = pl.DataFrame({"a": [f"a{i}" for i in range(ROWS)], "b": [str(i) for i in range(ROWS)], "c": [None] * ROWS})
    table = Table.of(frame.cast(pl.String), ["A", "B", "C"])
    document = Document(Reading("t.csv", "csv", 1, "0"), table, None, Mapping({"f": Feed(("A",))}))
    problem = Problems(SAYS, Rule("V03", "f"), MASK)
    made = GridPane(lambda text, then: then([5, 7, 11]))
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_rows(GridState(document, Findings({problem.key: problem}, ROWS)))
    made.show()
    return made


def asked(pane, qtbot, act):
    with qtbot.waitSignal(pane.asked) as caught:
        act()
    return flat(caught.args[0])


def current(pane):
    return pane.view.currentIndex().row(), pane.view.currentIndex().column()


def test_a_screen_reader_hears_value_and_message(pane):
    index = pane.model.index(3, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a3. Write it right."
    assert pane.model.headerData(3, Qt.Orientation.Vertical) == "5"


def test_painting_asks_no_data(pane, monkeypatch):
    monkeypatch.setattr(type(pane.model), "data", lambda *_: pytest.fail("data was asked while painting"))
    assert not pane.view.viewport().grab().isNull()


@pytest.mark.parametrize(("key", "mods", "where"), [
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, (6, 1)), (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, (4, 1)),
    (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, (5, 0)), (Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, (ROWS - 1, 2))])
def test_keys_move_as_in_a_spreadsheet(pane, qtbot, key, mods, where):
    pane.view.go(5, 1)
    qtbot.keyClick(pane.view, key, mods)
    assert current(pane) == where


def test_space_alone_opens_nothing(pane, qtbot):
    pane.view.go(1, 1)
    qtbot.keyClick(pane.view, Qt.Key.Key_Space)
    assert pane.view.itemDelegate().editor is None


def test_typing_enter_keeps_the_text_and_goes_down(pane, qtbot):
    pane.view.go(2, 1)
    qtbot.keyClicks(pane.view, "7")
    editor = pane.view.itemDelegate().editor
    edit, = asked(pane, qtbot, lambda: qtbot.keyClick(editor, Qt.Key.Key_Return))
    assert (edit.column, edit.records.to_list(), edit.text.to_list()) == ("B", [2], ["7"])
    assert current(pane) == (3, 1) and pane.view.state() == pane.view.State.NoState


def test_f2_puts_the_caret_at_the_end_and_selects_nothing(pane, qtbot):
    pane.view.go(2, 0)
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    editor = pane.view.itemDelegate().editor
    assert (editor.text(), editor.hasSelectedText(), editor.cursorPosition()) == ("a2", False, 2)


def test_unchanged_text_is_no_edit(pane, qtbot):
    pane.view.go(2, 0)
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    with qtbot.assertNotEmitted(pane.asked):
        qtbot.keyClick(pane.view.itemDelegate().editor, Qt.Key.Key_Tab)
    assert current(pane) == (2, 1)


def test_a_filter_shows_only_its_rows_and_edits_find_their_record(pane, qtbot):
    pane.choose(Shown.all_of(pane.model.state.document.table).only(MASK))
    pane.view.go(1, 1)
    qtbot.keyClicks(pane.view, "x")
    edit, = asked(pane, qtbot, lambda: qtbot.keyClick(pane.view.itemDelegate().editor, Qt.Key.Key_Return))
    assert pane.model.rowCount() == 40 and edit.records.to_list() == [13]


def test_one_value_fills_the_selection(pane, qtbot):
    pane.view.select_cells([(0, 0), (0, 1), (1, 0), (1, 1)])
    QApplication.clipboard().setText("v")
    edits = asked(pane, qtbot, pane.paste)
    assert [(e.column, e.records.to_list(), e.text.to_list()) for e in edits] == [
        ("A", [0, 1], ["v", "v"]), ("B", [0, 1], ["v", "v"])]


def test_what_overflows_is_counted_and_not_written(pane, qtbot):
    pane.view.go(ROWS - 1, 2)
    QApplication.clipboard().setText("1\t2\n3\t4")
    with qtbot.waitSignal(pane.unwritten) as caught:
        edits = asked(pane, qtbot, pane.paste)
    assert caught.args == [3] and [e.column for e in edits] == ["C"]


def test_copy_empty_and_fill_down(pane, qtbot):
    pane.view.select_cells([(0, 0), (1, 0), (2, 0)])
    pane.copy()
    assert QApplication.clipboard().text() == "a0\na1\na2"
    assert asked(pane, qtbot, pane.fill_down)[0].text.to_list() == ["a0", "a0"]
    assert asked(pane, qtbot, pane.empty_cells)[0].text.to_list() == [None, None, None]


def test_finding_walks_through_the_records(pane, qtbot):
    pane.find.field.setText("a")
    pane.find.step()
    places = [current(pane)[0]]
    for back in (False, False, True):
        pane.find.step(back=back)
        places.append(current(pane)[0])
    assert places == [5, 7, 11, 7]


@pytest.mark.parametrize(("text", "shown"), [
    (" a ", "␣a␣"), ("a\tb", "a·b"), ("1\u00a0200", "1\u00a0200"), ("\u200bx", "·x"), (None, ""), ("  ", "␣␣")])
def test_what_cannot_be_seen_is_drawn(text, shown):
    assert written(text) == shown


@pytest.mark.parametrize("rows", [[["a", "b"]], [["a\nb", 'say "x"'], ["", "t\tu"]]])
def test_the_clipboard_takes_what_it_gave(rows):
    assert of_clipboard(to_clipboard(rows)) == rows


def test_a_block_repeats_only_a_whole_number_of_times():
    assert spread([["a"]], 2, 2) == [["a", "a"], ["a", "a"]]
    assert spread([["a"], ["b"]], 3, 1) == [["a"], ["b"]]


def test_esc_closes_the_find_bar_then_drops_the_filter(pane, qtbot):
    pane.say("Showing some", "Show all 400")
    pane.open_find()
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.find.isHidden()
    with qtbot.waitSignal(pane.all_wanted):
        qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
