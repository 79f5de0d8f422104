"""Text in columns of fixed width: blanks at the same places in every line part the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from ..core.grid import Grid

FEWEST, SHARE, GAP, TITLES = 3, 0.98, 2, 12


@dataclass(frozen=True)
class Places:
    """Where columns begin and end, and which lines they part: a title above or notes below may run across them."""

    columns: list[tuple[int, int]]
    first: int = 0
    last: int | None = None


def places(lines: Sequence[str]) -> Places | None:
    """Return the columns of text of fixed width, in all lines or in those between blank ones; None where there are none.

    A part with more columns than all lines together have is the table: a title runs across their gaps.
    """
    blanks = [at for at, line in enumerate(lines) if not line.strip()]
    starts = [0, *(at + 1 for at in blanks if at < TITLES)]
    ends: list[int | None] = [None, *blanks[-1:]]
    found = [Places(columns, start, end) for start in starts for end in ends
             if (end is None or end - start > FEWEST) and (columns := stops(lines[start:end]))]
    return max(found, key=lambda part: (len(part.columns), -part.first, part.last is None), default=None)


def stops(lines: Sequence[str]) -> list[tuple[int, int]] | None:
    """Return where the columns begin and end; None where the lines are not of fixed width.

    A gap between columns is blank in nearly every line. At least three lines, two columns, and lines about as long.
    """
    filled = [line.rstrip() for line in lines if line.strip() and not set(line.strip()) <= set("-=+| ")]
    if len(filled) < FEWEST:
        return None
    width = max(len(line) for line in filled)
    if width > 5000 or sum("\t" in line for line in filled):
        return None
    used = [sum(at < len(line) and line[at] != " " for line in filled) for at in range(width)]
    empty = [count <= (1 - SHARE) * len(filled) for count in used]
    starts = [at for at in range(width) if not empty[at] and (at == 0 or empty[at - 1]) and _parts(filled, empty, at)]
    ends = [*starts[1:], width]
    if len(starts) < 2 or not _gaps(filled, starts):
        return None
    return list(zip([0, *starts[1:]], ends, strict=True))


def _parts(lines: Sequence[str], empty: Sequence[bool], at: int) -> bool:
    """Tell whether a column begins here: after two blanks, or after one that full cells stand before, under a heading."""
    if at < GAP or empty[at - 2]:
        return True
    end = next((after for after in range(at, len(empty)) if empty[after]), len(empty))
    if not lines[0][at:end].strip():
        return False
    return sum(line[at - 2:at - 1].strip() != "" for line in lines) >= 0.6 * len(lines)


def _gaps(lines: Sequence[str], starts: Sequence[int]) -> bool:
    """Tell whether the gaps are real ones: two blanks or more in most lines, at most of the column starts."""
    wide = sum(any(line[max(0, start - GAP):start] == " " * GAP for line in lines if start <= len(line))
               for start in starts[1:])
    padded = sum("  " in line.strip() for line in lines)
    return wide >= 0.6 * (len(starts) - 1) and padded >= 0.6 * len(lines)


def grid(lines: Sequence[str], found: Places) -> Grid:
    """Cut lines at the given places; a ruler of dashes under the headings becomes a blank row, a title stays whole."""
    text = pl.Series("line", lines, dtype=pl.String).to_frame()
    ruler = pl.col("line").str.contains(r"^[\s\-=+|]*$")
    at = pl.int_range(pl.len())
    inside = (at >= found.first) & (at < (len(lines) if found.last is None else found.last))
    cells = []
    for index, (start, end) in enumerate(found.columns):
        length = None if index == len(found.columns) - 1 else end - start
        apart = pl.col("line") if index == 0 else pl.lit(None, dtype=pl.String)
        cell = pl.when(inside).then(pl.col("line").str.slice(start, length)).otherwise(apart).str.strip_chars()
        cells.append(pl.when(~ruler & (cell.str.len_bytes() > 0)).then(cell).alias(str(index)))
    return Grid.of(text.select(cells))
