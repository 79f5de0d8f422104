"""Station 1: the header, the rows left out, the date question and the reading cards, each one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
import xlsxwriter
from PySide6.QtCore import Qt

from steward_app.core.reading import Asked, Choice, Note, Peek, Proposal, Reading
from steward_app.core.text import Text
from steward_app.ui.file.accents import accents_question, in_doubt, telling
from steward_app.ui.file.cards import CHECK, CHOSEN, DETECTED, NEEDLESS
from steward_app.ui.file.reading import excerpt, reread, rows_named
from steward_app.ui.file.rows import RawRows, letters, of_numbers
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


def test_one_begins_on_the_header(page):
    assert page.rows.kind(page.grid.currentIndex().row()) == "header"


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


def card(page, key):
    return page.cards[key].what


def test_cards_tell_how_sure_they_are(shell, page):
    assert {key: card(page, key).state for key in page.cards} == {
        "encoding": NEEDLESS, "delimiter": DETECTED, "decimal": DETECTED, "dates": CHECK}
    page.filled().click()
    assert card(page, "dates").state == CHOSEN


def test_each_choice_shows_what_it_would_make_of_the_file(page):
    made = {value: sample for _, value, sample in card(page, "delimiter").choices}
    assert made[";"] != made[","] and card(page, "decimal").value == ","
    assert "1000.50" in card(page, "decimal").proof


def test_a_decimal_mark_chosen_here_reaches_the_field(shell, page):
    shell.bridge.choose_standard("building-permits")
    shell.bridge.visit(Station.FILE)
    page.choosing.card("decimal", ",", page._found)
    assert shell.bridge.workspace.document.mapping.feed("estimated_value").read.numbers == ","
    assert card(page, "decimal").state == CHOSEN
    shell.window.commands.undo()
    assert shell.bridge.workspace.document.mapping.feed("estimated_value").read.numbers is None


@pytest.mark.parametrize(("text", "shown"), [
    ("Café", "Café"), ("x" * 40 + " Café de la Gare de Lyon et Fils", "…Café de la Gare de Lyon et…"),
    ("Île-du-Prince-Édouard et autres provinces", "Île-du-Prince-Édouard et…")])
def test_the_words_around_an_accent_are_not_cut_inside(text, shown):
    assert excerpt(text) == shown


def test_the_same_bytes_in_another_encoding():
    assert reread("é", "cp1252", "mac_roman") == "È" and reread("é", "utf-8", "cp1252") == "Ã©"


def test_rows_are_named_as_their_numbers_stand():
    assert (rows_named([9]), rows_named([1534, 1558]), rows_named([3, 4, 5])) == ("9", "1534, 1558", "3–5")


def test_a_file_that_names_its_columns_has_no_header_to_choose(qtbot, desk, tmp_path):
    path = tmp_path / "parks.json"
    path.write_text('[{"Parc": "Étang", "Arbres": 3}, {"Parc": "Mont", "Arbres": 4}]', encoding="utf-8")
    shell = desk("fr")
    shell.bridge.open(path)
    page = shell.window.page
    assert page.rows.headerData(0, Qt.Orientation.Horizontal) == "Parc"
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert not shell.bridge.workspace.steps


def test_two_sheets_that_may_be_the_data_are_asked_about(desk, tmp_path):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, first in (("Permits", "P"), ("Archive", "Q")):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate([("No", "Street", "Ward"), *((f"{first}-{n}", f"{n} Elm", "A") for n in range(9))]):
                sheet.write_row(row, 0, cells)
    shell = desk()
    shell.bridge.open(path)
    page = shell.window.page
    assert shell.bridge.states()[Station.FILE] == (State.NEEDS_YOU, 1)
    page._question.choose("Archive")
    page.filled().click()
    assert reading(shell).sheet == "Archive" and shell.bridge.states()[Station.FILE] == (State.DONE, 0)


@pytest.mark.parametrize(("size", "folded", "across"), [((1366, 736), False, 4), ((1100, 600), True, 4), ((640, 480), True, 2)])
def test_cards_fold_and_pair_where_there_is_no_room(shell, page, size, folded, across):
    shell.window.resize(*size)
    shell.app.processEvents()
    assert page._shape == (folded, across) and all(card.isVisible() for card in page.cards.values())


def test_a_note_of_several_cells_keeps_them_apart(dressed):
    rows = RawRows("en")
    reading = Reading("n", "csv", 1, "", header_rows=(3,), proposals=(Proposal("above", (1, 2), Text("a", "b")),))
    rows.show(Peek(first=((1, ("A title", "", "")), (2, ("a", "b", "c")), (3, ("x", "y", "z")))), reading)
    assert [rows.spans(row) for row in range(3)] == [True, False, False]


def test_what_was_chosen_here_is_there_when_the_file_is_opened_again(shell, page, permits):
    page.choosing.card("decimal", ",", page._found)
    page.filled().click()
    shell.bridge.close()
    shell.bridge.open(permits)
    assert reading(shell).asked == Asked(decimal=",", dates=(("Date Issued", "dmy"),))
    assert (card(page, "decimal").state, card(page, "dates").state) == (CHOSEN, CHOSEN)
