"""Numbers, whole numbers and years: digits, a point before the decimals, a minus before all."""

from __future__ import annotations

from functools import cache
from typing import Any

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, Meaning, nothing_accepted, nothing_learnt, number_of, spaced, worked

PLAIN = r"^-?[0-9]+(?:\.[0-9]+)?$"
CURRENCY = r"(?:\bc(?:a(?:d|n)?)?\s?)?\$(?:\s?ca[dn]?\b)?|€|£|\bcad\b|%"
THOUSANDS = {".": "[ ,']", ",": "[ .']"}
GROUPED = {".": r"^(?:[0-9]+|[0-9]{1,3}(?:[ ,'][0-9]{3})+)(?:\.[0-9]*)?$|^\.[0-9]+$",
           ",": r"^(?:[0-9]+|[0-9]{1,3}(?:[ .'][0-9]{3})+)(?:,[0-9]*)?$|^,[0-9]+$"}
# A comma before any number of digits but three, or after a lone zero; a point likewise, or behind or among commas.
COMMA_PROVED = r",(?:[0-9]{1,2}|[0-9]{4,})(?:[^0-9,.]|$)|(?:^|[^0-9])0,[0-9]|\.[0-9]{3},[0-9]"
POINT_PROVED = r"\.(?:[0-9]{1,2}|[0-9]{4,})(?:[^0-9,.]|$)|,[0-9]{3}[.,][0-9]"
EITHER = r"[0-9],[0-9]{3}(?:[^0-9,.]|$)"
HABIT = 10  # so many different texts with three digits after their comma, and none otherwise: thousands


