"""Broken and hostile files end in a table or a Problem, with the process alive."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from formats import hostile_samples as samples
from hypothesis import given, settings, strategies as st

from steward_app import formats, structure
from steward_app.core.grid import Grid
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT, Cancelled, Progress
from steward_app.core.reading import Asked, Reading
from steward_app.formats import away as away_, readers
from steward_app.formats.recognise import kind_of


def ending(read: Callable[[], tuple[Grid, Reading]]) -> str:
    """Return `table`, or the code of the Problem a file ends in."""
    try:
        found = structure.opened(*read())
    except Problem as problem:
        return problem.code
    return "table" if found.table.frame.width == len(found.table.headings) else "headings do not fit"


@pytest.mark.parametrize("sample", samples.QUICK, ids=lambda sample: sample.__name__)
def test_a_hostile_file_ends_in_a_table_or_a_problem(sample, tmp_path, away):
    assert ending(lambda: formats.read(sample(tmp_path), away=away)) in ("table", "F01", "F02")


def test_a_stray_cell_opens_with_every_real_row(tmp_path, away):
    found = structure.opened(*formats.read(samples.stray_cell(tmp_path), away=away))
    assert found.table.frame.rows() == [("1", "2", None), (None, None, "9")]
    assert found.table.rows.to_list() == [2, 1_048_576]


def test_a_long_text_in_very_many_cells_is_a_problem_that_names_its_column(tmp_path, away):
    with pytest.raises(Problem) as caught:
        formats.read(samples.long_string_often(tmp_path), away=away)
    assert caught.value.code == "F01" and "column A" in caught.value.do.to("en")


@pytest.mark.parametrize(("filling", "says"), [(b"\0", "line"), (b",", "columns"), (b"x", "line"), (b"\t", "columns")])
def test_a_line_without_end_is_refused_before_any_reader_takes_it(tmp_path, away, filling, says):
    with pytest.raises(Problem) as caught:
        formats.read(samples.endless_record(tmp_path, filling), away=away)
    assert caught.value.code == "F01" and says in caught.value.says.to("en")


def test_a_long_record_in_quotes_is_read(tmp_path, away):
    path = tmp_path / "outline.csv"
    path.write_text('id,shape\n1,"POLYGON ((' + "1 2, " * 300_000 + '1 2))"\n2,x\n')
    assert formats.read(path, away=away)[0].frame.to_series(0).to_list() == ["id", "1", "2"]


@pytest.mark.parametrize("what", ["missing.csv", "", "empty.csv"])
def test_what_is_no_file_is_a_problem(tmp_path, what):
    (tmp_path / "empty.csv").touch()
    with pytest.raises(Problem) as caught:
        formats.read(tmp_path / what)
    assert caught.value.code == "F01"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_named_pipe_is_never_waited_for(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(Problem):
        formats.read(tmp_path / "pipe.csv")


def script(monkeypatch, text: str) -> None:
    """Put another program in the place of the reading process."""
    monkeypatch.setattr(away_, "command", lambda: [sys.executable, "-c", text])


@pytest.mark.parametrize("text", ["import os; os.abort()", "print('{\"ready\": true}'); raise SystemExit(3)"])
def test_a_reader_that_dies_is_a_problem(tmp_path, monkeypatch, text):
    script(monkeypatch, text)
    with pytest.raises(Problem), formats.Away() as lost:
        formats.read(samples.wide_dimension(tmp_path), away=lost)


def test_a_reader_that_hangs_is_stopped_by_cancel(tmp_path, monkeypatch):
    script(monkeypatch, "import time; time.sleep(60)")
    asked = iter([False, False, False])
    with pytest.raises(Cancelled), formats.Away() as lost:
        formats.read(samples.wide_dimension(tmp_path), progress=Progress(stopped=lambda: next(asked, True)), away=lost)


def test_a_reader_that_fills_memory_is_stopped(tmp_path, monkeypatch):
    script(monkeypatch, "a = bytearray(b'x') * (600 << 20); import time; time.sleep(60)")
    with pytest.raises(Problem), formats.Away() as lost:
        formats.read(samples.wide_dimension(tmp_path), away=lost)


def test_a_problem_leaves_the_process_ready_for_the_next_file(tmp_path, away):
    with pytest.raises(Problem):
        formats.read(samples.short_xls(tmp_path), away=away)
    assert formats.read(samples.wide_dimension(tmp_path), away=away)[0].height == 2


PIECES = st.sampled_from([b"a,b\n", b'"', b"\n", b"\r", b",", b";", b"\t", b"\x00", b"\xe9", b"\xc3\xa9", b"1", b"Total", b"{", b"[",
                          b"<table>", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"  ", b"x" * 50])


@settings(max_examples=150)
@given(data=st.one_of(st.binary(min_size=1, max_size=400), st.lists(PIECES, min_size=1, max_size=60).map(b"".join)))
def test_any_bytes_end_in_a_table_or_a_problem(data, tmp_path_factory):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(data)
    here = readers.read
    assert ending(lambda: here(path, kind_of(path), Asked(), SILENT, path.parent)) in ("table", "F01", "F02")


def test_a_big_text_is_given_up_at_once(tmp_path):
    path = tmp_path / "big.csv"
    path.write_bytes(b"a,b,c\n" + b"1,2,3\n" * 2_000_000)
    asked = iter([False] * 3)
    with pytest.raises(Cancelled):
        formats.read(path, progress=Progress(stopped=lambda: next(asked, True)))


def test_a_panic_of_a_library_is_a_damaged_file(tmp_path, away):
    import polars as pl

    path = tmp_path / "a.arrow"
    pl.DataFrame({"a": ["x"] * 9}).write_ipc(path)
    data = bytearray(path.read_bytes())
    data[-60:-20] = b"\xff" * 40
    path.write_bytes(bytes(data))
    with pytest.raises(Problem):
        formats.read(path, away=away)
