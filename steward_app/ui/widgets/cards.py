"""Cards, chips, banners, bands, values and the empty state."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from .. import look
from .buttons import primary, secondary
from .texts import Elided, plain, rich


class Card(QFrame):
    """A surface with a hairline; where `chooses`, it can be clicked, focused and chosen."""

    pressed = Signal()
    activated = Signal()

    def __init__(self, kind: str = "plain", *, chooses: bool = False, name: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self._chooses = chooses
        if chooses:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if name:
            self.setAccessibleName(name)

    def choose(self, chosen: bool) -> None:
        """Show the card as chosen or not; nothing moves."""
        look.set_property(self, card="chosen" if chosen else "plain")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a click."""
        if self._chooses and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Use by a double click."""
        if self._chooses:
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Space, use by Enter."""
        if self._chooses and event.key() == Qt.Key.Key_Space:
            self.pressed.emit()
        elif self._chooses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
        else:
            super().keyPressEvent(event)


STACKED_UNDER = 640
MARK_OF = {"must": "must", "check": "check", "better": "better", "ok": "ready", "blocks": "blocks"}


class Chip(QFrame):
    """A mark and a word in a severity's colour on its soft fill."""

    def __init__(self, text: str, kind: str, *, icon: str = "", mark: str | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", kind)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.fixed(self, height=22)
        sign = mark if mark is not None else MARK_OF.get(kind, "")
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(8), 0, look.px(10), 0)
        line.setSpacing(look.px(5))
        behind = f"{kind}_soft" if kind in look.SOFTS or kind == "accent" else "sunken"
        if icon:
            line.addWidget(look.picture(look.pixmap(icon, "accent", 14)))
        elif sign:
            line.addWidget(look.picture(look.mark(sign, 14, behind=behind)))
        tone = kind if kind in look.SOFTS or kind == "accent" else "ink"
        line.addWidget(look.label(text, "caption" if kind == "quiet" else "caption_strong", tone))
        self.setAccessibleName(text)


def chip(text: str, kind: str = "quiet", *, icon: str = "", mark: str | None = None) -> Chip:
    """Return a chip: `kind` is must, check, better, ok, blocks, accent or quiet."""
    return Chip(text, kind, icon=icon, mark=mark)


class Value(QLabel):
    """A value of the file on a tint: `kind` must (found), ok (expected) or quiet (sample)."""

    def __init__(self, text: str, kind: str = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("value", kind)
        self.setFont(look.font("strong" if kind == "ok" else "body"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)


class Banner(QFrame):
    """A soft fill with a bar at the left: mark, sentence, and one button. At most one a page."""

    def __init__(self, kind: str, sentence: str, more: str = "", *, icon: str = "", buttons: tuple[QWidget, ...] = (),
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", kind)
        behind = f"{kind}_soft" if kind in look.SOFTS else "accent_soft"
        token = kind if kind in look.SOFTS else "accent"
        image = look.pixmap(icon, token, 18) if icon else look.mark(MARK_OF.get(kind, "ready"), 17, behind=behind)
        self.sentence, self.more = rich(sentence, "strong", "ink", wrap=True), rich(more, "body", "ink", wrap=True)
        if not more:  # never shown without a parent: it would be a window of its own for a moment
            self.more.hide()
        words = look.row(look.picture(image), look.column(self.sentence, self.more, gap=2), gap=12)
        words.setStretch(1, 1)
        self._line = look.row(words, gap=8, margins=(12, 8, 12, 8))
        self._line.setStretch(0, 1)
        if buttons:
            self._line.addLayout(look.row(*buttons, None, gap=12))
        self.setLayout(self._line)
        self.setAccessibleName(plain(f"{sentence} {more}".strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where they would squeeze them."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if self.width() < look.px(STACKED_UNDER) else way.LeftToRight)


def banner(kind: str, sentence: str, more: str = "", *, icon: str = "", button: QWidget | None = None) -> Banner:
    """Return a banner: `kind` is must, check, better, ok, blocks or accent."""
    return Banner(kind, sentence, more, icon=icon, buttons=(button,) if button else ())


class Band(QFrame):
    """A sunken band over a group of rows: mark, name, and a fact at the right."""

    def __init__(self, name: str, fact: str = "", mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "band")
        look.fixed(self, height=30)
        parts: list[QWidget | None] = [look.picture(look.mark(mark, 14, behind="sunken"))] if mark else []
        parts += [look.label(name, "strong"), None, look.label(fact, "caption", "ink2")]
        self.setLayout(look.row(*parts, gap=8, margins=(12, 0, 12, 0)))
        self.setAccessibleName(f"{name}, {fact}" if fact else name)


class EmptyState(QWidget):
    """A mark, one sentence, one fact, one button."""

    def __init__(self, sentence: str, fact: str = "", button: str = "", run: Callable[[], object] | None = None, *,
                 mark: str = "done", icon: str = "", filled: bool = True, arrow: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        image = look.pixmap(icon, "accent", 34) if icon else look.mark(mark, 34)
        title = look.label(sentence, "section", wrap=True)
        more = look.label(fact, "body", "ink2", wrap=True)
        if not fact:
            more.hide()
        for word in (title, more):
            word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        parts: list[object] = [None, look.row(None, look.picture(image), None), 10, title, 4, more, 12]
        self.button: QPushButton | None = None
        if button and run:
            self.button = (primary if filled else secondary)(button, run, arrow=arrow)
            parts.append(look.row(None, self.button, None))
        look.stack(self, *parts, None, margins=(24, 24, 24, 24))


def separator() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setProperty("line", True)
    made.setFixedHeight(1)
    return made


__all__ = ["Band", "Banner", "Card", "Chip", "Elided", "EmptyState", "Value", "banner", "chip", "separator"]
