"""XLSX read cell by cell, for workbooks that make the fast reader ask for too much memory."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.parsers import expat

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Reading, SheetInfo
from ..core.table import ROW
from ..core.text import Text
from . import guard
from .cells import duration, number
from .serials import DATE, DATE_1904, DURATION, NUMBER, moment_of, shown
from .sheetxml import sheet_parts
from .typed import reading
from .words import fault
from .xmltags import column_index

READING = Text("Reading the rows", "Lecture des lignes")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_CELLS, MOST_TEXT = 20_000_000, 256 << 20
BLOCK = 1 << 18


@dataclass
class Cells:
    """The cells of one sheet while its XML goes by: a dictionary of rows for each column used."""

    strings: list[str]
    styles: dict[int, str]
    columns: dict[int, dict[int, str]] = field(default_factory=dict)
    last: int = 0
    count: int = 0
    _at: tuple[int, int] = (0, -1)
    _kind: str = ""
    _style: int = 0
    _text: list[str] | None = None

    def start(self, name: str, said: dict[str, str]) -> None:
        """Begin a row, a cell or its value. Raises ValueError beyond what a sheet can hold."""
        tag = name.rpartition(" ")[2]
        if tag == "row":
            row = int(said.get("r") or self._at[0] + 1)
            if not 0 < row <= LAST_ROW:
                raise ValueError("row")
            self._at, self.last = (row, -1), max(self.last, row)
        elif tag == "c":
            letters = said.get("r", "").rstrip("0123456789").encode()
            column = column_index(letters) if letters else self._at[1] + 1
            if not 0 <= column < LAST_COLUMN:
                raise ValueError("column")
            self._at = (self._at[0], column)
            self._kind, self._style = said.get("t", "n"), int(said.get("s") or 0)
        elif tag in ("v", "t"):
            self._text = []

    def data(self, text: str) -> None:
        """Add text to the value that is open."""
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        """End a value."""
        if self._text is None or name.rpartition(" ")[2] not in ("v", "t"):
            return
        value = self.value("".join(self._text))
        self._text = None
        if value:
            self.count += 1
            if self.count > MOST_CELLS:
                raise ValueError("cells")
            column = self.columns.setdefault(self._at[1], {})
            column[self._at[0]] = column.get(self._at[0], "") + value if self._kind == "inlineStr" else value

    def value(self, raw: str) -> str:
        """Return a cell's text."""
        if self._kind == "s":
            return self.strings[int(raw)]
        if self._kind == "b":
            return "TRUE" if raw.strip() == "1" else "FALSE"
        if self._kind != "n":
            return raw
        amount = float(raw)
        return as_shown(amount, self.styles.get(self._style, NUMBER)) or ""


def as_shown(amount: float, kind: str) -> str | None:
    """Return a number as its style shows it."""
    if kind == DURATION:
        return duration(dt.timedelta(days=amount))
    if kind in (DATE, DATE_1904):
        return moment_of(amount, kind) or number(amount)
    text = number(amount)
    return text.zfill(int(kind)) if kind.isdigit() and text and text.isdigit() else text


def read(path: Path, kind: str, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read one sheet of an XLSX; columns between the used ones are left out. Raises Problem F01 if it is damaged."""
    try:
        with zipfile.ZipFile(path) as book:
            parts = sheet_parts(book)
            name = asked.sheet if asked.sheet is not None else next(iter(parts), None)
            if name is None or name not in parts:
                raise fault("nothing" if not parts else "sheet", path, sheet=name or "", sheets=", ".join(parts))
            cells = Cells(strings(book, progress), shown(book))
            with book.open(parts[name]) as stream:
                parse(stream, cells, progress)
    except (zipfile.BadZipFile, expat.ExpatError, ValueError, IndexError, OSError, EOFError):
        raise fault("damaged", path) from None
    if not cells.columns:
        raise fault("nothing", path)
    used = sorted(cells.columns)
    frame = pl.DataFrame({str(index): column(cells.columns[at], cells.last) for index, at in enumerate(used)})
    info = SheetInfo(name, cells.last, used[-1] + 1)
    return Grid.of(guard.written_out(frame, path, used[0])), reading(path, kind, asked, sheet=name, sheets=(info,))


def column(cells: dict[int, str], height: int) -> pl.Series:
    """Return a column of text from its filled cells; a text that comes back is kept once."""
    kinds: dict[str, int] = {}
    which = [kinds.setdefault(text, len(kinds)) for text in cells.values()]
    at = pl.repeat(None, height, dtype=ROW, eager=True).scatter([row - 1 for row in cells], pl.Series(which, dtype=ROW))
    return pl.Series(list(kinds), dtype=pl.String).gather(at)


def parse(stream: IO[bytes], handler: Cells | Strings, progress: Progress) -> None:
    """Feed XML to a handler. Raises ValueError where it declares entities: a workbook never does."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = handler.start, handler.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = handler.data, refused
    for done, block in enumerate(blocks(stream)):
        progress(READING, done)
        parser.Parse(block, False)
    parser.Parse(b"", True)


def blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield a stream in pieces."""
    while block := stream.read(BLOCK):
        yield block


def refused(*_: object) -> None:
    """Refuse entities."""
    raise ValueError("entities")


@dataclass
class Strings:
    """The shared strings while their XML goes by."""

    found: list[str] = field(default_factory=list)
    size: int = 0
    _parts: list[str] | None = None
    _open: bool = False
    _phonetic: int = 0

    def start(self, name: str, said: dict[str, str]) -> None:
        """Begin a string or a run of it."""
        tag = name.rpartition(" ")[2]
        if tag == "si":
            self._parts = []
        self._phonetic += tag == "rPh"
        self._open = tag == "t" and not self._phonetic

    def data(self, text: str) -> None:
        """Add text. Raises ValueError where all strings together are beyond bounds."""
        if self._open and self._parts is not None:
            self._parts.append(text)
            self.size += len(text)
            if self.size > MOST_TEXT:
                raise ValueError("text")

    def end(self, name: str) -> None:
        """End a string."""
        tag = name.rpartition(" ")[2]
        self._phonetic -= tag == "rPh"
        self._open = self._open and tag != "t"
        if tag == "si" and self._parts is not None:
            self.found.append("".join(self._parts))


def strings(book: zipfile.ZipFile, progress: Progress) -> list[str]:
    """Return the shared strings of a workbook."""
    found = Strings()
    if "xl/sharedStrings.xml" in book.namelist():
        with book.open("xl/sharedStrings.xml") as stream:
            parse(stream, found, progress)
    return found.found
