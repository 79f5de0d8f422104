"""The raw rows of the file as the steward sees them in a spreadsheet: each line number tagged, one is the header."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ...core import sheets
from ...core.reading import Peek, Reading
from ...core.text import Text
from .. import look

TAGS = {
    "above": Text("Note", "Note"), "note": Text("Note", "Note"), "blank": Text("Empty", "Vide"),
    "total": Text("Total", "Total"), "repeated_header": Text("Repeated", "Répété"), "section": Text("Section", "Section"),
    "units": Text("Units", "Unités"), "other_table": Text("Other table", "Autre tableau"),
    "by_hand": Text("Left out", "Omise"), "header": Text("Header", "En-tête"),
}
SPANS = ("above", "note", "section", "blank")
COLUMNS_AT_MOST = 60
LOOKED_AT = 60
NUMBER = re.compile(r"[-(]?\$?\s?\d[\d\s\u00a0\u202f.,]*\s?[$%]?\)?$")
TAG_WIDTH, LONG, MOST = 116, 25, 1000  # of a longer cell the beginning is shown
NOWHERE = QModelIndex()


def letters(index: int) -> str:
    """Return the letters a spreadsheet gives a column: 0 is A, 26 is AA."""
    found = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        found, index = chr(65 + rest) + found, index - 1
    return found


def of_numbers(texts: list[str]) -> bool:
    """Tell whether a column holds numbers to line up at the right; codes with leading zeros are none."""
    return bool(texts) and all(NUMBER.match(text) and not re.match(r"0\d", text) for text in texts)


class RawRows(QAbstractTableModel):
    """The first and last raw rows, with the reason why a row is no record."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self.rows: list[tuple[int, tuple[str, ...]]] = []
        self.kinds: dict[int, str] = {}
        self.reasons: dict[int, Text] = {}
        self.numbers: set[int] = set()
        self.parts: sheets.Parts = ()
        self.names: tuple[str, ...] = ()
        self._width = 0

    def show(self, peek: Peek, reading: Reading, names: tuple[str, ...] = ()) -> None:
        """Show the rows of a file, tagged as it was read; `names` are those of a format that names its columns."""
        self.beginResetModel()
        self.names = names
        last = peek.first[-1][0] if peek.first else 0
        self.rows = [*peek.first, *((n, cells) for n, cells in peek.last if n > last)]
        self.parts = reading.parts
        self.kinds = {row: p.kind for p in reading.proposals if p.applied for row in p.rows}
        self.reasons = {row: p.reason for p in reading.proposals if p.applied for row in p.rows}
        self.kinds |= dict.fromkeys(reading.header_rows, "header")
        self._width = min(COLUMNS_AT_MOST, max((len(cells) for _, cells in self.rows), default=0))
        records = [cells for row, cells in self.rows[:LOOKED_AT] if row not in self.kinds]
        self.numbers = {c for c in range(self._width) if of_numbers([r[c] for r in records if c < len(r) and r[c]])}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        """Return how many raw rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = NOWHERE) -> int:
        """Return how many columns."""
        return self._width

    def kind(self, row: int) -> str | None:
        """Return why a row is no record; `header` for the headings."""
        return self.kinds.get(self.rows[row][0])

    def spans(self, row: int) -> bool:
        """Tell whether a row is one text across the sheet: a note or an empty row, but none of several cells."""
        return self.kind(row) in SPANS and sum(map(bool, self.rows[row][1])) <= 1

    def number(self, row: int) -> int:
        """Return what a row is known by: its number, of further sheets counted on."""
        return self.rows[row][0]

    def shown(self, row: int) -> int | None:
        """Return the number a spreadsheet shows for a row."""
        return sheets.shown(self.parts, self.number(row))

    def tag(self, row: int) -> str:
        """Return the word beside a line number."""
        kind = self.kind(row)
        return TAGS[kind].to(self._language) if kind in TAGS else ""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text."""
        _, cells = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells[index.column()][:MOST] if index.column() < len(cells) else ""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            reason = self.reasons.get(self.number(index.row()))
            if reason is None and role == Qt.ItemDataRole.ToolTipRole:
                return self.data(index) if len(self.data(index)) > LONG else None
            return reason.to(self._language) if reason else None
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the letters, and the line number with its tag."""
        if role == Qt.ItemDataRole.DisplayRole:
            if way == Qt.Orientation.Horizontal:
                return self.names[section] if section < len(self.names) else letters(section)
            return f"{self.shown(section)} {self.tag(section)}".strip()
        if role == Qt.ItemDataRole.TextAlignmentRole and way == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class RowTags(QHeaderView):
    """Line numbers with their tags; a click makes the row the header, Shift adds a second header row."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setDefaultSectionSize(look.px(27))
        self.setMinimumSectionSize(look.px(24))

    def sizeHint(self) -> QSize:
        """Leave room for the longest tag."""
        return QSize(look.px(TAG_WIDTH), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the number and its tag; the header's number is filled."""
        model: RawRows = self.model()
        header = model.kind(section) == "header"
        painter.save()
        painter.fillRect(rect, look.color("accent" if header else "sunken"))
        painter.setPen(look.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(look.color("on_accent" if header else "ink2"))
        painter.setFont(look.font("caption_strong" if header else "caption"))
        number = QRect(rect.left(), rect.top(), look.px(36), rect.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(model.shown(section)))
        painter.setPen(look.color("on_accent" if header else "ink"))
        painter.setFont(look.font("body"))
        tag = rect.adjusted(look.px(44), 0, -look.px(4), 0)
        words = painter.fontMetrics().elidedText(model.tag(section), Qt.TextElideMode.ElideRight, tag.width())
        painter.drawText(tag, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class RawCells(QStyledItemDelegate):
    """Draws a raw cell: headings strong on the selection tint, what is left out in the second ink."""

    def __init__(self, grid: RawGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one cell."""
        kind, box = index.model().kind(index.row()), option.rect
        header, current = kind == "header", bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, look.color("select" if header else "accent_soft" if chosen else "surface"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if not index.model().spans(index.row()) or index.column() == index.model().columnCount() - 1:
            painter.drawLine(box.topRight(), box.bottomRight())
        painter.setFont(look.font("strong" if header else "body"))
        painter.setPen(look.color("ink" if kind is None or header else "ink2"))
        text = str(index.data() or "").replace("\n", " ⏎ ")
        numeric = kind is None and index.column() in index.model().numbers
        side = Qt.AlignmentFlag.AlignRight if numeric else Qt.AlignmentFlag.AlignLeft
        room = box.adjusted(look.px(8), 0, -look.px(8), 0)
        if numeric:  # a last column that fills the window keeps its numbers near its heading
            room.setWidth(min(room.width(), self._grid.needed(index.column()) - look.px(16)))
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
        if current:
            painter.setPen(look.color("focus"))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


class RawGrid(QTableView):
    """The raw rows. Enter makes the row the header, Shift+Enter a second header row, Space leaves a row out."""

    header_asked = Signal(object)
    row_asked = Signal(int)

    def __init__(self, model: RawRows, name: str) -> None:
        super().__init__()
        self._last, self._needed = 0, []
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(RawCells(self))
        self.setVerticalHeader(RowTags(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setFixedHeight(look.px(27))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFont(look.font("strong"))
        self.verticalHeader().sectionClicked.connect(self._number_clicked)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Span the notes, size the columns, keep the header in view."""
        model: RawRows = self.model()
        self.clearSpans()
        for row in range(model.rowCount()):
            if model.spans(row) and model.columnCount() > 1:
                self.setSpan(row, 0, 1, model.columnCount())
        self._needed = [self._measured(column) for column in range(model.columnCount())]
        for column, width in enumerate(self._needed):
            self.setColumnWidth(column, width)
        self._last = self._needed[-1] if self._needed else 0
        self._fill_width()

    def _measured(self, column: int) -> int:
        """Return the width that a column needs: its heading whole, its texts up to 260."""
        model: RawRows = self.model()
        body, strong = QFontMetrics(look.font("body")), QFontMetrics(look.font("strong"))
        widest = strong.horizontalAdvance(model.names[column][:40]) if column < len(model.names) else 0
        for row, (_, cells) in enumerate(model.rows[:LOOKED_AT]):
            if column < len(cells) and not model.spans(row):
                measure = strong if model.kind(row) == "header" else body
                widest = max(widest, measure.horizontalAdvance(cells[column][:40]))
        return min(max(widest + look.px(22), look.px(72)), look.px(260))

    def needed(self, column: int) -> int:
        """Return the width that a column needs, however wide it is drawn."""
        return self._needed[column] if column < len(self._needed) else self.columnWidth(column)

    def show_row(self, number: int) -> None:
        """Bring a row of the sheet into view and choose it, where it is among those shown."""
        at = next((index for index, (row, _) in enumerate(self.model().rows) if row == number), None)
        if at is not None:
            self.setCurrentIndex(self.model().index(at, 0))
            self.scrollTo(self.model().index(at, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _fill_width(self) -> None:
        count = self.model().columnCount()
        others = sum(self.columnWidth(column) for column in range(count - 1))
        if count:
            self.setColumnWidth(count - 1, max(self._last, self.viewport().width() - others))

    def resizeEvent(self, event: Any) -> None:
        """Fill the width where the columns leave room."""
        super().resizeEvent(event)
        self._fill_width()

    def _number_clicked(self, row: int) -> None:
        shift = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._ask_header(row, shift)

    def _ask_header(self, row: int, second: bool) -> None:
        model: RawRows = self.model()
        if model.names:  # the format names its columns: no row can
            return
        number = model.number(row)
        rows = sorted({*(n for n, kind in model.kinds.items() if kind == "header"), number}) if second else [number]
        self.header_asked.emit(tuple(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Header by Enter, left out by Space."""
        row = self.currentIndex().row()
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._ask_header(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif row >= 0 and event.key() == Qt.Key.Key_Space:
            self.row_asked.emit(self.model().number(row))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is a click: nothing is edited here."""
