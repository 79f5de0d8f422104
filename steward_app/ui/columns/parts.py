"""The small drawn parts of a mapping row: samples, coverage, state."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .. import look
from ..grid.texts import written
from ..widgets import Chip, chip

STATE_KIND = {"matched": ("ok", ""), "check": ("check", ""), "absent": ("quiet", ""), "constant": ("accent", "pin"),
              "combined": ("accent", "combine"), "split": ("accent", "split")}


def state_chip(state: str, level: str, words: str) -> Chip:
    """Return the chip of a state; a required field that is not found is a triangle, a recommended one a lozenge."""
    if state == "none":
        return chip(words, {"required": "must", "recommended": "better"}.get(level, "quiet"))
    kind, icon = STATE_KIND[state]
    return chip(words, kind, icon=icon)


class Samples(QWidget):
    """A few of the column's own values, as many as there is room for; a conflict stands after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._conflict = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(26))

    def show_texts(self, texts: tuple[str, ...], conflict: str = "") -> None:
        """Show other values."""
        self._texts, self._conflict = tuple(written(text) for text in texts), conflict
        self.setAccessibleName(", ".join((*self._texts, conflict) if conflict else self._texts))
        self.setToolTip("\n".join((*self._texts, conflict) if conflict else self._texts))
        self.update()

    def sizeHint(self) -> QSize:
        """The room of the design."""
        return QSize(look.px(206), look.px(26))

    def minimumSizeHint(self) -> QSize:
        """One short value."""
        return QSize(look.px(90), look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the values that fit whole; a single long one is shortened."""
        with QPainter(self) as painter:
            metrics, x, pad, gap = QFontMetrics(look.font("body")), 0, look.px(9), look.px(6)
            small = QFontMetrics(look.font("caption_strong"))
            held = small.horizontalAdvance(self._conflict) + 2 * pad + gap if self._conflict else 0
            for index, text in enumerate(self._texts):
                room = self.width() - held - x
                if index and metrics.horizontalAdvance(text[:200]) + 2 * pad > room:
                    break
                shown = metrics.elidedText(text[:200], Qt.TextElideMode.ElideRight, max(0, room - 2 * pad))
                x += self._tile(painter, x, shown, "sunken", "ink", "body") + gap
            if self._conflict:
                self._tile(painter, x, self._conflict, "check_soft", "check", "caption_strong")

    def _tile(self, painter: QPainter, x: int, text: str, ground: str, tone: str, role: str) -> int:
        font = look.font(role)
        width = QFontMetrics(font).horizontalAdvance(text) + look.px(18)
        box = QRect(x, look.px(1), width, self.height() - look.px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(ground))
        painter.drawRoundedRect(box, look.px(3), look.px(3))
        painter.setFont(font)
        painter.setPen(look.color(tone))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        return width


class Bar(QWidget):
    """A bar and what it says: how much of a column is filled, or how many rows hold a value."""

    def __init__(self, width: int = 44, room: int = 50, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar, self._share, self._words, self._token = width, 0.0, "", "accent"
        self.setFixedSize(look.px(width + room), look.px(22))

    def show_share(self, share: float, words: str, token: str = "accent") -> None:
        """Show another share, 0 to 1."""
        self._share, self._words, self._token = min(max(share, 0.0), 1.0), words, token
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the bar and the words."""
        if not self._words:
            return
        with QPainter(self) as painter:
            thick = look.px(5)
            box = QRect(0, (self.height() - thick) // 2, look.px(self._bar), thick)
            painter.fillRect(box, look.color("sunken"))
            done = max(2, round(box.width() * self._share)) if self._share else 0
            painter.fillRect(QRect(box.left(), box.top(), done, thick), look.color(self._token))
            painter.setFont(look.font("body"))
            painter.setPen(look.color("ink2"))
            painter.drawText(self.rect().adjusted(look.px(self._bar + 4), 0, 0, 0),
                             int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._words)
