"""Station 2: ranked cards, a search in both languages, and one way to use a standard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

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
    return [card.schema.name for card in page.shelf.cards]


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
    first = page.shelf.cards[0]
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page._chosen == names(page)[1]
    page.choose("building-permits")
    qtbot.keyClick(page.shelf.cards[0], Qt.Key.Key_Return)
    assert shell.bridge.workspace.document.schema.name == "building-permits"
    assert shell.window.station in {Station.COLUMNS, Station.CHECK}


def test_typing_goes_to_the_search(qtbot, page):
    qtbot.keyClick(page.shelf.cards[0], Qt.Key.Key_B)
    assert page.search.text() == "b"


def test_the_blank_template_is_written(shell, page, tmp_path):
    shell.bridge.dialogs.answers["save_file"] = tmp_path / "blank.xlsx"
    page._example("template", page.shelf.cards[0].schema)
    assert (tmp_path / "blank.xlsx").stat().st_size > 0


def test_an_example_opens(shell, page):
    page._example("valid", page.shelf.cards[0].schema)
    assert shell.bridge.workspace.path.parent.name == "building-permits"


def test_a_theme_narrows_the_shelf(page):
    page.theme.setCurrentIndex(page.theme.findData("environment"))
    assert set(names(page)) == {"tree-inventory", "water-quality"}
    page.shelf.cleared.emit()
    assert len(names(page)) > 2 and page.theme.currentData() == ""


def test_none_fits_leads_to_ones_own(qtbot, page):
    page.search.setText("zzzz")
    page.none_fits.click()
    QApplication.processEvents()
    assert page.search.text() == "" and page.shelf._own_way.hasFocus()


def test_the_guide_of_a_card_is_at_f1(qtbot, shell, page):
    qtbot.keyClick(page.shelf.cards[0], Qt.Key.Key_F1)
    assert shell.bridge.dialogs.names()[-1] == "guide"


def boxes(page):
    QApplication.processEvents()
    return {box.accessibleName(): box for box in page.about.findChildren(QCheckBox) if not box.isHidden()}


def test_what_is_unticked_stays_quiet(shell, page):
    assert {box.isChecked() for box in boxes(page).values()} == {True}
    field = next(field for field in page.aims.lacking(shell.bridge.catalogue.find("building-permits")))
    boxes(page)[field.title.en].setChecked(False)
    page._use()
    work = shell.bridge.workspace
    assert ("C02", field.name) not in {problem.key for problem in work.findings.listed} and len(work.steps) == 1
    assert [(item.check, item.field) for item in work.document.decisions] == [("C02", field.name)]


def test_a_tick_of_the_standard_in_use_is_a_step_of_the_work(shell, page):
    page._use()
    shell.bridge.visit(Station.STANDARD)
    title, box = next(iter(boxes(page).items()))
    box.setChecked(False)
    assert len(shell.bridge.workspace.document.decisions) == 1
    shell.bridge.undo()
    assert shell.bridge.workspace.document.decisions == () and boxes(page)[title].isChecked()


@pytest.mark.parametrize(("language", "width"), [("fr", 1280), ("en", 1280), ("fr", 900), ("en", 1000)])
def test_no_card_and_no_button_is_wider_than_its_pane(desk, permits, language, width):
    shell = desk(language)
    shell.window.resize(width, 672)
    shell.bridge.open(permits)
    shell.bridge.visit(Station.STANDARD)
    QApplication.processEvents()
    page = shell.window.page
    assert page.shelf.widget().width() <= page.shelf.viewport().width()
    area = page.about._area
    assert area.widget().width() <= area.viewport().width()


def test_f6_reaches_the_right_pane(qtbot, shell, page):
    page.shelf.cards[0].setFocus()
    shell.window.walk(1)
    assert page.about.isAncestorOf(QApplication.focusWidget()) and isinstance(QApplication.focusWidget(), QPushButton)
