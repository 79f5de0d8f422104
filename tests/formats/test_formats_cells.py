"""Typed values as text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, strategies as st

from steward_app.formats.cells import column, number, number_text, text_of


@pytest.mark.parametrize(("value", "text"), [
    (0.1 + 0.2, "0.3"), (5.0, "5"), (-0.5, "-0.5"), (1e20, "100000000000000000000"), (1e-7, "0.0000001"), (1e300, "1e+300"),
    (True, "TRUE"), (dt.date(2024, 1, 5), "2024-01-05"), (dt.datetime(2024, 1, 5), "2024-01-05"),
    (dt.datetime(2024, 1, 5, 23, 59, 59, 999_999), "2024-01-06"), (dt.timedelta(hours=36), "36:00:00"), (dt.time(7, 5), "07:05:00"),
    ("", None), (None, None), (float("nan"), None)])
def test_a_value_is_written_as_excel_shows_it(value, text):
    assert text_of(value) == text


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False)))
def test_columns_of_numbers_are_written_as_single_numbers_are(values):
    import polars as pl

    assert number_text(pl.Series(values, dtype=pl.Float64)).to_list() == [number(value) for value in values]


@given(st.lists(st.one_of(st.just(""), st.text(max_size=5), st.floats(allow_nan=False, allow_infinity=False))))
def test_numbers_among_texts_are_each_written_alone(values):
    assert column(values).to_list() == [text_of(value) for value in values]


@pytest.mark.parametrize("filler", ["", "x", 1.5, 7, dt.date(2024, 1, 5)])
def test_columns_of_any_mixture_are_written_cell_by_cell(filler):
    values = [True, 1, 1.0, dt.date(2024, 1, 5), "text", -0.0, 1e-7, dt.datetime(2024, 1, 5, 7)]
    for few in (values[1:3], values[1:7], values):
        mixed = [*few, *[filler] * 600]
        assert column(mixed).to_list() == [text_of(value) for value in mixed]
