"""Dates with a time, times of day, and months of a year."""

from __future__ import annotations

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from . import dates
from .kind import Kind, Learned, always, nothing_accepted, nothing_learnt, spaced, worked

MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$"
TIME = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
MONTH = r"^[0-9]{4}-(?:0[1-9]|1[0-2])$"
CLOCK = r"([0-9]{1,2})\s?(?:[:h]\s?([0-9]{2})?(?:\s?(?::|min)\s?([0-9]{2}))?(?:\.[0-9]+)?)?\s?([ap])?\.?m?\.?"
ZONE = r"\s?(z|[+-][0-9]{2}:?[0-9]{2})?$"


def datetime(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read plain moments as the clock on the wall: the zone is not applied."""
    wall = text.str.slice(0, 19).str.to_datetime("%Y-%m-%dT%H:%M:%S", strict=False)
    return pl.when(text.str.contains(MOMENT)).then(wall)


def time(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read plain times of day; they stay text, which sorts as time does."""
    return pl.when(text.str.contains(TIME)).then(text)


def yearmonth(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read plain months; they stay text, which sorts as time does."""
    return pl.when(text.str.contains(MONTH)).then(text)


def clock(text: pl.Expr, start: str) -> pl.Expr:
    """Return the `HH:MM:SS` that stands after `start`, null where there is none."""
    low = spaced(text.str.to_lowercase())
    parts = low.str.extract_groups(f"{start}{CLOCK}{ZONE}")
    hour, minute, second, half = (parts.struct.field(str(place)) for place in (1, 2, 3, 4))
    number = hour.cast(pl.Int32, strict=False)
    hours = pl.when(half.is_null()).then(number).when(half == "p").then(number % 12 + 12).otherwise(number % 12)
    told = minute.is_not_null() | half.is_not_null() | low.str.contains("[0-9] ?h")
    whole = pl.concat_str(hours.cast(pl.String).str.zfill(2), minute.fill_null("00"), second.fill_null("00"), separator=":")
    return pl.when(told & whole.str.contains(TIME)).then(whole)


def plain_moment(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the day each text means and its time, midnight where none is told."""
    return with_time(distinct, dates.plain(distinct, field, read, learned))


def accepted_moment(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the moments of the days that the mapping's date order accepts."""
    return with_time(distinct, dates.accepted(distinct, field, read, learned))


def with_time(distinct: pl.Series, days: pl.Series) -> pl.Series:
    """Join days to the times that stand behind them."""
    frame = pl.DataFrame({"text": distinct, "day": days})
    told = clock(pl.col("text"), r"(?:t|[\s,])\s?(?:à\s|at\s)?").fill_null("00:00:00")
    return frame.select(pl.concat_str("day", told, separator="T").alias("plain")).to_series()


def plain_time(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return `14:30:00` for `14 h 30` or `2:30 PM`."""
    return worked(distinct, clock(pl.col("text"), "^"), "plain")


def plain_month(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return `2024-05` for `2024/5` or `202405`; a whole date is not a month."""
    parts = spaced(pl.col("text")).str.extract_groups(r"^([0-9]{4})[-/. ]?([0-9]{1,2})$")
    year, month = parts.struct.field("1"), parts.struct.field("2").str.zfill(2)
    joined = pl.concat_str(year, month, separator="-")
    return worked(distinct, pl.when(joined.str.contains(MONTH)).then(joined), "plain")


DATETIME = Kind("datetime", pl.Datetime("us"), dates.DATE.family, datetime, dates.faults, plain_moment,
                accepted_moment, dates.learn)
TIME_OF_DAY = Kind("time", pl.String(), ("V03",), time, always("V03"), plain_time, nothing_accepted, nothing_learnt)
YEARMONTH = Kind("yearmonth", pl.String(), ("V03",), yearmonth, always("V03"), plain_month, nothing_accepted,
                 nothing_learnt)
