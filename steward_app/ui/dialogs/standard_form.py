"""The form of a steward's own standard: its fields at the left, what the chosen one says at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QWidget

from ...workspace.own_form import FieldForm, StandardForm
from .. import look
from ..widgets import quiet
from ..widgets.tall import Tall
from .frame import Frame
from .standard_parts import Editor, FieldEditor, WordsEditor

LIST, HEIGHT = 250, 430


class StandardFormDialog(Frame):
    """Saves only once nothing is wrong; until then Save leads to what is."""

    def __init__(self, parent: QWidget | None, form: StandardForm, language: str) -> None:
        title = form.said["title_fr"] if language == "fr" else form.said["title"]
        super().__init__(parent, self.tr("Your standard: {title}").format(title=title or form.raw["name"]), self.tr(
            "What you do not see here stays as it is in the file."), icon="table-properties", width=980)
        self.form, self._language = form, language
        self.list = QListWidget()
        self.list.setProperty("plain", True)
        self.list.setAccessibleName(self.tr("Fields"))
        self.list.setFixedWidth(look.px(LIST))
        self.list.setIconSize(QSize(look.px(14), look.px(14)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.right = Tall()
        self.right.setMinimumHeight(self.high(HEIGHT))
        self.editor: Editor | None = None
        add = quiet(self.tr("Add a field"), self._add, icon="plus")
        pair = look.row(look.column(self.list, look.row(add, None), gap=6), self.right, gap=16)
        pair.setStretch(1, 1)
        self.content.addLayout(pair)
        self.foot("", ("cancel", self.tr("Cancel"), False), ("save", self.tr("Save in my standards"), True))
        self._list_fields()
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    # The list

    def _list_fields(self) -> None:
        blocked = self.list.blockSignals(True)
        self.list.clear()
        self.list.addItem(self.tr("The standard itself"))
        for item in self.form.fields:
            self.list.addItem(item.shown_title)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, look.px(28)))
        self.list.blockSignals(blocked)
        self._mark()

    def _mark(self) -> None:
        wrong = {place for place, _ in self.form.faults()}
        for place in range(len(self.form.fields)):
            self._mark_line(place, wrong=place in wrong)

    def _mark_line(self, place: int, *, wrong: bool) -> None:
        line, field = self.list.item(place + 1), self.form.fields[place]
        line.setText(field.shown_title)
        line.setIcon(look.mark_icon("must", 14) if wrong else QIcon())
        line.setToolTip(field.name)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        self._mark()
        if row == 0:
            self.editor = WordsEditor(self.form, self._language, self._changed)
        else:
            self.editor = FieldEditor(self.form, self.form.fields[row - 1], self._language, self._changed)
            self.editor.left_out.connect(self._leave_out)
        self.right.setWidget(self.editor)
        self.right.settle()
        self.right.verticalScrollBar().setValue(0)

    def _changed(self) -> None:
        self.right.settle()
        row = self.list.currentRow()
        if row > 0:
            self._mark_line(row - 1, wrong=bool(self.editor.faults()))

    def _add(self) -> None:
        made = self.form.add()
        self._list_fields()
        self.list.setCurrentRow(len(self.form.fields))
        self.list.currentItem().setText(made.shown_title)
        self.editor.focus_on("title")

    def _leave_out(self, field: FieldForm) -> None:
        row = self.form.fields.index(field)
        self.form.fields.remove(field)
        self._list_fields()
        self.list.setCurrentRow(min(row + 1, len(self.form.fields)))
        self.list.setFocus()

    # Answering

    def finish(self, key: str | None) -> None:
        """Close, but never on Save while a new fault stands: the form leads to it instead."""
        wrong = self.form.blocking() if key == "save" else None
        if wrong is None:
            super().finish(key)
            return
        self.list.setCurrentRow(wrong[0] + 1)
        self.editor.focus_on(wrong[1])

    def result_of(self) -> dict[str, Any] | None:
        """Show the dialog; return the standard's JSON, None if cancelled."""
        return self.form.result() if self.ask() == "save" else None
