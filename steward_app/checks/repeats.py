"""Which rows of a frame occur more than once: by hash first, then exactly on the candidates."""

from __future__ import annotations

import polars as pl

from ..core.table import ROW, scattered

SAMPLE = 10_000
TELLING = 0.5  # from this share of different values in the sample on, one column alone finds the candidates


def repeated(frame: pl.DataFrame, counted: pl.Series | None = None) -> pl.Series:
    """Return one boolean a row, true where another row is equal in every column (null equals null).

    `counted` takes rows out of the comparison. (performance.md §3.6: hash, duplicates, then the candidates' text)
    """
    nowhere = pl.Series("mask", [False], dtype=pl.Boolean).new_from_index(0, frame.height)
    records = candidates(frame, counted)
    if not len(records):
        return nowhere
    return scattered(nowhere, records, frame[records].is_duplicated())


def candidates(frame: pl.DataFrame, counted: pl.Series | None) -> pl.Series:
    """Return the rows whose hash is met twice; the most telling column is tried first, then all together."""
    telling = most_telling(frame)
    if telling is None:
        return twice(frame.to_series().hash() if frame.width == 1 else frame.hash_rows(), counted)
    records = twice(telling.hash(), counted)
    if frame.width == 1 or not len(records):
        return records
    return records.gather(twice(frame[records].hash_rows(), None))


def most_telling(frame: pl.DataFrame) -> pl.Series | None:
    """Return the column with most different values in a sample, or None where none has many."""
    sample = frame.head(SAMPLE)
    column = max(sample.get_columns(), key=lambda column: column.n_unique())
    return frame[column.name] if column.n_unique() >= TELLING * sample.height else None


def twice(hashes: pl.Series, counted: pl.Series | None) -> pl.Series:
    """Return the rows (UInt32) whose hash another row has."""
    mine = hashes if counted is None else hashes.filter(counted)
    if mine.n_unique() == len(mine):
        return pl.Series([], dtype=ROW)
    ordered = mine.sort()
    met = ordered.filter(ordered == ordered.shift(1)).unique()
    found = hashes.is_in(met.implode())
    return (found if counted is None else found & counted).arg_true().cast(ROW)
