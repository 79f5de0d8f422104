"""From columns to one field's raw text: combine, split, constant, and the sibling that keeps the source's own text."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from .mapping import Feed, Mapping, ReadAs
from .schema import Schema
from .table import Table


def with_originals(schema: Schema, mapping: Mapping) -> Mapping:
    """Feed the sibling of a field that has a value map from the same column, where nothing else feeds it.

    (schema-format.md §2, `original`)
    """
    for item in schema.fields:
        feed = mapping.feed(item.name)
        if feed is None or not (feed.feeds and feed.columns and feed.read.values):
            continue
        sibling = item.original or ""
        there = mapping.feed(sibling)
        if sibling in schema.by_name and (there is None or not (there.feeds or there.absent)):
            mapping = mapping.but(sibling, replace(feed, read=ReadAs(), why="original"))
    return mapping


def there_only(mapping: Mapping, columns: tuple[str, ...]) -> Mapping:
    """Take away the feeds that name a column which is not there: C01 or C02 speak of them. (schema-format.md §6)"""
    for name, feed in mapping.fields.items():
        if feed.feeds and not set(feed.columns) <= set(columns):
            mapping = mapping.but(name, None)
    return mapping


def raw_text(feed: Feed) -> pl.Expr:
    """Return the text that a feed gives, as an expression over the table's columns; null where empty."""
    if not feed.columns:
        return pl.lit(feed.constant or None, dtype=pl.String)
    if len(feed.columns) > 1:
        parts = [pl.col(name) for name in feed.columns]
        joined = pl.concat_str(parts, separator=" " if feed.combine is None else feed.combine, ignore_nulls=True)
        return pl.when(joined.str.len_bytes() > 0).then(joined)
    column = pl.col(feed.columns[0])
    if feed.split:
        part = column.str.split(feed.split).list.get(feed.part - 1, null_on_oob=True).str.strip_chars()
        return pl.when(part.str.len_bytes() > 0).then(part)
    return column


def as_it_stands(feed: Feed) -> bool:
    """Tell whether a feed passes one column's text on unchanged."""
    return len(feed.columns) == 1 and not feed.split


def raw_at(table: Table, mapping: Mapping, name: str, records: pl.Series) -> pl.Series:
    """Return the text that feeds a field in some records, before any reading."""
    feed = mapping.fields[name]
    sources = pl.DataFrame([table.cells(column, records) for column in dict.fromkeys(feed.columns)])
    text = sources.select(raw_text(feed).alias("raw"))["raw"]
    return text if len(text) == len(records) else text.new_from_index(0, len(records))
