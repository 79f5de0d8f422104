"""What the records of an XLS say that its values do not: error cells, hidden rows and columns, formulas, comments."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from . import compound, oleprops
from .seen import ERRORS, GENERIC, Seen

BOF, EOF, SHEET, FORMULA, ERROR, ROW, COLUMNS, COMMENT = 0x809, 0x0A, 0x85, 0x06, 0x205, 0x208, 0x7D, 0x1C
NUMBER, PACKED, SEVERAL, FORMAT, STYLE = 0x203, 0x27E, 0xBD, 0x41E, 0xE0
BOOK, NAMES = 0x1AE, 0x17  # another workbook that formulas name: since Excel 97, and before
VERSION_8, VERSION_5 = 0x600, 0x500
OWN, FUNCTIONS, ELSEWHERE = 0x0401, 0x3A01, 0x01
PIVOT = "_SX_DB_CUR"
# Records that hold a text, a blank, or a row that is shown; then plain numbers of any style; then several numbers.
_SHOWN = (rb"\xfd\x00\x0a\x00.{10}|\x01\x02\x06\x00.{6}"
          rb"|\x08\x02\x10\x00.{12}[\x00-\x1f\x40-\x5f\x80-\x9f\xc0-\xdf].{3}")
_NUMBERS = rb"\x03\x02\x0e\x00.{4}%b.{10}|\x7e\x02\x0a\x00.{4}%b.{6}"
_SEVERAL = rb"\xbd\x00(?:\x12\x00.{18}|\x18\x00.{24}|\x1e\x00.{30}|\x24\x00.{36})"
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
    found, zeros = {name: Seen(things=set(whole.things)) for name in places}, zero_styles(stream)
    for name, start in places.items():
        scan(stream, start, found[name], zeros)
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


def zero_styles(stream: bytes) -> dict[int, int]:
    """Return the styles whose format is all zeros, with how many digits they show."""
    formats: dict[int, int] = {}
    styles: list[int] = []
    at, wide = 0, stream[4:6] == VERSION_8.to_bytes(2, "little")
    while at + 8 <= len(stream):
        kind, size = _HEAD.unpack_from(stream, at)
        if kind == EOF:
            break
        number = int.from_bytes(stream[at + 4:at + 6], "little")
        code = stream[at + (9 if wide else 7):at + 4 + size].partition(b";")[0]
        if kind == FORMAT and len(code) > 1 and not code.strip(b"0"):
            formats[number] = len(code)
        elif kind == STYLE:
            styles.append(int.from_bytes(stream[at + 6:at + 8], "little"))
        at += 4 + size
    return {index: formats[number] for index, number in enumerate(styles) if number in formats}


def plain(zeros: Mapping[int, int]) -> re.Pattern[bytes]:
    """Return what runs of records look like of which nothing is noted."""
    other = b"(?!%b)" % b"|".join(re.escape(style.to_bytes(2, "little")) for style in zeros) if zeros else b""
    kinds = (_SHOWN, _NUMBERS % (other, other), *(() if zeros else (_SEVERAL,)))
    return re.compile(b"(?>%b)++" % b"|".join(kinds), re.DOTALL)


def scan(stream: bytes, at: int, found: Seen, zeros: Mapping[int, int] = MappingProxyType({})) -> None:
    """Walk the records of one sheet, those of charts inside it left aside; `zeros` are the styles that show zeros."""
    depth, runs = 0, plain(zeros)
    while at + 4 <= len(stream):
        if run := runs.match(stream, at):
            at = run.end()
            continue
        kind, size = _HEAD.unpack_from(stream, at)
        depth += (kind == BOF) - (kind == EOF)
        if depth <= 0:
            break
        if depth == 1 and kind in NOTED:
            note(kind, stream[at + 4:at + 4 + size], found)
            note_zeros(kind, stream[at + 4:at + 4 + size], zeros, found)
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


def note_zeros(kind: int, body: bytes, zeros: Mapping[int, int], found: Seen) -> None:
    """Add the numbers of a record whose style shows zeros before them."""
    if kind not in (NUMBER, PACKED, SEVERAL, FORMULA) or not zeros or len(body) < LEAST[kind]:
        return
    row, column = _HEAD.unpack_from(body)
    places = range(4, len(body) - 2, 6) if kind == SEVERAL else (4,)
    for index, place in enumerate(places):
        if digits := zeros.get(int.from_bytes(body[place:place + 2], "little")):
            found.zeros[row, column + index] = digits


LEAST = {NUMBER: 14, PACKED: 10, SEVERAL: 6, FORMULA: 14, ERROR: 8, ROW: 16, COLUMNS: 10, COMMENT: 4}
NOTED = frozenset(LEAST)
