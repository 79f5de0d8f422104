"""Station 2: ranked cards, a search in both languages, and one way to use a standard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steward_app.workspace.states import Station


@pytest.fixture
def shell(desk, permits):
    made = desk()
    made.bridge.open(permits)
    made.bridge.visit(Station.STANDARD)
    return made


@pytest.fixture
def page(shell):
    return shell.window.page


def names(page):
    return [card.schema.name for card in page._cards]


def test_the_best_fit_comes_first_and_is_chosen(page):
    assert names(page)[0] == page._chosen == "building-permits"


@pytest.mark.parametrize("words", ["permis de construction", "building permits", "CONSTRUCTION PERMIS"])
def test_the_search_takes_words_of_both_languages(page, words):
    page.search.setText(words)
    assert "building-permits" in names(page)


def test_a_search_that_finds_nothing_offers_all(page):
    page.search.setText("zzzz")
    assert names(page) == []
    page.search.clear()
    assert names(page)


def test_arrows_choose_and_enter_uses(qtbot, shell, page):
    first = page._cards[0]
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page._chosen == names(page)[1]
    page.choose("building-permits")
    qtbot.keyClick(page._cards[0], Qt.Key.Key_Return)
    assert shell.bridge.workspace.document.schema.name == "building-permits"
    assert shell.window.station in {Station.COLUMNS, Station.CHECK}


def test_typing_goes_to_the_search(qtbot, page):
    qtbot.keyClick(page._cards[0], Qt.Key.Key_B)
    assert page.search.text() == "b"


def test_the_blank_template_is_written(shell, page, tmp_path):
    shell.bridge.dialogs.answers["save_file"] = tmp_path / "blank.xlsx"
    page._example("template", page._cards[0].schema)
    assert (tmp_path / "blank.xlsx").stat().st_size > 0


def test_an_example_opens(shell, page):
    page._example("valid", page._cards[0].schema)
    assert shell.bridge.workspace.path.parent.name == "building-permits"
