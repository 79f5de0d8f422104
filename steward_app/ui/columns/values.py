"""The values of a code-list field, opened inside its row: what each of them means, unmatched first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ...core.schema import CodeList
from ...core.text import Text, number
from ...workspace.columns import ValueRow
from .. import look
from ..grid.texts import written
from ..widgets import Choice, Choices, Elided, chip, quiet, secondary
from . import words
from .parts import Bar
from .picked import PickedRow

ROW, HEAD, AT_FIRST = 38, 30, 40
# All of a row is shown at WIDE, less and less down to NARROW; under it the last column is its mark alone.
WIDE, NARROW = 780, 624
MARKS = {"ok": "ready", "check": "check", "must": "must"}
KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


@dataclass(frozen=True)
class Sizes:
    """How wide a value, its bar, its count and its choices are, in sizes of the design."""

    yours: int = 150
    bar: int = 70
    count: int = 60
    select: int = 220
    words: bool = True

    @classmethod
    def of(cls, width: int) -> Sizes:
        """Share out a table's width on this screen: below WIDE the bar goes, then values and choices give way."""
        part = (width * 100 / max(1, look.px(100)) - NARROW) / (WIDE - NARROW)
        some = min(1.0, max(0.0, part))
        return cls() if part >= 1.0 else cls(round(96 + 54 * some), 0, 44, round(132 + 88 * some), part >= 0.0)


def choices_of(codes: CodeList, language: str, parent: QWidget) -> Choices:
    """Return the choices of a code list as one model for every row."""
    first = (words.CHOOSE_OF.with_(n=len(codes.codes)).to(language), "")
    return Choices((first, *((code.label.to(language), code.code) for code in codes.codes)), parent)


