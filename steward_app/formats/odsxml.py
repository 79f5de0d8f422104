"""What the XML of an ODS says that its values do not: error cells, merged cells, hidden rows and columns, formulas, comments."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..core.grid import Merged
from .seen import Seen
from .xmltags import attributes

PART, BLOCK, MOST_AT_ONCE = "content.xml", 1 << 20, 16 << 20
MOST_REPEATED = 10_000  # hidden rows or error cells said to repeat more often are those that nobody filled
LINKS = (b"<table:table-source", b"<table:cell-range-source")
SIGNS, OVERLAP = (b"table:formula=", b":visibility=\"", b"<office:annotation", b"office:time-value", b"-spanned=", *LINKS), 200
_ELSEWHERE = re.compile(rb"table:formula=\"[^\"]*(?:'|&apos;)(?:file|https?|ftp|smb)://?")
_TABLE = re.compile(rb"<table:table\s([^>]*)>|</table:table>")
_ROW = re.compile(rb"<table:table-row\b([^>]*)>")
_COLUMN = re.compile(rb"<table:table-column\b([^>]*)>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_SAID = re.compile(rb"<text:p[^>]*>(#[A-Z/0-9]+[!?]?|Err:\d{3})</text:p>")
_ZEROS = re.compile(rb"office:value=\"(\d+)\"[^>]*><text:p>(0\d+)</text:p>")  # a number that is shown with zeros before it
_SPANNED = re.compile(rb"number-(rows|columns)-spanned=\"(\d{1,7})\"")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=\"(\d{1,7})\"")
# The numbers of LibreOffice's own errors, as it writes them into workbooks of Excel.
OWN = {"Err:503": "#NUM!", "Err:524": "#REF!", "Err:525": "#NAME?", "Err:532": "#DIV/0!"}


@dataclass
class Place:
    """The next row and the next column that tags speak of."""

    row: int = 0
    column: int = 0


def seen(path: Path, sheet: str) -> Seen:
    """Scan one sheet of an ODS."""
    return looked(path)(sheet)


def looked(path: Path) -> Callable[[str], Seen]:
    """Look whether any sheet of an ODS holds what is looked for, and return the way to what one of them holds."""
    with zipfile.ZipFile(path) as book:
        return partial(scanned, path, PART in book.namelist() and worth_it(book))


def scanned(path: Path, worth: bool, sheet: str) -> Seen:
    """Scan one sheet, if it is worth it."""
    found, place = Seen(), Place()
    with zipfile.ZipFile(path) as book:
        for piece in of_sheet(book, sheet) if worth else ():
            note(piece, place, found)
        if any(name.startswith("Basic/") for name in book.namelist()):
            found.things.add("macros")
    return found


def worth_it(book: zipfile.ZipFile) -> bool:
    """Tell whether any sheet holds what is looked for: most hold none of it, and plain searches are fast."""
    last = b""
    with book.open(PART) as stream:
        while block := stream.read(BLOCK):
            parts = block, last + block[:OVERLAP]
            if any(sign in part for sign in SIGNS for part in parts) or any(map(_ZEROS.search, parts)):
                return True
            last = block[-OVERLAP:]
    return False


def of_sheet(book: zipfile.ZipFile, sheet: str) -> Iterator[bytes]:
    """Yield the XML of one sheet in pieces that end at a row's end."""
    inside = False
    for piece in pieces(book):
        at = 0
        for tag in _TABLE.finditer(piece):
            if inside:
                yield piece[at:tag.start()]
            at, inside = tag.end(), tag[1] is not None and attributes(tag[1]).get("name") == sheet
        if inside:
            yield piece[at:]


def pieces(book: zipfile.ZipFile) -> Iterator[bytes]:
    """Yield the XML of all sheets in pieces that end where a row or a sheet ends (a huge row is cut all the same)."""
    rest = b""
    with book.open(PART) as stream:
        while block := stream.read(BLOCK):
            block = rest + block
            end = max(block.rfind(b"</table:table-row>"), block.rfind(b"</table:table>"))
            end = block.find(b">", end) + 1 if end >= 0 else len(block) if len(block) > MOST_AT_ONCE else 0
            rest = block[end:]
            if end:
                yield block[:end]
    yield rest


