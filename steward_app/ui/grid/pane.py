"""The grid with what stands over it: the filter line and the find bar; copy, paste and typing become edits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget

from ...core.edits import Edit
from ...core.shown import Shown
from .. import look
from ..widgets import quiet, rich
from ..widgets.texts import say
from . import cells
from .find import FindBar
from .model import GridModel, GridState
from .view import GridView


class GridPane(QWidget):
    """Filter line, find bar, grid. It does nothing itself: `asked` carries an Edit, and the page does it."""

    asked = Signal(object)
    chosen = Signal(int, int)
    all_wanted = Signal()
    fix_wanted = Signal()
    unwritten = Signal(int)

    def __init__(self, search: Callable[..., None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = GridModel(self)
        self.view = GridView(self.model, self)
        self.find = FindBar(search, self)
        self._filter_line()
        look.stack(self, self.bar, self.find, self.view)
        self.layout().setStretchFactor(self.view, 1)
        self.find.found.connect(self._go_to_record)
        self.find.closed.connect(self.view.setFocus)
        self.model.edited.connect(self.asked)
        self.view.moved.connect(self._moved)
        self.view.menu_wanted.connect(self._menu)
        self.view.escaped.connect(self._escape)
        self._keys()

    def _filter_line(self) -> None:
        self.bar = QFrame()
        self.bar.setProperty("ground", "window")
        look.fixed(self.bar, height=40)
        self.sentence = rich("", "body")
        self.all_button = quiet("", self.all_wanted.emit)
        self.find_button = quiet(self.tr("Find"), self.open_find, icon="search")
        self._funnel = look.picture(look.pixmap("funnel", "accent", 16))
        self.bar.setLayout(look.row(self._funnel, self.sentence, self.all_button, None, self.find_button, gap=8,
                                    margins=(12, 0, 12, 0)))

    def _keys(self) -> None:
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Del"), self.view, self.empty_cells, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Shift+F3"), self, lambda: self.find.step(back=True), context=here)

    # What is shown

    def show_rows(self, state: GridState, shown: Shown | None = None) -> None:
        """Show a version of a document, and which of its records (all, unless said)."""
        first = self.model.state is None or self.model.state.document.table.columns != state.document.table.columns
        self.model.show(state, shown)
        self._after(first)

    def choose(self, shown: Shown) -> None:
        """Show other records of the same version."""
        self.model.choose(shown)
        self._after(False)

    def renew(self, state: GridState) -> None:
        """Show another version of the same rows; nothing moves."""
        self.model.renew(state)
        self.view.overview.forget()
        self.view.viewport().update()

    def _after(self, first: bool) -> None:
        self.find.forget()
        if first:
            self.view.fit_columns()
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self.view.go(0, self.view.chosen_columns[0] if self.view.chosen_columns else 0)

    def say(self, sentence: str, all_rows: str = "") -> None:
        """Write the filter line; `all_rows` is the button that drops the filter."""
        say(self.sentence, sentence)
        self._funnel.setVisible(bool(all_rows))
        self.all_button.setText(all_rows)
        self.all_button.setAccessibleName(all_rows)
        self.all_button.setVisible(bool(all_rows))

    def current(self) -> tuple[int, int] | None:
        """Return the record and column of the current cell."""
        index = self.view.currentIndex()
        return (self.model.record(index.row()), index.column()) if index.isValid() else None

    def go_to(self, record: int, columns: tuple[int, ...] = ()) -> bool:
        """Select a record's cell, its columns beside the row header. Returns whether it is shown."""
        position = self.model.shown.position(record)
        if position is not None:
            self.view.go_beside_header(position, columns)
        return position is not None

    def commit(self) -> None:
        """Save an open editor."""
        delegate = self.view.itemDelegate()
        if delegate.editor is not None:
            editor = delegate.editor
            delegate.commitData.emit(editor)
            delegate.closeEditor.emit(editor, delegate.EndEditHint.NoHint)

    def _moved(self) -> None:
        if (where := self.current()) is not None:
            self.chosen.emit(*where)

    # Finding

    def open_find(self) -> None:
        """Open the find bar."""
        self.find.begin()

    def _escape(self) -> None:
        """Esc closes the find bar, then drops the filter."""
        if not self.find.isHidden():
            self.find.end()
        elif not self.all_button.isHidden():
            self.all_wanted.emit()

    def _go_to_record(self, record: int, column: int) -> None:
        position = self.model.shown.position(record)
        if position is None:
            self.all_wanted.emit()
            position = self.model.shown.position(record)
        if position is not None:
            self.view.go(position, column if column >= 0 else max(0, self.view.currentIndex().column()))

    # Cells as edits

    def copy(self) -> None:
        """Copy the selection as tab-separated text, with the file's own text."""
        if (block := self.view.block()) is not None:
            QApplication.clipboard().setText(cells.copied(self.model, *block))

    def cut(self) -> None:
        """Copy the selection and empty it."""
        self.copy()
        self.empty_cells()

    def paste(self) -> None:
        """Write the clipboard into the cells shown, from the first of the selection."""
        if (block := self.view.block()) is not None:
            edit, lost = cells.pasted(self.model, *block, QApplication.clipboard().text())
            self._ask(edit)
            if lost:
                self.unwritten.emit(lost)

    def empty_cells(self) -> None:
        """Empty the selected cells, as one step."""
        if (block := self.view.block()) is not None:
            self._ask(cells.emptied(self.model, *block))

    def fill_down(self) -> None:
        """Write the first row of the selection into its other rows."""
        if (block := self.view.block()) is not None:
            self._ask(cells.filled_down(self.model, *block))

    def _ask(self, edit: Edit | None) -> None:
        state = self.model.state
        if edit is not None and state is not None and not state.read_only:
            self.asked.emit(edit)

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self.view)
        index = self.view.currentIndex()
        if index.isValid() and self.model.problem(index.row(), index.column()):
            menu.addAction(look.icon("wand-sparkles", "accent"), self.tr("Fix this problem…"), self.fix_wanted.emit)
            menu.addSeparator()
        menu.addAction(self.tr("Edit the cell\tF2"), lambda: self.view.edit(self.view.currentIndex()))
        menu.addAction(self.tr("Copy\tCtrl+C"), self.copy)
        menu.addAction(self.tr("Paste\tCtrl+V"), self.paste)
        menu.addAction(self.tr("Fill down\tCtrl+D"), self.fill_down)
        menu.addAction(self.tr("Empty the cells\tDel"), self.empty_cells)
        menu.popup(where)

    # Across a change of language

    def keep(self) -> dict[str, Any]:
        """Return the current cell and the scroll."""
        index = self.view.currentIndex()
        return {"row": index.row(), "column": index.column(), "across": self.view.horizontalScrollBar().value(),
                "down": self.view.verticalScrollBar().value()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put them back."""
        self.view.go(kept["row"], kept["column"])
        self.view.horizontalScrollBar().setValue(kept["across"])
        self.view.verticalScrollBar().setValue(kept["down"])
