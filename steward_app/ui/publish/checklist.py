"""The left of station 5: six principles of the Charter, each rule with its evidence, word and one action."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ...core.package import PRINCIPLES, Evidence
from .. import look
from ..turns import Turns
from ..widgets import quiet
from . import words

ORDER = ("must", "check", "better", "ready")
MARKS = {"ready": "ready", "better": "better", "check": "check", "must": "must"}


@dataclass(frozen=True)
class Act:
    """The one action of a rule: its words, and what it does."""

    text: str
    run: Callable[[], object]


class Band(QFrame):
    """The head of a principle; a click, Enter, Right or Left opens and closes it."""

    def __init__(self, number: int, name: str, mark: str, fact: str, toggled: Callable[[bool], object],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toggled, self.opened = toggled, False
        self.setProperty("pane", "band")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.fixed(self, height=30)
        self._arrow = look.picture(look.pixmap("chevron-right", "ink2", 16))
        self.name, self._fact = name, fact
        line = look.row(self._arrow, look.label(str(number), "strong", "ink2"), look.label(name, "strong"), None,
                        look.picture(look.mark(mark, 14, behind="sunken")), look.label(fact, "body"), gap=10,
                        margins=(10, 0, 12, 0))
        self.setLayout(line)
        self._say()

    def open(self, opened: bool) -> None:
        """Show or hide what is under the band."""
        self.opened = opened
        self._say()
        self._toggled(opened)

    def _say(self) -> None:
        self._arrow.setPixmap(look.pixmap("chevron-down" if self.opened else "chevron-right", "ink2", 16))
        state = self.tr("open") if self.opened else self.tr("closed")
        self.setAccessibleName(f"{self.name}, {self._fact}, {state}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close."""
        self.open(not self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Right opens, Left closes, Enter and Space do the other of the two; arrows walk."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.open(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open(not self.opened)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class RuleRow(QFrame):
    """One rule: mark, title and evidence, the word, its one action."""

    def __init__(self, item: Evidence, act: Act | None, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        word = words.WORDS[item.word].to(language)
        title = look.label(item.title.to(language), "strong", wrap=True)
        says = look.label(item.says.to(language), "caption", "ink2", wrap=True)
        told = look.column(title, says, gap=1)
        tone = "ok" if item.word == "ready" else item.word
        parts: list[object] = [look.picture(look.mark(MARKS[item.word], 17)), told, look.label(word, "strong", tone)]
        if act is not None:
            self.button = quiet(act.text, act.run)
            self.button.setAccessibleName(f"{act.text}: {item.title.to(language)}")
            parts.append(self.button)
        line = look.row(*parts, gap=12, margins=(14, 4, 14, 4))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setMinimumHeight(look.px(46))
        self.setAccessibleName(f"{item.title.to(language)}: {word}. {item.says.to(language)}")


class Checklist(QFrame):
    """All principles in one card; those that pass start closed, worst first where something is wrong."""

    grown = Signal()  # a principle was opened or closed

    def __init__(self, language: str, act_of: Callable[[Evidence], Act | None], *, at_once: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._act_of, self._turns = language, act_of, Turns(self, at_once=at_once)
        self._open: dict[int, bool] = {}
        self._shown: object = None
        self.bands: dict[int, Band] = {}
        self._bodies: dict[int, QWidget] = {}
        self.setProperty("card", "list")
        self._place = look.column()
        self.setLayout(self._place)

    def show_evidence(self, evidence: tuple[Evidence, ...], worst_first: bool) -> None:
        """Show what the rules say; a principle opened by hand stays open."""
        shown = tuple((item, item.says.to(self._language), item.title.to(self._language)) for item in evidence)
        if (shown, worst_first) == self._shown:
            return
        self._shown = (shown, worst_first)
        self._turns.run(self._drawn(evidence, worst_first), later=True)

    def _drawn(self, evidence: tuple[Evidence, ...], worst_first: bool) -> Iterator[object]:
        self.setUpdatesEnabled(False)  # until all of it is there
        held = self._let_go()
        look.clear(self._place)
        self.bands, self._bodies = {}, {}
        groups = {n: [item for item in evidence if item.principle == n] for n in PRINCIPLES}
        order = [n for n in PRINCIPLES if groups[n]]
        if worst_first:
            order.sort(key=lambda n: (min(ORDER.index(item.word) for item in groups[n]), n))
        for number in order:
            yield
            self._add(number, groups[number])
        self.setUpdatesEnabled(True)
        self.grown.emit()
        if held in self.bands:
            self.bands[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_go(self) -> int:
        """Give the focus up before its widget goes, so that the page does not jump; which principle had it, 0 for none."""
        at = QApplication.focusWidget()
        held = next((n for n, band in self.bands.items() if at is not None and (band is at or self._bodies[n].isAncestorOf(at))), 0)
        if held:
            at.clearFocus()
        return held

    def _add(self, number: int, items: list[Evidence]) -> None:
        worst = min((item.word for item in items), key=ORDER.index)
        good = sum(item.word == "ready" for item in items)
        fact = words.OF.with_(n=good, all=len(items)).to(self._language)
        body = QWidget()
        def toggled(opened: bool) -> None:
            self._open[number] = opened
            if opened and body.layout() is None:  # the rules of a principle are written when it is opened
                look.stack(body, *(RuleRow(item, self._act_of(item), self._language)
                                   for item in sorted(items, key=lambda item: ORDER.index(item.word))))
            body.setVisible(opened)
            self.grown.emit()
        band = Band(number, PRINCIPLES[number].to(self._language), MARKS[worst], fact, toggled)
        self.bands[number], self._bodies[number] = band, body
        self._place.addWidget(band)
        self._place.addWidget(body)
        by_hand = dict(self._open)
        band.open(self._open.get(number, worst != "ready"))
        self._open = by_hand
