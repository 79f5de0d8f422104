"""Dates with a time, times of day, and months of a year."""

from __future__ import annotations

from functools import reduce

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from . import dates
from .kind import Kind, Learned, always, nothing_accepted, nothing_learnt, spaced, worked

MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$"
TIME = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
MONTH = r"^[0-9]{4}-(?:0[1-9]|1[0-2])$"
CLOCK = (r"([0-9]{1,2})\s?(?:[:h]\s?([0-9]{2})?(?:\s?(?::|min)(?:\s?([0-9]{2}))?)?(?:\.[0-9]+)?)?\s?s?\s?"
         r"([ap])?\.?\s?m?\.?")
ZONE = r"\s?(z|utc|gmt|[nacmpe][sd]t|hn[etacrp]|ha[etacrp]|[+-][0-9]{2}(?::?[0-9]{2})?)?$"
# `20240507T143000`, `20240507143000`, `2024-05-07T1430`: the clock's digits without signs between them.
TIGHT = ((r"^([0-9]{8})t?([0-9]{2})([0-9]{2})([0-9]{2})(z?)$", "${1}t$2:$3:$4$5"),
         (r"^([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2})([0-9]{2})([0-9]{2})(z?)$", "${1}t$2:$3:$4$5"),
         (r"^([0-9-]{8,10})t([0-9]{2})([0-9]{2})(z?)$", "${1}t$2:$3$4"))
# Hours from UTC of the clocks that Canada names, in both languages; the last letter but one says summer (d, a).
HOURS = {"nst": "-03:30", "ndt": "-02:30", "ast": "-04:00", "adt": "-03:00", "est": "-05:00", "edt": "-04:00",
         "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
         "hnt": "-03:30", "hat": "-02:30", "hna": "-04:00", "haa": "-03:00", "hne": "-05:00", "hae": "-04:00",
         "hnc": "-06:00", "hac": "-05:00", "hnr": "-07:00", "har": "-06:00", "hnp": "-08:00", "hap": "-07:00",
         "z": "Z", "utc": "Z", "gmt": "Z", "+00": "Z", "+00:00": "Z", "+0000": "Z"}
DAY_ZERO = (1899, 12, 30)


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


def clock(low: pl.Expr, start: str) -> pl.Expr:
    """Return the `HH:MM:SS` that stands after `start` in a small text with single spaces, null where there is none."""
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
    if not read.dates:
        return nothing_accepted(distinct, field, read, learned)
    return with_time(distinct, dates.accepted(distinct, field, read, learned))


def with_time(distinct: pl.Series, days: pl.Series) -> pl.Series:
    """Join days to the times that stand behind them, and their zone; a time that cannot be read leaves no moment."""
    frame = pl.DataFrame({"text": distinct, "day": days}).with_columns(low=spaced(pl.col("text").str.to_lowercase()))
    frame = frame.with_columns(low=reduce(lambda low, tight: low.str.replace(*tight), TIGHT, pl.col("low")))
    bare = dates.clock_cut(pl.col("low")) == pl.col("low").str.strip_chars(" ,")
    told = pl.when(bare).then(pl.lit("00:00:00")).otherwise(clock(pl.col("low"), r"(?:t|[\s,])\s?(?:à\s|at\s)?"))
    zone = pl.when(~bare).then(pl.col("low").str.extract(f"[0-9ms.h]{ZONE}", 1).replace(HOURS))
    offset = zone.str.replace(r"^([+-][0-9]{2}):?([0-9]{2})?$", "$1:$2").str.replace(":$", ":00").fill_null("")
    joined = pl.concat_str("day", pl.lit("T"), told, offset)
    return frame.select(pl.coalesce(from_serial(pl.col("low"), pl.col("day")), joined).alias("plain")).to_series()


def from_serial(text: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Return the moment of a spreadsheet's number, to the second; null for any other text."""
    number = pl.when(text.str.contains(dates.SERIAL) & day.is_not_null()).then(text.cast(pl.Float64, strict=False))
    seconds = pl.duration(seconds=(number * 86_400).round().cast(pl.Int64))
    return (pl.datetime(*DAY_ZERO) + seconds).dt.strftime("%Y-%m-%dT%H:%M:%S")


def plain_time(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return `14:30:00` for `14 h 30` or `2:30 PM`."""
    return worked(distinct, clock(spaced(pl.col("text").str.to_lowercase()), "^"), "plain")


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
