"""Which rows of a frame occur more than once: by hash first, then exactly on the candidates."""

from __future__ import annotations

import numpy as np
import polars as pl

from ..core.table import ROW, nowhere, scattered

FEWEST_BITS, MOST_BITS = 10, 22  # of a hash, at a time
UPPER = 2**32  # divided by it, a hash leaves its upper half
MANY = 1 << 22  # rows
SAMPLE = 10_000
FIRST = 3  # so many columns find nearly all copies; one that differs in nearly every row, by itself
NEARLY = 0.9


def repeated(frame: pl.DataFrame, counted: pl.Series | None = None) -> pl.Series:
    """Return one boolean a row, true where another row is equal in every column (null equals null).

    `counted` takes rows out of the comparison. (performance.md §3.6: hash, duplicates, then the candidates' text)
    """
    records = candidates(frame, counted)
    if not len(records):
        return nowhere(frame.height)
    return scattered(nowhere(frame.height), records, frame[records].is_duplicated())


def candidates(frame: pl.DataFrame, counted: pl.Series | None) -> pl.Series:
    """Return the rows whose hash is met twice: by the most telling columns, then by more, then by all together."""
    if frame.width == 1:
        return twice(frame.to_series().hash(), counted)
    telling = most_telling(frame)
    records = twice(frame.select(telling[:1] if tells_nearly_all(frame[telling[0]]) else telling[:FIRST]).hash_rows(), counted)
    for names in (telling[:FIRST], telling):
        if len(records):
            records = records.gather(twice(frame.select(names)[records].hash_rows(), None))
    return records


def most_telling(frame: pl.DataFrame) -> list[str]:
    """Return the columns, those with most different values in a sample first."""
    sample = frame.head(SAMPLE)
    return sorted(frame.columns, key=lambda name: -sample[name].n_unique())


def tells_nearly_all(column: pl.Series) -> bool:
    """Tell whether hardly two rows of a sample share a value."""
    sample = column.head(SAMPLE)
    return sample.n_unique() >= NEARLY * len(sample)


def twice(hashes: pl.Series, counted: pl.Series | None) -> pl.Series:
    """Return the rows (UInt32) whose hash another row has."""
    if len(hashes) > MANY:  # hardly a bucket would be left out, and what is kept meanwhile would be large
        rows = hashes.is_in(met_twice(hashes).implode()).arg_true().cast(ROW)
    else:
        rows = crowded(hashes, 1)
        rows = rows.gather(crowded(hashes.gather(rows) // UPPER, 1))
        left = hashes.gather(rows)
        rows = rows.filter(left.is_in(met_twice(left).implode()))
    return rows if counted is None else rows.filter(counted.gather(rows))


def met_twice(hashes: pl.Series) -> pl.Series:
    """Return the hashes that are there more than once."""
    ordered = hashes.sort()
    return ordered.filter(ordered == ordered.shift(1)).unique()


def crowded(hashes: pl.Series, most: int) -> pl.Series:
    """Return the rows (UInt32) whose hash more than `most` rows may have: all that have one, and few others.

    Rows are dealt into buckets by some bits of their hash: to drop those in buckets no fuller costs less than to sort.
    """
    buckets = len(hashes) * 4 // (most + 3)  # few are fuller than `most` by chance
    bits = min(max(buckets.bit_length(), FEWEST_BITS), MOST_BITS)
    place = (hashes.to_numpy() & np.uint64((1 << bits) - 1)).view(np.int64)
    full = np.bincount(place, minlength=1 << bits) > most
    return pl.Series("rows", np.flatnonzero(full[place]), dtype=ROW)
