"""Dates: `2024-05-07`, and every other form in which municipalities write a day."""

from __future__ import annotations

from functools import cache
from typing import Any

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, number_of, spaced
from .months import DAYS, MONTHS

ISO = "%Y-%m-%d"
PLAIN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SERIAL = r"^[2-6][0-9]{4}(?:\.[0-9]+)?$"
FIRST_SERIAL, LAST_SERIAL = 20000, 60000
SEP = r"(?:\s?[-/.]\s?|\s)"
CLOCK = (r"(?:t|\s*,?\s+(?:à\s|at\s)?)[0-9]{1,2}(?:\s?[:h]\s?[0-9]{0,2}(?:\s?(?::|min)\s?[0-9]{0,2}(?:[.,][0-9]+)?)?)"
         r"\s?(?:[ap]\.?\s?m\.?)?\s?(?:z|utc|gmt|[nacmpe][sd]t|h[na][etacrnp]|[+-][0-9]{2}(?::?[0-9]{2})?)?$")
HOUR = r"\s+[0-9]{1,2}\s?[ap]\.?\s?m\.?$"
ZONE = r"(^[0-9]{4}-[0-9]{2}-[0-9]{2})(?:z|t[0-9]{4,6}z?|[+-][0-9]{2}:[0-9]{2})$"
YEAR_FIRST = rf"^([0-9]{{4}}){SEP}([0-9]{{1,2}}){SEP}([0-9]{{1,2}})$"
EIGHT = r"^([0-9]{4})([0-9]{2})([0-9]{2})(?:t?[0-9]{6}z?)?$"
YEAR_LAST = rf"^([0-9]{{1,2}}){SEP}([0-9]{{1,2}}){SEP}([0-9]{{4}})$"
SHORT_YEAR = rf"^([0-9]{{1,2}}){SEP}([0-9]{{1,2}}){SEP}([0-9]{{2}})$"
SIX = r"^([0-9]{2})([0-9]{2})([0-9]{2})$"
WORD = r"([a-zà-ÿ]+)"
DAY_MONTH = rf"^([0-9]{{1,2}}) {WORD} ([0-9]{{4}}|[0-9]{{2}})$"
MONTH_DAY = rf"^{WORD} ([0-9]{{1,2}}) ([0-9]{{4}}|[0-9]{{2}})$"
YEAR_MONTH = rf"^([0-9]{{4}}) {WORD} ([0-9]{{1,2}})$"
FORMS = {"year_first": ("day", YEAR_FIRST), "eight": ("day", EIGHT), "year_last": ("day", YEAR_LAST),
         "short": ("day", SHORT_YEAR), "six": ("day", SIX), "day_month": ("apart", DAY_MONTH),
         "month_day": ("apart", MONTH_DAY), "year_month": ("apart", YEAR_MONTH)}
PIVOT = 69  # two-digit years: 69 to 99 are of the last century (POSIX)


