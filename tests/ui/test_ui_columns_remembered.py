"""What the app remembers: shown for the standard in use, forgotten one by one, shared with colleagues."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QPushButton

from steward_app.ui.columns import remembered
from steward_app.ui.dialogs import Remembered
from steward_app.ui.dialogs.remembered import RememberedDialog
from steward_app.workspace.states import Station

KNOWN = (Remembered("No permis", "Permit number", "1 May 2026"), Remembered("Rue", "Street name", "2 May 2026"))


@pytest.fixture
def page(work):
    work.bridge.visit(Station.COLUMNS)
    page = work.window.pages[Station.COLUMNS]
    page.match("permit_number", ("Permit No",))
    return page


def test_what_was_confirmed_is_listed_and_forgotten(work, page):
    seen = []
    work.bridge.dialogs.answers["remembered"] = lambda parent, title, known, forget: (seen.extend(known), forget("Permit No"))[2:]
    remembered.show(page, work.bridge)
    assert ("Permit No", "Permit number") in {(item.heading, item.field) for item in seen}
    assert "permit no" not in work.bridge.memory.columns("building-permits")


def test_it_is_shared_and_taken_over(work, page, tmp_path):
    path = tmp_path / "shared.json"
    work.bridge.dialogs.answers |= {"remembered": "share", "save_file": path, "open_json": path}
    remembered.show(page, work.bridge)
    assert "permit no" in json.loads(path.read_text(encoding="utf-8"))["columns"]
    work.bridge.memory.forget("building-permits", "Permit No")
    work.bridge.dialogs.answers["remembered"] = "take"
    remembered.show(page, work.bridge)
    assert "permit no" in work.bridge.memory.columns("building-permits")


def test_the_dialog_forgets_line_by_line(qtbot, dressed):
    gone = []
    dialog = RememberedDialog(None, "Permits", KNOWN, gone.append)
    qtbot.addWidget(dialog)
    for line in list(dialog.lines.values()):
        line.findChild(QPushButton).click()
    assert gone == ["No permis", "Rue"] and dialog.buttons["share"].isHidden()
