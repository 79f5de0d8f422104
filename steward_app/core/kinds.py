"""The changes of a package, counted by what was done and to which column."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from .text import Text


@dataclass(frozen=True)
class ChangeKind:
    """How many cells of one column changed for one reason, and in how many rows that reason changed anything."""

    column: str
    named: Text
    cells: int
    rows: int = 0


def kinds_of(changes: pl.DataFrame) -> tuple[ChangeKind, ...]:
    """Return the kinds of change, the largest first. (`changes`: row, column, before, after, why_en, why_fr)"""
    counts = (changes.filter(pl.col("why_en") != "").group_by("column", "why_en", "why_fr")
              .agg(n=pl.len()).sort(["n", "column", "why_en"], descending=[True, False, False]))
    rows = dict(changes.group_by("why_en").agg(pl.col("row").n_unique()).rows())
    return tuple(ChangeKind(column or "", Text(en, fr), n, rows[en]) for column, en, fr, n in counts.rows())