def number(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read plain numbers: no trimming, no exponent, no NaN. (schema-format.md §5)"""
    return pl.when(text.str.contains(PLAIN)).then(text.cast(pl.Float64, strict=False))


def integer(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read plain whole numbers; the comparison keeps `+5` out."""
    return pl.when((text >= "-") & (text < ":")).then(text.cast(pl.Int64, strict=False))


def year(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read years of four digits."""
    return pl.when((text.str.len_bytes() == 4) & (text >= "0") & (text < ":")).then(text.cast(pl.Int64, strict=False))


@cache
def steps() -> tuple[list[pl.Expr], ...]:
    """Return the steps that turn `text` into `point` and `comma`: its plain forms under either decimal mark."""
    text = spaced(pl.col("text").str.to_lowercase()).str.replace_all("[−–]", "-").str.replace_all("[’ʼ´`]", "'")
    bare = pl.col("sides").str.replace_all(CURRENCY, "").str.strip_chars(" ")
    body = pl.col("bare").str.replace_all(r"^[\s(+-]+|[\s)-]+$", "")
    negative = (pl.col("bare").str.starts_with("-") | pl.col("bare").str.ends_with("-")
                | pl.col("bare").str.contains(r"^\(.*\)$"))
    signed = (pl.col("sides").str.count_matches("[-+]") <= 1) & ~pl.col("sides").str.contains(r"^[^()]*[()][^()]*$")
    return ([text.alias("sides")], [bare.alias("bare"), signed.alias("signed")],
            [body.alias("body"), negative.alias("negative")], [read_with(".").alias("point"), read_with(",").alias("comma")])


def read_with(mark: str) -> pl.Expr:
    """Return the plain form under a decimal mark, null where it cannot be: no currency, percent, blank or bracket."""
    shaped = pl.col("body").str.contains(GROUPED[mark]) & pl.col("signed")
    digits = pl.col("body").str.replace_all(THOUSANDS[mark], "").str.replace(",", ".", literal=True)
    whole = digits.str.replace(r"^\.", "0.").str.replace(r"\.$", "")
    return pl.when(shaped).then(pl.when(pl.col("negative")).then("-" + whole).otherwise(whole))


def readings(distinct: pl.Series) -> pl.DataFrame:
    """Return `text`, `point` and `comma`: the plain forms under either decimal mark."""
    frame = distinct.alias("text").to_frame()
    for step in steps():
        frame = frame.with_columns(step)
    return frame.select("text", "point", "comma")


def two_ways(field: Field) -> pl.Expr:
    """Tell texts such as `1,234` that the two marks read differently and that may be either."""
    differ = (pl.col("point") != pl.col("comma")) & pl.col("text").str.contains(",", literal=True)
    dollars_first = pl.col("text").str.contains(r"\$\s*[0-9]")
    if field.type == "integer":
        return differ & pl.col("comma").str.contains(r"^-?[0-9]+(?:\.0+)?$") & ~dollars_first
    return differ & ~dollars_first


def meanings(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the number that each text stands for in plain form, null where none or more than one."""
    mark = read.numbers or learned.get(("mark", field.name))
    point, comma = pl.col("point"), pl.col("comma")
    if mark == ",":
        chosen = pl.coalesce(comma, point)
    elif mark == ".":
        chosen = pl.coalesce(point, comma)
    else:
        chosen = pl.when(two_ways(field)).then(None).otherwise(pl.coalesce(point, comma))
    return readings(distinct).select(chosen.alias("plain")).to_series()


def whole_meanings(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return whole numbers, `2.0` as `2`; null for `2.5`."""
    return worked(meanings(distinct, field, read, learned), whole(), "plain")


def whole() -> pl.Expr:
    """Drop decimals that are all zero; null where they are not."""
    bare_point = pl.col("text").str.replace(r"\.0*$", "")
    return pl.when(bare_point.str.contains(r"^-?[0-9]+$")).then(bare_point)


def year_meanings(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return years of four digits, `2024.0` as `2024`."""
    found = whole_meanings(distinct, field, read, learned)
    return worked(found, pl.when(pl.col("text").str.contains(r"^[0-9]{4}$")).then(pl.col("text")), "plain")


def number_faults(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Give V07 to all, but nothing to whole numbers too long for the machine."""
    return worked(distinct, pl.when(pl.col("text").str.contains(PLAIN)).then(number_of("")).otherwise(number_of("V07")),
                  "fault")


def whole_faults(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Give V08 to numbers that are not whole, V07 to the rest. (`2.0` in an integer is V07)"""
    frame = distinct.alias("text").to_frame()
    plainly = frame.with_columns(means=pl.when(pl.col("text").str.contains(PLAIN)).then(pl.col("text")))
    if plainly["means"].null_count():
        plainly = frame.with_columns(means=meanings(distinct, field, read, learned))
    too_long = pl.col("text").str.contains(r"^-?[0-9]{19,}$") & (field.type == "integer")
    parts = pl.col("means").str.contains(r"\.[0-9]*[1-9]")
    fault = pl.when(too_long).then(number_of("")).when(parts).then(number_of("V08")).otherwise(number_of("V07"))
    return plainly.select(fault.alias("fault")).to_series()


def accepting(means: Meaning) -> Meaning:
    """Return an `accepted` that takes the meanings once the mapping says what the decimal mark is."""
    def accepted(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
        return (means if read.numbers else nothing_accepted)(distinct, field, read, learned)
    return accepted


def learn(distinct: pl.Series, values: pl.Series, field: Field, read: ReadAs) -> dict[str, Any]:
    """Return the column's decimal mark, if its texts prove one and none the other: `{"mark": "." or ","}`.

    Ten different texts with exactly three digits behind their comma, and none otherwise, are thousands.
    """
    if read.numbers or not distinct.str.contains(",", literal=True).any():
        return {}
    votes = distinct.filter(~distinct.str.contains("[A-Za-z]"))
    comma, point = bool(votes.str.contains(COMMA_PROVED).any()), bool(votes.str.contains(POINT_PROVED).any())
    if comma:
        return {} if point else {"mark": ","}
    fractions = values.dtype.is_float() and bool(((values % 1) != 0).any())
    habit = int(votes.str.contains(EITHER).sum() or 0) >= HABIT
    return {"mark": "."} if point or fractions or habit else {}


NUMBER = Kind("number", pl.Float64(), ("V07",), number, number_faults, meanings, accepting(meanings), learn)
INTEGER = Kind("integer", pl.Int64(), ("V07", "V08"), integer, whole_faults, whole_meanings,
               accepting(whole_meanings), learn)
YEAR = Kind("year", pl.Int64(), ("V07", "V08"), year, whole_faults, year_meanings, accepting(year_meanings),
            nothing_learnt)
