"""Workbooks saved as XML by Excel 2003 (`.xls` or `.xml`), a sheet at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Choice, Reading, SheetInfo
from ..core.text import Text
from .swift import framed
from .typed import reading
from .words import fault

READING = Text("Reading the rows", "Lecture des lignes")
SPACE = "urn:schemas-microsoft-com:office:spreadsheet "
MOST = 16_384
BLOCK = 1 << 16


class Book:
    """The sheets of a workbook while its XML goes by."""

    def __init__(self) -> None:
        self.sheets: dict[str, list[list[str]]] = {}
        self._rows: list[list[str]] | None = None
        self._text: list[str] | None = None
        self._kind = ""

    def start(self, name: str, said: dict[str, str]) -> None:
        """Begin a sheet, a row, a cell or its data."""
        tag = name.removeprefix(SPACE)
        if tag == "Worksheet":
            self._rows = self.sheets.setdefault(said.get(SPACE + "Name", str(len(self.sheets) + 1)), [])
        elif tag == "Row" and self._rows is not None:
            index = said.get(SPACE + "Index", "")
            self._rows += [[] for _ in range(min(int(index) - 1 - len(self._rows), 1 << 20))] if index.isdigit() else []
            self._rows.append([])
        elif tag == "Cell" and self._rows:
            index = said.get(SPACE + "Index", "")
            row = self._rows[-1]
            row += [""] * (min(int(index) - 1, MOST) - len(row)) if index.isdigit() else []
            row.append("")
        elif tag == "Data":
            self._text, self._kind = [], said.get(SPACE + "Type", "")

    def end(self, name: str) -> None:
        """End a cell's data."""
        if name == SPACE + "Data" and self._text is not None and self._rows and self._rows[-1]:
            self._rows[-1][-1] = value("".join(self._text), self._kind)
            self._text = None

    def data(self, text: str) -> None:
        """Add text to the cell that is open."""
        if self._text is not None:
            self._text.append(text)


def value(text: str, kind: str) -> str:
    """Return a cell's text: dates without their empty time, yes and no as Excel shows them."""
    if kind == "DateTime":
        return text.removesuffix(".000").removesuffix("T00:00:00")
    return {"1": "TRUE", "0": "FALSE"}.get(text, text) if kind == "Boolean" else text


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read one sheet. Raises Problem F01 if the XML is broken, declares entities, or holds no cells."""
    book = Book()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = book.start, book.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = book.data, refused
    try:
        for block in blocks(path, progress):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError):
        raise fault("damaged", path) from None
    filled = {name: rows for name, rows in book.sheets.items() if any(any(row) for row in rows)}
    if not filled:
        raise fault("nothing", path)
    infos = tuple(SheetInfo(name, len(rows), max(map(len, rows))) for name, rows in filled.items())
    if asked.sheet is not None and asked.sheet not in filled:
        raise fault("sheet", path, sheet=asked.sheet, sheets=", ".join(filled))
    name = asked.sheet or next(iter(filled))
    width = max(map(len, filled[name]))
    choices = {"sheet": tuple(Choice(info.name) for info in infos)} if len(infos) > 1 else {}
    return (Grid.of(framed(filled[name], width)),
            reading(path, "xml-spreadsheet", asked, sheet=name, sheets=infos, choices=choices))


def refused(*_: Any) -> None:
    """Refuse a file that declares entities: a workbook never does."""
    raise ValueError("entities")


def blocks(path: Path, progress: Progress) -> Iterator[bytes]:
    """Yield the bytes of the file."""
    done, size = 0, path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            progress(READING, done, size)
            done += len(block)
            yield block
