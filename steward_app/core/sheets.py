"""Rows of several sheets or files read as one table: each has its own number, and is called by its sheet and its row there."""

from __future__ import annotations

from bisect import bisect_left

import polars as pl

# Each sheet's name, and how many rows stand before it.
Parts = tuple[tuple[str, int], ...]


def part_of(parts: Parts, row: int) -> int:
    """Return which sheet holds a row."""
    return max(0, bisect_left([before for _, before in parts], row) - 1)


def shown(parts: Parts, row: int | None) -> int | None:
    """Return a row as its own sheet shows it."""
    return row if row is None or not parts else row - parts[part_of(parts, row)][1]


def name_of(parts: Parts, row: int | None) -> str | None:
    """Return the sheet that a row stands in; None where the table is of one sheet."""
    return parts[part_of(parts, row)][0] if parts and row is not None else None


def called(parts: Parts, row: int) -> str:
    """Return a row in words: 12, or 12 (May) where there are several sheets."""
    name = name_of(parts, row)
    return f"{shown(parts, row)} ({name})" if name else str(row)


def numbers(parts: Parts, rows: pl.Series) -> pl.Series:
    """Return rows as their own sheets show them."""
    if not parts:
        return rows
    before = pl.Series([before for _, before in parts], dtype=pl.Int64)
    return (rows.cast(pl.Int64) - before.gather(_places(parts, rows))).cast(rows.dtype).rename(rows.name)


def names(parts: Parts, rows: pl.Series) -> pl.Series:
    """Return the sheet of each row, null for a row typed in the app."""
    found = pl.Series([name for name, _ in parts], dtype=pl.String).gather(_places(parts, rows))
    return pl.select(pl.when(rows.is_not_null()).then(found)).to_series().rename("sheet")


def of_records(parts: Parts, rows: pl.Series, records: pl.Series) -> pl.Series:
    """Return the sheet of each of some records, null where there is no record."""
    return names(parts, rows.gather(records))


def _places(parts: Parts, rows: pl.Series) -> pl.Series:
    starts = pl.Series([before for _, before in parts], dtype=pl.Int64)
    found = starts.search_sorted(rows.cast(pl.Int64).fill_null(1), side="left").cast(pl.Int64) - 1
    return found.clip(0).cast(pl.UInt32)