def date(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read plain dates. The parser takes any blank for a zero, so the form is asked as well."""
    return pl.when(text.str.contains(PLAIN)).then(text.str.to_date(ISO, strict=False, cache=False))


def daytime_cut(text: pl.Expr) -> pl.Expr:
    """Cut the time of day off; it is never shifted by its zone."""
    return clock_cut(spaced(text.str.to_lowercase()))


def clock_cut(low: pl.Expr) -> pl.Expr:
    """Cut the time of day off a small text with single spaces."""
    return low.str.replace(ZONE, "$1").str.replace(CLOCK, "").str.replace(HOUR, "").str.strip_chars(" ,")


def words_apart(day: pl.Expr) -> pl.Expr:
    """Leave numbers and a month's name with one space between: no weekday, ordinal, article or punctuation."""
    apart = day.str.replace_all(r"[\s,./_-]+", " ").str.replace_all(r"\b([0-9]+)(?:st|nd|rd|th|er|e)\b", "$1")
    apart = apart.str.replace_all(rf"\b(?:{DAYS}|le|the|of|de)\b", " ").str.replace_all(r"([0-9])([a-zà-ÿ])", "$1 $2")
    return apart.str.replace_all(r"([a-zà-ÿ])([0-9])", "$1 $2").str.replace_all(" +", " ").str.strip_chars(" ")


def seen(distinct: pl.Series) -> pl.DataFrame:
    """Return what each text may be: `one` (reads one way), `serial`, `dmy`, `mdy`, `short_dmy`…, as ISO text or null.

    `a` and `b` are the first two parts of an all-digit date whose year comes last; `shaped` says that it looks like one.
    """
    frame = distinct.alias("text").to_frame()
    for step in steps():
        frame = frame.with_columns(step)
    return frame.select("one", "a", "b", "dmy", "mdy", "short_dmy", "short_mdy", "short_ymd", "serial", "shaped")


@cache
def steps() -> tuple[list[pl.Expr], ...]:
    """Return the steps that turn `text` into the columns of `seen`; built once, for they cost more than one text does."""
    groups = [pl.col(source).str.extract_groups(form).alias(name) for name, (source, form) in FORMS.items()]
    a, b, y = (pl.col("year_last").struct.field(part) for part in "123")
    i, j, k = (pl.coalesce(pl.col("short").struct.field(part), pl.col("six").struct.field(part)) for part in "123")
    bare = pl.col("text").str.strip_chars()
    number = bare.cast(pl.Float64, strict=False)
    serial = pl.when(bare.str.contains(SERIAL) & number.is_between(FIRST_SERIAL, LAST_SERIAL)).then(number)
    one = pl.coalesce(three("year_first", "ymd"), three("eight", "ymd"), three("day_month", "dMy"),
                      three("month_day", "Mdy"), three("year_month", "yMd"))
    ways = {"one": one, "dmy": iso(y, b, a), "mdy": iso(y, a, b), "short_dmy": iso(century(k), j, i),
            "short_mdy": iso(century(k), i, j), "short_ymd": iso(century(i), j, k)}
    return ([daytime_cut(pl.col("text")).alias("day")], [words_apart(pl.col("day")).alias("apart")], groups,
            [*(way.alias(name) for name, way in ways.items()), a.cast(pl.Int32).alias("a"), b.cast(pl.Int32).alias("b"),
             from_serial(serial).alias("serial")],
            [(pl.col("one").is_not_null() | pl.col("a").is_not_null()).alias("shaped"), *(real(name) for name in ways)])


def three(form: str, order: str) -> pl.Expr:
    """Return ISO text of the three parts of a form; `M` in the order is a month's name."""
    part = {letter: pl.col(form).struct.field(str(place)) for place, letter in enumerate(order, 1)}
    named = part["M"].replace_strict(MONTHS, default=None, return_dtype=pl.Int32).cast(pl.String) if "M" in part else None
    return iso(century(part["y"]), part["m"] if named is None else named, part["d"])


def century(year: pl.Expr) -> pl.Expr:
    """Complete a two-digit year."""
    number = year.cast(pl.Int32, strict=False)
    full = pl.when(number >= PIVOT).then(number + 1900).otherwise(number + 2000).cast(pl.String)
    return pl.when(year.str.len_bytes() == 4).then(year).otherwise(full)


def iso(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    """Join three texts as a date is written, existing or not."""
    return pl.concat_str(year, month.str.zfill(2), day.str.zfill(2), separator="-")


def real(name: str) -> pl.Expr:
    """Keep a date only if it exists."""
    return pl.when(pl.col(name).str.to_date(ISO, strict=False).is_not_null()).then(pl.col(name)).alias(name)


def from_serial(number: pl.Expr) -> pl.Expr:
    """Return the day that a spreadsheet's number stands for (day 0 is 1899-12-30)."""
    return (pl.date(1899, 12, 30) + pl.duration(days=number.floor().cast(pl.Int64))).cast(pl.String)


def in_order(order: str | None) -> pl.Expr:
    """Return the meaning of an all-digit date whose year comes last, null where it reads two ways."""
    dmy, mdy = pl.col("dmy"), pl.col("mdy")
    if order in ("dmy", "mdy"):
        first, second = (dmy, mdy) if order == "dmy" else (mdy, dmy)
        return pl.coalesce(first, second)
    same = dmy.is_null() | mdy.is_null() | (dmy == mdy)
    return pl.when(same).then(pl.coalesce(dmy, mdy))


def meaning(order: str | None, asked: str | None) -> pl.Expr:
    """Return the single meaning over the columns of `seen`; two-digit years have one only where the order is asked."""
    ways = [pl.col("one"), in_order(order)] + ([pl.col(f"short_{asked}")] if asked else [])
    return pl.coalesce(*ways, pl.col("serial"))


def looks(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.DataFrame:
    """Return what each text means, whether the mapping accepts it, and else exactly one of V03, V04, V05, V06.

    A serial number is never accepted unseen. (schema-format.md §4, §5)
    """
    order = order_of(field, read, learned)
    short = pl.coalesce("short_dmy", "short_mdy", "short_ymd").is_not_null()
    found = seen(distinct).with_columns(meaning(order, read.dates).alias("means"))
    own = (pl.when(pl.col("serial").is_not_null()).then(number_of("V06"))
           .when(pl.col("means").is_not_null()).then(number_of("V03"))
           .when(pl.coalesce("dmy", "mdy").is_not_null() | short).then(number_of("V04"))
           .when(pl.col("shaped")).then(number_of("V05")).otherwise(number_of("V03")))
    return found.select(accepting(order, read.dates).alias("accepted"), own.alias("own"), "means")


def accepting(order: str | None, asked: str | None) -> pl.Expr:
    """Return the day that the mapping's order accepts; nothing where it says no order."""
    if not asked:
        return pl.lit(None, dtype=pl.String)
    strict = {"dmy": pl.col("dmy"), "mdy": pl.col("mdy")}.get(asked, in_order(order))
    ways = pl.coalesce(pl.col("one"), strict, pl.col(f"short_{asked}"))
    return pl.when(pl.col("serial").is_null()).then(ways)


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the day each text means, as ISO text."""
    return looks(distinct, field, read, learned)["means"].alias("plain")


def accepted(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the day each text means once the mapping says the order."""
    return looks(distinct, field, read, learned)["accepted"].alias("plain")


def faults(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Give exactly one of V03, V04, V05, V06."""
    return looks(distinct, field, read, learned)["own"].alias("fault")


def order_of(field: Field, read: ReadAs, learned: Learned) -> str | None:
    """Return the order of all-digit dates: the mapping's, else the one that the column proves."""
    return read.dates if read.dates in ("dmy", "mdy") else learned.get(("order", field.name))


def learn(distinct: pl.Series, values: pl.Series, field: Field, read: ReadAs) -> dict[str, Any]:
    """Return the proved date order: one value with a part above 12 and none against it. (schema-format.md §5)"""
    frame = seen(distinct)
    day_first, month_first = frame.select(
        ((pl.col("a") > 12) & (pl.col("b") <= 12)).any(), ((pl.col("b") > 12) & (pl.col("a") <= 12)).any().alias("m")).row(0)
    if bool(day_first) == bool(month_first):
        return {}
    return {"order": "dmy" if day_first else "mdy"}


DATE = Kind("date", pl.Date(), ("V03", "V04", "V05", "V06"), date, faults, plain, accepted, learn, looks)
