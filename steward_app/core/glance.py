"""What a screen shows of a column at a glance: samples, how much is filled, distinct values with counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from . import sheets
from .feeding import as_it_stands, raw_text
from .mapping import Feed
from .table import ROW, Table

HEAD, SPREAD = 5000, 50_000


def samples(table: Table, column: str, most: int = 3) -> tuple[str, ...]:
    """Return the first few different texts of a column."""
    return table.once("samples", column, most, lambda: _samples(table, column, most))


def known(table: Table, column: str, most: int = 3) -> bool:
    """Tell whether `samples` is known already."""
    return ("samples", column, most) in table.memo


def _samples(table: Table, column: str, most: int) -> tuple[str, ...]:
    head = table.frame[column].slice(0, HEAD).drop_nulls().unique(maintain_order=True)
    if len(head) < most:
        head = table.frame[column].drop_nulls().unique(maintain_order=True)
    return tuple(head.head(most).to_list())


def filled(table: Table, column: str) -> float:
    """Return the share of records that hold something in a column, 0 to 1."""
    return 1 - table.frame[column].null_count() / table.height if table.height else 0.0


def fed(table: Table, feed: Feed, most: int | None = None) -> tuple[Table, str]:
    """Return a table and the column of it that holds what a feed gives, of the first `most` records alone if that is said.

    It is the source's own column where the feed changes nothing; else columns are combined or split here.
    """
    if as_it_stands(feed):
        return table, feed.columns[0]
    name = feed.joined or ""
    text = table.frame.head(most or table.height).select(raw_text(feed).alias(name))
    return Table.of(text, (name,)), name


def fed_samples(table: Table, feed: Feed, most: int = 3) -> tuple[str, ...]:
    """Return the first few different texts that a feed gives: combined or split, as the field receives them."""
    found = samples(*fed(table, feed, HEAD), most)
    return found if len(found) == most or table.height <= HEAD else samples(*fed(table, feed), most)


def fed_share(table: Table, feed: Feed) -> float:
    """Return the share of records to which a feed gives something, 0 to 1.

    Cutting a million texts would hold the window up: a larger column that is split is judged by records all over it.
    """
    if len(feed.columns) > 1 and table.height:  # one cell that is not empty is enough; nothing need be joined
        some = table.frame.select(pl.any_horizontal(pl.col(name).is_not_null() for name in feed.columns).alias("some"))
        return float(some["some"].sum()) / table.height
    if not as_it_stands(feed) and table.height > SPREAD:
        table = replace(table, frame=table.frame.select(feed.columns).sample(SPREAD, seed=0))
    return filled(*fed(table, feed))


def distinct(table: Table, column: str, most: int | None = None) -> tuple[tuple[str, int], ...]:
    """Return the different texts of a column with their counts, the most frequent first."""
    if most is None:
        return _distinct(table, column, table.height)
    return table.once("distinct", column, most, lambda: _distinct(table, column, most))


def _distinct(table: Table, column: str, most: int) -> tuple[tuple[str, int], ...]:
    return tuple(table.frame[column].drop_nulls().value_counts(sort=True, name="count").head(most).rows())


def pairs(table: Table, first: str, second: str) -> tuple[tuple[str, str], ...]:
    """Return the different pairs of two columns, in file order; a record that lacks either is passed over."""
    both = table.frame.select(pl.col(first).alias("first"), pl.col(second).alias("second"))
    return tuple(both.drop_nulls().unique(maintain_order=True).rows())


def distinct_count(table: Table, column: str) -> int:
    """Return how many different texts a column holds."""
    return table.once("distinct_count", column, None, lambda: table.frame[column].drop_nulls().n_unique())


def text_at(table: Table, column: str, record: int) -> str | None:
    """Return the text of one cell."""
    return table.frame[column][record]  # type: ignore[no-any-return]


def row_of(table: Table, record: int) -> int | None:
    """Return the row of a record as a spreadsheet shows it."""
    return sheets.shown(table.parts, table.rows[record])


def sheet_of(table: Table, record: int) -> str | None:
    """Return the sheet or file that a record comes from, None where there is only one."""
    return sheets.name_of(table.parts, table.rows[record]) if table.parts else None


def rows_of(table: Table, records: Sequence[int]) -> list[int | None]:
    """Return the rows of some records as a spreadsheet shows them."""
    return sheets.numbers(table.parts, table.rows.gather(list(records))).to_list() if len(records) else []


def containing(table: Table, needle: str, column: str | None = None) -> pl.Series:
    """Return the records in which a text occurs, case ignored, in one column or in any."""
    names = [column] if column else list(table.columns)
    found = [pl.col(name).str.to_lowercase().str.contains(needle.lower(), literal=True) for name in names]
    return table.frame.select(pl.any_horizontal(found).alias("found"))["found"].fill_null(False).arg_true().cast(ROW)


def sorted_records(table: Table, column: str, *, down: bool = False) -> pl.Series:
    """Return the records in the order of one column's text: numbers as numbers, empty ones last."""
    text = table.frame[column]
    number = text.cast(pl.Float64, strict=False)
    keys = number if number.null_count() == text.null_count() else text
    return keys.arg_sort(descending=down, nulls_last=True).cast(ROW)
