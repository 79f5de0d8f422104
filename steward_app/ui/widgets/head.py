"""The head of a station: its name, one sentence, and at most three buttons of which one may be filled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .. import look
from .buttons import primary, quiet, secondary, write
from .cards import MARK_OF
from .texts import Elided, plain, rich, say

HIGH, TALL, LOW = 71, 92, 48


@dataclass(frozen=True)
class Action:
    """One button of a head: `kind` is primary (filled), secondary or quiet."""

    text: str
    run: Callable[[], object]
    kind: str = "secondary"
    icon: str = ""
    arrow: bool = False


@dataclass(frozen=True)
class Head:
    """What a page wants above it: `lead` may hold `**strong**` parts. `verdict` (a severity or ok) makes it tall.

    `actions` are in order from left to right; Continue is the last one.
    """

    title: str
    lead: str = ""
    actions: tuple[Action, ...] = ()
    verdict: str = ""


class HeadBar(QFrame):
    """Shows a Head; its parts are made anew only where others are wanted, so that the focus stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "head")
        self._shape: object = None
        self._low, self._head = False, Head("")
        self.buttons: list[QPushButton] = []
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def show_head(self, head: Head) -> None:
        """Show another head."""
        shape = (self._low, head.verdict, self._tone(head), tuple((a.kind, a.icon, a.arrow) for a in head.actions))
        if shape == self._shape:
            self._reword(head)
            return
        self._head = head
        at = self.window().focusWidget()
        focused = next((i for i, button in enumerate(self.buttons) if button is at), None)
        self._shape, self._runs = shape, [action.run for action in head.actions]
        look.clear(self._place)
        look.set_property(self, bar="" if head.verdict else "head", verdict=head.verdict)
        self.buttons = [self._button(index, action) for index, action in enumerate(head.actions)]
        self._place.addLayout(self._line(head))
        self.setFixedHeight(look.px(LOW if self._low else TALL if head.verdict else HIGH))
        self._fit()
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].show()
            self.buttons[focused].setFocus()

    def _reword(self, head: Head) -> None:
        """Show other words in the parts that are there."""
        old, self._head = self._head, head
        self._runs = [action.run for action in head.actions]
        for button, action, before in zip(self.buttons, head.actions, old.actions, strict=True):
            if action.text != before.text:
                write(button, action.text, arrow=action.arrow)
        if (head.title, head.lead) != (old.title, old.lead):
            self.title.setText(head.title)
            say(self.lead, head.lead)
            self.short.setText(plain(head.lead))
        self._fit()

    def _tone(self, head: Head) -> str:
        return "ink" if head.verdict or "**" in head.lead else "ink2"

    def _line(self, head: Head) -> QLayout:
        title = look.label(head.title, "section" if self._low else "verdict" if head.verdict else "title")
        lead = rich(head.lead, "lead", self._tone(head), wrap=True)
        lead.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.title, self.lead, self.short = title, lead, Elided(plain(head.lead), "body", "ink2")
        if self._low:
            words = look.row(title, self.short, gap=12)
            words.setStretch(1, 1)
            lead.hide()
        else:
            words = look.column(None, title, lead, self.short, None, gap=3)
        parts: list[object] = [words, *self.buttons]
        if head.verdict:
            behind = f"{head.verdict}_soft"
            sign = "done" if head.verdict == "ok" else MARK_OF[head.verdict]
            parts.insert(0, look.picture(look.mark(sign, 22 if self._low else 36, behind=behind)))
        line = look.row(*parts, gap=12 if not head.verdict else 16, margins=(20, 0, 20, 0))
        line.setStretchFactor(words, 1)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the sentence on two lines of body text where it does not fit on one."""
        super().resizeEvent(event)
        self._fit()

    def set_low(self, low: bool) -> None:
        """Be one line, where the window is low."""
        if low != self._low:
            self._low = low
            if self._shape is not None:
                self.show_head(self._head)

    def _fit(self) -> None:
        if self._shape is None or self._low:
            return
        taken = sum(button.sizeHint().width() + look.px(16) for button in self.buttons)
        room = self.width() - taken - look.px(52 if self.property("verdict") else 0) - look.px(44)
        said = self.lead.accessibleName()
        fits = look.ellipsis_width(said, "lead") * 1.03 <= room
        self.lead.setFont(look.font("lead" if fits else "body"))
        whole = look.ellipsis_width(said, "body") <= 1.8 * room  # two lines, less what wrapping leaves free
        self.lead.setVisible(whole)
        self.short.setVisible(not whole)

    def _button(self, index: int, action: Action) -> QPushButton:
        make = {"primary": primary, "secondary": secondary}.get(action.kind)
        if make is None:
            return quiet(action.text, lambda: self._runs[index](), icon=action.icon)
        return make(action.text, lambda: self._runs[index](), icon=action.icon, arrow=action.arrow)

    @property
    def filled(self) -> QPushButton | None:
        """The filled button, if there is one."""
        return next((b for b in self.buttons if b.property("kind") == "primary"), None)
