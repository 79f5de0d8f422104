"""Tables of an HTML page, as many systems save them under the name of a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Choice, Reading, SheetInfo
from ..core.text import Text
from . import encoding as encodings
from .content import mapped
from .swift import framed
from .typed import reading
from .words import fault

READING = Text("Reading the rows", "Lecture des lignes")
PIECE, WIDEST = 1 << 18, 16_384


@dataclass
class Found:
    """One table while it is read: rows of (text, columns it spans, rows it spans)."""

    rows: list[list[tuple[str, int, int]]] = field(default_factory=list)
    depth: int = 0


class Tables(HTMLParser):
    """Collects the tables of a page; what stands in a table inside a cell is text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Found] = []
        self._open: Found | None = None
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            if self._open is None:
                self._open = Found()
                self.tables.append(self._open)
            self._open.depth += 1
        elif self._open is None or self._open.depth > 1:
            return
        elif tag == "tr":
            self._close_cell()
            self._open.rows.append([])
        elif tag in ("td", "th"):
            self._close_cell()
            said = dict(attrs)
            self._spans = (span(said.get("colspan")), span(said.get("rowspan")))
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")
        elif tag in ("style", "script"):
            self._silent += 1

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag in ("style", "script"):
            self._silent = max(0, self._silent - 1)
        if self._open is None:
            return
        if tag == "table":
            self._open.depth -= 1
            if not self._open.depth:
                self._close_cell()
                self._open = None
        elif tag in ("td", "th", "tr") and self._open.depth == 1:
            self._close_cell()

    def handle_data(self, data: str) -> None:
        """Add text to the cell that is open."""
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def _close_cell(self) -> None:
        if self._cell is None or self._open is None:
            return
        text = "\n".join(" ".join(line.split()) for line in "".join(self._cell).strip().split("\n"))
        if not self._open.rows:
            self._open.rows.append([])
        self._open.rows[-1].append((text.strip(), *self._spans))
        self._cell = None


def span(said: str | None) -> int:
    """Return how many columns or rows a cell takes; nonsense is one."""
    return min(max(1, int(said)), 1000) if said and said.isdigit() and len(said) < 7 else 1


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read one table of a page. Raises Problem F01 if the page holds none."""
    progress(READING)
    with mapped(path) as data:
        judged = asked.encoding or encodings.judge(data, progress).encoding
        try:
            text = encodings.decoded(bytes(data), judged)
        except (UnicodeDecodeError, LookupError):
            raise fault("encoding", path, encoding=judged) from None
    page = Tables()
    for start in range(0, len(text), PIECE):
        progress(READING, start, len(text))
        page.feed(text[start:start + PIECE])
    page.close()
    tables = [table for table in map(laid_out, page.tables) if any(any(row) for row in table)]
    if not tables:
        raise fault("nothing", path)
    infos = tuple(SheetInfo(f"Table {index + 1}", len(rows), len(rows[0])) for index, rows in enumerate(tables))
    at = chosen(path, infos, asked)
    grid = Grid.of(framed(tables[at], infos[at].columns))
    choices = {"sheet": tuple(Choice(info.name) for info in infos)} if len(infos) > 1 else {}
    return grid, reading(path, "html", asked, encoding=judged, sheet=infos[at].name, sheets=infos, choices=choices)


def chosen(path: Path, infos: Sequence[SheetInfo], asked: Asked) -> int:
    """Return which table was asked for, else the one with the most cells."""
    names = [info.name for info in infos]
    if asked.sheet is not None:
        if asked.sheet not in names:
            raise fault("sheet", path, sheet=asked.sheet, sheets=", ".join(names))
        return names.index(asked.sheet)
    return max(range(len(infos)), key=lambda at: infos[at].rows * infos[at].columns)


def laid_out(table: Found) -> list[list[str]]:
    """Put every cell where its spans say; a cell over several columns or rows fills its first place alone."""
    rows: list[list[str]] = []
    taken: dict[tuple[int, int], bool] = {}
    for at, cells in enumerate(table.rows):
        row: list[str] = []
        for text, wide, high in cells:
            while taken.get((at, len(row))):
                row.append("")
            start = len(row)
            row += [text, *[""] * (wide - 1)]
            for below in range(at + 1, min(at + high, len(table.rows))):
                taken.update({(below, index): True for index in range(start, start + wide)})
        rows.append(row[:WIDEST])
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]
