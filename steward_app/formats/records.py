"""Text cut into rows and cells, exactly, whatever its quotes do; slower than polars and never wrong in silence."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LINES_IN_A_CELL, BLOCK = 2000, 4 << 20
_BREAK = re.compile("\r*\n|\r(?!\n)")


@dataclass(frozen=True)
class Dialect:
    """How a text is cut: its delimiter, its quote, what escapes a quote beside doubling it, a space after cells."""

    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    spaced: bool = False


def lines_of(text: str) -> list[str]:
    """Cut a text into lines at LF, CR LF, CR or CR CR LF; a last line without an end counts, nothing after it."""
    lines = _BREAK.split(text)
    if lines and not lines[-1]:
        lines.pop()
    return lines


def records(lines: Sequence[str], dialect: Dialect, width: int = 0,
            most: int = LINES_IN_A_CELL) -> Iterator[list[str]]:
    """Yield the cells of each row; a blank line is an empty list. A cell may hold line breaks (as LF).

    `width`, if known, is the usual count of cells: it settles whether a quote that does not close is just a sign.
    `most` is how many lines one cell may hold.
    """
    at = 0
    while at < len(lines):
        row, used = taken(lines, at, dialect, width, most)
        yield row
        at += used


def taken(lines: Sequence[str], at: int, dialect: Dialect, width: int, most: int) -> tuple[list[str], int]:
    """Return the cells of the row that begins at a line, and how many lines it takes."""
    line = lines[at]
    if dialect.quote not in line:
        return cut(line, dialect), 1
    used = _closed(lines, at, dialect, width, most)
    return cells("\n".join(lines[at:at + used]), dialect, width), used


def in_pieces(text: bytes, dialect: Dialect, width: int) -> Iterator[list[list[str]]]:
    """Yield the rows of a whole UTF-8 text, some megabytes at a time, so that memory holds only those.

    A piece whose quotes are sound is cut by `csv` at once, another line by line.
    """
    rest = ""
    for fresh, last in _blocks(text):
        rows, rest = rows_of(rest + fresh, last, dialect, width)
        yield rows


def rows_of(piece: str, last: bool, dialect: Dialect, width: int) -> tuple[list[list[str]], str]:
    """Return the rows of a piece that ends at a line end, and the text left for the next one."""
    rows = _at_once(piece, dialect)
    return (rows, "") if rows is not None else _by_lines(lines_of(piece), last, dialect, width)


def _by_lines(lines: list[str], last: bool, dialect: Dialect, width: int) -> tuple[list[list[str]], str]:
    """Return the rows of a piece and the text left for the next: a cell may go on there."""
    stop = len(lines) if last else len(lines) - LINES_IN_A_CELL
    rows, at = [], 0
    while at < stop:
        row, used = taken(lines, at, dialect, width, LINES_IN_A_CELL)
        rows.append(row)
        at += used
    return rows, "".join(f"{line}\n" for line in lines[at:])


def _at_once(piece: str, dialect: Dialect) -> list[list[str]] | None:
    """Return the rows of a piece whose quotes and line ends leave no doubt, else None."""
    returns = piece.count("\r")
    if dialect.escape or dialect.spaced or "\0" in piece or (returns and returns != piece.count("\r\n")):
        return None
    try:
        return list(csv.reader(io.StringIO(piece, newline=""), delimiter=dialect.delimiter, quotechar=dialect.quote,
                               strict=True))
    except csv.Error:
        return None


def _blocks(text: bytes) -> Iterator[tuple[str, bool]]:
    """Yield a text in blocks that end at a line end, and whether a block is the last."""
    start, size = 0, len(text)
    while start < size:
        end = min(start + BLOCK, size)
        if end < size:
            cut_at = max(text.rfind(b"\n", start, end), text.rfind(b"\r", start, end - 1))
            end = cut_at + 1 if cut_at >= start else size
            while text[end - 1:end] == b"\r" and text[end:end + 1] in (b"\r", b"\n"):
                end += 1  # CR LF and CR CR LF are one line end
        yield text[start:end].decode("utf-8", "surrogatepass"), end >= size
        start = end


def record_cut(text: bytes) -> int:
    """Return where the last row ends that the text holds whole: a line end with an even count of quotes before it.

    0 where a cell goes on beyond the text; the last line end where quotes cannot be told (the exact way then will).
    """
    odd, end = text.count(b'"') % 2, len(text)
    for _ in range(LINES_IN_A_CELL):
        at = text.rfind(b"\n", 0, end)
        if at < 0:
            return 0
        odd ^= text.count(b'"', at, end) % 2
        if not odd:
            return at + 1
        end = at
    return line_cut(text)


def line_cut(text: bytes) -> int:
    """Return where the last line ends that the text holds whole, at LF, CR LF, CR or CR CR LF; 0 where none does."""
    at = text.rfind(b"\n")
    return at + 1 if at >= 0 else text.rstrip(b"\r").rfind(b"\r") + 1


def cut(line: str, dialect: Dialect) -> list[str]:
    """Cut a line that holds no quote."""
    if not line:
        return []
    found = line.split(dialect.delimiter)
    return [cell.removeprefix(" ") for cell in found] if dialect.spaced else found


def _closed(lines: Sequence[str], at: int, dialect: Dialect, width: int, most: int) -> int:
    """Return how many lines the row that begins at `at` takes."""
    if not is_open(lines[at], dialect):
        return 1
    for used in range(2, min(most, len(lines) - at) + 1):
        line = lines[at + used - 1]
        if dialect.quote not in line:
            continue
        end = _end_of_quoted(line, 0, dialect, greedy=True)
        if end is not None and not is_open(line[end + 1:].lstrip(" ")[1:], dialect):
            joined = "\n".join(lines[at:at + used])
            return used if _likely(joined, lines[at], dialect, width) else 1
    return 1


def _likely(joined: str, alone: str, dialect: Dialect, width: int) -> bool:
    """Tell whether several lines make one row better than the first line alone does."""
    if not width:
        return True
    whole, first = len(cells(joined, dialect)), len(cells(alone, dialect, width))  # no width: no quotes inside the cell
    return whole == width or first != width


def is_open(text: str, dialect: Dialect) -> bool:
    """Tell whether a quoted cell begins in this text and does not end in it."""
    return _walk(text, dialect)[1]


def cells(text: str, dialect: Dialect, width: int = 0) -> list[str]:
    """Return the cells of one row that holds quotes; the usual width settles what bad quotes leave open."""
    if not dialect.escape and not dialect.spaced:
        try:
            return next(csv.reader((text,), delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True))
        except (csv.Error, StopIteration):
            pass  # quotes that close too early or never: walked below
    found = _walk(text, dialect)[0]
    if width and len(found) != width:
        ways = ({"greedy": True}, {"always": True}, {"paired": True}) if dialect.escape else ({"greedy": True}, {"paired": True})
        return next((other for way in ways if len(other := _walk(text, dialect, **way)[0]) == width), found)
    return found


def _walk(text: str, dialect: Dialect, *, greedy: bool = False, always: bool = False,
          paired: bool = False) -> tuple[list[str], bool]:
    """Cut a row by hand: a quote ends its cell only before a delimiter or the end of the row.

    A quote that opens a cell inside a quoted one shows that the first was a mere sign, unless `greedy`. An escaped
    quote that could end its cell does so, unless quotes are `always` escaped. Where quotes inside a cell are `paired`,
    only one that closes no other ends it.
    """
    found: list[str] = []
    at, size, mark = 0, len(text), dialect.delimiter
    still_open = False
    while at <= size:
        start = at + 1 if dialect.spaced and text.startswith(" ", at) else at
        if text.startswith(dialect.quote, start):
            end = _end_of_quoted(text, start + 1, dialect, greedy=greedy, always=always, paired=paired)
            if end is not None:
                found.append(_bare(text[start + 1:end], dialect))
                at = end + 1 + len(text[end + 1:]) - len(text[end + 1:].lstrip(" ")) + 1
                continue
            still_open = True
        end = text.find(mark, start)
        end = size if end < 0 else end
        found.append(text[start:end])
        at = end + 1
    return found, still_open


def _end_of_quoted(text: str, at: int, dialect: Dialect, *, greedy: bool, always: bool = False,
                   paired: bool = False) -> int | None:
    """Return where the quote stands that ends a cell, or None where none does."""
    quote, escape = dialect.quote, dialect.escape
    spare, inside = None, False
    while (at := text.find(quote, at)) >= 0:
        if escape and text[at - 1] == escape and (always or not _ends(text, at, dialect)):
            at += 1
        elif text.startswith(quote, at + 1):
            spare = at + 1 if _ends(text, at + 1, dialect) else spare
            at += 2
        elif _ends(text, at, dialect) and not (paired and inside):
            return at
        elif not greedy and text.startswith(dialect.delimiter, at - 1) and dialect.delimiter != " ":
            return spare
        else:
            at, inside = at + 1, not inside
    return spare


def _ends(text: str, at: int, dialect: Dialect) -> bool:
    rest = at + 1
    while text.startswith(" ", rest) and dialect.delimiter != " ":
        rest += 1
    return rest >= len(text) or text.startswith(dialect.delimiter, rest)


def _bare(text: str, dialect: Dialect) -> str:
    bare = text.replace(dialect.quote * 2, dialect.quote)
    return bare.replace(dialect.escape + dialect.quote, dialect.quote) if dialect.escape else bare
