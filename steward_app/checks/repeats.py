"""Which rows of a frame occur more than once: by hash first, then exactly on the candidates."""

from __future__ import annotations

import polars as pl

from ..core.table import ROW, nowhere, scattered

SAMPLE = 10_000
FIRST = 3  # so many columns find nearly all copies; one that differs in every row of a sample, by itself


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
    mine = hashes if counted is None else hashes.filter(counted)
    ordered = mine.sort()
    met = ordered.filter(ordered == ordered.shift(1)).unique()
    if not len(met):
        return pl.Series([], dtype=ROW)
    found = hashes.is_in(met.implode())
    return (found if counted is None else found & counted).arg_true().cast(ROW)
