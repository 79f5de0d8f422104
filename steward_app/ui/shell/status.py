"""The status line: what was done last, the keys of this screen, and the promise."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from .. import look
from ..widgets import Elided

MOST_HINTS = 4


class StatusLine(QFrame):
    """One announced sentence, then at most four key hints; the promise stands at the right."""

    def __init__(self, promise: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "status")
        look.fixed(self, height=26)
        self._tick = look.picture(look.mark("ready", 14, behind="sunken"))
        self._tick.hide()
        self.sentence = Elided("", "caption", "ink")
        self._hints, self._shown = look.row(gap=0), []
        self._said: tuple[str, ...] = ()
        self._promise: list[QLabel] = [look.picture(look.pixmap("lock", "ink2", 14)),
                                       look.label(promise, "caption", "ink2")]
        line = look.row(self._tick, self.sentence, 12, self._hints, None, *self._promise, gap=6, margins=(12, 0, 12, 0))
        self.setLayout(line)
        self.sentence.hide()

    def say(self, sentence: str, *, done: bool = False) -> None:
        """Show what was done last."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._tick.setVisible(done and bool(sentence))
        self._fit()

    def hint(self, hints: tuple[str, ...]) -> None:
        """Show the keys of this screen, as many as there is room for."""
        if hints == self._said:
            return
        self._said = hints
        look.clear(self._hints)
        self._shown = [look.label(hint, "caption", "ink2") for hint in hints[:MOST_HINTS]]
        for index, label in enumerate(self._shown):
            label.setContentsMargins(look.px(12) if index else 0, 0, 0, 0)
            self._hints.addWidget(label)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the last keys where they lack room: a key is never cut."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        promise = sum(part.sizeHint().width() + look.px(6) for part in self._promise if not part.isHidden())
        room = self.width() - promise - look.px(60)
        if not self.sentence.isHidden():  # what was done goes before the keys
            whole = look.ellipsis_width(self.sentence.text(), "caption") + look.px(8)
            self.sentence.setMinimumWidth(max(0, min(whole, room - look.px(26))))
            room -= self.sentence.minimumWidth() + look.px(26)
        for label in self._shown:
            room -= label.sizeHint().width()
            label.setVisible(room >= 0)

    def promise(self, kept: bool) -> None:
        """Show or hide “Stays on this computer”."""
        for part in self._promise:
            part.setVisible(kept)
