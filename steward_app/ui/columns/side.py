"""The right pane of station 3: the question about the chosen field or value, three numbered answers, other ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from .. import look
from ..turns import Turns
from ..widgets import Card, Chip, Elided, primary, quiet, secondary, separator
from ..widgets.tall import Tall
from .parts import Samples, Track, shorten


@dataclass(frozen=True)
class Answer:
    """One numbered answer: its name, a share and what it says, the reason, samples."""

    key: str
    name: str
    share: float | None = None
    fact: str = ""
    why: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """Everything the pane says. `accept` is the button of the chosen answer; `filled` where a decision is due."""

    chip: tuple[str, str, str]
    title: str
    question: str
    about: str = ""
    answers: tuple[Answer, ...] = ()
    chosen: str = ""
    accept: str = ""
    filled: bool = False
    none: str = ""
    ways: tuple[tuple[str, str, str], ...] = ()
    then: tuple[str, str, str] | None = None
    then_filled: bool = False
    rows: tuple[tuple[str, str, str], ...] = ()
    note: str = ""


class Side(Tall):
    """Shows an Ask; what is pressed goes to `run` by name (a digit, accept, none, or a way)."""

    def __init__(self, run: Callable[[str], object], make_chip: Callable[[str, str, str], Chip], *, at_once: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run, self._chip, self._turns = run, make_chip, Turns(self, at_once=at_once)
        self._shown: Ask | None = None
        self.accept: QPushButton | None = None
        self.cards: dict[str, Card] = {}
        self.chosen = ""
        self.setAccessibleName(self.tr("Choose a column"))
        host = QWidget()
        host.setProperty("ground", "surface")
        self._place = look.column(margins=(16, 14, 12, 16))
        host.setLayout(self._place)
        self.setWidget(host)

    @property
    def shown(self) -> Ask | None:
        """What the pane says."""
        return self._shown

    def ask(self, what: Ask | None) -> None:
        """Show another question, in the next turn: the last of several that come at once is drawn."""
        if what == self._shown:
            return
        self._shown, self.accept, self.cards, self.chosen = what, None, {}, what.chosen if what else ""
        self._turns.run(self._drawn(what), later=True)

    def _drawn(self, what: Ask | None) -> Iterator[object]:
        self.setUpdatesEnabled(False)  # until all of it is there
        look.clear(self._place)
        if what is not None:
            yield from self._filled(what)
        self._place.addStretch(1)
        self._fit()
        self.settle()
        self.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the buttons that lack room."""
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Shorten the words of buttons wider than the pane; the whole is in their tooltips."""
        room = self.width() - look.px(16 + 12 + 14)
        for button in self.widget().findChildren(QPushButton):
            shorten(button, button.accessibleName(), room)

    def _filled(self, what: Ask) -> Iterator[object]:
        add, gap = self._place.addWidget, lambda size: self._place.addSpacing(look.px(size))
        self._place.addLayout(look.row(self._chip(*what.chip), None))
        gap(8)
        add(look.label(what.title, "section", wrap=True))
        for said, tone in ((what.about, "ink2"), (what.question, "ink")):
            if said:
                gap(4)
                add(look.label(said, "body", tone, wrap=True))
        for index, answer in enumerate(what.answers, 1):
            gap(8)
            add(self._card(index, answer))
            yield
        if what.accept:
            gap(10)
            make = primary if what.filled else secondary
            self.accept = make(what.accept, lambda: self._run("accept"))
            hint = [look.label(self.tr("Enter"), "caption", "ink2")]
            room = look.ellipsis_width(what.accept, "strong") < look.px(180)
            self._place.addLayout(look.row(self.accept, *(hint if room else []), None, gap=8))
        if what.none:
            self._place.addLayout(look.row(quiet(what.none, lambda: self._run("none")),
                                           look.label("N", "caption", "ink2"), None, gap=4))
        if what.note:
            gap(8)
            add(look.label(what.note, "body", "ink2", wrap=True))
        self._more(what)

    def _card(self, index: int, answer: Answer) -> Card:
        said = ", ".join(part for part in (str(index), answer.name, answer.fact, answer.why, *answer.samples) if part)
        card = Card("chosen" if answer.key == self.chosen else "plain", chooses=True, name=said)
        digit = look.label(str(index), "caption_strong")
        digit.setProperty("key", True)
        digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = Elided(answer.name, "body")
        top = look.row(digit, name, look.label(answer.fact, "body", "ink2"), gap=8)
        top.setStretch(1, 1)
        parts: list[object] = [top]
        if answer.share is not None:
            parts += [Track(answer.share)]
        if answer.why:
            parts += [2, look.label(answer.why, "caption", "ink2", wrap=True)]
        if answer.samples:
            samples = Samples()
            samples.show_texts(answer.samples)
            parts += [4, samples]
        look.stack(card, *parts, margins=(12, 9, 12, 9))
        card.pressed.connect(lambda: self.choose(answer.key))
        card.activated.connect(lambda: self._run("accept"))
        self.cards[answer.key] = card
        return card

    def choose(self, key: str) -> None:
        """Choose an answer; Enter takes it."""
        self.chosen = key
        for name, card in self.cards.items():
            card.choose(name == key)
        self._run("chosen")

    def _more(self, what: Ask) -> None:
        gap = lambda size: self._place.addSpacing(look.px(size))  # noqa: E731 - a word for this page alone
        if what.then is not None:
            gap(10)
            self._place.addWidget(separator())
            gap(10)
            title, says, button = what.then
            self._place.addWidget(look.label(title, "strong"))
            gap(2)
            self._place.addWidget(look.label(says, "body", "ink2", wrap=True))
            gap(8)
            make = primary if what.then_filled else secondary
            open_ = make(button, lambda: self._run("open"), icon="arrow-right-left")
            self.accept = self.accept or open_
            self._place.addWidget(open_, 0, Qt.AlignmentFlag.AlignLeft)
        if what.rows:
            gap(10)
            self._place.addWidget(separator())
            gap(8)
            self._place.addWidget(look.label(self.tr("Some of these rows"), "strong"))
            for number, key, value in what.rows:
                sample = Samples()
                sample.show_texts((value,))
                row = look.label(number, "caption", "ink2")
                row.setMinimumWidth(look.px(34))
                name = Elided(key, "body")
                line = look.row(row, name, sample, gap=8)
                line.setStretch(2, 1)
                self._place.addLayout(line)
        if what.ways:
            gap(10)
            self._place.addWidget(separator())
            gap(8)
            self._place.addWidget(look.label(self.tr("Other ways"), "strong"))
            for key, text, icon in what.ways:
                self._place.addWidget(quiet(text, lambda key=key: self._run(key), icon=icon), 0, Qt.AlignmentFlag.AlignLeft)
