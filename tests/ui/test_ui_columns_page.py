"""Station 3 through the real window: accepting, refusing, moving a column, fixed values, values of a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steward_app.core.schema import Code, CodeList
from steward_app.core.text import Text
from steward_app.ui.columns import told
from steward_app.ui.columns.lines import ABSENT, COMBINE, CONSTANT, SPLIT, Question
from steward_app.ui.dialogs import Joined
from steward_app.workspace.columns import ValueRow
from steward_app.workspace.states import Station

CODES = CodeList("c", (Code("issued", Text("Permit issued", "Permis délivré")), Code("closed", Text("Closed", "Fermé"))))


def page_of(shell):
    shell.bridge.visit(Station.COLUMNS)
    page = shell.window.pages[Station.COLUMNS]
    page.refresh()
    return page


def feed(shell, field):
    return shell.bridge.workspace.document.mapping.feed(field)


@pytest.mark.parametrize(("text", "code", "chosen"), [
    ("Permit isued", None, "issued"), ("Deck", None, ""), ("x", "closed", "closed")])
def test_only_a_near_code_is_chosen_beforehand(text, code, chosen):
    assert told.likely(CODES, ValueRow(text, 3, code, "similar")) == chosen


def test_each_field_has_a_row_and_each_other_column_too(work):
    page, document = page_of(work), work.bridge.workspace.document
    others = set(document.table.columns) - document.mapping.used_columns
    assert set(page.board.lines) == {field.name for field in document.schema.fields} | others


def test_keys_walk_the_rows(work, qtbot):
    page = page_of(work)
    names = page.board.shown_names()
    page.board.take_focus(names[0])
    qtbot.keyClick(page.board.lines[names[0]], Qt.Key.Key_Down)
    assert page.current == names[1]
    qtbot.keyClick(page.board.lines[names[1]], Qt.Key.Key_End)
    assert page.current == names[-1]


def test_none_takes_the_column_away_and_a_digit_gives_one(work, qtbot):
    page = page_of(work)
    page.board.take_focus("permit_number")
    qtbot.keyClick(page.board.lines["permit_number"], Qt.Key.Key_N)
    assert feed(work, "permit_number") is None
    page.board.take_focus("permit_number")
    qtbot.keyClick(page.board.lines["permit_number"], Qt.Key.Key_1)
    assert feed(work, "permit_number").columns == ("Permit No",)


def test_a_column_in_use_is_asked_about_in_the_row(work):
    page = page_of(work)
    page.take("description", ("Work",) if feed(work, "permit_number").columns != ("Work",) else ("Status",))
    question = page.board.findChildren(Question)[-1]
    question.answered.emit("both")
    shared = feed(work, "description").columns
    assert any(feed(work, name) and feed(work, name).columns == shared for name in ("work_type", "status"))


def test_a_question_refused_changes_nothing(work):
    page, before = page_of(work), work.bridge.workspace.document.mapping
    page.take("description", ("Permit No",))
    page.board.findChildren(Question)[-1].answered.emit("")
    assert work.bridge.workspace.document.mapping is before


def test_absent_and_one_value_for_all(work):
    page = page_of(work)
    page.board.picked.emit("latitude", ABSENT)
    work.bridge.dialogs.answers["fixed_value"] = "QC"
    page.board.picked.emit("province", CONSTANT)
    assert feed(work, "latitude").absent and feed(work, "province").constant == "QC"


def test_values_open_inside_the_row_and_lead_to_codes(work):
    page = page_of(work)
    field = next(name for name in ("status", "work_type") if feed(work, name) is not None)
    page.values.open(field)
    text = page.values.rows[0].text
    code = work.bridge.workspace.document.schema.codes(field).codes[0].code
    page.values.match({text: code})
    assert feed(work, field).read.values[text] == code
    assert {row.text: row.code for row in page.values.rows}[text] == code
    page.values.close()
    assert page.values.table is None


def test_search_and_states_narrow_the_rows(work):
    page = page_of(work)
    page.search.setText("permit number")
    some = page.board.shown_names()
    page.search.setText("")
    page.state.choose("matched")
    page._filter()
    assert "permit_number" in some and len(some) < len(page.board.lines)
    assert {page.row(name).state for name in page.board.shown_names()} == {"matched"}
    page.state.choose("")
    page._filter()


def test_another_column_is_kept_as_an_extra_and_left_out(work):
    page = page_of(work)
    page.board.picked.emit("status", "")
    page.board.take_focus("Status")
    page.run("extra")
    assert work.bridge.workspace.document.mapping.extras == {"Status": "status_2"}
    page.run("extra")
    assert work.bridge.workspace.document.mapping.extras == {}


def test_what_was_confirmed_is_remembered(work):
    page = page_of(work)
    page.match("permit_number", ("Permit No",))
    assert "permit no" in work.bridge.memory.columns("building-permits")


def test_columns_are_combined_after_a_question_and_one_is_split(work):
    page = page_of(work)
    work.bridge.dialogs.answers["combine"] = Joined(("Work", "Status"), ", ")
    page.board.picked.emit("description", COMBINE)
    page.board.findChildren(Question)[-1].answered.emit("both")
    assert (feed(work, "description").columns, feed(work, "description").combine) == (("Work", "Status"), ", ")
    assert page.row("description").samples == ("Renovation, Issued",)
    work.bridge.dialogs.answers["combine"] = Joined(("Permit No",), "-", split=True, part=2)
    page.board.picked.emit("revision_number", SPLIT)
    assert (feed(work, "revision_number").split, feed(work, "revision_number").part) == ("-", 2)
    assert feed(work, "permit_number").columns == ("Permit No",)


def test_a_list_of_ones_own_fills_the_values_in_one_step(work, tmp_path):
    page = page_of(work)
    page.values.open("status")
    code = work.bridge.workspace.document.schema.codes("status").codes[0].code
    (tmp_path / "mine.csv").write_text(f"Mine,Code\nIssued,{code}\nFini,{code}\n", encoding="utf-8")
    told = []
    work.bridge.dialogs.answers |= {
        "open_list": tmp_path / "mine.csv",
        "own_list": lambda parent, asked, answer: told.append(answer(asked.label, asked.code)) or (asked.label, asked.code)}
    steps = len(work.bridge.workspace.steps)
    page.values.table.own_list.emit()
    assert feed(work, "status").read.values == {"Issued": code, "Fini": code}
    assert told[0].apply and len(work.bridge.workspace.steps) == steps + 1


def test_a_list_refused_changes_nothing(work, tmp_path):
    page, before = page_of(work), work.bridge.workspace.document.mapping
    page.values.open("status")
    (tmp_path / "mine.csv").write_text("Mine,Code\nIssued,zzz\nFini,yyy\n", encoding="utf-8")
    work.bridge.dialogs.answers |= {"open_list": tmp_path / "mine.csv"}
    page.values.table.own_list.emit()
    assert "own_list" in work.bridge.dialogs.names() and work.bridge.workspace.document.mapping is before


def test_rows_of_a_file_that_is_gone_ask_nothing(work):
    page = page_of(work)
    page._forget()
    assert all(page.asking.ask_of(field.name) is None for field in work.bridge.workspace.document.schema.fields)
    page.refresh()


def test_a_field_leads_to_its_place_in_the_guide(work):
    page = page_of(work)
    page.board.take_focus("issued_date")
    page.run("guide")
    name, (_, text, at) = work.bridge.dialogs.shown[-1]
    assert (name, at) == ("guide", "en-issued_date") and f'id="{at}"' in text


@pytest.mark.parametrize("width", [1366, 1000, 900])
def test_nothing_is_wider_than_its_list(work, width):
    page = page_of(work)
    work.window.resize(width, 736)
    page.values.open("status")
    QApplication.processEvents()
    assert page.board.widget().width() <= page.board.viewport().width()
    assert page.side.widget().width() <= page.side.viewport().width()
    over = [line.how.itemAt(0).widget().geometry().right() - line.width() for line in page.values.table.lines.values()]
    assert over and max(over) <= 0
    page.values.close()
    work.window.resize(1366, 736)


def test_closing_the_values_asks_about_the_field_again(work):
    page = page_of(work)
    page.values.open("status", focus=True)
    QApplication.processEvents()
    page.values.close()
    assert page.side.shown.title == "Permit status"
