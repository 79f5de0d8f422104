"""Which records a grid shows: one index for filter and sort."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core import glance
from steward_app.core.shown import Shown, holding
from steward_app.core.table import Table

TABLE = Table.of(pl.DataFrame({"a": ["x", "y", None, "x"], "b": ["1", "2", "3", "4"]}), ["a", "b"])
MASK = pl.Series([True, False, True, True])
ALL, TURNED = Shown.all_of(TABLE), Shown.some([3, 2, 1, 0])


@pytest.mark.parametrize(("shown", "records"), [(ALL, [0, 1, 2, 3]), (TURNED, [3, 2, 1, 0])])
def test_positions_lead_to_records_and_back(shown, records):
    assert shown.records(0, 10) == records
    assert [shown.position(record) for record in records] == [0, 1, 2, 3]
    assert [row[1] for row in shown.rows(TABLE, 1, 3)] == [str(record + 1) for record in records[1:3]]
    assert shown.numbers(TABLE, 0, 2) == [record + 2 for record in records[:2]]


def test_positions_of_many_records_rise_and_leave_out_those_not_shown():
    some = pl.Series([3, 1], dtype=pl.UInt32)
    assert [ALL.positions(some).to_list(), TURNED.positions(some).to_list()] == [[1, 3], [0, 2]]
    assert TURNED.only(MASK).positions(some).to_list() == [0] and Shown.some([]).positions(some).to_list() == []


def test_a_filter_keeps_the_order_of_the_screen():
    assert ALL.only(MASK).records(0, 9) == [0, 2, 3]
    assert TURNED.only(MASK).records(0, 9) == [3, 2, 0]
    assert TURNED.only(MASK).position(1) is None


def test_marked_positions_are_walked_both_ways():
    assert [ALL.next_marked(MASK, at) for at in (-1, 0, 2, 3)] == [0, 2, 3, None]
    assert [TURNED.next_marked(MASK, at, back=True) for at in (3, 1, 0)] == [1, 0, None]


def test_buckets_cover_the_screen():
    assert ALL.buckets(MASK, 2) == [0, 1]
    assert ALL.buckets(pl.Series([False, False, False, True]), 4) == [3]
    assert Shown(0).buckets(pl.Series([], dtype=pl.Boolean), 4) == []


@pytest.mark.parametrize(("text", "expected"), [("x", [0, 3]), (None, [2]), ("z", [])])
def test_holding_marks_exact_texts(text, expected):
    assert holding(TABLE, "a", text).arg_true().to_list() == expected


def test_what_is_seen_of_a_column_holds_as_long_as_the_column():
    seen = [glance.distinct(TABLE, name, 5) for name in ("a", "b")]
    other = TABLE.put("a", pl.Series([0], dtype=pl.UInt32), pl.Series(["y"]))
    assert glance.distinct(other, "b", 5) is seen[1] and glance.distinct(other, "a", 5) != seen[0]
    assert dict(glance.distinct(other, "a", 5)) == {"x": 1, "y": 2}
