"""Values of typed cells as text: dates in ISO form, numbers to 15 digits, yes and no as Excel shows them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any

import polars as pl

LAST = dt.datetime(9999, 12, 31, 23, 59, 59)
FEW = 250  # rows that stay in the processor's cache
PLAIN_ABOVE, PLAIN_BELOW, SHORT = 1e-4, 1e15, 16  # 15 digits and a point; a sign makes it 14, which is safe


def text_of(value: Any) -> str | None:
    """Return a value as text, None where there is nothing."""
    if value is None or isinstance(value, str):
        return value or None
    if value.__class__ is dt.date:  # by far the most that come here
        return str(value.isoformat())
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, dt.datetime):
        return moment(value)
    if isinstance(value, dt.timedelta):
        return duration(value)
    if isinstance(value, dt.time):
        return value.strftime("%H:%M:%S")
    return str(value)


def number(value: float) -> str | None:
    """Return a number to 15 significant digits, without exponent up to 21 digits and without a trailing `.0`."""
    if not math.isfinite(value):
        return None
    if value == int(value) and abs(value) < PLAIN_BELOW:
        return str(int(value))
    short = format(value, ".15g")
    return format(Decimal(short), "f") if "e" in short and 1e-15 < abs(value) < 1e21 else short


def moment(value: dt.datetime) -> str:
    """Return a date with its time to the second (Excel keeps fractions that are noise), the date alone at midnight."""
    whole = value + dt.timedelta(microseconds=500_000) if value < LAST else value
    whole = whole.replace(microsecond=0)
    midnight = whole.hour == whole.minute == whole.second == 0
    return whole.date().isoformat() if midnight else whole.isoformat()


def duration(value: dt.timedelta) -> str:
    """Return a length of time as hours, minutes and seconds."""
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


class Said(dict[Any, str | None]):
    """What days, numbers and texts are as text, each worked out once: days come back."""

    def __missing__(self, value: Any) -> str | None:
        self[value] = text = text_of(value)
        return text


def column(values: Sequence[Any], said: Said | None = None) -> pl.Series:
    """Return a column of text from values of any kind; empty text is null. `said` may know some of them."""
    if all(values[at].__class__ is str for at in (0, len(values) // 2, -1) if values):
        try:
            return blank_to_null(pl.Series(values, dtype=pl.String))
        except TypeError:
            pass  # numbers or dates stand among the texts
    types = list(map(type, values))
    kinds = set(types)
    if kinds <= {float, int, str}:
        return _numbers(list(values), types)
    if kinds <= {dt.date, float, int, str}:  # no two that are equal are written differently
        return pl.Series(list(map((Said() if said is None else said).__getitem__, values)), dtype=pl.String)
    return pl.Series([text_of(value) for value in values], dtype=pl.String)


def _numbers(values: list[Any], types: Sequence[type]) -> pl.Series:
    """Return text for numbers and the texts among them (a heading, at least). The list is used up."""
    count = types.count(str)
    if len(values) - count < FEW:
        return pl.Series([value or None if value.__class__ is str else number(value) for value in values], dtype=pl.String)
    if count > FEW:
        texts = pl.Series([value or None if value.__class__ is str else None for value in values], dtype=pl.String)
        made = number_text(pl.Series([None if value.__class__ is str else value for value in values], dtype=pl.Float64))
        return made.zip_with(made.is_not_null(), texts)
    at, few = -1, {}
    for _ in range(count):
        at = types.index(str, at + 1)
        few[at], values[at] = values[at] or None, None
    made = number_text(pl.Series(values, dtype=pl.Float64))
    return made.scatter(list(few), list(few.values())) if few else made


def number_text(numbers: pl.Series) -> pl.Series:
    """Return numbers as `number` writes them, nearly all at once."""
    size = numbers.abs()
    written = numbers.zip_with(size > 0, size).cast(pl.String).str.strip_suffix(".0")  # a zero has no sign
    plain = ((size < PLAIN_BELOW) & (size > PLAIN_ABOVE)) | (size == 0)
    exact = written.str.len_bytes() <= SHORT
    rest = (~(exact & plain)).arg_true()
    return written.scatter(rest, list(map(number, numbers.gather(rest)))) if rest.len() else written


def blank_to_null(text: pl.Series) -> pl.Series:
    """Return text in which an empty cell is null."""
    return text.to_frame("text").select(pl.when(pl.col("text").str.len_bytes() > 0).then("text")).to_series()


def frame_of(rows: Iterable[Sequence[Any]], width: int, said: Said | None = None) -> pl.DataFrame:
    """Return a frame of text of rows of values, all of one width; a few hundred rows at a time are turned on their side."""
    columns: list[list[Any]] = [[] for _ in range(width)]
    coming = iter(rows)
    while few := list(islice(coming, FEW)):
        for values, more in zip(columns, zip(*few, strict=True), strict=True):
            values.extend(more)
    return pl.DataFrame({str(index): column(values, said) for index, values in enumerate(columns)},
                        schema={str(index): pl.String for index in range(width)})
