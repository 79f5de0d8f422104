"""One painting of the grid: grounds, texts, lines, marks, ring, each drawn for all visible cells at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from .. import look
from . import drawn
from .model import Page
from .texts import written

if TYPE_CHECKING:
    from .view import GridView


class Painted:
    """One painting of a view: what it needs, looked up once."""

    def __init__(self, view: GridView, painter: QPainter) -> None:
        self._view, self._painter, self._model = view, painter, view.grid
        self._columns = view.visible_columns()
        self._rows = view.visible_rows()
        self._height = view.verticalHeader().defaultSectionSize()
        self._font, self._metrics = look.font("body"), QFontMetrics(look.font("body"))
        self._current = view.currentIndex()
        self._softs = {soft: look.color(f"{soft}_soft") for soft in look.SOFTS}

    def draw(self) -> None:
        """Draw everything."""
        self._painter.setFont(self._font)
        self._grounds()
        self._texts()
        self._lines()
        self._signs()
        self._ring()

    def _cells(self) -> Iterator[tuple[int, Page, int, int]]:
        top = self._view.rowViewportPosition(self._rows.start) if self._rows else 0
        for offset, position in enumerate(self._rows):
            page = self._model.page(position)
            yield position, page, position - page.start, top + offset * self._height

    def _grounds(self) -> None:
        painter, select = self._painter, look.color("select")
        right = self._columns[-1][1] + self._columns[-1][2] if self._columns else 0
        for position, page, at, y in self._cells():
            if position == self._current.row():
                painter.fillRect(0, y, right, self._height, select)
            marks = page.marks[at]
            for column, x, width in self._columns if marks else ():
                if column in marks:
                    painter.fillRect(x, y, width, self._height, self._softs[soft_of(marks[column].severity)])
        self._selection(select)

    def _selection(self, select: QColor) -> None:
        first, last = self._rows.start, self._rows.stop - 1
        top = self._view.rowViewportPosition(first) if self._rows else 0
        several = self._view.selectionModel().selection()
        if len(several) == 1 and several[0].height() == 1 and several[0].width() == 1:
            return
        for each in several:
            for row in range(max(each.top(), first), min(each.bottom(), last) + 1):
                for column, x, width in self._columns:
                    if each.left() <= column <= each.right():
                        self._painter.fillRect(x, top + (row - first) * self._height, width, self._height, select)

    def _texts(self) -> None:
        painter, metrics = self._painter, self._metrics
        down = (self._height + metrics.ascent() - metrics.descent()) // 2
        pad, room, wide = look.px(drawn.PADDING), look.px(drawn.ROOM_FOR_MARK), metrics.maxWidth()
        numeric = [heading.numeric for heading in self._model.headings]
        empties = []
        painter.setPen(look.color("ink"))
        for _, page, at, y in self._cells():
            row, marks = page.rows[at], page.marks[at]
            for column, x, width in self._columns:
                text = row[column]
                if not text:
                    if column in marks:
                        empties.append((x + pad, y + down, marks[column].severity))
                    continue
                text = written(text)
                free = width - pad - (room if numeric[column] else pad)
                if len(text) * wide > free and metrics.horizontalAdvance(text) > free:
                    text = metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, free)
                left = x + width - room - metrics.horizontalAdvance(text) if numeric[column] else x + pad
                painter.drawText(left, y + down, text)
        self._empties(empties)

    def _empties(self, places: list[tuple[int, int, str]]) -> None:
        slanted = look.font("body")
        slanted.setItalic(True)
        self._painter.setFont(slanted)
        word = self._view.tr("empty")
        for x, y, severity in places:
            self._painter.setPen(look.color(soft_of(severity)))
            self._painter.drawText(x, y, word)
        self._painter.setFont(self._font)

    def _lines(self) -> None:
        painter = self._painter
        painter.setPen(look.color("line"))
        right = self._columns[-1][1] + self._columns[-1][2] if self._columns else 0
        bottom = 0
        for _, _, _, y in self._cells():
            bottom = y + self._height
            painter.drawLine(0, bottom - 1, right - 1, bottom - 1)
        for _, x, width in self._columns:
            painter.drawLine(x + width - 1, 0, x + width - 1, bottom - 1)

    def _signs(self) -> None:
        for _, page, at, y in self._cells():
            marks, who = page.marks[at], page.hands[at]
            for column, x, width in self._columns if marks or who else ():
                cell = QRect(x, y, width - 1, self._height - 1)
                if column in marks:
                    drawn.mark(self._painter, str(marks[column].severity), cell)
                elif column in who:
                    drawn.hand(self._painter, who[column], cell)

    def _ring(self) -> None:
        if not self._current.isValid():
            return
        cell = self._view.visualRect(self._current)
        self._painter.setPen(QPen(look.color("focus" if self._view.hasFocus() else "control"), look.px(2)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(cell.adjusted(0, 0, -2, -2))


def soft_of(severity: str) -> str:
    """Return the token of a severity; a note is drawn as advice."""
    return str(severity) if str(severity) in look.SOFTS else "better"
