"""Several tables one under another: the first is read, the others are named."""

from __future__ import annotations

from ..core.text import Text
from .notes import MARK
from .sight import Leave, Sight
from .totals import WORD
from .values import CODE, DATE, NUMBER, PLACE, TEXT, kinds, usual_kind

REASON = Text("Another table begins at row {row}; only the first one is read.",
              "Un autre tableau commence à la ligne {row}; seul le premier est lu.")
AROUND, NARROW, FEWEST = 30, 0.7, 4


def propose(sight: Sight) -> list[Leave]:
    """Leave out everything from the headings of a second table on."""
    at = second(sight)
    if at is None:
        return []
    rows = tuple(row for row in range(at, sight.grid.height) if sight.fill[row] and row not in sight.gone)
    return [Leave("other_table", rows, REASON.with_(row=sight.called(at)))] if rows else []


def second(sight: Sight) -> int | None:
    """Return where a second table begins: a row of other headings, after blank rows or over rows of another width."""
    if not sight.header:
        return None
    for at in after_gaps(sight):
        title = sight.fill[at] == 1 and at + 1 < sight.stop
        if is_heading(sight, at + title) or is_narrower(sight, at + title):
            return at
    return next((at for at in other_widths(sight) if is_heading(sight, at)), None)


def after_gaps(sight: Sight) -> list[int]:
    """Return the filled rows that follow a blank one inside the body, and are not thin, or titles of such."""
    body = sight.fill.slice(sight.first, max(0, sight.stop - sight.first))
    starts = ((body > 0) & (body.shift(1) == 0) & ((body > 1) | (body.shift(-1) > 1))).arg_true()
    return [row for at in starts if at and (row := sight.first + int(at)) not in sight.gone and row + 1 not in sight.gone]


def other_widths(sight: Sight) -> list[int]:
    """Return the rows whose count of cells differs from the header's, where the next one differs alike."""
    if sight.grid.widths is None:
        return []
    widths = sight.grid.widths
    own = int(widths[sight.header[-1]])
    body = widths.slice(sight.first, max(0, sight.stop - sight.first))
    other = ((body != own) & (body > 1) & (body.shift(-1) == body) & (body.shift(1) != body)).arg_true()
    return [sight.first + int(at) for at in other]


def is_heading(sight: Sight, at: int) -> bool:
    """Tell whether a row in the body reads as headings of what follows it."""
    row = list(sight.row(at))
    below = sight.grid.frame.slice(at + 1, AROUND).rows()
    found = kinds([row])[0]
    if any(item in (NUMBER, DATE, PLACE) for item in found) or sum(item in (TEXT, CODE) for item in found) < 2:
        return False
    if not below:
        return False
    under = kinds(below)
    hits = sum(usual_kind([line[index] for line in under]) in (NUMBER, DATE, PLACE)
               for index, item in enumerate(found) if item)
    own = set(sight.names)
    known = sum(bool(cell and cell in own) for cell in row)
    return hits >= 1 and (hits * 4 >= sum(bool(item) for item in found) or known >= 2)


def is_narrower(sight: Sight, at: int) -> bool:
    """Tell whether a block of rows up to the next blank one is a table of its own.

    Each row is as wide as the others and much narrower than the records, and unlike them where their columns hold
    numbers and dates.
    """
    end = next((row for row in range(at, min(at + AROUND, sight.stop)) if not sight.fill[row]), min(at + AROUND, sight.stop))
    block = [sight.row(row) for row in range(at, end)]
    spans = {max((index for index, cell in enumerate(row) if cell), default=-1) + 1 for row in block}
    if len(block) < 2 or len(spans) != 1 or not 2 <= (span := spans.pop()) <= NARROW * sight.usual:
        return False
    if any(MARK.match(row[0] or "") or WORD.fullmatch(row[0] or "") for row in block):
        return False
    body = kinds(sight.grid.frame.slice(sight.first, min(AROUND, at - sight.first)).rows())
    told = [index for index in range(span) if usual_kind([line[index] for line in body]) in (NUMBER, DATE, CODE, PLACE)]
    if not told and cut_short(sight, at, end, span):
        return True
    under = kinds(block)
    unlike = sum(any(row[index] == TEXT for index in told) for row in under)
    return all(item in (TEXT, CODE) for item in under[0][:span]) and unlike * 2 > len(block)


def cut_short(sight: Sight, at: int, end: int, span: int) -> bool:
    """Tell whether each row of a block ends after so many cells, though every record above it goes on to the last column."""
    widths = sight.grid.widths
    if widths is None or not sight.header:
        return False
    own = int(widths[sight.header[-1]])
    above = widths.slice(sight.first, at - sight.first).filter(sight.fill.slice(sight.first, at - sight.first) > 1)
    return bool((widths.slice(at, end - at) == span).all()) and above.len() >= FEWEST and bool((above >= own).all())
