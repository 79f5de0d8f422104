"""The date question: is 03/04/2026 in April or in March? Real values, read both ways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...core.text import Text, date
from ...workspace.questions import TwoWays
from .. import look
from .asking import Option, Question

ASKS = Text("“{column}”: is {value} {first} or {second}?", "« {column} »\u00a0: {value}, est-ce le {first} ou le {second}?")
ONCE = Text("One answer for the whole column.", "Une seule réponse pour toute la colonne.")
WAYS = {"dmy": Text("Day first", "Jour en premier"), "mdy": Text("Month first", "Mois en premier")}
GAP = 18


def short(iso: str, language: str) -> str:
    """Write a day as a person says it, without its year."""
    return date(dt.date.fromisoformat(iso), language).rsplit(" ", 1)[0]


def day_part(text: str) -> str:
    """Return a date of the file without the time after it."""
    return (text.split() or [text])[0]


class Pairs(QWidget):
    """A few values and what each means; the last give way where there is no room, the first never does."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        super().__init__()
        self._all: list[QWidget] = []
        for before, after in pairs:
            pair = QWidget()
            pair.setLayout(look.row(look.label(before, "body", "ink2"),
                                    look.picture(look.pixmap("arrow-right", "ink2", 13)),
                                    look.label(after, "strong"), gap=6))
            self._all.append(pair)
        self.setLayout(look.row(*self._all, None, gap=GAP))
        self.setMinimumWidth(self._all[0].sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many samples as there is room for."""
        super().resizeEvent(event)
        room = self.width()
        for index, pair in enumerate(self._all):
            room -= pair.sizeHint().width() + (look.px(GAP) if index else 0)
            pair.setVisible(index == 0 or room >= 0)


def date_question(asked: TwoWays, language: str, answer: Callable[[str, str], object]) -> Question:
    """Return the question of one column; `answer` is given the column and the order."""
    text, first, second = asked.samples[0]
    sentence = ASKS.with_(column=asked.column, value=day_part(text), first=short(first, language), second=short(second, language))
    options = [Option(order, WAYS[order].to(language),
                      lambda place=place: Pairs([(day_part(s[0]), short(s[place], language))
                                                          for s in asked.samples]))
               for order, place in (("dmy", 1), ("mdy", 2))]
    return Question(sentence.to(language), ONCE.to(language), options, lambda order: answer(asked.column, order))
