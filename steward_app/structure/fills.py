"""Cells that a merge or a pivot left empty: filled where the steward accepts it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import polars as pl

from ..core.reading import Note, Proposal
from ..core.text import Text
from .sight import Sight
from .values import CODE, DATE, TEXT, is_year, kind

MERGED, DOWN = "fill_merged", "fill_down"
MERGED_NOTE = Text("{n} merged cells were read as one value and blanks.", "{n} cellules fusionnées laissent des vides.",
                   "{n} merged cell was read as one value and blanks.", "{n} cellule fusionnée laisse des vides.")
FILL = Text("Fill the blanks down?", "Recopier la valeur vers le bas?")
MERGED_WHY = Text("{n} merged cells hold one value for several rows.",
                  "{n} cellules fusionnées portent une valeur pour plusieurs lignes.",
                  "{n} merged cell holds one value for several rows.",
                  "{n} cellule fusionnée porte une valeur pour plusieurs lignes.")
DOWN_WHY = Text("“{header}” is written once for each group of rows, as in a pivot table.",
                "« {header} » est inscrit une seule fois par groupe de lignes, comme dans un tableau croisé dynamique.")
LOOK, FEWEST, MOST, SPARSE, ALMOST = 2000, 6, 6, 0.4, 0.02


@dataclass(frozen=True, eq=False)
class Filled:
    """A grid with blanks filled where that was accepted, what was proposed, and what to remark."""

    sight: Sight
    proposals: tuple[Proposal, ...] = ()
    notes: tuple[Note, ...] = ()


def fill(sight: Sight, keep: pl.Series) -> Filled:
    """Propose to fill the blanks of merged ranges and of pivot exports; do it where accepted."""
    merged = over_merges(sight, keep)
    down = over_groups(merged.sight, keep)
    return Filled(down.sight, merged.proposals + down.proposals, merged.notes)


def over_merges(sight: Sight, keep: pl.Series) -> Filled:
    """Fill merged ranges of the body with their value."""
    body = [item for item in sight.grid.merged
            if item.top >= sight.first and item.bottom > item.top and item.bottom < sight.grid.height and keep[item.top]]
    if not body:
        return Filled(sight)
    applied = MERGED in sight.asked.accepted
    proposal = Proposal(MERGED, (), MERGED_WHY.with_(n=len(body)), applied)
    frame = sight.grid.frame
    for item in body if applied else ():
        for index in range(item.left, min(item.right + 1, frame.width)):
            value = frame.item(item.top, item.left)
            at = pl.int_range(item.top, item.bottom + 1, dtype=pl.UInt32, eager=True)
            frame = frame.with_columns(frame.to_series(index).clone().scatter(at, value))
    note = () if applied else (Note("F07", MERGED_NOTE.with_(n=len(body)), FILL),)
    return Filled(replace(sight, grid=replace(sight.grid, frame=frame)), (proposal,), note)


def over_groups(sight: Sight, keep: pl.Series) -> Filled:
    """Fill the first columns down where each group of rows names its group once."""
    columns = grouped(sight, keep)
    if not columns:
        return Filled(sight)
    applied = DOWN in sight.asked.accepted
    proposals = tuple(Proposal(DOWN, (), DOWN_WHY.with_(header=sight.names[index] or str(index + 1)), applied)
                      for index in columns)
    if not applied:
        return Filled(sight, proposals)
    body = keep & (pl.int_range(0, keep.len(), eager=True) >= sight.first)
    filled = [pl.when(body).then(pl.when(body).then(pl.col(str(index))).fill_null(strategy="forward"))
              .otherwise(pl.col(str(index))).alias(str(index)) for index in columns]
    frame = sight.grid.frame.with_columns(body.alias("\0body")).with_columns(filled).drop("\0body")
    return Filled(replace(sight, grid=replace(sight.grid, frame=frame)), proposals)


def grouped(sight: Sight, keep: pl.Series) -> list[int]:
    """Return the first columns that look like those of a pivot: each names its group once, where the group begins."""
    frame = sight.grid.frame.slice(sight.first, LOOK).filter(keep.slice(sight.first, LOOK))
    if frame.height < FEWEST or not sight.header:
        return []
    nulls = [series.null_count() for series in frame.iter_columns()]
    if nulls[-1] > SPARSE * frame.height or min(nulls) > ALMOST * frame.height:
        return []
    found: list[int] = []
    outer: list[str | None] = []
    for index in range(min(MOST, frame.width - 1)):
        cells = frame.to_series(index).to_list()
        if not nulls[index] or not (_within(cells, outer) if found else _like_groups(cells)):
            break
        found.append(index)
        outer = cells
    return found


def _like_groups(cells: Sequence[str | None]) -> bool:
    """Tell whether a column begins filled, is mostly empty, and names things, none twice in a row.

    Its names come once each, or again in the same order: years under one title and under the next.
    """
    filled = [cell for cell in cells if cell]
    if not cells[0] or not 2 <= len(filled) <= 0.6 * len(cells) or not _names(filled):
        return False
    pairs = Counter(pairwise(filled))
    if any(first == second for first, second in pairs):
        return False
    usual = {first: max(count for (one, _), count in pairs.items() if one == first) for first, _ in pairs}
    return len(set(filled)) >= 0.9 * len(filled) or (len(set(filled)) > 2 and sum(usual.values()) >= 0.8 * (len(filled) - 1))


def _within(cells: Sequence[str | None], outer: Sequence[str | None]) -> bool:
    """Tell whether a column names groups inside those of the column before: each of them begins with one, none comes twice."""
    filled = [cell for cell in cells if cell]
    if any(above and not cell for cell, above in zip(cells, outer, strict=True)) or not _names(filled):
        return False
    groups = accumulate((bool(above) for above in outer), initial=0)
    named = [(group, cell) for group, cell in zip(list(groups)[1:], cells, strict=True) if cell]
    return len(set(named)) >= 0.9 * len(named) and not any(first == second for first, second in pairwise(named))


def _names(filled: Sequence[str]) -> bool:
    """Tell whether texts, codes, dates or years fill a column."""
    return sum(kind(cell) in (TEXT, CODE, DATE) or is_year(cell) for cell in filled) >= 0.9 * len(filled)
