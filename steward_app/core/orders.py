"""Which columns of a table hold dates that read two ways, whatever the standard."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from .table import Table
from .types.dates import seen

LOOKED_AT, SHARE, SHOWN = 5000, 0.6, 3


@dataclass(frozen=True)
class TwoWays:
    """A column whose dates read day first or month first: how many different texts, and a few read both ways."""

    column: str
    texts: int
    samples: tuple[tuple[str, str, str], ...]


def two_ways(table: Table) -> tuple[TwoWays, ...]:
    """Return the columns whose all-digit dates read two ways and prove neither order; samples are (text, dmy, mdy)."""
    found = (of_column(table, column) for column in table.columns)
    return tuple(item for item in found if item is not None)


def of_column(table: Table, column: str) -> TwoWays | None:
    """Return the question of one column, None where it has none."""
    head = table.frame[column].head(200).drop_nulls()
    if not head.len() or head.str.contains(r"^\s*\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}").mean() < SHARE:  # type: ignore[operator]
        return None
    distinct = table.frame[column].drop_nulls().unique(maintain_order=True).head(LOOKED_AT)
    frame = seen(distinct).with_columns(distinct.alias("text"))
    both = frame.filter(pl.col("dmy").is_not_null() & pl.col("mdy").is_not_null() & (pl.col("dmy") != pl.col("mdy")))
    proved = frame.select(((pl.col("a") > 12) & (pl.col("b") <= 12)).any(),
                          ((pl.col("b") > 12) & (pl.col("a") <= 12)).any().alias("month")).row(0)
    if not both.height or bool(proved[0]) != bool(proved[1]):
        return None
    shown = both.select("text", "dmy", "mdy").head(SHOWN).rows()
    return TwoWays(column, both.height, tuple((str(t), str(d), str(m)) for t, d, m in shown))
