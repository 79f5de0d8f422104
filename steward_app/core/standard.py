"""The table seen through the mapping: typed columns by field name, recomputed and never edited."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

import polars as pl

from .beside import beside
from .coded import coded, repetitive
from .feeding import as_it_stands, raw_text, there_only, with_originals
from .judging import Judged, judge, looked_for, nothing_wrong
from .progress import SILENT, Progress
from .table import ROW, Table, records_of, scattered
from .text import Text
from .types import TAUGHT, of
from .view import FAULT, RAW, TEXT, View

PIECE = 262_144
SAMPLE, VARIED = 5_000, 0.95
READING = Text("Reading the columns", "Lecture des colonnes")
# Given a view, a field, texts of it that are no plain form, and its values: what the column teaches by all it was given.
Evidence = Callable[[View, str, pl.Series, pl.Series], dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Standard:
    """The columns of every fed field, as View describes them, over the rows of one table.

    Nothing is copied that need not be: where a reading changes nothing, `name|text` is the source's own column.
    """

    table: Table
    frame: pl.DataFrame

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
        fields = {name: begun[name]() for name in progress.over(names, READING, len(names))}
    columns: list[pl.Series] = []
    for name, judged in fields.items():
        columns += [judged.value.alias(name), judged.text.alias(name + TEXT), raws[name].alias(name + RAW),
                    judged.fault.alias(name + FAULT)]
    frame = pl.DataFrame(aligned(columns)) if columns else pl.DataFrame(height=table.height)
    return Standard(table, frame), view.knowing(learned) if learn or evidence is not None else view


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


def plain_values(view: View, name: str, raw: pl.Series, progress: Progress) -> pl.Series | None:
    """Read the plain forms of a typed field, in pieces, so that it can be stopped; None where any text is a value."""
    expr = plain_value(view, name)
    if expr is None:
        return None
    frame = raw.alias(name).to_frame()
    pieces = []
    for start in range(0, max(frame.height, 1), PIECE):
        progress(READING, start, frame.height)
        pieces.append(frame.slice(start, PIECE).select(expr))
    return pl.concat(pieces, rechunk=False).to_series()


def plain_value(view: View, name: str) -> pl.Expr | None:
    """Return the expression that reads a field's plain form, None where any text is a value; built once a view."""
    if ("value", name) not in view.memo:
        field = view.field(name)
        value = of(field).value
        view.memo["value", name] = value and value(pl.col(name), field, view.read(name), view.learned).alias(name)
    found: pl.Expr | None = view.memo["value", name]
    return found


def read_field(view: View, name: str, raw: pl.Series, learned: dict[tuple[str, str], Any], learn: bool,
               evidence: Evidence | None = None, progress: Progress = SILENT) -> Judged:
    """Read one field; where its column holds few different texts, each is read once. Raises Cancelled."""
    if not repetitive(raw):
        return one_field(view, name, raw, plain_values(view, name, raw, progress), learned, learn, evidence)
    own = coded(raw)
    once = one_field(view, name, own.texts, plain_values(view, name, own.texts, progress), learned, learn, evidence)
    fault = own.spread(once.fault).fill_null(0) if once.fault.max() else zeros(len(raw))
    return Judged(own.spread(once.value), raw if once.text is own.texts else own.spread(once.text), fault)


def one_field(view: View, name: str, raw: pl.Series, value: pl.Series | None, learned: dict[tuple[str, str], Any],
              learn: bool, evidence: Evidence | None = None) -> Judged:
    """Read one field: plain forms are there already, only what failed is looked at, once per distinct text."""
    field, records = view.field(name), failed(view, name, raw, value)
    if learn or evidence is not None:
        for what in TAUGHT:
            learned.pop((what, name), None)
    if evidence is not None:
        taught = evidence(view, name, raw.gather(records), raw if value is None else value)
        learned.update({(what, name): fact for what, fact in taught.items()})
    if not len(records):
        return measured(view, name, nothing_wrong(raw, value))
    texts = raw.gather(records)
    distinct = texts if varied(texts) else texts.unique(maintain_order=False)
    if learn and evidence is None:
        taught = of(field).learn(distinct, raw if value is None else value, field, view.read(name))
        learned.update({(what, name): fact for what, fact in taught.items()})
    verdicts = judge(view, name, distinct, learned)
    if distinct is not texts:
        verdicts = texts.alias("from").to_frame().join(verdicts, on="from", how="left", maintain_order="left")
    return measured(view, name, put_back(raw, value, records, verdicts))


def varied(texts: pl.Series) -> bool:
    """Tell whether most texts differ, by a sample: then looking each one up costs more than judging it twice."""
    return texts.head(SAMPLE).n_unique() > VARIED * min(len(texts), SAMPLE)


def failed(view: View, name: str, raw: pl.Series, value: pl.Series | None) -> pl.Series:
    """Return the records whose text is no plain form, or is a word that needs a second look."""
    words = looked_for(view, name)
    if value is None:
        return records_of(raw.is_in(words))
    bad = value.is_null() & raw.is_not_null() if value.null_count() != raw.null_count() else None
    if words:
        hit = raw.is_in(words)
        bad = hit if bad is None else bad | hit
    return records_of(bad) if bad is not None else pl.Series([], dtype=pl.UInt32)


def put_back(raw: pl.Series, value: pl.Series | None, records: pl.Series, verdicts: pl.DataFrame) -> Judged:
    """Write what the distinct texts turned out to be into the columns."""
    base = raw if value is None else value
    changed = bool((verdicts["to"].ne_missing(verdicts["from"])).any())
    fault = scattered(zeros(len(raw)), records, verdicts["fault"])
    values = verdicts["value"].cast(base.dtype)
    kept = base if base.gather(records).equals(values) else scattered(base, records, values)
    return Judged(kept, scattered(raw, records, verdicts["to"]) if changed else raw, fault)


def zeros(height: int) -> pl.Series:
    """Return a column that says: nothing wrong."""
    return pl.Series("fault", [0], dtype=pl.UInt8).new_from_index(0, height)


def measured(view: View, name: str, judged: Judged) -> Judged:
    """Convert a field from feet or inches where the mapping says so; its text becomes the metric number."""
    unit = view.read(name).unit
    if unit is None or view.field(name).type not in ("number", "integer"):
        return judged
    places = 0 if view.field(name).type == "integer" else 4
    metric = (judged.value * {"ft2": 0.09290304, "in": 2.54}[unit]).round(places)
    written = metric.cast(pl.Decimal(38, 4), strict=False).cast(pl.String).str.replace(r"\.?0+$", "")
    text = pl.select(pl.coalesce(written, judged.text)).to_series()
    return Judged(metric.cast(judged.value.dtype), text, judged.fault)
