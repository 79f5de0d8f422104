"""Every finding as one line of a table: for `--cells`, reports and a colleague's workbook."""

from __future__ import annotations

import polars as pl

from . import sheets
from .findings import Findings, Problems
from .progress import SILENT, Progress
from .standard import aligned, raw_columns
from .suggesting import beside, suggested
from .table import ROW, Table
from .text import Text
from .view import View

LISTING = Text("Listing the findings", "Liste des constats")
SCHEMA = {"record": ROW, "row": ROW, "column": pl.String, "field": pl.String, "check": pl.String,
          "severity": pl.String, "value": pl.String, "suggestion": pl.String}


def findings_frame(view: View, table: Table, findings: Findings, progress: Progress = SILENT) -> pl.DataFrame:
    """Return one line for each finding, in row order; those without a row come first. Columns as in SCHEMA.

    `view` is the one that came with the findings. `record` counts from 0, `row` is the row of the source sheet
    (null for a row typed in the app), `value` the text as the file has it.
    """
    problems = list(findings.problems.values())
    names = sorted({name for p in problems for name in (p.rule.field, beside(p)) if name and view.fed(name)})
    raws = dict(zip(names, aligned(list(raw_columns(view, table, names).values())), strict=True))
    parts = [lines(view, table, problem, raws) for problem in progress.over(problems, LISTING, len(problems))]
    if not parts:
        return pl.DataFrame(schema=SCHEMA)
    return pl.concat(parts).sort("record", nulls_last=False, maintain_order=True)


def lines(view: View, table: Table, problem: Problems, raws: dict[str, pl.Series]) -> pl.DataFrame:
    """Return the lines of one problem."""
    records = problem.records() if problem.mask is not None else pl.Series([None], dtype=ROW)
    value, there = value_of(table, problem, records, raws), raws.get(beside(problem) or "")
    other = there.gather(records) if there is not None else None
    frame = pl.DataFrame({"record": records, "row": row_numbers(table, problem, records), "value": value,
                          "suggestion": suggested(view, problem, value, other)})
    words = {"column": column_of(view, problem), "field": problem.rule.field, "check": problem.check.id,
             "severity": str(problem.severity)}
    return frame.with_columns(**{name: pl.lit(word, dtype=pl.String) for name, word in words.items()}).select(
        [pl.col(name).cast(kind) for name, kind in SCHEMA.items()])


def row_numbers(table: Table, problem: Problems, records: pl.Series) -> pl.Series:
    """Return the rows of the source, each as its sheet shows it."""
    return sheets.numbers(table.parts, table.rows.gather(records)) if problem.mask is not None else records


def value_of(table: Table, problem: Problems, records: pl.Series, raws: dict[str, pl.Series]) -> pl.Series:
    """Return the text that each finding speaks of, null where it speaks of none."""
    source = raws.get(problem.rule.field or "")
    if source is None and problem.column is not None and problem.column in table.columns:
        source = table.frame[problem.column]
    if source is None or problem.mask is None:
        return pl.Series("value", [None], dtype=pl.String).new_from_index(0, len(records))
    return source.gather(records).alias("value")


def column_of(view: View, problem: Problems) -> str | None:
    """Return the column a problem stands in, as `check --json` names it."""
    if problem.column is not None:
        return problem.column
    feed = view.feed(problem.rule.field or "")
    return feed.joined if feed is not None and feed.feeds else None
