"""What was noticed in a file: each thing can be accepted or refused by one button, and undo takes it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steward_app.core.changes import one_cell
from steward_app.core.reading import Asked, Note, Proposal, Reading
from steward_app.core.text import Text
from steward_app.ui.file.noticed import noticed
from steward_app.ui.file.reading import NOTHING
from steward_app.workspace.states import Station

WHY = Text("a reason", "une raison")
GROUPS = "\n".join(["Ward,Park,Trees", *(f"{'Ward ' + chr(65 + n // 4) if n % 4 == 0 else ''},Park {n},{n}" for n in range(24))])


def asked(kind, rows=(), applied=True, **said):
    reading = Reading("n", "csv", 1, "", proposals=(Proposal(kind, rows, WHY, applied),), asked=Asked(**said))
    return noticed(reading)[0].asked


@pytest.fixture
def groups(desk, tmp_path):
    path = tmp_path / "parks.csv"
    path.write_text(GROUPS, encoding="utf-8")
    shell = desk()
    shell.bridge.open(path)
    return shell


@pytest.mark.parametrize(("item", "says"), [
    (asked("total", (9,)), Asked(refused=frozenset({"total"}))),
    (asked("total", (9,), applied=False, refused=frozenset({"total"})), Asked()),
    (asked("by_hand", (4, 5), dropped=frozenset({4, 5, 6})), Asked(dropped=frozenset({6}))),
    (asked("other_table", (12, 13)), Asked(header_rows=(12,))),
    (asked("fill_down", applied=False), Asked(accepted=frozenset({"fill_down"}))),
    (asked("mojibake", accepted=frozenset({"mojibake"})), Asked()),
    (asked("wrapped"), Asked(refused=frozenset({"wrapped"}))),
    (asked("drawn", applied=False, refused=frozenset({"drawn"})), Asked()),
])
def test_one_button_asks_for_the_contrary(item, says):
    assert item == says


def test_offers_come_first_and_nothing_is_said_twice():
    reading = Reading("n", "csv", 1, "", proposals=(Proposal("header", (4,), WHY), Proposal("total", (9,), WHY),
                                                    Proposal("fill_down", (), WHY, False)),
                      notes=(Note("F05", WHY), Note("F08", WHY), Note("F10", WHY)))
    items = noticed(reading)
    assert [item.offer for item in items] == [True, False, False] and [item.row for item in items] == [None, 9, None]


def test_remarks_of_one_kind_are_one_thing():
    reading = Reading("n", "csv", 1, "", notes=(*(Note("C05", WHY, WHY) for _ in range(12)), Note("F10", WHY)))
    assert [item.says.to("en").count("a reason") for item in noticed(reading)] == [12, 1]


def test_rows_of_several_sheets_are_not_named():
    proposals = (Proposal("repeated_header", (12, 20), WHY), Proposal("blank", (3, 9, 13, 21, 31), WHY))
    items = noticed(Reading("n", "xlsx", 1, "", proposals=proposals, parts=(("May", 0), ("June", 11))))
    assert [item.row for item in items] == [12, 3] and {item.more for item in items} == {NOTHING}


def test_an_offer_shows_itself_and_one_click_takes_it_up(groups):
    page, work = groups.window.page, groups.bridge.workspace
    assert page.noticed.isVisible() and page.noticed.lines[0].button is not None
    page.noticed.lines[0].button.click()
    assert work.document.table.frame["Ward"].null_count() == 0 and len(work.steps) == 1 and page.noticed.isVisible()
    groups.window.commands.undo()
    assert work.document.table.frame["Ward"].null_count() > 0


def test_what_was_noticed_is_closed_by_esc_and_stays_closed(qtbot, groups):
    page = groups.window.page
    page.noticed.shut.setFocus()
    qtbot.keyClick(page.noticed.shut, Qt.Key.Key_Escape)
    assert page.noticed.isHidden() and page.grid.isVisible()
    groups.window.commands.undo()
    assert page.noticed.isHidden()


def test_a_total_is_taken_back_and_shown(desk, permits):
    shell = desk("fr")
    shell.bridge.open(permits)
    page, height = shell.window.page, shell.bridge.workspace.document.table.height
    line = next(line for line in page.noticed.lines if line._item.row == 35)
    line.button.click()
    assert shell.bridge.workspace.document.table.height == height + 1
    page.grid.show_row(35)
    assert page.rows.number(page.grid.currentIndex().row()) == 35


def test_an_answer_on_file_leaves_the_pencils(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard("building-permits")
    shell.bridge.do(one_cell("Status", 2, "Closed"))
    shell.bridge.visit(Station.FILE)
    shell.window.page.filled().click()
    shell.bridge.visit(Station.CHECK)
    model = shell.window.page.sight.model
    assert any(model._marks.by_column["Status"].to_list())
