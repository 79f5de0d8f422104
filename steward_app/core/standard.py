"""The table seen through the mapping: typed columns by field name, recomputed and never edited."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Any

import polars as pl

from .beside import beside
from .feeding import as_it_stands, raw_text, there_only, with_originals
from .fieldread import PIECE, READING, Evidence, Once, columns_of, read_field
from .progress import SILENT, Progress
from .table import ROW, Table
from .view import FAULT, RAW, TEXT, View


@dataclass(frozen=True, eq=False)
class Standard:
    """The columns of every fed field, as View describes them, over the rows of one table.

    Nothing is copied that need not be: where a reading changes nothing, `name|text` is the source's own column.
    `once` holds the fields of few different texts a second time, one row a text.
    """

    table: Table
    frame: pl.DataFrame
    once: Mapping[str, Once] = field(default_factory=dict)

    @property
    def height(self) -> int:
        """How many records."""
        return self.table.height

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it holds, in the mapping's order."""
        return tuple(name for name in self.frame.columns if name + TEXT in self.frame.columns)

    def value(self, name: str) -> pl.Series:
        """Return the typed values of a field, null where empty or unreadable."""
        return self.frame[name]

    def text(self, name: str) -> pl.Series:
        """Return the text of a field after the mapping's reading: plain form where it is readable, null where empty."""
        return self.frame[name + TEXT]

    def raw(self, name: str) -> pl.Series:
        """Return the text of a field before the mapping's reading."""
        return self.frame[name + RAW]

    def fault(self, name: str) -> pl.Series:
        """Return what makes each text unreadable, as a number of `types.FAULTS`; 0 where nothing does."""
        return self.frame[name + FAULT]

    def percentile(self, name: str, share: float) -> Any:
        """Return the value that this share of a field's values does not go beyond; None where it has no value."""
        values = self.value(name).drop_nulls()
        return values.top_k(beyond(len(values), share)).min() if len(values) else None

    def piece(self, start: int, length: int) -> Standard:
        """Return some consecutive records of it."""
        return Standard(part_of(self.table, start, length), self.frame.slice(start, length))


def beyond(count: int, share: float) -> int:
    """Return how many of the largest of some values there are from a percentile on (the nearest of them, itself among)."""
    return count - int(share * (count - 1) + 0.5)


def part_of(table: Table, start: int, length: int) -> Table:
    """Return some consecutive records of a table."""
    index = pl.col("index")
    ragged = table.ragged.filter(index.is_between(start, start + length - 1)).with_columns(index - start) \
        if table.ragged.height else table.ragged
    return replace(table, frame=table.frame.slice(start, length), rows=table.rows.slice(start, length), ragged=ragged)


def rows_of(table: Table, records: pl.Series) -> Table:
    """Return some records of a table, in the order given."""
    if len(records) == 1:
        return part_of(table, records[0], 1)
    place = pl.DataFrame({"index": records, "place": pl.int_range(len(records), dtype=ROW, eager=True)})
    ragged = table.ragged.join(place, on="index").with_columns(pl.col("place").alias("index")).drop("place") \
        if table.ragged.height else table.ragged
    return replace(table, frame=table.frame[records], rows=table.rows.gather(records), ragged=ragged)


def prepared(view: View, table: Table) -> View:
    """Return the view as this table allows it: feeds whose column is there, siblings fed, code lists at hand."""
    mapping = with_originals(view.schema, there_only(view.mapping, table.columns))
    lists = {("codes", item.name): view.schema.codes(item.name) for item in view.schema.fields}
    known = {key: found for key, found in lists.items() if found is not None}
    if mapping == view.mapping and known.keys() <= view.learned.keys():
        return view
    return replace(view, mapping=mapping, learned={**view.learned, **known})


def standard_of(view: View, table: Table, progress: Progress = SILENT, fields: Collection[str] | None = None,
                *, learn: bool = True, evidence: Evidence | None = None) -> tuple[Standard, View]:
    """See a table through the mapping; `fields` keeps to some fields. The view must be `prepared`.

    Returns the view too, with what the columns taught; with `learn` off it keeps what it knew. Where the table is a
    piece of another, `evidence` says what all pieces so far teach.
    """
    names = [name for name in view.mapping.fed_fields
             if name in view.schema.by_name and (fields is None or name in fields)]
    raws = dict(zip(names, aligned(list(raw_columns(view, table, names).values())), strict=True))
    learned: dict[tuple[str, str], Any] = dict(view.learned)
    unseen = Progress(stopped=progress.stopped)
    with beside(table.height) as later:
        begun = {name: later(read_field, view, name, raws[name], learned, learn, evidence, unseen) for name in names}
        seen = {name: begun[name]() for name in progress.over(names, READING, len(names))}
    columns = [column for name, (judged, _) in seen.items() for column in columns_of(name, raws[name], judged)]
    frame = pl.DataFrame(aligned(columns)) if columns else pl.DataFrame(height=table.height)
    once = {name: found for name, (_, found) in seen.items() if found is not None}
    return Standard(table, frame, once), view.knowing(learned) if learn or evidence is not None else view


def aligned(columns: list[pl.Series]) -> list[pl.Series]:
    """Return columns cut into the same chunks, sharing their memory; no chunk is longer than a piece.

    polars copies a whole frame before each `select` where the chunks of its columns differ.
    """
    layouts = {tuple(column.chunk_lengths()) for column in columns}
    if len(layouts) < 2 and all(length <= PIECE for layout in layouts for length in layout):
        return columns
    height = len(columns[0])
    ends = {end for layout in layouts for end in accumulate(layout)} | set(range(PIECE, height, PIECE)) | {height}
    bounds = list(pairwise(sorted(ends | {0})))
    return [cut(column, bounds) for column in columns]


def cut(column: pl.Series, bounds: list[tuple[int, int]]) -> pl.Series:
    """Return a column in chunks that begin and end at some records."""
    if column.chunk_lengths() == [end - start for start, end in bounds] or not bounds:
        return column
    return pl.concat([column.slice(start, end - start) for start, end in bounds], rechunk=False)


def raw_columns(view: View, table: Table, names: list[str]) -> dict[str, pl.Series]:
    """Return the raw text of each field; the source's own column where the feed changes nothing."""
    feeds = {name: view.mapping.fields[name] for name in names}
    made = [raw_text(feed).alias(name) for name, feed in feeds.items() if not as_it_stands(feed)]
    worked = table.frame.with_columns(made).select([item.meta.output_name() for item in made]) if made else None
    return {name: table.frame[feed.columns[0]] if as_it_stands(feed) or worked is None else worked[name]
            for name, feed in feeds.items()}
