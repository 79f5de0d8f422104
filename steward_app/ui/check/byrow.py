"""The list of bad rows, in file order: line, key, worst mark, number of problems. A million of them open at once."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ...core import glance
from ...core.marks import BadRows
from ...core.schema import SEVERITY_WORDS, Severity
from ...core.shown import Shown
from ...core.table import Table
from .. import look
from ..grid.texts import written
from . import words

ROW, PAGE, PAGES_KEPT, NUMBER = 36, 128, 16, 46


class BadRowModel(QAbstractTableModel):
    """The bad rows in pages; nothing is kept of the rest."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows = BadRows(Shown(0), ())
        self._table: Table | None = None
        self._keys: tuple[int, ...] = ()
        self._pages: OrderedDict[int, list[tuple[int | None, str, str, int]]] = OrderedDict()

    def show(self, rows: BadRows, table: Table | None, keys: tuple[int, ...]) -> None:
        """Show the bad rows of a version; without a table, there must be none."""
        self.beginResetModel()
        self._rows, self._table, self._keys = rows, table, keys
        self._pages.clear()
        self.endResetModel()

    def record(self, position: int) -> int:
        """Return the record at a position."""
        return self._rows.shown.record(position)

    def position(self, record: int) -> int | None:
        """Return where a record stands in the list."""
        return self._rows.shown.position(record)

    def line(self, position: int) -> tuple[int | None, str, str, int]:
        """Return the row of the sheet, the key, the worst severity and the number of problems."""
        start = position - position % PAGE
        if start not in self._pages:
            self._pages[start] = self._fetch(start)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[start][position - start]

    def _fetch(self, start: int) -> list[tuple[int | None, str, str, int]]:
        assert self._table is not None
        shown, stop = self._rows.shown, start + PAGE
        numbers = shown.numbers(self._table, start, stop)
        named = [glance.sheet_of(self._table, record) for record in shown.records(start, stop)]
        keys = [" · ".join([*([sheet] if sheet else []), *(written(row[c]) for c in self._keys if row[c])])
                for sheet, row in zip(named, shown.rows(self._table, start, stop), strict=True)]
        found = self._rows.page(start, stop)
        return [(n, key, worst, count) for n, key, (worst, count) in zip(numbers, keys, found, strict=True)]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many bad rows."""
        return 0 if parent.isValid() else len(self._rows.shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One column."""
        return 0 if parent.isValid() else 1

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line for the delegate, or its words for a screen reader."""
        if role == Qt.ItemDataRole.UserRole:
            return self.line(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            number, key, worst, count = self.line(index.row())
            severity = SEVERITY_WORDS[Severity(worst)].to(self._language) if worst else ""
            said = words.PROBLEMS.with_(n=count).to(self._language)
            row = self.tr("Row {n}").format(n=number or "+")
            return ", ".join(part for part in (row, key, severity, said) if part)
        return None


class BadRowDelegate(QStyledItemDelegate):
    """Draws one bad row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw the mark, the row, the key and the number of problems."""
        number, key, worst, count = index.data(Qt.ItemDataRole.UserRole)
        box, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent_soft" if chosen else "surface"
        painter.save()
        painter.fillRect(box, look.color(ground))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), look.px(4), box.height()), look.color("accent"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        image = look.mark(worst or "ready", 15, behind=ground)
        painter.drawPixmap(box.left() + look.px(9), box.center().y() - look.px(7), image)
        self._words(painter, box, number, key, count)
        if chosen and self.parent().hasFocus():
            painter.setPen(look.color("focus"))
            painter.drawRect(box.adjusted(0, 0, -1, -2))
            painter.drawRect(box.adjusted(1, 1, -2, -3))
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, number: int | None, key: str, count: int) -> None:
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        left = box.left() + look.px(30)
        wide = max(look.px(NUMBER), QFontMetrics(look.font("caption")).horizontalAdvance(str(number or "+")))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        painter.drawText(QRect(left, box.top(), wide, box.height()), middle | int(Qt.AlignmentFlag.AlignRight), str(number or "+"))
        fact = words.PROBLEMS.with_(n=count).to(self.parent().language)
        room = QFontMetrics(look.font("caption")).horizontalAdvance(fact)
        painter.drawText(box.adjusted(0, 0, -look.px(12), 0), middle | int(Qt.AlignmentFlag.AlignRight), fact)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        start = left + wide + look.px(10)
        free = box.right() - look.px(20) - room - start
        text = QFontMetrics(look.font("body")).elidedText(key, Qt.TextElideMode.ElideRight, free)
        painter.drawText(QRect(start, box.top(), free, box.height()), middle, text)


class BadRowList(QTableView):
    """The bad rows; choosing one moves the grid, Enter goes there."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.bad = BadRowModel(language, self)
        self.setModel(self.bad)
        self.setItemDelegate(BadRowDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.setProperty("bare", True)
        self.setAccessibleName(self.tr("Rows with a problem"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._moved)

    def show_anew(self, rows: BadRows, table: Table, keys: tuple[int, ...], record: int | None = None) -> None:
        """Show the bad rows of a version, one of them chosen."""
        self._quiet = True
        self.bad.show(rows, table, keys)
        at = self.bad.position(record) if record is not None else None
        if at is None and self.bad.rowCount():
            at = 0
        if at is not None:
            self.setCurrentIndex(self.bad.index(at, 0))
        self._quiet = False

    def forget(self) -> None:
        """Show nothing."""
        self._quiet = True
        self.bad.show(BadRows(Shown(0), ()), None, ())
        self._quiet = False

    def _moved(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.chosen.emit(self.bad.record(now.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
