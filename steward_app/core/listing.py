"""The list of single findings: one line for each cell, in row order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from .feeding import raw_at
from .findings import Key, Problems
from .mapping import Mapping as Fed
from .table import ROW, Table

LINE = {"row": ROW, "column": pl.String, "field": pl.String, "check": pl.String, "severity": pl.String,
        "value": pl.String, "suggestion": pl.String}


def listed(problems: Iterable[Problems], table: Table, mapping: Fed,
           suggestions: Mapping[Key, Mapping[str, str]]) -> pl.DataFrame:
    """Return one line for each finding, sorted by row; those about the whole table, without a row, come first."""
    parts = [lines_of(problem, table, mapping, suggestions.get(problem.key, {})) for problem in problems]
    whole = pl.concat(parts) if parts else pl.DataFrame(schema=LINE)
    return whole.sort("row", nulls_last=False, maintain_order=True)


def lines_of(problem: Problems, table: Table, mapping: Fed, suggestions: Mapping[str, str]) -> pl.DataFrame:
    """Return the lines of one problem."""
    field, records = problem.rule.field, problem.records()
    feed = mapping.feed(field or "")
    column = problem.column or (feed.joined if feed and feed.feeds else None)
    said = {"column": column if problem.mask is not None else None, "field": field, "check": problem.check.id,
            "severity": str(problem.severity)}
    if problem.mask is None:
        return pl.DataFrame({"row": [None], **{k: [v] for k, v in said.items()}, "value": [None],
                             "suggestion": [None]}, schema=LINE)
    rows, values = table.rows.gather(records), values_of(problem, table, mapping, records)
    frame = pl.DataFrame({"row": rows, "value": values})
    suggestion = pl.col("value").replace_strict(dict(suggestions), default=None, return_dtype=pl.String) \
        if suggestions else pl.lit(None, pl.String)
    constants = {name: pl.lit(value, pl.String) for name, value in said.items()}
    return frame.with_columns(**constants, suggestion=suggestion).select(list(LINE)).cast(LINE)  # type: ignore[arg-type]


def values_of(problem: Problems, table: Table, mapping: Fed, records: pl.Series) -> pl.Series:
    """Return the text of the marked cells, as the source has it."""
    field = problem.rule.field
    if problem.column:
        return table.cells(problem.column, records).alias("value")
    if field and mapping.fed(field):
        return raw_at(table, mapping, field, records).alias("value")
    return pl.Series("value", [None], dtype=pl.String).new_from_index(0, len(records))
