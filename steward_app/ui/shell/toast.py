"""The toast: what was done, with Undo; it waits while hovered or focused and is never the only way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPropertyAnimation, QTimer
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QPushButton, QWidget

from .. import look

STAYS, FADES = 8000, 120


class Toast(QFrame):
    """A spruce strip at the bottom of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("toast", True)
        look.fixed(self, height=40)
        self._words = look.label("", "strong", "rail_ink")
        self._more = look.label("", "body", "rail_ink2")
        self.button = QPushButton()
        self.button.setProperty("kind", "undo")
        self.button.setProperty("onrail", True)
        self.button.setFont(look.font("strong"))
        self.button.clicked.connect(self._act)
        self._key = look.label("", "body", "rail_ink2")
        self.setLayout(look.row(look.picture(look.mark("ready", 16, "rail_ok", "rail")), self._words, self._more, 24,
                                self.button, self._key, gap=10, margins=(14, 0, 14, 0)))
        self._run: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._leave)
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(0 if look.current().still else FADES)
        self.button.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, more: str = "", button: str = "", key: str = "",
            run: Callable[[], object] | None = None) -> None:
        """Show a sentence for eight seconds, with one button."""
        self._words.setText(sentence)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._key.setText(key)
        self._key.setVisible(bool(key))
        self._run = run
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._fade.stop()
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.start()
        self._timer.start()

    def place(self) -> None:
        """Stand at the bottom centre of the window, above the status line."""
        around = self.parentWidget().rect()
        width = min(self.sizeHint().width(), around.width() - look.px(40))
        self.resize(width, self.height())
        self.move((around.width() - width) // 2, around.height() - self.height() - look.px(40))

    def _act(self) -> None:
        self.hide()
        if self._run:
            self._run()

    def _leave(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Start counting anew when the focus or the pointer leaves."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Leave) and self.isVisible():
            self._timer.start()
        return False
