"""Columns of text: what an edit copies, and what it leaves alone."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core import table as table_module
from steward_app.core.table import rewritten, scattered


@pytest.mark.parametrize("records", [[0], [5], list(range(96)), list(range(95, -1, -1)), [10, 12, 19], [95], [3, 90], [39, 40]])
def test_what_is_written_close_together_copies_one_part_and_says_the_same(records, monkeypatch):
    monkeypatch.setattr(table_module, "SPAN", 10)
    column = pl.concat([pl.Series(list("abcdefgh"))] * 12, rechunk=False)
    at, new = pl.Series(records, dtype=pl.UInt32), pl.Series([f"new {record}" for record in records])
    assert rewritten(column, at, new).equals(scattered(column, at, new))
    assert column.to_list() == list("abcdefgh") * 12


def test_many_edits_do_not_cut_a_column_into_more_and_more_parts(monkeypatch):
    monkeypatch.setattr(table_module, "SPAN", 10)
    column = pl.Series(["a"] * 100)
    for record in (*range(100), *range(99, 0, -7)):
        column = rewritten(column, pl.Series([record], dtype=pl.UInt32), pl.Series(["b"]))
    assert column.n_chunks() <= 10 and column.to_list() == ["b"] * 100
