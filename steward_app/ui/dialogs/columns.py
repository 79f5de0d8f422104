"""Dialogs 3 and 4: one value for all rows, and columns combined or split."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from .. import look
from ..widgets import Select
from .frame import Frame


class FixedValueDialog(Frame):
    """One value for every row of a field; from its code list where it has one."""

    def __init__(self, parent: QWidget | None, field: str, value: str, codes: list[tuple[str, str]]) -> None:
        super().__init__(parent, self.tr("One value for all rows"), field, icon="pin")
        self.field: Select | QLineEdit
        if codes:
            self.field = Select(field, [(words, code) for words, code in codes])
            self.field.choose(value or codes[0][1])
        else:
            self.field = QLineEdit(value)
            self.field.setAccessibleName(field)
        self.add(self.field)
        self.foot("", ("cancel", self.tr("Cancel"), False), ("apply", self.tr("Apply"), True))
        self.field.setFocus()

    def value(self) -> str | None:
        """Show the dialog; return the value, None if cancelled."""
        if self.ask() != "apply":
            return None
        return self.field.currentData() if isinstance(self.field, Select) else self.field.text().strip() or None


@dataclass(frozen=True)
class Joined:
    """Columns to combine (several, with what stands between) or to split (one, at a mark, part from 1)."""

    columns: tuple[str, ...]
    between: str = " "
    split: bool = False
    part: int = 1


class CombineDialog(Frame):
    """Which columns make up a field, or which part of one column does."""

    def __init__(self, parent: QWidget | None, field: str, columns: list[str], chosen: tuple[str, ...],
                 split: bool = False) -> None:
        title = self.tr("Split a column") if split else self.tr("Combine columns")
        super().__init__(parent, title, field, icon="split" if split else "combine")
        self._split = split
        self.list = QListWidget()
        self.list.setProperty("plain", True)
        self.list.setAccessibleName(self.tr("Columns"))
        for column in columns:
            item = QListWidgetItem(column)
            if not split:
                item.setCheckState(Qt.CheckState.Checked if column in chosen else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, look.px(28)))
            self.list.addItem(item)
        self.list.setCurrentRow(columns.index(chosen[0]) if chosen and chosen[0] in columns else 0)
        self.list.setMinimumHeight(self.high(230))
        self.between = Select(self.tr("Between the parts"), self._marks(), 240)
        self.part = Select(self.tr("Part to keep"), [(str(n), n) for n in range(1, 10)], 240, self)
        if not split:
            self.part.hide()
        self.add(self.list, look.label(self.tr("Between the parts"), "caption", "ink2"), self.between)
        if split:
            self.add(look.label(self.tr("Part to keep"), "caption", "ink2"), self.part)
        self.foot("", ("cancel", self.tr("Cancel"), False), ("apply", self.tr("Apply"), True))
        self.list.setFocus()

    def _marks(self) -> list[tuple[str, object]]:
        return [(self.tr("a space"), " "), (self.tr("a comma and a space"), ", "), (self.tr("a hyphen"), "-"),
                (self.tr("a slash"), "/"), (self.tr("a semicolon"), ";"), (self.tr("nothing"), "")]

    def joined(self) -> Joined | None:
        """Show the dialog; return the choice, None if cancelled or empty."""
        if self.ask() != "apply":
            return None
        items = [self.list.item(row) for row in range(self.list.count())]
        names = tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)
        if self._split:
            names = (self.list.currentItem().text(),) if self.list.currentItem() else ()
        return Joined(names, self.between.currentData(), self._split, self.part.currentData()) if names else None
