"""Numbers, whole numbers and years: digits, a point before the decimals, a minus before all."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, nothing_learnt, number_of, spaced, worked

PLAIN = r"^-?[0-9]+(?:\.[0-9]+)?$"
CURRENCY = r"(?:\bc(?:a(?:d|n)?)?\s?)?\$(?:\s?ca[dn]?\b)?|€|£|\bcad\b|%"
THOUSANDS = {".": "[ ,']", ",": "[ .']"}
GROUPED = {".": r"^(?:[0-9]+|[0-9]{1,3}(?:[ ,'][0-9]{3})+)(?:\.[0-9]*)?$|^\.[0-9]+$",
           ",": r"^(?:[0-9]+|[0-9]{1,3}(?:[ .'][0-9]{3})+)(?:,[0-9]*)?$|^,[0-9]+$"}
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


def bare(text: pl.Expr) -> pl.Expr:
    """Take off currency, percent, sign and brackets; one kind of blank and apostrophe is left."""
    plain = spaced(text.str.to_lowercase().str.replace_all(r"[’ʼ´`]", "'")).str.replace_all("[−–]", "-")
    return plain.str.replace_all(CURRENCY, "").str.replace_all(r"^[\s(+-]+|[\s)-]+$", "")


def negative(text: pl.Expr) -> pl.Expr:
    """Tell a minus before or after, or accountants' brackets."""
    sides = spaced(text.str.to_lowercase().str.replace_all("[−–]", "-")).str.replace_all(CURRENCY, "").str.strip_chars(" ")
    return sides.str.starts_with("-") | sides.str.ends_with("-") | sides.str.contains(r"^\(.*\)$")


def well_signed(text: pl.Expr) -> pl.Expr:
    """Tell that a text bears one sign at most, and whole brackets if any."""
    sides = spaced(text.str.replace_all("[−–]", "-"))
    return (sides.str.count_matches(r"[-+]") <= 1) & ~sides.str.contains(r"^[^()]*[()][^()]*$")


def read_with(mark: str) -> pl.Expr:
    """Return the plain form of `text` read with a decimal mark, null where it cannot be."""
    body = bare(pl.col("text"))
    shaped = body.str.contains(GROUPED[mark]) & well_signed(pl.col("text"))
    digits = body.str.replace_all(THOUSANDS[mark], "").str.replace(",", ".", literal=True)
    whole = digits.str.replace(r"^\.", "0.").str.replace(r"\.$", "")
    return pl.when(shaped).then(pl.when(negative(pl.col("text"))).then("-" + whole).otherwise(whole))


def readings(distinct: pl.Series) -> pl.DataFrame:
    """Return `text`, `point` and `comma`: the plain forms under either decimal mark."""
    return distinct.alias("text").to_frame().with_columns(point=read_with("."), comma=read_with(","))


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
    frame = pl.DataFrame({"text": distinct, "means": meanings(distinct, field, read, learned)})
    too_long = pl.col("text").str.contains(r"^-?[0-9]{19,}$") & (field.type == "integer")
    parts = pl.col("means").str.contains(r"\.[0-9]*[1-9]")
    fault = pl.when(too_long).then(number_of("")).when(parts).then(number_of("V08")).otherwise(number_of("V07"))
    return frame.select(fault.alias("fault")).to_series()


def accepting(means: Any) -> Any:
    """Return an `accepted` that takes the meanings once the mapping says what the decimal mark is."""
    def accepted(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
        found: pl.Series = means(distinct, field, read, learned)
        return found if read.numbers else found.clear(len(found))
    return accepted


def learn(distinct: pl.Series, values: pl.Series, field: Field, read: ReadAs) -> dict[str, Any]:
    """Return the column's decimal mark, if its texts prove one: `{"mark": "." or ","}`."""
    if read.numbers or not distinct.str.contains(",", literal=True).any():
        return {}
    seen = readings(distinct)
    comma_only = seen.select((pl.col("point").is_null() & pl.col("comma").is_not_null()).any()).item()
    zero = seen.select((two_ways(field) & pl.col("text").str.contains(r"\b0,[0-9]")).any()).item()
    point_only = seen.select((pl.col("comma").is_null() & pl.col("point").is_not_null()).any()).item()
    if comma_only or zero:
        return {} if point_only else {"mark": ","}
    fractions = values.dtype.is_float() and bool(((values % 1) != 0).any())
    habit = seen.select(two_ways(field).sum()).item() >= HABIT
    return {"mark": "."} if point_only or fractions or habit else {}


NUMBER = Kind("number", pl.Float64(), ("V07",), number, number_faults, meanings, accepting(meanings), learn)
INTEGER = Kind("integer", pl.Int64(), ("V07", "V08"), integer, whole_faults, whole_meanings,
               accepting(whole_meanings), learn)
YEAR = Kind("year", pl.Int64(), ("V07", "V08"), year, whole_faults, year_meanings, accepting(year_meanings),
            nothing_learnt)
