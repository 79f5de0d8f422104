"""The reading cards: encoding, separator, decimal mark, dates, each with a sample that proves the choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ...core.text import Text
from .. import look
from ..widgets import Card, Elided, Select, chip

DETECTED, CHECK, CHOSEN, NEEDLESS = "detected", "check", "chosen", "needless"
CHIPS = {DETECTED: "ok", CHECK: "check", CHOSEN: "accent", NEEDLESS: "quiet"}
WORDS = {DETECTED: Text("Detected", "Détecté"), CHECK: Text("Please check", "À vérifier"),
         CHOSEN: Text("Chosen by you", "Votre choix"), NEEDLESS: Text("Not needed", "Sans objet")}
TOLD = Text("{name}: {state}. {proof}", "{name}\u00a0: {state}. {proof}")
HEIGHT, FOLDED = 98, 46


@dataclass(frozen=True)
class Choosable:
    """What a card shows: its name, the choices as (words, value, sample), the one in use, its proof, how sure it is."""

    key: str
    name: str
    choices: tuple[tuple[str, str, str], ...]
    value: str
    proof: str
    state: str = DETECTED


class ReadingCard(Card):
    """A choice of how the file is read; folded, it is one line and the proof is in its tooltip."""

    def __init__(self, what: Choosable, language: str, choose: Callable[[str, str], object], *, folded: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.what, self.select = what, None
        words = WORDS[what.state].to(language)
        look.fixed(self, height=FOLDED if folded else HEIGHT)
        field = self._field(what, choose, short=folded)
        if folded:
            name = look.label(what.name, "caption_strong")
            sign = [look.picture(look.mark("check", 14))] if what.state == CHECK else []
            self.setToolTip(TOLD.with_(name=what.name, state=words, proof=what.proof).to(language))
            line = look.row(*sign, name, field, gap=6, margins=(8, 0, 8, 0))
            line.setStretch(len(sign) + 1, 1)
            look.stack(self, line)
            return
        mark = chip(words, CHIPS[what.state], icon="pencil" if what.state == CHOSEN else "")
        name, proof = Elided(what.name, "strong"), Elided(what.proof, "caption", "ink2")
        look.stack(self, look.row(name, None, mark, gap=6), 4, field, 3, proof, margins=(12, 6, 12, 6))

    def _field(self, what: Choosable, choose: Callable[[str, str], object], *, short: bool) -> QWidget:
        """Return the list of choices; where there is none to make, the words alone. `short` leaves examples out."""
        if len(what.choices) < 2:
            label = Elided(what.choices[0][0] if what.choices else "")
            return look.fixed(label, height=30)
        names = [words.split("  ")[0] if short else words for words, _, _ in what.choices]
        self.select = Select(what.name, [(words, value) for words, (_, value, _) in zip(names, what.choices, strict=True)])
        if any(sample for _, _, sample in what.choices):
            self.select.tell([sample for _, _, sample in what.choices])
        self.select.choose(what.value)
        self.select.currentIndexChanged.connect(lambda: choose(what.key, self.select.currentData()))
        return self.select
