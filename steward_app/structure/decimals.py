"""Which decimal mark the numbers of a table use."""

from __future__ import annotations

import re

import polars as pl

_COMMA = re.compile(r"[-+(]?\s?\$?\s?\d{1,3}(?:[\s\u00a0\u202f.]?\d{3})*,(?:\d{1,2}|\d{4,})\s?[$%€)]{0,2}")
_POINT = re.compile(r"[-+(]?\s?\$?\s?\d{1,3}(?:[\s\u00a0,']?\d{3})*\.\d+\s?[$%€)]{0,2}")
SAMPLE = 2000


def judged(frame: pl.DataFrame) -> str | None:
    """Return the mark most numbers with decimals are written with; None where there is no such number."""
    commas = points = 0
    step = max(1, frame.height // SAMPLE)
    rows = pl.int_range(0, min(frame.height, step * SAMPLE), step, dtype=pl.UInt32, eager=True)
    for series in frame[rows].iter_columns():
        near = series.drop_nulls().filter(series.drop_nulls().str.contains(r"^[-+($]?\s?\$?\s?\d[\d\s\u00a0.,']*[.,]\d+\D{0,3}$"))
        values = near.unique().head(300).to_list()
        commas += sum(bool(_COMMA.fullmatch(value.strip())) for value in values)
        points += sum(bool(_POINT.fullmatch(value.strip())) for value in values)
    if not commas and not points:
        return None
    return "," if commas > points else "."
