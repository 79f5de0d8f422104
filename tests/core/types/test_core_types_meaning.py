"""What a safe fix makes of a text is what the text means, or nothing: whatever the value, however it is written."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest
from hypothesis import given, settings, strategies as st

from steward_app.core.mapping import ReadAs
from steward_app.core.schema import Field
from steward_app.core.types import of

EN = "January February March April May June July August September October November December".split()
FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2068, 12, 31))
SUMS = st.integers(-999_999_999, 999_999_999)
SURE, OR_NOTHING = True, False


def plain(text, **keys):
    """Return the plain form of one text alone in its column."""
    item = Field.of_json({"name": "a", **keys})
    return of(item).plain(pl.Series([text]), item, ReadAs(), {})[0]


DATE_FORMS = [
    (lambda d: f"{d:%Y/%m/%d}", SURE),
    (lambda d: f"{d:%Y%m%d}", SURE),
    (lambda d: f"{d:%Y.%m.%d}", SURE),
    (lambda d: f"{d:%Y-%m-%d} 00:00:00", SURE),
    (lambda d: f"{'1er' if d.day == 1 else d.day} {FR[d.month - 1]} {d.year}", SURE),
    (lambda d: f"{EN[d.month - 1]} {d.day}, {d.year}", SURE),
    (lambda d: f"{d.day:02d}-{EN[d.month - 1][:3]}-{d.year % 100:02d}", SURE),
    (lambda d: f"{d.year}\u00a0{FR[d.month - 1].upper()}\u00a0{d.day}", SURE),
    (lambda d: f"{d:%d/%m/%Y}", OR_NOTHING),
    (lambda d: f"{d:%m/%d/%Y}", OR_NOTHING),
    (lambda d: f"{d.month}/{d.day}/{d.year} 12:00:00 AM", OR_NOTHING),
    (lambda d: f"{d:%d-%m-%y}", OR_NOTHING),
    (lambda d: f"{d:%y%m%d}", OR_NOTHING),
    (lambda d: f"{d:%Y-%j}", OR_NOTHING),
    (lambda d: f"{d:%d%m%Y}", OR_NOTHING),
]


@pytest.mark.parametrize(("form", "sure"), DATE_FORMS)
@given(day=DAYS)
@settings(max_examples=25, deadline=None)
def test_a_day_stays_the_day_it_is(form, sure, day):
    assert plain(form(day), type="date") in ({day.isoformat()} if sure else {day.isoformat(), None})


def grouped(cents, mark, space):
    """Write a sum of cents with signs between its thousands."""
    whole, rest = divmod(abs(cents), 100)
    return f"{whole:,}".replace(",", space) + f"{mark}{rest:02d}"


def sign(cents):
    """Return the minus of a sum."""
    return "-" if cents < 0 else ""


NUMBER_FORMS = [
    lambda c: f"{sign(c)}{grouped(c, ',', chr(0xA0))}\u00a0$",
    lambda c: f"{sign(c)}${grouped(c, '.', ',')}",
    lambda c: f"{sign(c)}{grouped(c, ',', ' ')}",
    lambda c: f"({grouped(c, '.', ',')})" if c < 0 else f"+{grouped(c, '.', ',')}",
    lambda c: f"{sign(c)}{grouped(c, ',', '.')} CAD",
    lambda c: f"{grouped(c, '.', chr(0x202F))}{sign(c)}",
    lambda c: f"{sign(c).replace('-', chr(0x2212))}{grouped(c, '.', '’')} %",
]


@pytest.mark.parametrize("form", NUMBER_FORMS)
@given(cents=SUMS)
@settings(max_examples=25, deadline=None)
def test_a_sum_stays_the_sum_it_is(form, cents):
    read = plain(form(cents), type="number")
    assert read is not None and round(float(read) * 100) == cents


MOMENT_FORMS = [
    lambda m: f"{m:%Y/%m/%d %H:%M:%S}", lambda m: f"{m:%Y%m%dT%H%M%S}", lambda m: f"{m:%b} {m.day} {m:%Y %I:%M:%S %p}",
    lambda m: f"{m.day} {FR[m.month - 1]} {m.year} à {m.hour} h {m.minute:02d} min {m.second:02d}",
    lambda m: str((m - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)) if m.year > 1980 else f"{m:%Y-%m-%d %H:%M:%S}",
]


@pytest.mark.parametrize("form", MOMENT_FORMS)
@given(moment=st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2060, 1, 1)).map(lambda m: m.replace(microsecond=0)))
@settings(max_examples=25, deadline=None)
def test_a_moment_stays_the_moment_it_is(form, moment):
    assert plain(form(moment), type="datetime") == moment.isoformat()
