"""Station 1: the header, the rows left out, the date question and the reading cards, each one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from steward_app.core.reading import Asked, Choice, Note, Reading
from steward_app.core.text import Text
from steward_app.ui.file.accents import accents_question, in_doubt, telling
from steward_app.ui.file.rows import letters, of_numbers
from steward_app.workspace.states import State, Station


@pytest.fixture
def shell(desk, permits):
    made = desk()
    made.bridge.open(permits)
    return made


@pytest.fixture
def page(shell):
    return shell.window.page


def reading(shell):
    return shell.bridge.workspace.document.reading


@pytest.mark.parametrize(("index", "said"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_bear_the_letters_of_a_spreadsheet(index, said):
    assert letters(index) == said


def test_raw_rows_are_tagged(page):
    kinds = [page.rows.kind(row) for row in range(5)]
    assert kinds[3:] == ["header", None] and "header" not in kinds[:3]
    assert page.rows.tag(3) == "Header"


def test_enter_makes_a_row_the_header_and_undo_takes_it_back(qtbot, shell, page):
    page.grid.selectRow(4)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert reading(shell).header_rows == (5,)
    shell.window.commands.undo()
    assert reading(shell).header_rows == (4,)


def test_shift_enter_adds_a_second_header_row(qtbot, shell, page):
    page.grid.selectRow(4)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert reading(shell).header_rows == (4, 5)


def test_space_leaves_a_row_out_and_takes_it_back(qtbot, shell, page):
    before = shell.bridge.workspace.document.table.height
    page.grid.selectRow(6)
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    assert shell.bridge.workspace.document.table.height == before - 1
    page.grid.selectRow(6)
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    assert shell.bridge.workspace.document.table.height == before


def test_the_date_question_is_asked_once_and_settled(shell, page):
    assert shell.bridge.states()[Station.FILE] == (State.NEEDS_YOU, 1)
    page.filled().click()
    assert shell.bridge.states()[Station.FILE] == (State.DONE, 0)
    assert dict(reading(shell).asked.dates) == {"Date Issued": "dmy"}
    shell.window.commands.undo()
    assert shell.bridge.states()[Station.FILE] == (State.NEEDS_YOU, 1)


def test_an_answer_reaches_the_field_that_the_column_feeds(shell, page):
    shell.bridge.choose_standard("building-permits")
    shell.bridge.visit(Station.FILE)
    page.filled().click()
    assert shell.bridge.workspace.document.mapping.feed("issued_date").read.dates == "dmy"


def test_cards_prove_their_choice(page):
    assert set(page.cards) == {"encoding", "delimiter", "decimal", "dates"}
    assert page.cards["delimiter"].select.currentData() == ";"


def test_another_separator_reads_the_file_anew(shell, page):
    select = page.cards["delimiter"].select
    select.setCurrentIndex(select.findData(","))
    assert reading(shell).asked.delimiter == ","
    shell.window.commands.undo()
    assert reading(shell).asked.delimiter is None


def test_doubtful_accents_are_an_open_question():
    doubt = Reading("n", "csv", 1, "", notes=(Note("F03", Text("a", "b")),),
                    choices={"encoding": (Choice("windows-1252", ("é",)), Choice("mac-roman", ("È",)))})
    assert in_doubt(doubt) and not in_doubt(replace(doubt, asked=Asked(encoding="windows-1252")))


def test_an_answer_about_accents_is_kept(qtbot, dressed):
    doubt = Reading("n", "csv", 1, "", choices={"encoding": (Choice("windows-1252", ("é",)), Choice("cp850", ("Ú",)))})
    said = []
    question = accents_question(doubt, "fr", said.append)
    qtbot.addWidget(question)
    question.choose("cp850")
    question.button.click()
    assert said == ["cp850"]


def test_telling_pieces_are_those_that_differ():
    choices = (Choice("a", ("same", "xx Café de la Gare")), Choice("b", ("same", "xx CafÈ de la Gare")))
    assert telling(choices) == ["xx Café de la Gare", "xx CafÈ de la Gare"]


@pytest.mark.parametrize(("texts", "numbers"), [
    (["1 200,50", "12"], True), (["$1,200.50"], True), (["019186", "902344"], False), (["BP-1"], False), ([], False)])
def test_numbers_line_up_at_the_right_and_codes_do_not(texts, numbers):
    assert of_numbers(texts) is numbers
