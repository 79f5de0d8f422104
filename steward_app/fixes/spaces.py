"""Blanks at the ends of texts."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from ..core.types.kind import trimmed, worked
from .proposal import Proposal, Together, counted, rewrites
from .wrong import Wrong, fix


def tidy(texts: pl.Series) -> pl.Series:
    """Take blanks of any kind off both ends; what stands within a text stays."""
    return worked(texts, trimmed(pl.col("text")), "after")


@fix("spaces", mends="V19", safe=True, named=Text("Remove extra spaces", "Enlever les espaces superflus"))
def spaces(wrong: Wrong) -> Proposal | None:
    """Propose each text without extra blanks; in a combined field each column is tidied where it holds them."""
    if wrong.column:
        return wrong.rewritten(tidy(wrong.texts))
    if wrong.feed.split:
        return None
    parts = []
    for column in wrong.feed.columns:
        values = counted(wrong.table.cells(column, wrong.records))
        found = rewrites(column, values, tidy(values["value"]), wrong.records)
        parts += [found] if found else []
    return Together(tuple(parts)) if parts else None


FIXES = (spaces,)
