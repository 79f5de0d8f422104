"""What is kept survives a kill, and a work resumes where it stood."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.changes import one_cell
from steward_app.core.edits import RemoveRows, Several
from steward_app.core.table import ROW
from steward_app.core.text import Text
from steward_app.workspace import journal as module, kept, replay
from steward_app.workspace.file import open_file
from steward_app.workspace.journal import Journal, connected, kept_lines, kept_steps

TODAY = dt.date(2026, 11, 24)


def started(tmp_path: Path, permits: Path, catalogue: Catalogue) -> kept.Open:
    return kept.start(tmp_path / "works", permits, open_file(permits), catalogue, TODAY)


def test_a_work_resumes_as_it_stood(tmp_path, permits, catalogue, belt):
    first = started(tmp_path, permits, catalogue)
    schema = catalogue.find("building-permits")
    from steward_app.workspace.columns import choose
    first.workspace.do(choose(first.workspace.document, schema))
    first.workspace.do(one_cell("Address", 2, "9 Elm"))
    first.workspace.do(one_cell("Address", 0, "lost"))
    first.workspace.undo()
    assert first.close()
    again = kept.resume(kept.works_kept(tmp_path / "works")[0], catalogue, TODAY)
    assert again.workspace.document.table.equals(first.workspace.document.table)
    assert again.workspace.document.mapping == first.workspace.document.mapping
    assert again.workspace.redo() is not None
    assert again.workspace.document.table.frame["Address"][0] == "lost"
    again.close()


def test_a_work_resumes_without_its_source(tmp_path, permits, catalogue):
    started(tmp_path, permits, catalogue).close()
    permits.unlink()
    again = kept.resume(kept.works_kept(tmp_path / "works")[0], catalogue, TODAY)
    assert again.workspace.document.table.height == 4
    again.close()


def test_removed_rows_and_steps_of_several_edits_come_back(tmp_path, permits, catalogue):
    import polars as pl
    first = started(tmp_path, permits, catalogue)
    gone = RemoveRows(pl.Series([1], dtype=ROW), Text("remove", "retrait"))
    first.workspace.do(Several((one_cell("Address", 1, "x"), gone), Text("both", "les deux")))
    first.close()
    again = kept.resume(kept.works_kept(tmp_path / "works")[0], catalogue, TODAY)
    assert again.workspace.document.table.rows.to_list() == [2, 4, 5]
    again.workspace.undo()
    assert again.workspace.document.table.rows.to_list() == [2, 3, 4, 5]
    again.close()


def test_the_journal_is_on_the_disk_before_it_returns(tmp_path):
    with contextlib.closing(connected(tmp_path)) as base:
        assert base.execute("pragma synchronous").fetchone()[0] == 2
        assert base.execute("pragma journal_mode").fetchone()[0] == "wal"


def test_a_second_window_finds_the_work_taken(tmp_path, permits, catalogue):
    first = started(tmp_path, permits, catalogue)
    assert first.journal is not None and first.journal.flush()
    second = kept.resume(kept.works_kept(tmp_path / "works")[0], catalogue, TODAY)
    assert second.read_only and not first.read_only
    first.close()
    assert kept.is_free(kept.folder_for(tmp_path / "works", permits))


def test_a_crash_is_noticed_and_a_clean_close_is_not(tmp_path, permits, catalogue):
    first = started(tmp_path, permits, catalogue)
    first.workspace.do(one_cell("Address", 2, "9 Elm"))
    assert first.journal is not None and first.journal.flush()
    first.journal.close(clean=False)
    first.lock.free()
    assert [item.steps for item in kept.unfinished(tmp_path / "works")] == [1]
    kept.resume(kept.unfinished(tmp_path / "works")[0], catalogue, TODAY).close()
    assert kept.unfinished(tmp_path / "works") == ()


def test_a_work_without_a_journal_is_no_work(tmp_path, permits, catalogue):
    first = started(tmp_path, permits, catalogue)
    assert first.journal is not None and first.journal.flush()
    first.close()
    other = tmp_path / "works" / "0"
    other.mkdir()
    (other / "table.arrow").write_bytes((first.lock._path.parent / "table.arrow").read_bytes())
    assert len(kept.works_kept(tmp_path / "works")) == 1


def faulty(monkeypatch, failing):
    """Let the disk refuse the writes whose number, from 0, `failing` says."""
    real, numbers = module.written, iter(range(10_000))

    def write(base, order):
        if failing(next(numbers)):
            raise OSError(28, "full")
        real(base, order)

    monkeypatch.setattr(module, "written", write)
    monkeypatch.setattr(module, "AGAIN", 0.001)
    monkeypatch.setattr(module, "PATIENCE", 0.2 if failing(9_999) else 30)


def typed(journal, count):
    """Keep some edits, one undone and one redone."""
    for number in range(count):
        journal.done(one_cell("a", 0, str(number)))
    journal.undone()
    journal.redone()


@pytest.mark.parametrize("number", range(7))
def test_what_the_disk_refuses_once_is_kept_and_in_its_place(tmp_path, monkeypatch, number):
    faulty(monkeypatch, lambda turn: turn == number)
    journal = Journal(tmp_path)
    typed(journal, 5)
    assert journal.close()
    texts = [replay.edit_of(line.said, line.cells, None, None).text[0] for line in kept_lines(tmp_path)]
    assert texts == ["0", "1", "2", "3", "4"] and all(line.standing for line in kept_lines(tmp_path))


def test_steps_that_stand_are_counted_without_their_cells(tmp_path):
    journal = Journal(tmp_path)
    typed(journal, 3)
    journal.undone()
    assert journal.close() and kept_steps(tmp_path) == 2
    with connected(tmp_path) as base:
        plan = base.execute("explain query plan select count(*) from steps where standing = 1").fetchone()[-1]
    base.close()
    assert "INDEX standing" in plan


@pytest.mark.parametrize("number", range(7))
def test_a_disk_that_stays_full_keeps_what_came_before_and_says_so(tmp_path, monkeypatch, number):
    faulty(monkeypatch, lambda turn: turn >= number)
    journal, heard = Journal(tmp_path), []
    journal.listener = heard.append
    typed(journal, 5)
    assert not journal.flush() and journal.pending == 7 - number and isinstance(journal.fault, OSError)
    assert [type(fault) for fault in heard] == [OSError]
    assert not journal.close()
    assert len(list(kept_lines(tmp_path))) == min(number, 5)



def test_whatever_keeps_an_edit_from_being_written_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "AGAIN", 0.001)
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    journal, told = Journal(tmp_path), []
    journal.listener = told.append
    journal.done("no edit at all")
    assert not journal.flush() and not journal.close()
    assert isinstance(told[0], AttributeError)


def test_a_work_whose_journal_cannot_be_written_keeps_no_table_for_other_steps_to_meet(
        tmp_path, permits, catalogue, monkeypatch):
    first = started(tmp_path, permits, catalogue)
    first.workspace.do(one_cell("Status", 0, "issued"))
    first.close()
    assert kept.works_kept(tmp_path / "works")
    faulty(monkeypatch, lambda turn: True)
    started(tmp_path, permits, catalogue).close()
    assert kept.works_kept(tmp_path / "works") == ()
