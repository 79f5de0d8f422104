"""A disk that refuses an edit is said at once, and again when it takes it."""

from __future__ import annotations

from steward_app.core.changes import one_cell
from steward_app.ui.bridge import words
from steward_app.workspace import journal


def test_a_full_disk_is_said_and_so_is_its_end(desk, permits, monkeypatch, qtbot):
    bridge = desk().bridge
    bridge.open(permits)
    assert bridge.work.journal.flush(30)
    real, full = journal.written, [True]

    def written(base, order):
        if full:
            raise OSError(28, "No space left on device")
        real(base, order)

    monkeypatch.setattr(journal, "written", written)
    with qtbot.waitSignal(bridge.noticed) as said:
        bridge.do(one_cell(bridge.workspace.document.table.columns[0], 0, "x"))
    assert said.args[0].text is words.DISK_FULL and bridge.work.journal.pending
    full.clear()
    with qtbot.waitSignal(bridge.noticed) as said:
        assert bridge.work.journal.flush(30)
    assert said.args[0].text is words.KEPT_AGAIN
