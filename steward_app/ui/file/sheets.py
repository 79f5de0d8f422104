"""The sheets of a workbook: which one is read, and the question of two that may both be the data."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ...core.reading import Reading, SheetInfo
from ...core.text import Text
from ...workspace.questions import rival_sheets
from .. import look
from ..widgets import Elided, Select
from .asking import Option, Question
from .reading import COLUMNS, ROWS

ALL = "*"  # every sheet, as one table
SHEET = Text("Sheet", "Feuille")
ALL_SHEETS = Text("All {n} sheets, as one table", "Les {n} feuilles, en un seul tableau")
SIZED = Text("{name} ({rows} × {columns})", "{name} ({rows} × {columns})")
HIDDEN = Text("{name} · hidden", "{name} · masquée")
ASKS = Text("Which sheet holds your data?", "Quelle feuille contient vos données?")
ONCE = Text("Several look like a table; one is read at a time.", "Plusieurs ressemblent à un tableau; une seule est lue à la fois.")
SIZE = Text("{rows}, {columns}", "{rows}, {columns}")
NARROW, WIDE, MOST = 200, 360, 3


def sheet_select(reading: Reading, language: str, choose: Callable[[str], object]) -> Select:
    """Return the list of sheets, as wide as its longest name needs."""
    entries = [(words_of(sheet).to(language), sheet.name) for sheet in reading.sheets]
    if whole := together(reading):
        entries.insert(0, (ALL_SHEETS.with_(n=whole).to(language), ALL))
    widest = max(look.ellipsis_width(words) for words, _ in entries) + look.px(48)
    made = Select(SHEET.to(language), entries)
    made.setFixedWidth(max(look.px(NARROW), min(widest, look.px(WIDE))))
    made.choose(reading.sheet or ALL)
    made.currentIndexChanged.connect(lambda: choose(made.currentData()))
    return made


def to_choose(reading: Reading) -> bool:
    """Tell whether the file has sheets worth showing; a lone layer that says nothing of its size is none."""
    return len(reading.sheets) > 1 or any(sheet.rows for sheet in reading.sheets)


def words_of(sheet: SheetInfo) -> Text:
    """Return the name of a sheet, its size, and whether it is hidden."""
    sized = SIZED.with_(name=sheet.name, rows=sheet.rows, columns=sheet.columns) if sheet.rows else Text(sheet.name, sheet.name)
    return HIDDEN.with_(name=sized) if sheet.hidden else sized


def together(reading: Reading) -> int:
    """Return how many sheets are, or may be, read as one table; 0 where they may not."""
    shown = [sheet for sheet in reading.sheets if not sheet.hidden and sheet.rows > 1]
    if len(shown) < 2:
        return 0
    return len(shown) if reading.sheet is None or len({sheet.columns for sheet in shown}) == 1 else 0


def sheet_question(reading: Reading, language: str, answer: Callable[[str], object]) -> Question:
    """Return the question of the sheets; `answer` is given the name of one."""
    options = [Option(sheet.name, sheet.name, lambda sheet=sheet: proof(sheet, language))
               for sheet in rival_sheets(reading)[:MOST]]
    return Question(ASKS.to(language), ONCE.to(language), options, answer)


def proof(sheet: SheetInfo, language: str) -> QWidget:
    """Return the size of a sheet."""
    said = SIZE.with_(rows=ROWS.with_(n=sheet.rows), columns=COLUMNS.with_(n=sheet.columns))
    host = QWidget()
    look.stack(host, Elided(said.to(language), "body", "ink2"))
    return host
