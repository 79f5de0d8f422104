"""A question of station 1: one sentence, two or three cards with real values, and one answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QRadioButton, QWidget

from .. import look
from ..widgets import Card, primary, rich

STACKED_UNDER = 700


@dataclass(frozen=True)
class Option:
    """One way to read: its key, its name, and what proves it (made when the card is)."""

    key: str
    name: str
    proof: Callable[[], QWidget]


class OptionCard(Card):
    """A card with a round button; a click anywhere on it chooses."""

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.radio = QRadioButton(option.name.replace("&", "&&"))
        self.radio.setFont(look.font("strong"))
        self.radio.setAccessibleName(option.name)
        self.radio.setAutoExclusive(False)
        look.stack(self, self.radio, 4, look.row(20, option.proof(), gap=0), margins=(10, 6, 10, 6))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a click."""
        self.radio.setChecked(True)


class Question(QFrame):
    """Asks once; nothing is chosen for good until the steward confirms."""

    def __init__(self, sentence: str, more: str, options: list[Option], answer: Callable[[str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "check")
        self.setAccessibleName(sentence)
        self._answer = answer
        self.button = primary(self.tr("Confirm"), self._confirm, small=True)
        words = rich(f"**{sentence}** {more}", wrap=True)
        line = look.row(look.picture(look.mark("check", 16, behind="check_soft")), words, self.button, gap=8)
        line.setStretch(1, 1)
        self.cards = {option.key: OptionCard(option) for option in options}
        self._line = cards = look.row(*self.cards.values(), gap=10)
        for index, (key, card) in enumerate(self.cards.items()):
            cards.setStretch(index, 1)
            card.radio.toggled.connect(lambda on, key=key: self.choose(key) if on else self._keep())
        self.choose(options[0].key)
        look.stack(self, line, 8, cards, margins=(12, 8, 12, 10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under one another where they lack room beside one another."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if self.width() < look.px(STACKED_UNDER) else way.LeftToRight)

    def choose(self, chosen: str) -> None:
        """Choose one of the ways."""
        self.chosen = chosen
        for key, card in self.cards.items():
            blocked = card.radio.blockSignals(True)
            card.radio.setChecked(key == chosen)
            card.radio.blockSignals(blocked)
            card.choose(key == chosen)

    def _keep(self) -> None:
        self.choose(self.chosen)

    def _confirm(self) -> None:
        self._answer(self.chosen)
