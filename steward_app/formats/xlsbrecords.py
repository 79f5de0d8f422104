"""What the records of an XLSB say that its values do not: error cells, zeros, hidden rows and columns, formulas."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from . import serials
from .seen import ERRORS, Seen
from .sheetxml import relations

ROW, ERROR, FORMULAS, FORMULA_ERROR, COLUMN, SHEET = 0, 3, frozenset((8, 9, 10, 11)), 11, 60, 156
MOST = 256 << 20  # bytes of one sheet that are looked through
NOTED = frozenset((ROW, ERROR, COLUMN)) | FORMULAS
PACKED, NUMBER, NUMBER_FORMULA, FORMAT, STYLE, STYLES, END_STYLES = 2, 5, 9, 44, 47, 617, 618


def seen(path: Path, sheet: str) -> Seen:
    """Scan one sheet of an XLSB; a book without the parts we know gives nothing."""
    found = Seen()
    with zipfile.ZipFile(path) as book:
        part = parts(book).get(sheet)
        if part not in book.namelist() or book.getinfo(part).file_size > MOST:
            return found
        row, zeros = 0, zero_styles(book)
        for kind, body in records(book.read(part), NOTED | {PACKED, NUMBER} if zeros else NOTED):
            if kind == ROW and len(body) >= 12:
                row = int.from_bytes(body[:4], "little")
            note(kind, body, row, found)
            if kind in (PACKED, NUMBER, NUMBER_FORMULA) and (digits := zeros.get(int.from_bytes(body[4:7], "little"))):
                found.zeros[row, int.from_bytes(body[:4], "little")] = digits
    return found


def parts(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet."""
    targets = relations(book, "xl/workbook.bin")
    found = {}
    for kind, body in records(book.read("xl/workbook.bin"), frozenset((SHEET,))) if targets else ():
        if kind == SHEET:
            id, at = text(body, 8)
            name, _ = text(body, at)
            found[name] = targets.get(id, ("", ""))[1]
    return found


def zero_styles(book: zipfile.ZipFile) -> dict[int, int]:
    """Return the cell styles whose format is all zeros, with how many digits they show."""
    names = set(book.namelist())
    part = next((part for kind, part in relations(book, "xl/workbook.bin").values() if kind.endswith("/styles") and part in names), None)
    formats: dict[int, str] = {}
    styles: list[int] = []
    cells = False
    for kind, body in records(book.read(part), frozenset((FORMAT, STYLE, STYLES, END_STYLES))) if part else ():
        if kind == FORMAT:
            formats[int.from_bytes(body[:2], "little")] = serials.kind_of(text(body, 2)[0])
        elif kind == STYLE and cells:
            styles.append(int.from_bytes(body[2:4], "little"))
        cells = kind == STYLES or (cells and kind != END_STYLES)
    return serials.zeros({at: formats[number] for at, number in enumerate(styles) if number in formats})


def records(data: bytes, wanted: frozenset[int] = NOTED) -> Iterator[tuple[int, bytes]]:
    """Yield the wanted records: their type and what they hold. A record that is cut ends the walk."""
    at, end = 0, len(data)
    while at + 1 < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = shift = 0
        while at < end and shift < 28:
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        if kind in wanted:
            yield kind, data[at:at + size]
        at += size


def note(kind: int, body: bytes, row: int, found: Seen) -> None:
    """Add what one record says; one that is too short says nothing."""
    if kind in FORMULAS:
        found.formulas += 1
    if kind in (ERROR, FORMULA_ERROR) and len(body) > 8 and body[8] in ERRORS:
        found.errors[row, int.from_bytes(body[:4], "little")] = ERRORS[body[8]]
    elif kind == ROW and len(body) >= 12 and body[11] & 0x10:
        found.rows.append(row)
    elif kind == COLUMN and len(body) >= 18 and body[16] & 1:
        found.columns.append(struct.unpack_from("<II", body))


def text(body: bytes, at: int) -> tuple[str, int]:
    """Return a counted text and where it ends."""
    count = int.from_bytes(body[at:at + 4], "little")
    end = at + 4 + 2 * count
    return body[at + 4:end].decode("utf-16-le", "replace"), end
