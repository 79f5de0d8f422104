"""Headings that come back: on every page, or before each section."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from ..core.text import Text
from .sight import Leave, Sight

REASON = Text("{n} rows repeat the headings.", "{n} lignes répètent les en-têtes.",
              "{n} row repeats the headings.", "{n} ligne répète les en-têtes.")
_DIGITS = re.compile(r"\d+")


def propose(sight: Sight) -> list[Leave]:
    """Leave out rows that say what a header row says, in the same columns (four cells of five at least), and page titles."""
    found = set(sight.grid.again)
    for row in sight.header:
        found |= same(sight, row)
    found |= titles(sight) if found else set()
    at = tuple(sorted(found - sight.gone - set(sight.header)))
    return [Leave("repeated_header", at, REASON.with_(n=len(at)))] if at else []


def titles(sight: Sight) -> set[int]:
    """Return the rows of the body that say what a title above the headings says: every page begins with it."""
    above = {tuple(map(alike, sight.cells(row))) for row in range(min(sight.header, default=0)) if sight.fill[row]}
    return {row for row in sight.thin if tuple(map(alike, sight.cells(row))) in above}


def alike(title: str) -> str:
    """Return a title without its numbers: that of a page says which page it is."""
    return _DIGITS.sub("0", title)


def same(sight: Sight, row: int) -> set[int]:
    """Return the rows of the body that repeat a header row."""
    body = sight.grid.frame.slice(sight.first, max(0, sight.stop - sight.first))
    return {sight.first + int(index) for index in says_the_same(body, sight.row(row))}


def says_the_same(body: pl.DataFrame, row: Sequence[str | None]) -> pl.Series:
    """Return the rows of a frame that say what a header row says."""
    cells = [(str(index), cell.strip()) for index, cell in enumerate(row) if cell and cell.strip()]
    if len(cells) < 2:
        return pl.Series([], dtype=pl.UInt32)
    near = pl.any_horizontal(pl.col(name).eq_missing(pl.lit(cell)) for name, cell in cells[:2])
    at = body.select(near).to_series().arg_true()
    if not at.len() or at.len() * 2 > max(body.height, 2):
        return at.clear()  # what most rows say is no heading
    equal = pl.sum_horizontal((pl.col(name).str.strip_chars() == cell).fill_null(False).cast(pl.UInt32)
                              for name, cell in cells)
    return at.filter(body[at].select(equal >= max(2, round(0.8 * len(cells)))).to_series())
