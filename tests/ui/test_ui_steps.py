"""Large steps are worked out beside the window; what is pressed meanwhile is kept and meets the document after them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import ClassVar

import polars as pl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from steward_app.core.edits import SetCells, Several
from steward_app.core.text import Text

PATIENCE = 30_000  # a limit for a loaded machine, never waited for


@dataclass(frozen=True, eq=False)
class Slow(SetCells):
    """An edit that waits until it is let through."""

    gate: ClassVar[threading.Event]

    def apply(self, document):
        assert self.gate.wait(10)
        return super().apply(document)


def slow(text, column="Work"):
    return Slow(column, pl.Series([0, 1], dtype=pl.UInt32), pl.Series([text, text]), Text(text, text))


@pytest.fixture
def busy(desk, permits, qtbot, monkeypatch):
    """A window of which every edit of cells is a large one, on a file that is open."""
    monkeypatch.setattr("steward_app.workspace.applying.AT_ONCE", 0)
    Slow.gate = threading.Event()
    shell = desk(inline=False)
    shell.bridge.open(permits)
    qtbot.waitUntil(lambda: shell.bridge.workspace is not None and not shell.bridge.jobs.kinds, timeout=PATIENCE)
    yield shell
    Slow.gate.set()


def works(shell):
    return shell.bridge.workspace.document.table.frame["Work"].head(2).to_list()


def test_the_window_goes_on_while_a_large_step_is_worked_out(busy, qtbot):
    busy.bridge.do(slow("Addition"))
    assert works(busy) == ["Renovation"] * 2 and busy.bridge.jobs.running("step")
    Slow.gate.set()
    qtbot.waitUntil(lambda: works(busy) == ["Addition"] * 2, timeout=PATIENCE)
    assert len(busy.bridge.workspace.steps) == 1


def test_keys_wait_for_the_step_and_keep_their_order(busy, qtbot):
    line = QLineEdit(busy.window)
    line.show()
    line.setFocus()
    busy.bridge.do(slow("Addition"))
    qtbot.keyClicks(line, "abc")
    assert line.text() == ""
    Slow.gate.set()
    qtbot.waitUntil(lambda: line.text() == "abc", timeout=PATIENCE)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "ab" and works(busy) == ["Addition"] * 2


def test_an_edit_typed_meanwhile_meets_the_table_after_the_step(busy, qtbot):
    busy.bridge.do(slow("Addition"))
    busy.bridge.do(slow("Garage"))
    busy.bridge.undo()
    Slow.gate.set()
    qtbot.waitUntil(lambda: not busy.bridge.jobs.kinds and works(busy) == ["Addition"] * 2, timeout=PATIENCE)
    assert [str(step.edit.named.en) for step in busy.bridge.workspace.steps] == ["Addition"]
    assert str(busy.bridge.workspace.can_redo.en) == "Garage"


def test_undo_and_redo_of_a_large_step_run_beside_the_window_too(busy, qtbot):
    Slow.gate.set()
    for do, expected in ((lambda: busy.bridge.do(slow("Addition")), "Addition"), (busy.bridge.undo, "Renovation"),
                         (busy.bridge.redo, "Addition")):
        do()
        qtbot.waitUntil(lambda expected=expected: works(busy) == [expected] * 2 and not busy.bridge.jobs.kinds, timeout=PATIENCE)


def test_a_step_that_is_stopped_changes_nothing(busy, qtbot):
    busy.bridge.do(Several((slow("Addition"), slow("Garage")), Text("both", "les deux")))
    busy.bridge.jobs.cancel("step")
    Slow.gate.set()
    qtbot.waitUntil(lambda: not busy.bridge.jobs.kinds, timeout=PATIENCE)
    assert works(busy) == ["Renovation"] * 2 and busy.bridge.workspace.steps == []


def test_closing_takes_the_step_first(busy, permits, qtbot):
    Slow.gate.set()
    busy.bridge.do(slow("Addition"))
    busy.bridge.close()
    busy.bridge.open(permits)
    qtbot.waitUntil(lambda: busy.bridge.workspace is not None and not busy.bridge.jobs.kinds, timeout=PATIENCE)
    assert works(busy) == ["Addition"] * 2 and len(busy.bridge.workspace.steps) == 1


def test_a_step_that_breaks_lets_the_keys_go(busy, qtbot, caplog):
    broke, line = [], QLineEdit(busy.window)
    line.show()
    line.setFocus()
    busy.bridge.broke.connect(broke.append)
    busy.bridge.do(slow("Addition", column="no such column"))
    qtbot.keyClicks(line, "a")
    Slow.gate.set()
    qtbot.waitUntil(lambda: line.text() == "a", timeout=PATIENCE)
    assert len(broke) == 1 and works(busy) == ["Renovation"] * 2
    busy.bridge.dialogs.shown.clear()  # the crash dialog was asked for, and the log names its place
    caplog.clear()


def test_an_answer_of_an_older_version_is_dropped(busy, qtbot):
    got, gate = [], threading.Event()
    Slow.gate.set()
    busy.bridge.ask("find", lambda _: gate.wait(10), got.append)
    busy.bridge.do(slow("Addition"))
    qtbot.waitUntil(lambda: works(busy) == ["Addition"] * 2, timeout=PATIENCE)
    gate.set()
    qtbot.waitUntil(lambda: not busy.bridge.jobs.kinds, timeout=PATIENCE)
    assert got == []


def test_works_are_closed_in_turn_beside_the_window_and_before_the_program_ends(busy, permits, tmp_path, qtbot):
    other = tmp_path / "other.csv"
    other.write_bytes(permits.read_bytes())
    closed = []
    for path in (permits, other):
        busy.bridge.open(path)
        qtbot.waitUntil(lambda path=path: busy.bridge.workspace is not None and busy.bridge.workspace.path == path, timeout=PATIENCE)
        work, close = busy.bridge.work, busy.bridge.work.close
        busy.bridge.work.close = lambda path=path, close=close: (closed.append(path), close())[1]
    busy.bridge.close()
    assert busy.bridge.workspace is None
    busy.bridge.leave()
    assert closed == [permits, other] and work.lock.take()
    work.lock.free()


def test_an_edit_made_while_the_file_is_read_another_way_is_not_lost(busy, qtbot):
    Slow.gate.set()
    bridge = busy.bridge
    asked = bridge.workspace.document.reading.asked
    bridge.read_again(asked.but(dropped=frozenset({34})), Text("leave out", "omission"))
    bridge.do(slow("Addition"))
    qtbot.waitUntil(lambda: not bridge.jobs.kinds and len(bridge.workspace.steps) == 2, timeout=PATIENCE)
    assert works(busy) == ["Addition"] * 2 and bridge.workspace.document.table.height == 29


def test_an_answer_for_a_closed_file_changes_nothing(busy, qtbot):
    bridge = busy.bridge
    bridge.choose_standard("building-permits")
    bridge.read_again(bridge.workspace.document.reading.asked, Text("again", "encore"))
    bridge.close()
    qtbot.waitUntil(lambda: not bridge.jobs.kinds, timeout=PATIENCE)
    assert bridge.workspace is None  # and nothing broke