class ValueLine(PickedRow):
    """One value of the column, in how many rows, and what it means in the standard."""

    picked = Signal(str, str)
    left = Signal()
    moved = Signal(str, int)
    pressed = Signal(str, int)

    def __init__(self, row: ValueRow, choices: Choices, most: int, language: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(row.text, ROW, 3, parent)
        self._language, self._how, self._words = language, ("", ""), True
        self._signature: object = None
        self.yours = Elided(written(row.text), "strong")
        self.bar = Bar(70, 60)
        self.select = Choice(choices)
        self.select.setAccessibleName(self.tr("Standard value of “{text}”").format(text=row.text))
        self.select.picked.connect(lambda key: self.picked.emit(self.name, key))
        self.how = QVBoxLayout()
        self.how.setContentsMargins(0, 0, 0, 0)
        arrow = look.picture(look.pixmap("arrow-right", "ink2", 16))
        self.setLayout(look.row(self.yours, self.bar, arrow, self.select, 12, self.how, None, gap=10, margins=(16, 0, 12, 0)))
        self.show_row(row, most)

    def fit(self, sizes: Sizes) -> None:
        """Take the widths that the table shares out."""
        self.yours.setFixedWidth(look.px(sizes.yours))
        self.bar.resize_to(sizes.bar, sizes.count)
        self.select.setFixedWidth(look.px(sizes.select))
        if sizes.words != self._words:
            self._words = sizes.words
            self._show_how()

    def _show_how(self) -> None:
        look.clear(self.how)
        said, kind = self._how
        shown = chip(said, kind) if self._words else look.picture(look.mark(MARKS[kind], 16))
        shown.setToolTip(said)
        self.how.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, row: ValueRow, most: int) -> None:
        """Show what the value means now."""
        signature = (row, most)
        if signature == self._signature:
            return
        self._signature = signature
        self.bar.show_share(row.count / max(1, most), number(row.count, self._language))
        self.select.choose(row.code or "")
        said, kind = words.HOW["none" if row.code is None else row.how]
        self._how = said.to(self._language), kind
        self._show_how()
        count = words.ROWS.with_(n=row.count).to(self._language)
        self.setAccessibleName(", ".join((row.text, count, self.select.words, said.to(self._language))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, take a suggestion by its digit or Enter, open the list by Alt+Down, leave by Left."""
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.select.open()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self.name, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(self.name, -1)
        elif key in KEYS:
            self.pressed.emit(self.name, KEYS[key])
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ValueTable(QFrame):
    """The values of one field, on accent_soft, with what may be applied at once."""

    matched = Signal(dict)
    chosen = Signal(str)
    pressed = Signal(str, int)
    left = Signal()
    own_list = Signal()

    def __init__(self, codes: CodeList, beside: Text | None, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._codes, self._beside = language, codes, beside
        self._choices = choices_of(codes, language, self)
        self._order: list[str] = []
        self.lines: dict[str, ValueLine] = {}
        self._shown = AT_FIRST
        self.rows: tuple[ValueRow, ...] = ()
        self._card = QFrame()
        self._card.setProperty("card", "plain")
        self._place = look.column(margins=(1, 1, 1, 1))
        self._card.setLayout(self._place)
        look.stack(self, self._card, margins=(24, 8, 16, 12))
        self._sizes = Sizes()
        self._fact = Elided("", "strong", "check")
        self._place.addWidget(self._heading())
        self._body = look.column()
        self._place.addLayout(self._body)
        self._foot = look.row(gap=10, margins=(16, 6, 12, 6))
        self._place.addLayout(self._foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stand on accent_soft, as part of the chosen row."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.color("accent_soft"))
            painter.fillRect(QRect(0, 0, look.px(4), self.height()), look.color("accent"))

    def _heading(self) -> QFrame:
        made = QFrame()
        made.setProperty("ground", "sunken")
        look.fixed(made, height=HEAD)
        self._yours, self._rows = look.label(self.tr("Your value"), "body", "ink2"), look.label(self.tr("Rows"), "body", "ink2")
        standard = look.label(self.tr("Standard value"), "body", "ink2")
        made.setLayout(look.row(self._yours, self._rows, 26, standard, None, self._fact, gap=10, margins=(16, 0, 12, 0)))
        return made

    def fit(self, width: int) -> None:
        """Share out the width that the list has; the list would else grow as wide as its widest row."""
        self._sizes = Sizes.of(width)
        self._yours.setFixedWidth(look.px(self._sizes.yours))
        self._rows.setFixedWidth(look.px(self._sizes.bar + self._sizes.count))
        for line in self.lines.values():
            line.fit(self._sizes)

    def show_rows(self, rows: tuple[ValueRow, ...]) -> None:
        """Show the values; those on screen keep their order until the table is opened anew."""
        self.rows = rows
        known = {row.text: row for row in rows}
        if set(known) != set(self._order):
            self._order = [row.text for row in rows]
            self._lay()
        most = max((row.count for row in rows), default=1)
        for text, line in self.lines.items():
            line.show_row(known[text], most)
        self._say()

    def _lay(self) -> None:
        look.clear(self._body)
        self.lines = {}
        known = {row.text: row for row in self.rows}
        most = max((row.count for row in self.rows), default=1)
        for text in self._order[:self._shown]:
            line = ValueLine(known[text], self._choices, most, self._language)
            line.picked.connect(lambda text, code: self.matched.emit({text: code or None}))
            line.chosen.connect(self._choose)
            line.moved.connect(self._move)
            line.pressed.connect(self.pressed)
            line.left.connect(self.left)
            line.fit(self._sizes)
            self.lines[text] = line
            self._body.addWidget(line)
        rest = len(self._order) - self._shown
        if rest > 0:
            self._body.addWidget(quiet(words.MORE.with_(n=rest).to(self._language), self._show_more))

    def _show_more(self) -> None:
        self._shown += 200
        self._lay()

    def _say(self) -> None:
        open_ = [row for row in self.rows if row.code is None or row.how == "similar"]
        fact = words.NEED_YOU.with_(n=len(open_), rows=words.ROWS.with_(n=sum(row.count for row in open_))) if open_ else (
            words.ALL_LEAD.with_(n=len(self.rows)))
        self._fact.setText(fact.to(self._language))
        look.set_property(self._fact, tone="check" if open_ else "ok")
        look.clear(self._foot)
        if self._beside is not None:
            said = self.tr("Your own words are kept beside, in “{title}”.").format(title=self._beside.to(self._language))
            note = look.label(said, "caption", "ink2", wrap=True)
            self._foot.addWidget(note, 1)
        else:
            self._foot.addStretch(1)
        self._foot.addWidget(quiet(self.tr("Use a list of your own…"), self.own_list.emit, icon="table-properties"))
        if ready := self.ready():
            count = sum(row.count for row in self.rows if row.text in ready)
            self._foot.addWidget(secondary(words.APPLY.with_(n=count).to(self._language),
                                           lambda: self.matched.emit(ready), small=True))

    def ready(self) -> dict[str, str]:
        """Return the meanings that are found but not yet in the mapping: what *Apply* writes."""
        return {row.text: row.code for row in self.rows if row.code and row.how in ("folded", "alias", "similar")}

    def _choose(self, text: str) -> None:
        self.choose(text)
        self.chosen.emit(text)

    def choose(self, text: str) -> None:
        """Show one value as chosen, or none."""
        for name, line in self.lines.items():
            line.choose(name == text)

    def go_on(self, after: str) -> None:
        """Take the focus at the next value that needs the steward, else stay."""
        order = list(self.lines)
        start = order.index(after) + 1 if after in order else 0
        open_ = {row.text for row in self.rows if row.code is None or row.how == "similar"}
        following = next((text for text in order[start:] + order[:start] if text in open_), after)
        self.take_focus(following)

    def _move(self, text: str, step: int) -> None:
        order = list(self.lines)
        at = order.index(text) + step
        if 0 <= at < len(order):
            self.take_focus(order[at])
        elif at < 0:
            self.left.emit()

    def first_open(self) -> str | None:
        """Return the first value that needs the steward."""
        return next((row.text for row in self.rows if row.text in self.lines and (row.code is None or row.how == "similar")),
                    next(iter(self.lines), None))

    def take_focus(self, text: str | None = None) -> None:
        """Take the focus at a value, else at the first that needs the steward."""
        wanted = text if text in self.lines else self.first_open()
        if wanted is not None:
            self.lines[wanted].setFocus()
            self._choose(wanted)
