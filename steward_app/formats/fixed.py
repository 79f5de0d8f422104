"""Text in columns of fixed width: blanks at the same places in every line part the cells."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from ..core.grid import Grid

FEWEST, SHARE, GAP = 3, 0.98, 2


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
    """Tell whether a column begins here: after two blanks, or after one that full cells stand before."""
    if at < GAP or empty[at - 2]:
        return True
    return sum(line[at - 2:at - 1].strip() != "" for line in lines) >= 0.6 * len(lines)


def _gaps(lines: Sequence[str], starts: Sequence[int]) -> bool:
    """Tell whether the gaps are real ones: two blanks or more in most lines, at most of the column starts."""
    wide = sum(any(line[max(0, start - GAP):start] == " " * GAP for line in lines if start <= len(line))
               for start in starts[1:])
    padded = sum("  " in line.strip() for line in lines)
    return wide >= 0.6 * (len(starts) - 1) and padded >= 0.6 * len(lines)


def grid(lines: Sequence[str], places: Sequence[tuple[int, int]]) -> Grid:
    """Cut lines at the given places; a ruler of dashes under the headings becomes a blank row."""
    text = pl.Series("line", lines, dtype=pl.String).to_frame()
    ruler = pl.col("line").str.contains(r"^[\s\-=+|]*$")
    cells = []
    for index, (start, end) in enumerate(places):
        length = None if index == len(places) - 1 else end - start
        cell = pl.col("line").str.slice(start, length).str.strip_chars()
        cells.append(pl.when(~ruler & (cell.str.len_bytes() > 0)).then(cell).alias(str(index)))
    return Grid.of(text.select(cells))
