"""How workbooks keep dates and lengths of time, as counts of days, and which cell styles show a number as one."""

from __future__ import annotations

import datetime as dt
import re
import zipfile

import polars as pl

from .xmltags import attributes

NUMBER, DATE, DATE_1904, DURATION = "number", "date", "date1904", "duration"  # else how many zeros a format shows
BUILT_IN = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
LENGTHS = frozenset((46,))
EPOCH = dt.datetime(1899, 12, 30)
END, SINCE_1904, LEAP, DAY = 2_958_466, 1462, 60, 86_400
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)/?>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_ASIDE = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)
_LENGTH = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=[\"'](?:1|true)[\"']")


def shown(book: zipfile.ZipFile) -> dict[int, str]:
    """Return how each cell style shows a number: as a DATE, a DURATION, or in so many digits where its format is all zeros.

    Styles that show a plain number are left out.
    """
    if "xl/styles.xml" not in book.namelist():
        return {}
    text = book.read("xl/styles.xml")
    date = DATE_1904 if _1904.search(book.read("xl/workbook.xml")) else DATE
    formats = {**dict.fromkeys(BUILT_IN, date), **dict.fromkeys(LENGTHS, DURATION)}
    for tag in _FORMAT.findall(text):
        said = attributes(tag)
        if said.get("numFmtId", "").isdigit() and (kind := kind_of(said.get("formatCode", ""), date)) != NUMBER:
            formats[int(said["numFmtId"])] = kind
    block = _STYLES.search(text)
    ids = [attributes(tag).get("numFmtId", "0") for tag in _STYLE.findall(block.group())] if block else []
    return {index: formats[int(id)] for index, id in enumerate(ids) if id.isdigit() and int(id) in formats}


def kind_of(code: str, date: str = DATE) -> str:
    """Return how a number format shows a number."""
    if zeros := re.match("(0{2,})(?:;|$)", code):  # a second part, if any, is for numbers below zero
        return str(len(zeros[1]))
    bare = _ASIDE.sub("", code).lower()
    if _LENGTH.search(bare):
        return DURATION
    return date if re.search("[dmyhs]", bare) else NUMBER


def zeros(styles: dict[int, str]) -> dict[int, int]:
    """Return the styles whose format is all zeros, with how many digits they show."""
    return {style: int(kind) for style, kind in styles.items() if kind.isdigit()}


def moments(serials: pl.Series, kind: str) -> pl.Series:
    """Return counts of days (Float64) as ISO dates, with their time if they have one, a time alone below one day.

    Null where a count is beyond the dates that a workbook knows.
    """
    shift = SINCE_1904 if kind == DATE_1904 else 0
    alone = pl.col("serial") < 1
    at = ((((pl.col("serial") + shift) * (DAY * 1000)).round() + 500).cast(pl.Int64) // 1000).clip(upper_bound=END * DAY - 1)
    at = pl.when(alone).then(at.clip(upper_bound=(shift + 1) * DAY - 1)) \
        .when((pl.col("serial") < LEAP) & pl.lit(kind == DATE)).then(at + DAY).otherwise(at)
    since = pl.lit(EPOCH).dt.cast_time_unit("ms") + pl.duration(seconds=at, time_unit="ms")
    return serials.to_frame("serial").select(
        pl.when(~pl.col("serial").is_between(0, END - shift, "left")).then(None)
        .when(alone).then(since.dt.strftime("%H:%M:%S"))
        .when(at % DAY == 0).then(since.cast(pl.Date).cast(pl.String))
        .otherwise(since.dt.strftime("%Y-%m-%dT%H:%M:%S")).alias("text")).to_series()


def durations(serials: pl.Series) -> pl.Series:
    """Return counts of days (Float64) as hours, minutes and seconds."""
    seconds = (pl.col("serial").abs() * DAY).round().cast(pl.Int64)
    parts = [(seconds // 3600).cast(pl.String).str.zfill(2), (seconds // 60 % 60).cast(pl.String).str.zfill(2),
             (seconds % 60).cast(pl.String).str.zfill(2)]
    sign = pl.when(pl.col("serial") < 0).then(pl.lit("-")).otherwise(pl.lit(""))
    return serials.to_frame("serial").select(pl.concat_str(sign, pl.concat_str(parts, separator=":")).alias("text")).to_series()


def moment_of(serial: float, kind: str = DATE) -> str | None:
    """Return one count of days as `moments` does."""
    found: str | None = moments(pl.Series([serial], dtype=pl.Float64), kind)[0]
    return found
