"""What the records of an XLS say that its values do not: error cells, hidden rows and columns, formulas, comments."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

from . import compound, oleprops
from .seen import ERRORS, GENERIC, Seen

BOF, EOF, SHEET, FORMULA, ERROR, ROW, COLUMNS, COMMENT = 0x809, 0x0A, 0x85, 0x06, 0x205, 0x208, 0x7D, 0x1C
BOOK, NAMES = 0x1AE, 0x17  # another workbook that formulas name: since Excel 97, and before
VERSION_8, VERSION_5 = 0x600, 0x500
OWN, FUNCTIONS, ELSEWHERE = 0x0401, 0x3A01, 0x01
PIVOT = "_SX_DB_CUR"
# Runs of records that hold plain values (LABELSST, NUMBER, RK, MULRK of two to five, BLANK) or a row that is shown.
_PLAIN = re.compile(rb"(?>\xfd\x00\x0a\x00.{10}|\x03\x02\x0e\x00.{14}|\x7e\x02\x0a\x00.{10}|\xbd\x00(?:\x12\x00.{18}|\x18\x00.{24}"
                    rb"|\x1e\x00.{30}|\x24\x00.{36})|\x01\x02\x06\x00.{6}"
                    rb"|\x08\x02\x10\x00.{12}[\x00-\x1f\x40-\x5f\x80-\x9f\xc0-\xdf].{3})++", re.DOTALL)
_HEAD = struct.Struct("<HH")


def seen(path: Path, sheet: str) -> Seen:
    """Scan one sheet of an XLS of Excel 5 or later; of an older one nothing is known."""
    return looked(path)(sheet)


def looked(path: Path) -> Callable[[str], Seen]:
    """Scan all sheets of an XLS, and return the way to what one of them holds."""
    box, whole = compound.Box(path.read_bytes()), Seen()
    stream = stream_of(box)
    places = sheets(stream, whole)
    whole.things |= {what for what, name in (("macros", "_VBA_PROJECT"), ("pivot", PIVOT)) if box.holds(name)}
    if any(name not in GENERIC for name in oleprops.people(box)):
        whole.things.add("author")
    found = {name: Seen(things=set(whole.things)) for name in places}
    for name, start in places.items():
        scan(stream, start, found[name])
    return lambda sheet: found.get(sheet, whole)


def stream_of(box: compound.Box) -> bytes:
    """Return the records of a workbook: in a box of streams, or, of very old ones, the file itself."""
    return box.stream("Workbook") or box.stream("Book") or (b"" if box.data[:4] == compound.SIGN else bytes(box.data))


def sheets(stream: bytes, found: Seen) -> dict[str, int]:
    """Return where the records of each sheet begin; whether formulas name other workbooks is added to what was found."""
    places: dict[str, int] = {}
    at = version = 0
    while at + 4 <= len(stream):
        kind, size = _HEAD.unpack_from(stream, at)
        body = stream[at + 4:at + 4 + size]
        if at == 0:
            version = int.from_bytes(body[:2], "little") if kind == BOF else 0
        if version not in (VERSION_8, VERSION_5) or kind == EOF:
            break
        if kind == SHEET and len(body) > 7:
            places[name_of(body, version)] = int.from_bytes(body[:4], "little")
        elif names_another(kind, body):
            found.things.add("links")
        at += 4 + size
    return places


def name_of(body: bytes, version: int) -> str:
    """Return the name that a sheet's record holds."""
    if version == VERSION_5:
        return body[7:7 + body[6]].decode("cp1252", "replace")
    wide = body[7] & 1
    return body[8:8 + body[6] * (1 + wide)].decode("utf-16-le" if wide else "latin-1", "replace")


def names_another(kind: int, body: bytes) -> bool:
    """Tell whether a record names another workbook, not this one and not functions of Excel."""
    if kind == BOOK and len(body) >= 4:
        return int.from_bytes(body[2:4], "little") not in (OWN, FUNCTIONS)
    return kind == NAMES and len(body) > 2 and body[0] > 1 and body[1] == ELSEWHERE


def scan(stream: bytes, at: int, found: Seen) -> None:
    """Walk the records of one sheet, those of charts inside it left aside."""
    depth = 0
    while at + 4 <= len(stream):
        if run := _PLAIN.match(stream, at):
            at = run.end()
            continue
        kind, size = _HEAD.unpack_from(stream, at)
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            break
        if depth == 1 and kind in NOTED:
            note(kind, stream[at + 4:at + 4 + size], found)
        at += 4 + size


def note(kind: int, body: bytes, found: Seen) -> None:
    """Add what one record says; one that is too short says nothing."""
    if len(body) < LEAST[kind]:
        return
    first, second = _HEAD.unpack_from(body)
    if kind == FORMULA:
        found.formulas += 1
        if body[12:14] == b"\xff\xff" and body[6] == 2 and body[8] in ERRORS:
            found.errors[first, second] = ERRORS[body[8]]
    elif kind == ERROR and body[7] and body[6] in ERRORS:
        found.errors[first, second] = ERRORS[body[6]]
    elif kind == ROW and body[12] & 0x20:
        found.rows.append(first)
    elif kind == COLUMNS and body[8] & 1:
        found.columns.append((first, second))
    elif kind == COMMENT:
        found.things.add("comments")


LEAST = {FORMULA: 14, ERROR: 8, ROW: 16, COLUMNS: 10, COMMENT: 4}
NOTED = frozenset(LEAST)
