"""The rows of station 3: one for each field of the standard, one for each column that feeds nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ...core.text import Text, percent
from ...workspace.columns import FieldRow, OtherRow
from .. import look
from ..grid.texts import written
from ..widgets import Choice, Choices, quiet
from .parts import draw_bar, draw_chip, draw_samples, in_two, shorten, state_kind
from .picked import PickedRow

ROW, CHIP, GAP = 48, 132, 12
# What is drawn of a row: all of it at WIDE, less and less down to NARROW.
WIDE, NARROW = 790, 560
ABSENT, CONSTANT, COMBINE, SPLIT, NOTHING = "@absent", "@constant", "@combine", "@split", ""
KEYS = {Qt.Key.Key_Return: "accept", Qt.Key.Key_Enter: "accept", Qt.Key.Key_1: "1", Qt.Key.Key_2: "2",
        Qt.Key.Key_3: "3", Qt.Key.Key_N: "none", Qt.Key.Key_0: "none", Qt.Key.Key_Right: "open",
        Qt.Key.Key_Left: "close", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Home: "first",
        Qt.Key.Key_End: "last"}


class Line(PickedRow):
    """One row that can be chosen; keys become `asked`."""

    asked = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, ROW, 4, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of this screen to the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit(self.name, "list")
        elif plain and event.key() in KEYS:
            self.asked.emit(self.name, KEYS[event.key()])
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class Places:
    """How wide title, control, coverage bar and the words beside it are in a row, in sizes of the design."""

    title: int
    select: int
    bar: int
    filled: int = 50

    @classmethod
    def of(cls, width: int) -> Places:
        """Share out a row's width on this screen: below WIDE the bar goes, then title and control give way."""
        part = min(1.0, max(0.0, (width * 100 / max(1, look.px(100)) - NARROW) / (WIDE - NARROW)))
        return cls(round(124 + 88 * part), round(116 + 48 * part), 44 if part == 1.0 else 0)


@dataclass(frozen=True)
class Shown:
    """What a row draws beside its one control."""

    title: str = ""
    hint: str = ""
    samples: tuple[str, ...] = ()
    conflict: str = ""
    share: float = 0.0
    filled: str = ""
    tint: str = "accent"
    chip: tuple[str, str, str] | None = None


