"""How a table writes its dates, numbers and accents, each with a text that shows it, whatever the standard."""

from __future__ import annotations

import re
from dataclasses import dataclass

import polars as pl

from .table import Table
from .types.dates import seen
from .types.numbers import COMMA_PROVED, POINT_PROVED, readings

LOOKED_AT, ALIKE, EARLIEST, LATEST = 3000, 0.6, "1800", "2200"
YEAR_FIRST = r"^\s*\d{4}[-/. ]?\d"
ACCENTS = r"[À-ÖØ-öø-ÿŒœ]"
NUMBERLIKE = r"^[-+($]?\s?\$?\s?\d[\d\s\u00a0\u202f.,']*[.,]\d+[^0-9A-Za-z]{0,3}$"
GROUPED, NOTHING_IN_IT = r"\d[\s\u00a0\u202f,.']\d{3}(?:\D|$)|\$", r"^[^1-9]*$"


@dataclass(frozen=True)
class Dated:
    """How a column writes its days: `ymd`, `dmy`, `mdy`, or `words` for a month's name; a text, and its day as ISO."""

    column: str
    order: str
    text: str
    day: str


@dataclass(frozen=True)
class Marked:
    """The decimal mark of a column of numbers ("" where either may be meant), a text, and what it is under each mark."""

    column: str
    mark: str
    text: str
    point: str | None
    comma: str | None


def dated(table: Table) -> tuple[Dated, ...]:
    """Return the columns whose dates read one way only, in file order; whole columns are not looked at."""
    found = (dates_of(name, texts) for name, texts in samples(table, r"\d"))
    return tuple(item for item in found if item is not None)


def marked(table: Table) -> tuple[Marked, ...]:
    """Return the columns of numbers that hold a point or a comma, in file order."""
    found = (marks_of(name, texts) for name, texts in samples(table, r"\d[.,]\d|[.,]\d{2}"))
    return tuple(item for item in found if item is not None)


def accented(table: Table) -> str | None:
    """Return the first text that goes beyond unaccented letters, one with an accent if there is any; headings come last."""
    columns = (*table.frame.iter_columns(), pl.Series(table.headings, dtype=pl.String))
    beyond = [column.filter(column.str.len_bytes() != column.str.len_chars()) for column in columns]
    for signs in (ACCENTS, "."):
        for texts in beyond:
            at = texts.str.contains(signs).arg_true().head(1)
            if at.len():
                return str(texts[int(at[0])])
    return None


def samples(table: Table, holds: str) -> list[tuple[str, pl.Series]]:
    """Return the columns of which most texts hold something, with the different texts of an even sample."""
    step = max(1, table.height // LOOKED_AT)
    frame = table.frame.gather_every(step) if step > 1 else table.frame
    found = []
    for column in frame.iter_columns():
        texts = column.drop_nulls()
        if texts.len() and (texts.head(200).str.contains(holds).mean() or 0) >= ALIKE:  # type: ignore[operator]
            found.append((column.name, texts.unique(maintain_order=True)))
    return found


def dates_of(name: str, texts: pl.Series) -> Dated | None:
    """Return how one column writes its days; None where it holds none, or they read two ways."""
    frame = seen(texts).with_columns(texts.alias("text"))
    known = pl.coalesce("one", "dmy", "mdy")
    frame = frame.filter(known.is_between(pl.lit(EARLIEST), pl.lit(LATEST)))
    if frame.height < ALIKE * texts.len() or not frame.height:
        return None
    one = frame.filter(pl.col("one").is_not_null())
    if 2 * one.height >= frame.height:
        text, day = one.select("text", "one").row(0)
        return Dated(name, "ymd" if re.match(YEAR_FIRST, text) else "words", text, day)
    days = frame.filter((pl.col("a") > 12) & (pl.col("b") <= 12))
    months = frame.filter((pl.col("b") > 12) & (pl.col("a") <= 12))
    if bool(days.height) == bool(months.height):
        return None
    order, proof = ("dmy", days) if days.height else ("mdy", months)
    text, day = proof.select("text", order).row(0)
    return Dated(name, order, text, day)


def marks_of(name: str, texts: pl.Series) -> Marked | None:
    """Return the decimal mark of one column; None where its texts are no numbers."""
    numbers = texts.filter(texts.str.contains(NUMBERLIKE))
    if not numbers.len() or numbers.len() < ALIKE * texts.len() / 2:
        return None
    comma, point = bool(numbers.str.contains(COMMA_PROVED).any()), bool(numbers.str.contains(POINT_PROVED).any())
    mark = "," if comma and not point else "." if point and not comma else ""
    sign = {",": COMMA_PROVED, ".": POINT_PROVED}.get(mark, r"[.,]\d{3}")
    shown = readings(numbers).filter(pl.col("text").str.contains(sign))
    shown = shown.sort(~pl.col("text").str.contains(GROUPED), pl.col("text").str.contains(NOTHING_IN_IT),
                       maintain_order=True)
    if not shown.height:
        return None
    text, as_point, as_comma = shown.row(0)
    return Marked(name, mark, text.strip(), as_point, as_comma)
