"""Columns of few different texts: each text once, and which of them every record has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from .beside import LARGE, SMALL

SAMPLE = 5_000
SMALLEST = 1 << 16  # texts that two bytes can number
FEW = 0.01  # different texts for each record, up to which numbering them costs less than reading every one


@dataclass(frozen=True, eq=False)
class Coded:
    """`texts`: every different text once, null last if met. `codes`: where each record's text stands there."""

    texts: pl.Series
    codes: pl.Series

    def spread(self, answers: pl.Series) -> pl.Series:
        """Return what was worked out for each text, one a record."""
        return answers.gather(self.codes)


def repetitive(column: pl.Series) -> bool:
    """Tell whether a long column seems to hold few different texts, by a sample taken from end to end.

    A very long one is not said to: its numbers would be held beside everything else.
    """
    if not SMALL <= len(column) <= LARGE:
        return False
    met = column.gather_every(len(column) // SAMPLE | 1).drop_nulls().value_counts(name="times")["times"]
    once, twice = int((met == 1).sum()), int((met == 2).sum())
    return len(met) + once * once / (2 * twice or 1) <= FEW * len(column)  # Chao's estimate of all there are (1984)


def coded(column: pl.Series) -> Coded:
    """Number the texts of a column in the order they are met. Costs more than it gains where most texts differ."""
    own = pl.Categorical(pl.Categories.random())
    held = column.cast(own)  # the numbers are forgotten with the last column that has them
    codes = held.to_physical().cast(pl.UInt32)
    last: Any = codes.max()
    places = pl.DataFrame({"text": range(0 if last is None else last + 1)}, schema={"text": pl.UInt32})
    texts = places.select(pl.col("text").cat.to(held.dtype).cast(pl.String)).to_series().alias(column.name)
    if codes.null_count():
        texts, codes = texts.extend_constant(None, 1), codes.fill_null(len(texts))
    return Coded(texts, codes.cast(pl.UInt16) if len(texts) < SMALLEST else codes)
