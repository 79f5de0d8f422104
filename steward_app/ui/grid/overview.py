"""The strip at the right of the grid: a scroll bar in which ticks show where the problems are."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ...core.schema import Severity
from .. import look

WIDE = 14
TICK = 2.4


class Overview(QScrollBar):
    """A scroll bar 14 px wide; must-fix ticks span it, please-check ticks are short, the view is an outline."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._ticks: dict[str, list[int]] = {}
        self._of: tuple[object, int] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._count)
        self.setStyleSheet(f"QScrollBar:vertical {{ width: {look.px(WIDE)}px; }}")
        self.setAccessibleName(self.tr("Where the problems are"))

    def forget(self) -> None:
        """Look again where the problems are, when next drawn."""
        self._of = None
        self.update()

    def ticks(self) -> dict[str, list[int]]:
        """Return the places of ticks by severity, in tick heights from the top; other ones are counted in the next turn."""
        if self._of != self._now():
            self._timer.start()
        return self._ticks

    def _now(self) -> tuple[object, int]:
        return self._view.grid.state, max(1, int(self.height() / look.px(TICK + 1)))

    def _count(self) -> None:
        self._of, self._ticks = self._now(), {}
        state, count = self._of
        if state is not None and state.findings is not None and state.findings.height == state.document.table.height:
            shown = self._view.grid.shown
            for severity in (Severity.CHECK, Severity.MUST):
                self._ticks[severity] = shown.buckets(state.findings.rows_marked(severity), count)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, ticks, and the outline of what is in view."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.color("sunken"))
            step, thick = look.px(TICK + 1), max(2, look.px(TICK))
            for severity, places in self.ticks().items():
                inset = look.px(2) if severity == Severity.MUST else look.px(4)
                colour = look.color(str(severity))
                for place in places:
                    painter.fillRect(QRect(inset, place * step, self.width() - 2 * inset, thick), colour)
            self._outline(painter)

    def _outline(self, painter: QPainter) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option,
                                             QStyle.SubControl.SC_ScrollBarSlider, self)
        if self.maximum() > self.minimum():
            painter.setPen(QPen(look.color("control"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRect(1, handle.top() + 1, self.width() - 2, handle.height() - 2), 3, 3)
