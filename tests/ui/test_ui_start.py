"""Start: the way in, what was open before, and what a crash left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steward_app.ui.start.recent import chip_of
from steward_app.workspace.states import Station


@pytest.mark.parametrize(("entry", "kind"), [
    ({"counts": {"must": 4}, "standard": "x"}, "must"), ({"counts": {"must": 0, "check": 3}, "standard": "x"}, "check"),
    ({"counts": {"must": 0, "check": 0}, "standard": "x"}, "ok"), ({"package": True, "counts": {"must": 4}}, "ok"),
    ({"counts": {}, "standard": None}, None),
])
def test_what_a_chip_says_of_a_recent_file(entry, kind):
    assert (chip_of(entry) or (None,))[0] == kind


def test_a_recent_file_is_opened_and_forgotten_by_keyboard(qtbot, desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.close()
    recent = shell.window.start.recent
    assert shell.window.station is None and recent.count() == 1
    recent.setCurrentRow(0)
    qtbot.keyClick(recent, Qt.Key.Key_Return)
    assert shell.window.station is Station.FILE
    shell.bridge.close()
    recent.setCurrentRow(0)
    qtbot.keyClick(recent, Qt.Key.Key_Delete)
    assert recent.count() == 0 and shell.window.toast.isVisible()
    shell.window.toast.button.click()
    assert recent.count() == 1


def test_what_a_crash_left_is_taken_up(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard("building-permits")
    shell.bridge.work.journal.flush()
    shell.bridge.work.lock.free()  # what the system does when a process dies
    again = desk("fr")
    again.bridge.resume(again.bridge.unfinished()[0])
    assert again.bridge.workspace.document.schema.name == "building-permits"


def test_a_changed_file_asks_and_the_work_is_redone_on_it(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard("building-permits")
    shell.bridge.close()
    text = permits.read_text(encoding="utf-8")
    permits.write_text(text.replace("Total;;;", "BP-26-099;01/02/2026;Renovation;5,00;Issued\nTotal;;;"), encoding="utf-8")
    shell.bridge.dialogs.answers["differs"] = "new"
    shell.bridge.open(permits)
    work = shell.bridge.workspace
    assert shell.bridge.dialogs.names() == ["differs"] and shell.bridge.dialogs.shown[0][1][-1] == (30, 31)
    assert (work.document.schema.name, work.document.table.height) == ("building-permits", 31)


def test_the_open_file_can_be_opened_again(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard("building-permits")
    shell.bridge.open(permits)
    assert shell.bridge.workspace.document.schema.name == "building-permits" and not shell.bridge.work.read_only


def test_work_open_elsewhere_can_only_be_read(desk, permits):
    first = desk()
    first.bridge.open(permits)
    first.bridge.choose_standard("building-permits")
    first.bridge.work.journal.flush()
    second = desk()
    second.bridge.open(permits)
    assert second.bridge.work.read_only and second.window.notice.count() == 1
