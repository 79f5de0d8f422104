"""The ring around whatever has the keyboard: one for the whole window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFocusFrame, QMenuBar, QScrollArea, QWidget

from .. import look

# These draw the focus inside themselves.
_OWN = (QAbstractItemView, QMenuBar, QScrollArea)


class FocusFrame(QFocusFrame):
    """A 2 px ring outside the control, with a gap; amber on the rail and the toast."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setStyle(look.ring_style())
        QApplication.instance().focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and now.window() is self._window.window()
        shown = now if inside and not isinstance(now, _OWN) and not now.property("ownfocus") else None
        self.setWidget(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        target = self.widget()
        if target is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            token = "rail_focus" if target.property("onrail") else "focus"
            painter.setPen(QPen(look.color(token), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = look.px(2) / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), look.px(6), look.px(6))


