"""One field read from its column: plain forms first, then what is wrong with the rest, each different text once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from .coded import Coded, coded, repetitive
from .judging import Judged, judge, looked_for, nothing_wrong
from .progress import SILENT, Progress
from .table import records_of, scattered
from .text import Text
from .types import TAUGHT, of
from .view import FAULT, RAW, TEXT, View

PIECE = 262_144
SAMPLE, VARIED = 5_000, 0.95
READING = Text("Reading the columns", "Lecture des colonnes")
# Given a view, a field, texts of it that are no plain form, and its values: what the column teaches by all it was given.
Evidence = Callable[[View, str, pl.Series, pl.Series], dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Once:
    """A field whose column holds few different texts: its columns with one row a text, and where records find theirs."""

    frame: pl.DataFrame
    own: Coded


def columns_of(name: str, raw: pl.Series, judged: Judged) -> list[pl.Series]:
    """Return the columns of a field that was read, as View names them."""
    return [judged.value.alias(name), judged.text.alias(name + TEXT), raw.alias(name + RAW), judged.fault.alias(name + FAULT)]


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
               evidence: Evidence | None = None, progress: Progress = SILENT) -> tuple[Judged, Once | None]:
    """Read one field; where its column holds few different texts, each is read once. Raises Cancelled."""
    if not repetitive(raw):
        return one_field(view, name, raw, plain_values(view, name, raw, progress), learned, learn, evidence), None
    own = coded(raw)
    once = one_field(view, name, own.texts, plain_values(view, name, own.texts, progress), learned, learn, evidence)
    judged = Judged(raw if once.value is own.texts else own.spread(once.value),
                    raw if once.text is own.texts else own.spread(once.text),
                    own.spread(once.fault) if once.fault.max() else zeros(len(raw)))
    return judged, Once(pl.DataFrame(columns_of(name, own.texts, once)), own)


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
