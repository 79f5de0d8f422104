"""Rows that say nothing or say it twice, and cells that say too much."""

from __future__ import annotations

import polars as pl

from ..core.table import ROW
from ..core.text import Text
from .proposal import CHANGES, Proposal, Removal
from .wrong import Wrong, fix

EMPTY = Text("Remove empty rows", "Supprimer les lignes vides")
COPIES = Text("Keep one of each identical row", "Ne garder qu’une seule des lignes identiques")
PERSONAL = Text("Empty these cells", "Vider ces cellules")


@fix("empty-rows", mends="R01", safe=True, named=EMPTY)
def empty_rows(wrong: Wrong) -> Proposal | None:
    """Propose to take out rows in which no cell holds anything."""
    return removal(wrong.records)


@fix("copies", mends="R04", safe=False, named=COPIES)
def copies(wrong: Wrong) -> Proposal | None:
    """Propose to keep the first of each set of identical rows."""
    rows = wrong.table.frame[wrong.records]
    again = ~rows.select(pl.struct(pl.all()).is_first_distinct().alias("first"))["first"]
    return removal(wrong.records.filter(again))


@fix("empty-personal", mends="P01", safe=False, named=PERSONAL)
def empty_personal(wrong: Wrong) -> Proposal | None:
    """Propose to empty cells that look like personal information; the steward looks at each."""
    return wrong.rewritten(pl.Series("after", [""] * len(wrong.texts), dtype=pl.String))


def removal(records: pl.Series) -> Removal | None:
    """Propose to take records out."""
    if not len(records):
        return None
    line = pl.DataFrame({"before": [""], "after": [""], "count": [len(records)]}).cast(CHANGES)  # type: ignore[arg-type]
    return Removal(records.cast(ROW), line)


FIXES = (empty_rows, copies, empty_personal)
