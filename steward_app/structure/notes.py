"""Notes, sources and legends at the foot of a table."""

from __future__ import annotations

import re

from ..core.text import Text
from .sight import Leave, Sight
from .values import DATE, NUMBER, TEXT, kind, usual_kind

REASON = Text("{n} rows are notes.", "{n} lignes sont des notes.", "Row {row} is a note.", "La ligne {row} est une note.")
MARK = re.compile(r"(?i)\W*(?:notes?|sources?|remarques?|nota|n\.?b\.?|legend|l[ée]gende|footnotes?|disclaimer|avertissement|"
                  r"data (?:as of|current|source)|donn[ée]es|updated|mise? à jour|last (?:updated|modified)|prepared by|"
                  r"contact(?:ez)?|questions?|for (?:more|further)|pour (?:plus|en savoir)|e-?mail|courriel|"
                  r"generated|extracted|printed|run (?:date|on)|end of|fin d|©|copyright|page \d)\b")
SIGN = re.compile(r"\s*(?:\*+|†|‡|#|\(\d{1,2}\)|\d{1,2}[.)]|[¹²³⁴-⁹]|\.{1,3}\s|--)\s*\D")
COMMENT = re.compile(r"(?i)#+\s*[^\W\d]|page\s*:?\s*\d+(?:\s*(?:of|de|sur|/)\s*\d+)?\s*$")
HEAD = re.compile(r"(?i)\W*(?:(?:foot)?notes?|remarques?|nota|sources?|legend|l[ée]gende|symbols?|symboles|"
                  r"notes? (?:and|et) sources?)\s?:?\W*")
FOOT, LOOK = 400, 100


def propose(sight: Sight) -> list[Leave]:
    """Leave out the rows after the last record that hold one text or two and read like notes, and comments anywhere."""
    at, found = sight.stop - 1, []
    while at >= max(sight.first, sight.stop - FOOT):
        if sight.fill[at] and at not in sight.gone:
            if not is_note(sight, at):
                break
            found.append(at)
        at -= 1
    found += block(sight, set(found))
    found += [row for row in sight.thin if row not in sight.gone and row not in found and is_comment(sight, row)]
    rows = tuple(sorted(found))
    return [Leave("note", rows, REASON.with_(n=len(rows), row=sight.called(rows[0])))] if rows else []


def block(sight: Sight, known: set[int]) -> list[int]:
    """Return the rows of a block of notes at the foot: a row that begins one (`Notes:`), and poor rows to the end.

    Their sentences were cut at commas, or numbered in a cell of their own, so that each may fill several cells.
    """
    at, begun = sight.stop - 1, sight.stop
    rows: list[int] = []
    while at >= max(sight.first, sight.stop - FOOT):
        if sight.fill[at] and at not in sight.gone:
            if sight.fill[at] * 2 > sight.usual:
                break
            rows.append(at)
            begun = at if HEAD.fullmatch(sight.cells(at)[0]) and len(sight.cells(at)) == 1 else begun
        at -= 1
    return [row for row in rows if row >= begun and row not in known]


def is_comment(sight: Sight, at: int) -> bool:
    """Tell whether a row is a comment (a number sign, then words) or the number of a page."""
    return COMMENT.match(sight.cells(at)[0]) is not None


def is_note(sight: Sight, at: int) -> bool:
    """Tell whether a row is a note: few cells, and the words or the length of one."""
    cells = sight.cells(at)
    if not cells or sight.usual <= 1:
        return False
    if len(cells) > 2:
        return is_cut_up(sight, at)
    first = cells[0]
    marked = bool(MARK.match(first) or SIGN.match(first))
    if sight.usual == 2:
        return len(cells) == 1 and (marked or len(first) > 80)
    if len(cells) == 2 and not (marked or cells[0].endswith(":")):
        return False
    lone = len(cells) == 1 and sight.usual >= 3 and kind(first) not in (NUMBER, DATE)
    return marked or len(first) > 40 or lone


def is_cut_up(sight: Sight, at: int) -> bool:
    """Tell whether a row is a sentence cut at its commas.

    It begins as notes do, its cells stand side by side, and it is either less full than a record, or has words where
    the columns hold numbers and dates.
    """
    row = sight.row(at)
    where = [index for index, cell in enumerate(row) if cell and cell.strip()]
    first = (row[0] or "").strip()
    if where != list(range(len(where))) or not MARK.match(first) or not (":" in first or len(first) > 25):
        return False
    body = sight.grid.frame.slice(sight.first, LOOK).rows()
    usual = [usual_kind([kind(line[index]) for line in body]) for index in where]
    here = [kind(row[index]) for index in where]
    numbered = [index for index in where if usual[index] in (NUMBER, DATE)]
    unlike = sum(here[index] == TEXT for index in numbered)
    return unlike == len(numbered) and (len(where) < sight.usual or unlike > 1)
