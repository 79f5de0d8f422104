"""The row that both lists of station 3 are made of: it can be chosen, shows it, and shows the focus inside itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from .. import look


class PickedRow(QFrame):
    """One row of a list, known by its name; whoever makes it says how high it is and how wide its accent bar."""

    chosen = Signal(str)

    def __init__(self, name: str, height: int, bar: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._bar, self._on = name, bar, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownfocus", True)
        self.setFixedHeight(look.px(height))

    def choose(self, on: bool) -> None:
        """Show the row as chosen or not; nothing moves."""
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the accent bar, the hairline and the focus."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.color("accent_soft" if self._on else "surface"))
            if self._on:
                painter.fillRect(QRect(0, 0, look.px(self._bar), self.height()), look.color("accent"))
            painter.setPen(look.color("line"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            if self.hasFocus():
                painter.setPen(look.color("focus"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -2))
                painter.drawRect(self.rect().adjusted(1, 1, -2, -3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the row that has the keyboard."""
        super().focusInEvent(event)
        self.chosen.emit(self.name)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
