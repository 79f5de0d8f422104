"""Rows that add others up: at the top, in the middle or at the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from ..core.text import Text
from .sight import Leave, Sight
from .values import NUMBER, kind

REASON = Text("{n} rows look like totals.", "{n} lignes ressemblent à des totaux.",
              "Row {row} looks like a total.", "La ligne {row} ressemble à un total.")
WORD = re.compile(r"\W*(?:(?:grand|general|sub|overall|net|combined|all)[- ]*totals?|totals?|totaux|(?:grand|sous)[- ]tota(?:l|ux)|"
                  r"total g[ée]n[ée]ral|cumulati(?:f|ve)|(?:ensemble|somme|sum)(?=\W*$|\s*[:(]|\s+(?:of|de|des|du|d[’'])\b))"
                  r"(?:\b(?P<more>.*))?", re.IGNORECASE | re.DOTALL)
GROUP = re.compile(r"(?i)(?P<group>.+?)[-\s]+(?:sub-?)?total\W*")  # as a pivot table ends each group: “North Total”
SURE = re.compile(r"(?i)\W*(?:sub|sous|grand)[- ]*tota|\W*total g[ée]n[ée]ral")
BIG = 20_000
NEAR, NEAR_GROUP = 3, 5000


def propose(sight: Sight) -> list[Leave]:
    """Leave out rows whose first text is a word for total and whose other cells are numbers or empty."""
    at = tuple(row for row in candidates(sight) if row not in sight.gone and is_total(sight, row))
    return [Leave("total", at, REASON.with_(n=len(at), row=sight.called(at[0])))] if at else []


def candidates(sight: Sight) -> list[int]:
    """Return the rows that may be totals: in a big table those at both ends and the less full ones."""
    size = sight.stop - sight.first
    if size <= BIG:
        return begin_with_total(sight.grid.frame, pl.int_range(sight.first, sight.stop, eager=True))
    ends = [*range(sight.first, sight.first + 200), *range(sight.stop - 200, sight.stop)]
    body = sight.fill.slice(sight.first, size)
    less = (body * 3 < sight.usual * 2).arg_true() + sight.first
    return begin_with_total(sight.grid.frame, pl.concat([pl.Series(ends, dtype=pl.Int64), less.cast(pl.Int64)]).unique().sort())


def begin_with_total(frame: pl.DataFrame, rows: pl.Series) -> list[int]:
    """Return those of some rows that have a word for total in a first column."""
    names = frame.columns[:NEAR + 1]
    begins = r"(?i)^\W*(?:grand|general|sub|overall|net|combined|all|sous|total|totaux|ensemble|somme|sum|cumul)"
    pattern = begins + r"|\S[-\s]+(?:sub-?)?total\W*$"
    hit = pl.any_horizontal(pl.col(name).str.contains(pattern).fill_null(False) for name in names)
    return rows.filter(frame[rows].select(hit).to_series()).to_list()


def is_total(sight: Sight, at: int) -> bool:
    """Tell whether one row is a total; one as full as a record must also stand last, or add the others up."""
    row = sight.row(at)
    where = [index for index, cell in enumerate(row) if cell and cell.strip()]
    label = next((index for index in where if kind(row[index]) != NUMBER), None)
    said = WORD.fullmatch((row[label] or "").strip()) if label is not None and label <= NEAR else None
    group = said is None and label is not None and ends_group(sight, at, label)
    if label is None or (said is None and not group):
        return False
    before = sight.row(at - 1) if at > sight.first else ()
    others = [row[index] for index in where if index != label
              and not (index < len(before) and kind(row[index]) != NUMBER and row[index] == before[index])]
    numbers = sum(kind(cell) == NUMBER for cell in others)
    if numbers < len(others) - (len(others) > 3) or not _short((said and said.group("more")) or ""):
        return False
    if not others:
        return sight.usual > 2
    if group or len(where) < 0.8 * sight.usual or SURE.match(row[label] or ""):
        return True
    return _last(sight, at) or adds_up(sight, at, where)


def ends_group(sight: Sight, at: int, label: int) -> bool:
    """Tell whether a row names the group that the rows above it belong to, and the word total."""
    said = GROUP.fullmatch((sight.row(at)[label] or "").strip())
    if said is None:
        return False
    above = sight.grid.frame.to_series(label).slice(max(sight.first, at - NEAR_GROUP), min(NEAR_GROUP, at - sight.first)).drop_nulls()
    return above.len() > 0 and above[-1].strip().casefold() == said["group"].casefold()


def _short(more: str) -> bool:
    return len(more) < 60


def _last(sight: Sight, at: int) -> bool:
    """Tell whether nothing as full as a record follows."""
    after = sight.fill.slice(at + 1, max(0, sight.stop - at - 1))
    return not bool((after * 2 > sight.usual).any()) or bool(
        at + 1 < sight.stop and sight.fill[at + 1] == 0)


def adds_up(sight: Sight, at: int, where: Sequence[int]) -> bool:
    """Tell whether the row holds the sum of a column of the rows before it, or after it if it comes first."""
    for index in where[-4:]:
        value = _amount(sight.row(at)[index])
        if not value:
            continue
        column = sight.grid.frame.to_series(index)
        before = [_amount(cell) for cell in column.slice(max(sight.first, at - 2000), at - max(sight.first, at - 2000))]
        after = [_amount(cell) for cell in column.slice(at + 1, min(2000, sight.stop - at - 1))] if at - sight.first < 3 else []
        for part in (before, after):
            if len(part) > 1 and abs(sum(part) - value) <= 0.001 * abs(value):
                return True
    return False


def _amount(cell: str | None) -> float:
    bare = re.sub(r"[^\d.,-]", "", cell or "").replace(",", "")
    try:
        return float(bare)
    except ValueError:
        return 0.0
