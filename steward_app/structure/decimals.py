"""Which decimal mark the numbers of a table use."""

from __future__ import annotations

import re

import polars as pl

_COMMA = re.compile(r"[-+(]?\s?\$?\s?\d{1,3}(?:[\s\u00a0\u202f.]?\d{3})*,(?:\d{1,2}|\d{4,})\s?[$%€)]{0,2}")
_POINT = re.compile(r"[-+(]?\s?\$?\s?\d{1,3}(?:[\s\u00a0,']?\d{3})*\.\d+\s?[$%€)]{0,2}")
SAMPLE, MOST = 2000, 600


def judged(frame: pl.DataFrame) -> str | None:
    """Return the mark most numbers with decimals are written with; None where there is no such number."""
    if not frame.width or not frame.height:
        return None
    step = max(1, frame.height // SAMPLE)
    rows = pl.int_range(0, min(frame.height, step * SAMPLE), step, dtype=pl.UInt32, eager=True)
    values = pl.concat([series.alias("value") for series in frame[rows].iter_columns()]).drop_nulls()
    near = values.filter(values.str.contains(r"^[-+($]?\s?\$?\s?\d[\d\s\u00a0.,']*[.,]\d+\D{0,3}$")).unique(maintain_order=True)
    texts = [value.strip() for value in near.gather_every(max(1, near.len() // MOST)).to_list()]
    commas = sum(bool(_COMMA.fullmatch(text)) for text in texts)
    points = sum(bool(_POINT.fullmatch(text)) for text in texts)
    if not commas and not points:
        return None
    return "," if commas > points else "."
