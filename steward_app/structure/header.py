"""Which rows are the headings: titles above, one to four rows, or none at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..core.grid import Merged
from ..core.text import Text
from . import languages
from .units import are_units
from .values import CODE, DATE, EMPTY, NUMBER, PLACE, TEXT, is_year, kind, kinds, usual_kind

Row = Sequence[str | None]
LOOK, MOST_ROWS, CELLS, TITLE, STEPS, WORDS = 60, 4, 60_000, 8, 20, 5

FIRST = Text("Row 1 holds the headings.", "La ligne 1 contient les en-têtes.")
BELOW = Text("Row {row}: {filled} of {columns} cells are text and unlike the rows below.",
             "Ligne {row} : {filled} cellules sur {columns} sont du texte et diffèrent des lignes suivantes.")
SEVERAL = Text("Rows {row} to {last} are one heading each: they are joined.",
               "Les lignes {row} à {last} forment ensemble les en-têtes : elles sont réunies.")
NONE = Text("The first row looks like the rows below: there are no headings.",
            "La première ligne ressemble aux suivantes : il n’y a pas d’en-têtes.")
CHOSEN = Text("Chosen by you.", "Votre choix.")
_NAME = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]*)+|[A-Z]{2,}(?:_[A-Z0-9]+)*|(?i:id|no|name|nom|date|"
                   r"address|adresse|type|city|ville|status|statut|year|année|code|latitude|longitude|description)")
_YEARLY = re.compile(r"\s*(?:1[89]|20)\d{2}(?:\s*[-/–]\s*\d{2,4})?\s*(?:[%$#(].*)?$")


@dataclass(frozen=True)
class Header:
    """The positions of the header rows in the grid, and why."""

    at: tuple[int, ...]
    reason: Text
    sure: float = 1.0


def propose(head: Sequence[Row], fills: Sequence[int], merged: Sequence[Merged] = ()) -> Header:
    """Find the header rows among the first rows of a grid, of which `fills` counts the filled cells."""
    start = first_full(fills)
    if start is None:
        return Header((), NONE)
    start = below_title(head, fills, below_prose(head, fills, start))
    look = max(8, min(LOOK, CELLS // max(1, len(head[start]))))
    body = [row for row, fill in zip(head[start + 1:], fills[start + 1:], strict=False) if fill][:look]
    sure = likeness(head[start], body)
    if sure < 0 and start and fills[start - 1] and likeness(head[start - 1], [head[start], *body]) > 0.3:
        return Header((start - 1,), FIRST if start == 1 else BELOW.with_(
            row=start, filled=fills[start - 1], columns=len(head[start])), sure)
    if sure < 0:
        return Header((), NONE, -sure)
    rows = (*groups_above(head, fills, start, merged), *range(start, start + deep(head, fills, start)))
    if len(rows) > 1:
        reason = SEVERAL.with_(row=rows[0] + 1, last=rows[-1] + 1)
    elif rows[0] == 0:
        reason = FIRST
    else:
        texts = sum(kind(cell) == TEXT for cell in head[start])
        reason = BELOW.with_(row=start + 1, filled=texts, columns=len(head[start]))
    return Header(rows, reason, sure)


def below_title(head: Sequence[Row], fills: Sequence[int], start: int) -> int:
    """Return the row of headings a few rows below a title of several cells, else the same row.

    It is as full as any, and twice as full as the title or apart from it by a blank row.
    """
    fullest = max(fills)
    for at in range(start + 1, min(start + TITLE, len(fills))):
        apart = 0 in fills[start + 1:at] and max(fills[start + 1:at]) <= 1 and fills[at] > fills[start]
        if fills[at] == fullest and (fills[at] >= 2 * fills[start] or apart):
            below = [row for row, fill in zip(head[at + 1:], fills[at + 1:], strict=False) if fill][:LOOK]
            if not below or not all(kind(cell) in (TEXT, EMPTY) or is_year(cell) for cell in head[at]):
                return start
            rival = likeness(head[start], [head[at], *below]) if fills[at] < 2 * fills[start] else 0
            return at if likeness(head[at], below) > max(0, rival) else start
    return start


def below_prose(head: Sequence[Row], fills: Sequence[int], start: int) -> int:
    """Return the row of headings below sentences that were cut at their commas and end in a blank row; else the same row."""
    blank = next((at for at in range(start, min(start + LOOK, len(fills))) if not fills[at]), None)
    at = next((row for row in range(blank, len(fills)) if fills[row]), None) if blank is not None else None
    if at is None or fills[at] < max(fills) or max(fills[start:blank]) >= fills[at] or not all(is_prose(row) for row in head[start:blank]):
        return start
    below = [row for row, fill in zip(head[at + 1:], fills[at + 1:], strict=False) if fill][:LOOK]
    return at if below and likeness(head[at], below) > 0 else start


def is_prose(row: Row) -> bool:
    """Tell whether the cells of a row read as one sentence: five words at least, and no cell that is a number or a date."""
    cells = [cell.strip() for cell in row if cell and cell.strip()]
    return sum(len(cell.split()) for cell in cells) >= WORDS and not any(kind(cell) in (NUMBER, DATE, CODE) for cell in cells)


def first_full(fills: Sequence[int]) -> int | None:
    """Return the first row as full as rows of the table usually are; None where nothing is filled."""
    filled = [fill for fill in fills if fill]
    if not filled:
        return None
    lower = sorted(filled[len(filled) // 3:])
    usual = lower[len(lower) // 2]
    need = max(1, min(2, usual), round(0.6 * usual))
    found = next((at for at, fill in enumerate(fills) if fill >= need), None)
    return found if found is not None else next(at for at, fill in enumerate(fills) if fill)


def likeness(row: Row, body: Sequence[Row]) -> float:
    """Return how much a row looks like headings over a body: above 0 it does, below 0 it is a record like the others."""
    body = [line for line in body if tuple(line) != tuple(row)]  # headings come back on every page
    if not body:
        return -0.5 if any(kind(cell) in (NUMBER, DATE) and not is_year(cell) for cell in row) else 1.0
    found = kinds(body)
    score, told = 0.0, 0
    years, steps = _years_apart(row), len(body) > 2 and in_steps(row) and not any(map(in_steps, body[:STEPS]))
    for index, cell in enumerate(row):
        column = [line[index] for line in body if index < len(line)]
        said = _column_says(cell, column, [line[index] for line in found if index < len(line)])
        if years and _YEARLY.match(cell or "") and not any(_YEARLY.match(value or "") for value in column):
            said = 0.5
        elif steps and kind(cell) == NUMBER:
            said = 0.3
        score, told = score + said, told + (said != 0)
    return score / told if told else 0.2


def in_steps(row: Row) -> bool:
    """Tell whether the numbers of a row are whole and rise by equal steps after one text: labels, as 1, 2, 3."""
    numbers = [int(cell) for cell in row if cell and kind(cell) == NUMBER and cell.strip().isdigit()]
    told = sum(bool(cell) and kind(cell) == NUMBER for cell in row)
    steps = {second - first for first, second in pairwise(numbers)}
    return len(numbers) == told >= 3 and len(steps) == 1 and min(steps) > 0 and kind(row[0]) == TEXT \
        and sum(bool(cell) for cell in row) - told <= 2


def _years_apart(row: Row) -> bool:
    """Tell whether a row holds two years or more, each once: labels of columns."""
    years = [cell for cell in row if is_year(cell)]
    return len(years) > 1 and len(set(years)) == len(years)


def _column_says(cell: str | None, column: Sequence[str | None], below: Sequence[str]) -> float:
    """Return +1 where a cell is a heading of its column, −1 where it is one more of its values, 0 if unknown."""
    here, usual = kind(cell), usual_kind(below)
    if here == EMPTY or usual == EMPTY:
        return 0.0
    text = (cell or "").strip()
    if usual in (NUMBER, DATE, PLACE):
        if here == TEXT or (here == CODE and usual != CODE):
            return 1.0
        if here == NUMBER and is_year(cell):
            return 0.0 if sum(is_year(value) for value in column if value) * 2 < len(column) else -1.0
        return -1.0 if here == usual else 0.5
    if text in {(value or "").strip() for value in column}:
        return 0.0 if _NAME.fullmatch(text) else -0.6
    if here in (NUMBER, DATE, PLACE):
        return 0.3 if here not in below and len(column) > 2 else -0.2 if is_year(cell) else -0.8
    if usual == CODE and here == TEXT:
        return 0.8
    return 0.5 if _NAME.fullmatch(text) else 0.05 if len(text) < 60 else -0.3


def deep(head: Sequence[Row], fills: Sequence[int], start: int) -> int:
    """Return how many rows, from the first header row on, are headings: text where the columns hold other kinds."""
    count = 1
    look = max(8, min(LOOK, CELLS // max(1, len(head[start]))))
    while count < MOST_ROWS and start + count < len(head):
        at = start + count
        body = [row for row, fill in zip(head[at + 1:], fills[at + 1:], strict=False) if fill][:look]
        if are_units([cell.strip() for cell in head[at] if cell and cell.strip()]) and not names_more(head[at], head[start]):
            break
        if not body or fills[at] * 2 < fills[start] or not _is_more_heading(head[at], head[start], body):
            break
        count += 1
    return count


def names_more(row: Row, above: Row) -> bool:
    """Tell whether a row of units names a column as well that the row above does not."""
    return any(cell and not (over or "").strip() and not are_units([cell.strip()]) for cell, over in zip(row, above, strict=True))


def _is_more_heading(row: Row, first: Row, body: Sequence[Row]) -> bool:
    """Tell whether a row is one more row of headings: unlike every column of numbers or dates below it."""
    if list(row) == list(first):
        return any(list(line) != list(first) for line in body)
    if any(row) and languages.says_again(first, row, body):
        return True
    found = kinds(body)
    against = with_it = 0
    for index, cell in enumerate(row):
        usual = usual_kind([line[index] for line in found if index < len(line)])
        here = kind(cell)
        if usual in (NUMBER, DATE, PLACE) and here != EMPTY:
            with_it += here == TEXT
            against += here == usual
        elif here in (NUMBER, DATE, PLACE) and usual != EMPTY and not is_year(cell):
            against += 1
    return with_it >= 2 and against == 0


def groups_above(head: Sequence[Row], fills: Sequence[int], start: int, merged: Sequence[Merged]) -> tuple[int, ...]:
    """Return the rows just above that name groups of columns: two cells or more, or one merged over columns inside."""
    rows: list[int] = []
    at = start - 1
    while at >= 0 and fills[at] and start - at < MOST_ROWS:
        row = head[at]
        where = [index for index, cell in enumerate(row) if cell and cell.strip()]
        spans = any(item.top == at and item.right > item.left and item.left > 0 for item in merged)
        texts = all(kind(row[index]) == TEXT or is_year(row[index]) for index in where)
        packed = where == list(range(len(where)))  # a title in the first cells, not groups over the columns
        groups = (not packed and where[-1:] > [1]) or over_years(head, fills, at, where)
        if not ((len(where) >= 2 and groups and texts and _short(row, where)) or spans):
            break
        rows.insert(0, at)
        at -= 1
    return tuple(rows)


def over_years(head: Sequence[Row], fills: Sequence[int], at: int, where: Sequence[int]) -> bool:
    """Tell whether a row names its first column and the years to the right of it, as tables of Statistics Canada do."""
    years = [cell for cell in head[at + 1][1:] if cell]
    own = [head[at][index] or "" for index in where]
    return len(where) == 2 and len(years) > 1 and all(map(is_year, years)) and not own[0].rstrip().endswith(":") \
        and (at == 0 or not fills[at - 1])


def _short(row: Row, where: Sequence[int]) -> bool:
    return all(len(row[index] or "") < 60 for index in where)


def joined(rows: Sequence[Row], positions: Sequence[int], merged: Sequence[Merged] = ()) -> tuple[str, ...]:
    """Return the headings that several header rows make together.

    A group name runs over the columns to its right, as far as its merged range or the next group. Rows in two
    languages are parted by a stroke, others by a space.
    """
    if not rows:
        return ()
    if len(rows) == 1:
        return tuple(cell or "" for cell in rows[0])
    spread = [_spread(row, at, merged, below) for row, at, below in zip(rows, positions, [*rows[1:], None], strict=True)]
    between = " / " if len(rows) == 2 and languages.two(rows[0], rows[1]) else " "
    return tuple(_between(between, [part.strip() for part in parts if part and part.strip()])
                 for parts in zip(*spread, strict=True))


def _between(sign: str, parts: list[str]) -> str:
    """Join the parts of a heading; what is the same in both languages is said once."""
    return parts[0] if sign == " / " and len(set(parts)) == 1 else sign.join(parts)


def _spread(row: Row, at: int, merged: Sequence[Merged], below: Row | None) -> list[str | None]:
    """Return a row of headings whose groups run to the right: in a sparse row all, in another those with headings below."""
    cells = list(row)
    for item in merged:
        if item.top <= at <= item.bottom and item.left < len(cells) and at == item.top:
            for index in range(item.left, min(item.right + 1, len(cells))):
                cells[index] = row[item.left]
    sparse = sum(bool(cell) for cell in row) * 3 < 2 * len(row)
    if below is not None and not any(item.top <= at <= item.bottom for item in merged):
        for index in range(1, len(cells)):
            if sparse or (below[index - 1] and below[index]):
                cells[index] = cells[index] or cells[index - 1]
    return cells
