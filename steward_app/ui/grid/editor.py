"""Typing into a cell: a bare field; Enter and Tab keep the text and move on, Esc drops it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from .. import look

Choices = Callable[[int], list[tuple[str, str]]]
MOVES = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}


class CellDelegate(QStyledItemDelegate):
    """Makes the editor of a cell, and the list of a code list's choices."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._open: QLineEdit | None = None
        self.choices: Choices = lambda column: []

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        """Return a field that fills the cell."""
        editor = QLineEdit(parent)
        editor.setProperty("cell", True)
        editor.setProperty("ownfocus", True)
        editor.setStyleSheet(f"QLineEdit {{ border: {look.px(2)}px solid {look.hex('focus')}; border-radius: 0; "
                             f"padding: 0 {look.px(4)}px; min-height: 0; }}")
        editor.setFont(look.font("body"))
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading).replace("\n", ", "))
        self._open = editor
        editor.destroyed.connect(lambda _=None: self._gone(editor))
        return editor

    def _gone(self, editor: QLineEdit) -> None:
        if self._open is editor:
            self._open = None

    def setEditorData(self, editor: QLineEdit, index: QModelIndex) -> None:
        """Show the text once; what is being typed is never written over."""
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.setModified(False)

    def setModelData(self, editor: QLineEdit, model: QAbstractItemModel, index: QModelIndex) -> None:
        """Hand the text over."""
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect.adjusted(0, 0, 0, 0))

    def caret_to_end(self) -> None:
        """Select nothing; put the caret behind the text."""
        if (editor := self.editor) is not None:
            editor.deselect()
            editor.setCursorPosition(len(editor.text()))

    @property
    def editor(self) -> QLineEdit | None:
        """The field being typed in, if one is open (the view hides one before it lets it go)."""
        return self._open if self._open is not None and not self._open.isHidden() else None

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab goes right, each with its Shift; the next cell is selected, not opened."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in MOVES:
            down, right = MOVES[event.key()]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and down:
                down = -down
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self._view.step(down, right)
            return True
        return super().eventFilter(editor, event)

    def open_choices(self, view: QWidget, index: QModelIndex) -> None:
        """Open the choices of a code list under the cell; Enter writes the one chosen."""
        choices = self.choices(index.column()) if index.isValid() else []
        if not choices or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        menu = QMenu(view)
        for text, label in choices:
            action = QAction(label.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, text=text: index.model().setData(index, text))
            menu.addAction(action)
        menu.popup(view.viewport().mapToGlobal(view.visualRect(index).bottomLeft()))
