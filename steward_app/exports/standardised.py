"""What was written otherwise than the source has it: by column and reason, with the lines of changes.csv as proof."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ..core.package import Package
from ..core.text import Text


@dataclass(frozen=True)
class Done:
    """Cells of one column changed for one reason: one example, and the first and last of its lines in changes.csv."""

    column: Text
    why: Text
    cells: int
    first: int
    last: int
    before: str
    after: str

    def as_json(self) -> dict[str, object]:
        """Return the shape of report.json; cell values stay in changes.csv."""
        return {"column": self.column.to("en"), "cells": self.cells, "lines": [self.first, self.last],
                **self.why.as_json()}


def standardised(package: Package) -> tuple[Done, ...]:
    """Return what was standardised, in the order of changes.csv (whose first change is on line 2)."""
    groups = package.changes.group_by("column", "why_en", "why_fr", maintain_order=True).agg(
        pl.len().alias("cells"), pl.col("before").first(), pl.col("after").first())
    siblings = {item.original for item in package.schema.fields}  # a field's own words are kept beside it, as they stand
    titles = {column.sources: column.title for column in package.columns if column.name not in siblings}
    titles |= {column.sources: column.title for column in package.columns if column.sources not in titles}
    found, line = [], 2
    for column, why_en, why_fr, cells, before, after in groups.iter_rows():
        key = tuple((column or "").split(" + "))
        title = titles.get(key) or next((t for k, t in titles.items() if column in k), Text(column or "", column or ""))
        found.append(Done(title, Text(why_en or "", why_fr or ""), cells, line, line + cells - 1,
                          before or "", after or ""))
        line += cells
    return tuple(found)