class DrawnLine(Line):
    """A row with one control; everything else is drawn, so that a hundred rows are made at once."""

    def __init__(self, name: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.shown, self._places = Shown(), Places.of(look.px(WIDE))
        self._control = control
        control.setParent(self)

    def show_parts(self, shown: Shown) -> None:
        """Draw other parts."""
        self.shown = shown
        self.setToolTip("\n".join(part for part in (shown.title, shown.hint, ", ".join(shown.samples), shown.conflict) if part))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the control in its column."""
        super().resizeEvent(event)
        self._places = Places.of(self.width())
        height, width = self._control.sizeHint().height(), look.px(self._places.select)
        self._control.setFixedWidth(width)
        self._control.setGeometry(look.px(16 + self._places.title + GAP), (self.height() - height) // 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title and hint, samples, coverage and state."""
        super().paintEvent(event)
        places = self._places
        with QPainter(self) as painter:
            self._words(painter)
            middle, right = self.height() // 2, self.width() - look.px(12 + CHIP)
            wide = look.px(places.bar + places.filled)
            bar = QRect(right - look.px(GAP) - wide, middle - look.px(11), wide, look.px(22))
            left = look.px(16 + places.title + GAP + places.select + GAP)
            samples = QRect(left, middle - look.px(13), bar.left() - look.px(GAP) - left, look.px(26))
            draw_samples(painter, samples, tuple(written(text) for text in self.shown.samples), self.shown.conflict)
            draw_bar(painter, bar, places.bar, self.shown.share, self.shown.filled, self.shown.tint)
            if self.shown.chip:
                draw_chip(painter, right, middle, *self.shown.chip)

    def _words(self, painter: QPainter) -> None:
        room, left = look.px(self._places.title), look.px(16)
        strong, caption = QFontMetrics(look.font("strong")), QFontMetrics(look.font("caption"))
        title = in_two(self.shown.title, strong, room)  # a long title takes the hint's line: the right pane tells the hint
        lines = [("strong", "ink", strong, line) for line in title]
        lines += [("caption", "ink2", caption, self.shown.hint)] if len(title) == 1 else []
        top = (self.height() - sum(metrics.height() for _, _, metrics, _ in lines)) // 2
        for role, tone, metrics, text in lines:
            painter.setFont(look.font(role))
            painter.setPen(look.color(tone))
            painter.drawText(left, top + metrics.ascent(), metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
            top += metrics.height()


class FieldLine(DrawnLine):
    """A field: its title and hint, the column that feeds it, samples, coverage, state."""

    picked = Signal(str, str)

    def __init__(self, row: FieldRow, hint: str, choices: Choices, language: str, parent: QWidget | None = None) -> None:
        self.select = Choice(choices)
        super().__init__(row.field.name, self.select, parent)
        self._language, self.row = language, row
        self._signature: object = None
        self.select.picked.connect(lambda key: self.picked.emit(self.name, key))
        self.show_row(row, hint)

    def show_row(self, row: FieldRow, hint: str, conflict: str = "") -> None:
        """Show another state of the field; nothing is drawn anew where nothing changed."""
        signature = (row.state, row.feed, row.samples, row.filled, hint, conflict)
        self.row = row
        if signature == self._signature:
            return
        self._signature = signature
        title, said = row.field.title.to(self._language), row.state_words.to(self._language)
        self.select.setAccessibleName(self.tr("{title}: your column").format(title=title))
        self._show_feed(row)
        filled = percent(round(row.filled * 1000), 1000, self._language) if row.samples else ""
        self.show_parts(Shown(title, hint, row.samples, conflict, row.filled, filled,
                              "check" if row.state == "check" else "accent",
                              (said, *state_kind(row.state, row.field.level))))
        self.setAccessibleName(", ".join(p for p in (title, said, self.select.words, *row.samples[:3], conflict) if p))

    def _show_feed(self, row: FieldRow) -> None:
        feed = row.feed
        key = ABSENT if row.state == "absent" else feed.columns[0] if feed and len(feed.columns) == 1 else NOTHING
        if row.state in ("constant", "combined", "split") and feed is not None:
            joined = {"constant": self.tr("One value for all rows"), "combined": feed.joined or "",
                      "split": self.tr("Part {n} of “{column}”").format(n=feed.part, column=feed.joined)}[row.state]
            self.select.setToolTip(joined)
            self.select.choose("", instead=joined)
            return
        self.select.setToolTip("")
        self.select.choose(key)


class OtherLine(DrawnLine):
    """A column that feeds nothing: its heading, samples, and whether it is kept as an extra."""

    def __init__(self, row: OtherRow, language: str, parent: QWidget | None = None) -> None:
        self.button = quiet("", lambda: self.asked.emit(self.name, "extra"))
        super().__init__(row.column, self.button, parent)
        self._language, self.row = language, row
        self._signature: object = None
        self.whole = ""
        self.show_row(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write as much of the button as there is room for."""
        super().resizeEvent(event)
        shorten(self.button, self.whole, look.px(self._places.select))

    def show_row(self, row: OtherRow) -> None:
        """Show another state of the column."""
        signature = (row.extra, row.samples, row.filled)
        self.row = row
        if signature == self._signature:
            return
        self._signature = signature
        self.whole = self.tr("Leave it out") if row.extra else self.tr("Keep as an extra")
        said = self.tr("Kept as “{name}”").format(name=row.extra) if row.extra else self.tr("Left out of the package")
        shorten(self.button, self.whole, look.px(self._places.select))
        self.button.setAccessibleName(f"{row.column}, {self.whole}")
        filled = percent(round(row.filled * 1000), 1000, self._language) if row.samples else ""
        self.show_parts(Shown(row.column, said, row.samples, "", row.filled, filled))
        self.setAccessibleName(f"{row.column}, {said}")


class Question(QFrame):
    """Asked in the row: a column that feeds another field already is moved here, used for both, or left."""

    answered = Signal(str)

    def __init__(self, said: Text, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "check")
        move = quiet(self.tr("Move it here"), lambda: self.answered.emit("move"))
        both = quiet(self.tr("Use it for both"), lambda: self.answered.emit("both"))
        leave = quiet(self.tr("Cancel"), lambda: self.answered.emit(""))
        words = look.label(said.to(language), "body", wrap=True)
        line = look.row(look.picture(look.mark("check", 17, behind="check_soft")), words, move, both, leave, gap=10,
                        margins=(14, 6, 12, 6))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.first = move

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit("")
        else:
            super().keyPressEvent(event)
