"""What records of a table in pieces share, told by hashes: the same as the check tells of the whole table."""

from __future__ import annotations

import random
import tempfile

import numpy as np
import polars as pl
import pytest
from checked import schema_of, table_of, view_of

from steward_app.checks.keys import repeated_key
from steward_app.checks.rows import identical_row
from steward_app.core import repeats
from steward_app.core.plan import compiled
from steward_app.core.repeats import Repeats, more_than
from steward_app.core.rows import Rows
from steward_app.core.standard import part_of, prepared, standard_of

COLUMNS = "abcde"


def rows_wrong(found: Repeats, view, table, size: int) -> list[int]:
    """Run one check over a table in pieces of `size` records."""
    while not found.done:
        for start in range(0, table.height, size):
            found.look(view, standard_of(view, part_of(table, start, size), learn=False)[0])
        found.turn(view)
    return found.rows.between(0, 10**6).to_list()


@pytest.mark.parametrize("few", [0, 5, 10**6])
@pytest.mark.parametrize("check", [repeated_key, identical_row])
def test_pieces_tell_what_the_whole_table_tells(monkeypatch, check, few):
    chance = random.Random(few)
    table = table_of({name: [chance.choice(["", "x", "y", "é"]) for _ in range(120)] for name in COLUMNS})
    view = prepared(view_of(schema_of(*({"name": name, "type": "string"} for name in COLUMNS), primaryKey=["a", "b"]), table), table)
    monkeypatch.setattr(repeats, "FEW", few)
    item = compiled(view, (check,), table.columns).table[0]
    mask = check.run(view, item.rule, standard_of(view, table)[0])
    found = Repeats(item)
    assert rows_wrong(found, view, table, 17) == table.rows.filter(mask).to_list()
    key = table.frame.filter(mask) if check is identical_row else table.frame.filter(mask).select("a", "b")
    assert found.again == key.height - key.n_unique()


@pytest.mark.parametrize("more", [1, 3])
@pytest.mark.parametrize("at_once", [4, 64, 10**6])
def test_hashes_that_come_back_are_found_share_by_share(monkeypatch, at_once, more):
    monkeypatch.setattr(repeats, "AT_ONCE", at_once)
    some = np.random.default_rng(at_once).integers(0, 50, 120).astype(np.uint64) * np.uint64(2**58)
    with tempfile.TemporaryFile() as file:
        some.tofile(file)
        met, count = more_than(file, more)
    values, times = np.unique(some, return_counts=True)
    assert met.tolist() == values[times > more].tolist() and count == times[times > more].sum()


def test_rows_come_back_as_they_went_in():
    found, every = Rows(), [pl.Series([2, 3, 4, 5], dtype=pl.UInt32), pl.Series([900, 5000], dtype=pl.UInt32)]
    for rows in every:
        found.add(rows)
    assert found.count == 6 and found.first(5).to_list() == [2, 3, 4, 5, 900]
    assert found.between(4, 900).to_list() == [4, 5, 900]
    found.leave(pl.Series([3, 5000], dtype=pl.UInt32))
    assert found.between(0, 9000).to_list() == [2, 4, 5, 900]
