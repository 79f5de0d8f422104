"""A disk that refuses an edit is said at once, and again when it takes it."""

from __future__ import annotations

from steward_app.core.changes import one_cell
from steward_app.ui.bridge import words
from steward_app.workspace import journal, memory


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


def test_what_cannot_be_remembered_for_other_files_is_a_sentence_and_no_crash(work, monkeypatch, qtbot):
    def refused(path, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(memory, "write_json", refused)
    with qtbot.waitSignal(work.bridge.said) as said:
        work.bridge.check()
    assert said.args[0].text is words.NOT_REMEMBERED and work.bridge.workspace.fresh
