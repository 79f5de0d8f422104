"""Which rows of a frame occur more than once: by hash first, then exactly on the candidates."""

from __future__ import annotations

import numpy as np
import polars as pl

from ..core.table import ROW, nowhere, scattered

FEWEST_BITS, MOST_BITS = 10, 22  # of a hash, at a time
UPPER = 2**32  # divided by it, a hash leaves its upper half
SAMPLE = 10_000
FIRST = 2  # so many columns find nearly all copies; one that differs in every row of a sample, by itself


def repeated(frame: pl.DataFrame, counted: pl.Series | None = None) -> pl.Series:
    """Return one boolean a row, true where another row is equal in every column (null equals null).

    `counted` takes rows out of the comparison. (performance.md §3.6: hash, duplicates, then the candidates' text)
    """
    records = candidates(frame, counted)
    if not len(records):
        return nowhere(frame.height)
    return scattered(nowhere(frame.height), records, frame[records].is_duplicated())


def candidates(frame: pl.DataFrame, counted: pl.Series | None) -> pl.Series:
    """Return the rows whose hash is met twice; the most telling columns are tried first, then all together."""
    if frame.width <= FIRST:
        return twice(frame.to_series().hash() if frame.width == 1 else frame.hash_rows(), counted)
    records = twice(frame.select(most_telling(frame)).hash_rows(), counted)
    return records.gather(twice(frame[records].hash_rows(), None)) if len(records) else records


def most_telling(frame: pl.DataFrame) -> list[str]:
    """Return the column that tells every row of a sample from the others, else those with most different values."""
    sample = frame.head(SAMPLE)
    ranked = sorted(((sample[name].n_unique(), name) for name in frame.columns), key=lambda item: -item[0])
    return [name for _, name in ranked[:1 if ranked[0][0] >= 0.999 * sample.height else FIRST]]


def twice(hashes: pl.Series, counted: pl.Series | None) -> pl.Series:
    """Return the rows (UInt32) whose hash another row has."""
    rows = crowded(hashes, 1)
    rows = rows.gather(crowded(hashes.gather(rows) // UPPER, 1))
    if counted is not None:
        rows = rows.filter(counted.gather(rows))
    left = hashes.gather(rows)
    ordered = left.sort()
    met = ordered.filter(ordered == ordered.shift(1)).unique()
    return rows.filter(left.is_in(met.implode()))


def crowded(hashes: pl.Series, most: int) -> pl.Series:
    """Return the rows (UInt32) whose hash more than `most` rows may have: all that have one, and few others.

    Rows are dealt into buckets by some bits of their hash: to drop those in buckets no fuller costs less than to sort.
    """
    bits = min(max(len(hashes).bit_length() + 1, FEWEST_BITS), MOST_BITS)
    place = (hashes.to_numpy() & np.uint64((1 << bits) - 1)).view(np.int64)
    full = np.bincount(place, minlength=1 << bits) > most
    return pl.Series("rows", np.flatnonzero(full[place]), dtype=ROW)