def note(piece: bytes, place: Place, found: Seen) -> None:
    """Add what a piece holds; plain searches first, since most pieces hold none of it."""
    for tag in _COLUMN.findall(piece) if b"<table:table-column" in piece else ():
        note_column(tag, place, found)
    if b"<office:annotation" in piece:
        found.things.add("comments")
    if any(sign in piece for sign in LINKS) or _ELSEWHERE.search(piece):
        found.things.add("links")
    found.lengths = found.lengths or b'office:value-type="time"' in piece
    zeros, merged = _ZEROS.search(piece) is not None, b"-spanned=" in piece
    formulas, hidden = b"table:formula=" in piece, b'"collapse"' in piece or b'"filter"' in piece
    rows = list(_ROW.finditer(piece))
    for tag, after in zip(rows, [*rows[1:], None], strict=True):
        if formulas or hidden or zeros or merged:
            cells = piece[tag.end():after.start() if after else len(piece)]
            note_row(tag[1], cells, place.row, found)
        place.row += times(tag[1])


def note_column(tag: bytes, place: Place, found: Seen) -> None:
    """Add columns, if they are hidden."""
    after = place.column + times(tag)
    if is_hidden(tag):
        found.columns.append((place.column, after - 1))
    place.column = after


def note_row(tag: bytes, cells: bytes, row: int, found: Seen) -> None:
    """Add a row if it is hidden and holds something, its formulas, merged cells, and the zeros that it shows."""
    if is_hidden(tag) and b"<text:p" in cells:
        found.rows += range(row, row + min(times(tag), MOST_REPEATED))
    if b"table:formula=" in cells:
        note_cells(cells, row, found)
    if b"-spanned=" in cells:
        note_merged(cells, row, found)
    if _ZEROS.search(cells):
        note_zeros(cells, range(row, row + min(times(tag), MOST_REPEATED)), found)


def is_hidden(tag: bytes) -> bool:
    """Tell whether a row or a column is hidden or filtered out."""
    return b'visibility="collapse"' in tag or b'visibility="filter"' in tag


def note_cells(cells: bytes, row: int, found: Seen) -> None:
    """Add the formulas of a row, and the errors that they came to."""
    found.formulas += cells.count(b"table:formula=")
    column = 0
    for tag in _CELL.finditer(cells):
        again = times(tag[1])
        if b"formula=" in tag[1] and (said := _SAID.match(cells, tag.end())):
            text = said[1].decode()
            for index in range(min(again, MOST_REPEATED)):
                found.errors[row, column + index] = text if text.startswith("#") else OWN.get(text, "#VALUE!")
        column += again


def note_merged(cells: bytes, row: int, found: Seen) -> None:
    """Add the merged ranges that begin in a row."""
    column = 0
    for tag in _CELL.finditer(cells):
        spans = {side: max(1, int(count)) for side, count in _SPANNED.findall(tag[1])}
        if max(spans.values(), default=1) > 1:
            bottom, right = row + spans.get(b"rows", 1) - 1, column + spans.get(b"columns", 1) - 1
            found.merged.append(Merged(row, column, bottom, right))
        column += times(tag[1])


def note_zeros(cells: bytes, rows: range, found: Seen) -> None:
    """Add the numbers of a row that are shown with zeros before them; `rows` are those that it stands for."""
    column = 0
    for tag in _CELL.finditer(cells):
        again, value = times(tag[1]), cells.find(b"office:value=", tag.start(), tag.end())
        if value >= 0 and (said := _ZEROS.match(cells, value)) and int(said[1]) == int(said[2]):
            found.zeros.update({(row, column + index): len(said[2]) for row in rows for index in range(min(again, MOST_REPEATED))})
        column += again


def times(tag: bytes) -> int:
    """Return how often a row, a column or a cell is said to come."""
    said = _REPEATED.search(tag)
    return int(said[1]) if said else 1
