"""How large a file may be: by its bytes, and by its cells where they are short."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from steward_app.workspace import limits
from steward_app.workspace.limits import CELL, SWELL, Limits, cells, fits

USUAL = "BP-2023-0000001,2023-12-28,permit_issued,2162 Queen Street\n"


@pytest.fixture(autouse=True)
def _a_small_file_is_large(monkeypatch):
    monkeypatch.setattr(limits, "LEAST", 1000)


@pytest.mark.parametrize(("line", "count"), [(USUAL, 5), ("a,b,c\n", 4), ("a\tb\tc\r\n", 4), (";;;\n", 5), ("a word\n", 2)])
def test_cells_are_counted_with_one_more_a_row(tmp_path, line, count):
    path = tmp_path / "t.csv"
    path.write_bytes(line.encode() * 100_000)
    assert cells(path) == pytest.approx(count * 100_000, rel=0.02)


def test_a_file_of_short_cells_is_checked_in_pieces_sooner(tmp_path):
    short, usual = tmp_path / "short.csv", tmp_path / "usual.csv"
    short.write_text("a,b,c\n" * 40_000)
    usual.write_text(USUAL * 4_000)
    found = Limits(room=150_000 * CELL)
    assert found.in_pieces(short) and not found.in_pieces(short, wanted=True) and not found.in_pieces(usual)


def test_a_table_of_short_cells_needs_more_memory_than_its_bytes(tmp_path, monkeypatch):
    path = tmp_path / "t.csv"
    path.write_text("a,b,c\n" * 40_000)
    free = path.stat().st_size * (SWELL + 1)
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(available=free))
    assert not fits(path)


def test_the_cells_of_a_small_file_are_not_counted(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(USUAL)
    assert cells(path) == 0
