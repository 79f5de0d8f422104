"""Which rows of a frame occur more than once: by hash first, then exactly on the candidates."""

from __future__ import annotations

import polars as pl

from ..core.table import ROW, scattered


def repeated(frame: pl.DataFrame, counted: pl.Series | None = None) -> pl.Series:
    """Return one boolean a row, true where another row is equal in every column (null equals null).

    `counted` takes rows out of the comparison. (performance.md §3.6: hash, duplicates, then the candidates' text)
    """
    hashes = frame.to_series().hash() if frame.width == 1 else frame.hash_rows()
    mine = hashes if counted is None else hashes.filter(counted)
    nowhere = pl.Series("mask", [False], dtype=pl.Boolean).new_from_index(0, frame.height)
    ordered = mine.sort()
    twice = ordered.filter(ordered == ordered.shift(1)).unique()
    if not len(twice):
        return nowhere
    candidates = hashes.is_in(twice.implode())
    records = (candidates if counted is None else candidates & counted).arg_true().cast(ROW)
    return scattered(nowhere, records, frame[records].is_duplicated())
