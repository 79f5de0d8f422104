"""The grid itself: a table view that paints its rows from pages, moves as a spreadsheet does, and edits in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from .. import look
from . import drawn
from .editor import CellDelegate
from .headers import ColumnHeader, Corner, RowHeader
from .model import GridModel
from .overview import Overview
from .painted import Painted

NARROWEST, WIDEST, TITLE = 72, 280, 240
MEASURED = 6  # texts of a column: those of most letters
RANGES_AT_MOST = 2000  # a selection of more takes longer than a key may wait


class GridView(QTableView):
    """Rows of text with marks. It asks nothing of the delegate while painting."""

    moved = Signal()
    menu_wanted = Signal(object)
    escaped = Signal()

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._chosen_columns: tuple[int, ...] = ()
        self._beside = -1  # where the chosen column was brought, until the steward scrolls
        self.setProperty("bare", True)
        self.setAccessibleName(self.tr("Rows of the file"))
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self._headers()
        self._manners()
        self.overview = Overview(self)
        self.setVerticalScrollBar(self.overview)
        self.corner = Corner(self)
        model.modelReset.connect(self._reset)
        self.selectionModel().currentChanged.connect(lambda *_: self._row_moved())

    def _headers(self) -> None:
        self.setHorizontalHeader(ColumnHeader(self))
        self.setVerticalHeader(RowHeader(self))
        self.horizontalHeader().sectionResized.connect(lambda *_: self.viewport().update())

    def _manners(self) -> None:
        mode = QAbstractItemView.EditTrigger
        self.setEditTriggers(mode.EditKeyPressed | mode.DoubleClicked | mode.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.setMouseTracking(True)

    @property
    def grid(self) -> GridModel:
        """The model."""
        return self._model

    @property
    def chosen_columns(self) -> tuple[int, ...]:
        """The columns of the problem chosen in the list."""
        return self._chosen_columns

    def choose_columns(self, columns: tuple[int, ...]) -> None:
        """Show some columns as those of the chosen problem, and bring the first next to the row header."""
        self._chosen_columns = columns
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self._beside = -1
        if columns:
            self._bring_beside()

    def _bring_beside(self) -> None:
        """Bring the first chosen column next to the row header, or as near as the last columns let it."""
        self.updateGeometries()  # else the bar may still end where the columns shown before did
        self.horizontalScrollBar().setValue(self.horizontalHeader().sectionPosition(self._chosen_columns[0]))
        self._beside = self.horizontalScrollBar().value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chosen column where it was brought, where a pane has taken its room."""
        super().resizeEvent(event)
        if self._chosen_columns and self._beside == self.horizontalScrollBar().value():
            self._bring_beside()

    def _reset(self) -> None:
        self.verticalHeader().measure()
        self.updateGeometries()
        self.overview.forget()

    def _row_moved(self) -> None:
        self.viewport().update()
        self.verticalHeader().viewport().update()
        self.moved.emit()

    def fit_columns(self) -> None:
        """Give each column the width of its headings and of the texts on the first page."""
        metrics, strong = QFontMetrics(look.font("body")), QFontMetrics(look.font("strong"))
        rows = self._model.page(0).rows[:60] if self._model.rowCount() else []
        for index, heading in enumerate(self._model.headings):
            titles = max(strong.horizontalAdvance(heading.title), metrics.horizontalAdvance(heading.source))
            longest = sorted({(row[index] or "")[:60] for row in rows}, key=len)[-MEASURED:]
            texts = max(map(metrics.horizontalAdvance, longest), default=0)
            room = look.px(2 * drawn.PADDING + (drawn.ROOM_FOR_MARK - drawn.PADDING if heading.numeric else 4))
            wide = max(min(titles, look.px(TITLE)) + look.px(40), texts + room)
            self.setColumnWidth(index, min(max(wide, look.px(NARROWEST)), look.px(WIDEST)))

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible rows from the page, backgrounds first, then texts, then marks."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(self.viewport().rect(), look.color("surface"))
            if self._model.rowCount() and self._model.columnCount():
                Painted(self, painter).draw()

    def visible_columns(self) -> list[tuple[int, int, int]]:
        """Return (column, x, width) of what is in view."""
        width, found = self.viewport().width(), []
        column = max(0, self.columnAt(0))
        while column < self._model.columnCount():
            x = self.columnViewportPosition(column)
            if x >= width:
                break
            if not self.isColumnHidden(column):
                found.append((column, x, self.columnWidth(column)))
            column += 1
        return found

    def visible_rows(self) -> range:
        """Return the rows in view."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        many = self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()) + 2
        return range(first, min(self._model.rowCount(), first + many))

    # Moving and editing.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as a spreadsheet does."""
        key, mods = event.key(), event.modifiers()
        shift, ctrl = bool(mods & Qt.KeyboardModifier.ShiftModifier), bool(mods & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space:
            self._space(shift=shift, ctrl=ctrl)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl:
            self.step(-1 if shift else 1, 0)
        elif key == Qt.Key.Key_Down and mods & Qt.KeyboardModifier.AltModifier:
            self.itemDelegate().open_choices(self, self.currentIndex())
        elif key == Qt.Key.Key_Escape and self.state() != QAbstractItemView.State.EditingState:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shift:
            self._far(key == Qt.Key.Key_End, ctrl=ctrl)
        else:
            super().keyPressEvent(event)

    def _space(self, *, shift: bool, ctrl: bool) -> None:
        index = self.currentIndex()
        if index.isValid() and shift:
            self.selectRow(index.row())
        elif index.isValid() and ctrl:
            self.selectColumn(index.column())

    def _far(self, end: bool, *, ctrl: bool) -> None:
        index = self.currentIndex()
        column = self._model.columnCount() - 1 if end else 0
        row = (self._model.rowCount() - 1 if end else 0) if ctrl else max(0, index.row())
        self.go(row, column)

    def step(self, down: int, right: int) -> None:
        """Select the next cell without opening it; the last row and column hold."""
        index = self.currentIndex()
        row = min(max(index.row() + down, 0), self._model.rowCount() - 1)
        column = min(max(index.column() + right, 0), self._model.columnCount() - 1)
        self.go(row, column)

    def go(self, row: int, column: int) -> None:
        """Select one cell and bring it into view."""
        index = self._model.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def go_beside_header(self, row: int, columns: tuple[int, ...]) -> None:
        """Select a cell of the chosen problem, its column next to the row header."""
        self.go(row, columns[0] if columns else max(0, self.currentIndex().column()))
        self.choose_columns(columns)

    def edit(self, index: QModelIndex, trigger: QAbstractItemView.EditTrigger | None = None,
             event: QEvent | None = None) -> bool:
        """Open the editor; F2 and a double click put the caret at the end with nothing selected."""
        if trigger is None:
            return super().edit(index)
        opened = super().edit(index, trigger, event)
        by_key = trigger in (QAbstractItemView.EditTrigger.EditKeyPressed, QAbstractItemView.EditTrigger.DoubleClicked)
        if opened and by_key:
            self.itemDelegate().caret_to_end()
        return opened

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A right click outside the selection moves it first."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton and index.isValid():
            if not self.selectionModel().isSelected(index):
                self.go(index.row(), index.column())
            return
        super().mousePressEvent(event)

    def _ask_menu(self, where: object) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(where))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole message, or the whole text where it lacks room, as a tooltip."""
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self._hint(index) if index.isValid() else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def _hint(self, index: QModelIndex) -> str:
        said, text = self._model.said(index.row(), index.column()), self._model.text(index.row(), index.column()) or ""
        tight = QFontMetrics(look.font("body")).horizontalAdvance(text) > self.columnWidth(index.column()) - look.px(16)
        return "\n".join(part for part in (text if tight else "", said) if part)

    def updateGeometries(self) -> None:
        """Keep the corner over the row header."""
        super().updateGeometries()
        if hasattr(self, "corner"):
            self.corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())
            self.corner.raise_()

    def block(self) -> tuple[list[int], list[int]] | None:
        """Return the rows and columns of the selection where they form a block; None where they do not."""
        ranges = list(self.selectionModel().selection())
        rows = sorted({r for each in ranges for r in range(each.top(), each.bottom() + 1)})
        columns = sorted({c for each in ranges for c in range(each.left(), each.right() + 1)})
        full = sum(each.height() * each.width() for each in ranges) == len(rows) * len(columns)
        return (rows, columns) if rows and columns and full else None

    def select_cells(self, cells: list[tuple[int, int]]) -> None:
        """Select some cells and bring the first into view."""
        if not cells:
            return
        self.go(*cells[0])
        selection = QItemSelection()
        for top, bottom, column in runs(cells)[:RANGES_AT_MOST]:
            selection.select(self._model.index(top, column), self._model.index(bottom, column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def runs(cells: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return (first row, last row, column) of cells that stand under one another without a gap."""
    found: list[tuple[int, int, int]] = []
    for row, column in cells:
        if found and found[-1][2] == column and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row, column)
        else:
            found.append((row, row, column))
    return found
