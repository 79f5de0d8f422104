"""The reading cards: encoding, separator, decimal mark, dates, each with a sample that proves the choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from .. import look
from ..widgets import Card, Elided, Select, chip


@dataclass(frozen=True)
class Choosable:
    """What a card shows: its name, the choices as (words, value), the one in use, the proof, whether it is sure."""

    key: str
    name: str
    choices: tuple[tuple[str, str], ...]
    value: str
    proof: str
    sure: bool = True


class ReadingCard(Card):
    """A choice of how the file is read."""

    def __init__(self, what: Choosable, detected: str, doubtful: str, choose: Callable[[str, str], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        look.fixed(self, height=98)
        mark = chip(detected, "ok") if what.sure else chip(doubtful, "check")
        head = look.row(Elided(what.name, "strong"), None, mark, gap=6)
        self.select = Select(what.name, list(what.choices))
        self.select.choose(what.value)
        self.select.setEnabled(len(what.choices) > 1)
        self.select.currentIndexChanged.connect(lambda: choose(what.key, self.select.currentData()))
        look.stack(self, head, 4, self.select, 3, Elided(what.proof, "caption", "ink2"), margins=(12, 6, 12, 6))
