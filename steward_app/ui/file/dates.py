"""The date question: is 03/04/2026 in April or in March? Two cards, real values read both ways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QWidget

from ...core.text import Text, date
from ...workspace.questions import TwoWays
from .. import look
from ..widgets import Card, Elided, primary, rich

ASKS = Text("“{column}”: is {value} {first} or {second}?", "« {column} »\u00a0: {value}, est-ce le {first} ou le {second}?")
ONCE = Text("One answer for the whole column.", "Une seule réponse pour toute la colonne.")


def said(iso: str, language: str) -> str:
    """Write a day as a person says it."""
    return date(dt.date.fromisoformat(iso), language)


class DateQuestion(QFrame):
    """Asks once for a column; nothing is chosen until the steward confirms."""

    def __init__(self, asked: TwoWays, language: str, answer: Callable[[str, str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "check")
        self._column, self._answer = asked.column, answer
        text, first, second = asked.samples[0]
        sentence = ASKS.with_(column=asked.column, value=text, first=short(first, language),
                              second=short(second, language))
        self.button = primary(self.tr("Confirm"), self._confirm, small=True)
        line = look.row(look.picture(look.mark("check", 16, behind="check_soft")),
                        rich(sentence.to(language), "strong"), Elided(ONCE.to(language), "body", "ink2"), None,
                        self.button, gap=8)
        self.setAccessibleName(sentence.to(language))
        self.choices: dict[str, QRadioButton] = {}
        self.boxes: dict[str, Card] = {}
        self._third: list[QWidget] = []
        cards = look.row(self._card("dmy", self.tr("Day first"), asked, 1, language),
                         self._card("mdy", self.tr("Month first"), asked, 2, language), gap=10)
        self.choices["dmy"].setChecked(True)
        self.boxes["dmy"].choose(True)
        look.stack(self, line, 8, cards, margins=(12, 8, 12, 10))

    def _card(self, order: str, name: str, asked: TwoWays, place: int, language: str) -> Card:
        card = Card()
        radio = QRadioButton(name)
        radio.setFont(look.font("strong"))
        radio.toggled.connect(lambda on, order=order: self._chosen(order) if on else None)
        radio.setAutoExclusive(False)
        pairs = look.row(gap=18)
        for index, sample in enumerate(asked.samples):
            pair = QWidget()
            pair.setLayout(look.row(look.label(sample[0], "body", "ink2"),
                                    look.picture(look.pixmap("arrow-right", "ink2", 13)),
                                    look.label(short(sample[place], language), "strong"), gap=6))
            pairs.addWidget(pair)
            if index == 2:
                self._third.append(pair)
        pairs.addStretch(1)
        look.stack(card, radio, 4, look.row(20, pairs, gap=0), margins=(10, 6, 10, 6))
        card.mousePressEvent = lambda event, radio=radio: radio.setChecked(True)
        self.choices[order], self.boxes[order] = radio, card
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show two samples where three lack room."""
        super().resizeEvent(event)
        for pair in self._third:
            pair.setVisible(self.width() >= look.px(1120))

    def _chosen(self, order: str) -> None:
        for key, radio in self.choices.items():
            blocked = radio.blockSignals(True)
            radio.setChecked(key == order)
            radio.blockSignals(blocked)
            self.boxes[key].choose(key == order)

    def _confirm(self) -> None:
        order = next(key for key, radio in self.choices.items() if radio.isChecked())
        self._answer(self._column, order)


def short(iso: str, language: str) -> str:
    """Write a day without its year."""
    words = said(iso, language)
    return words.rsplit(" ", 1)[0]
