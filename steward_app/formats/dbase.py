"""DBF tables, alone or beside a shapefile; fields are cut from fixed places and stay text."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from . import encoding as encodings
from .typed import FIRST_RECORD, reading
from .words import fault

READING = Text("Reading the records", "Lecture des enregistrements")
# Language driver byte of a DBF header (dBASE, FoxPro and ESRI agree on these).
DRIVERS = {0x01: "cp437", 0x02: "cp850", 0x03: "windows-1252", 0x04: "mac-roman", 0x08: "cp865", 0x1C: "cp863",
           0x37: "cp850", 0x57: "windows-1252", 0x58: "windows-1252", 0x59: "windows-1252"}


@dataclass(frozen=True)
class Column:
    """One field of a DBF: its name, kind (C, N, F, D, L, I, B, M…), place and length in a record."""

    name: str
    kind: str
    start: int
    length: int


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a DBF. Raises Problem F01 if it is damaged or claims more than it holds."""
    grid, encoding = table(path, asked.encoding, progress)
    return grid, reading(path, "dbf", asked, encoding=encoding)


def table(path: Path, encoding: str | None, progress: Progress) -> tuple[Grid, str]:
    """Return the records that are not deleted, and the encoding their text is in."""
    progress(READING)
    data = path.read_bytes()
    try:
        count, start, size = struct.unpack_from("<IHH", data, 4)
        raw = fields(data, start)
    except (struct.error, IndexError, ValueError):
        raise fault("damaged", path) from None
    if not raw or size < 2 or start >= len(data) + 1 or raw[-1].start + raw[-1].length > size:
        raise fault("damaged", path)
    body = memoryview(data)[start:start + min(count, (len(data) - start) // size) * size]
    if len(body) < count * size:
        raise fault("damaged", path)
    name = encoding or side_encoding(path) or DRIVERS.get(data[29]) or encodings.judge(memoryview(data)).encoding
    if name == "utf-8":
        name = encodings.judge(body).encoding if len(body) else name
    rows = [bytes(body[at:at + size]) for at in range(0, len(body), size) if body[at] != 0x2A]
    made = {}
    for index, item in enumerate(progress.over(raw, READING, len(raw))):
        made[str(index)] = pl.Series([value(row[item.start:item.start + item.length], item, name) for row in rows],
                                     dtype=pl.String)
    names = tuple(encodings.decoded(item.name.encode("latin-1"), name) for item in raw)
    return Grid.of(pl.DataFrame(made), FIRST_RECORD, named=names), name


def fields(data: bytes, start: int) -> list[Column]:
    """Return the fields that the header names."""
    found, place = [], 1
    for at in range(32, start - 31, 32):
        if data[at] == 0x0D:
            break
        name = data[at:at + 11].split(b"\0")[0].decode("latin-1").strip()
        kind, length = chr(data[at + 11]), data[at + 16]
        if kind == "C":
            length += data[at + 17] << 8
        found.append(Column(name, kind, place, length))
        place += length
    return found


def value(raw: bytes, item: Column, encoding: str) -> str | None:
    """Return one cell as text: dates in ISO form, yes and no as Excel shows them, numbers as written."""
    if item.kind == "I" and len(raw) == 4:
        return str(struct.unpack("<i", raw)[0])
    if item.kind in "BO" and len(raw) == 8:
        from .cells import number

        return number(struct.unpack("<d", raw)[0])
    try:
        text = encodings.decoded(raw, encoding).strip("\0 ").rstrip()
    except (UnicodeDecodeError, LookupError):
        text = encodings.decoded(raw, "windows-1252").strip("\0 ").rstrip()
    if item.kind == "D":
        return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if len(text) == 8 and text.isdigit() and text != "00000000" else text or None
    if item.kind == "L":
        return {"T": "TRUE", "Y": "TRUE", "F": "FALSE", "N": "FALSE"}.get(text.upper())
    if item.kind in "NF" and text and set(text) <= {"*"}:
        return None
    return text or None


def side_encoding(path: Path) -> str | None:
    """Return the encoding that a `.cpg` beside the file names."""
    for side in (path.with_suffix(".cpg"), path.with_suffix(".CPG")):
        if side.is_file():
            said = side.read_bytes()[:40].decode("ascii", "ignore").strip().lower()
            name = {"65001": "utf-8", "1252": "windows-1252", "ansi 1252": "windows-1252", "8859-1": "windows-1252",
                    "88591": "windows-1252", "iso-8859-1": "windows-1252"}.get(said, said)
            try:
                encodings.decoded(b"", name)
            except LookupError:
                return None
            return "windows-1252" if name in ("cp1252", "latin-1", "latin1") else name
    return None
