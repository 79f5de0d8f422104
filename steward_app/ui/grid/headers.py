"""The headers of the grid: titles over the file's own headings; row numbers and keys; the corner between."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from .. import look
from . import drawn

HEADER = 44
NUMBER = 34
KEY_WIDEST = 184


class ColumnHeader(QHeaderView):
    """The field's title over the file's own heading; the chosen problem's columns stand out."""

    menu_wanted = Signal(int, str)

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.px(40))
        self.setFixedHeight(look.px(HEADER))
        self.setAccessibleName(self.tr("Columns"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the column under the pointer."""
        if (column := self.logicalIndexAt(event.pos())) >= 0:
            self.open_menu(column)

    def open_menu(self, column: int) -> None:
        """Offer the orders of a column: a way of looking, never an edit."""
        menu = QMenu(self)
        for way, words in (("up", self.tr("Sort up")), ("down", self.tr("Sort down")),
                           ("source", self.tr("Order of the file"))):
            menu.addAction(words, lambda way=way: self.menu_wanted.emit(column, way))
        menu.popup(self.mapToGlobal(QPoint(self.sectionViewportPosition(column), self.height())))

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(look.px(NUMBER), look.px(HEADER))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sections in view."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), look.color("sunken"))
            for column, x, width in self._view.visible_columns():
                self._section(painter, column, QRect(x, 0, width, self.height()))
            painter.setPen(look.color("line"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _section(self, painter: QPainter, column: int, box: QRect) -> None:
        heading = self._view.grid.headings[column]
        chosen = column in self._view.chosen_columns
        if chosen:
            painter.fillRect(box, look.color("accent_soft"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.right(), box.top(), box.right(), box.bottom())
        pad, sign = look.px(drawn.PADDING), look.px(20) if heading.mark else 0
        words = box.adjusted(pad, 0, -pad - sign, 0)
        two_lines(painter, heading.title, heading.source, words)
        if heading.mark:
            image = look.mark(heading.mark if heading.mark in look.SOFTS else "better", 12, behind="sunken")
            painter.drawPixmap(box.right() - pad - look.px(11), box.top() + look.px(7), image)
        if chosen:
            painter.fillRect(box.left(), box.bottom() - look.px(3) + 1, box.width(), look.px(3), look.color("accent"))


def two_lines(painter: QPainter, title: str, source: str, box: QRect) -> None:
    """Draw a title, and under it the file's own heading where it says something else."""
    strong, caption = look.font("strong"), look.font("caption")
    half = box.height() // 2
    upper = QRect(box.left(), box.top() + look.px(3), box.width(), half - look.px(3)) if source else box
    painter.setFont(strong)
    painter.setPen(look.color("ink"))
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(upper, flags, QFontMetrics(strong).elidedText(title, Qt.TextElideMode.ElideRight, box.width()))
    if source:
        painter.setFont(caption)
        painter.setPen(look.color("ink2"))
        lower = QRect(box.left(), box.top() + half - look.px(1), box.width(), half - look.px(4))
        painter.drawText(lower, flags,
                         QFontMetrics(caption).elidedText(source, Qt.TextElideMode.ElideRight, box.width()))


class RowHeader(QHeaderView):
    """The row of the sheet, then the record's own key."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._number, self._key = look.px(NUMBER), 0
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(look.px(20))
        self.setDefaultSectionSize(look.grid_row())
        self.setAccessibleName(self.tr("Rows"))

    @property
    def key_left(self) -> int:
        """Where the key begins."""
        return self._number + look.px(9)

    def measure(self) -> None:
        """Give the numbers and keys the room that the rows shown need."""
        model = self._view.grid
        caption, body = QFontMetrics(look.font("caption")), QFontMetrics(look.font("body"))
        count, keys = model.rowCount(), []
        last = model.number(count - 1) if count else 0
        self._number = max(look.px(NUMBER), caption.horizontalAdvance(str(last or count)) + look.px(18))
        if model.key_columns and count:
            keys = [model.key(position) for position in range(min(60, count))]
        widest = max((body.horizontalAdvance(key) for key in keys), default=0)
        titles = max((look.ellipsis_width(model.headings[c].title, "strong") for c in model.key_columns[:1]), default=0)
        self._key = min(max(widest, titles), look.px(KEY_WIDEST)) + look.px(16) if model.key_columns else 0
        self.setDefaultSectionSize(look.grid_row())
        self.setFixedWidth(self._number + (self._key or look.px(8)))

    def sizeHint(self) -> QSize:
        """As wide as measured."""
        return QSize(self._number + (self._key or look.px(8)), look.px(HEADER))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view: the number in caption at the right of its place, then the key."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), look.color("sunken"))
            rows = self._view.visible_rows()
            top = self._view.rowViewportPosition(rows.start) if rows else 0
            current = self._view.currentIndex().row()
            for offset, position in enumerate(rows):
                self._row(painter, position, top + offset * self.defaultSectionSize(), position == current)
            painter.setPen(look.color("line"))
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _row(self, painter: QPainter, position: int, y: int, current: bool) -> None:
        model, height = self._view.grid, self.defaultSectionSize()
        if current:
            painter.fillRect(0, y, self.width(), height, look.color("select"))
        number, right = model.number(position), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("caption_strong" if current else "caption"))
        painter.setPen(look.color("ink" if current else "ink2"))
        painter.drawText(QRect(0, y, self._number, height), right, str(number or "+"))
        page = model.page(position)
        if (problem := page.marks[position - page.start].get(-1)) is not None:
            painter.drawPixmap(look.px(3), y + (height - look.px(10)) // 2,
                               look.mark(str(problem.severity), 10, behind="sunken"))
        if self._key:
            self._draw_key(painter, model.key(position), y, height)
        painter.setPen(look.color("line"))
        painter.drawLine(0, y + height - 1, self.width(), y + height - 1)

    def _draw_key(self, painter: QPainter, key: str, y: int, height: int) -> None:
        font = look.font("body")
        painter.setFont(font)
        painter.setPen(look.color("ink"))
        room = self._key - look.px(14)
        box = QRect(self.key_left, y, room, height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                         QFontMetrics(font).elidedText(key, Qt.TextElideMode.ElideRight, room))


class Corner(QWidget):
    """What stands over the row header: the title of the key's column."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title of the key."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.color("sunken"))
            model = self._view.grid
            if model.key_columns and model.headings:
                heading = model.headings[model.key_columns[0]]
                left = self._view.verticalHeader().key_left
                two_lines(painter, heading.title, heading.source, self.rect().adjusted(left, 0, -look.px(4), 0))
            painter.setPen(look.color("line"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
