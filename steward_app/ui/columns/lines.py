"""The rows of station 3: one for each field of the standard, one for each column that feeds nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ...core.text import Text, percent
from ...workspace.columns import FieldRow, OtherRow
from .. import look
from ..widgets import Elided, Select, quiet
from .parts import Bar, Samples, state_chip

ROW, TITLE, SELECT, CHIP = 48, 212, 164, 132
ABSENT, CONSTANT, COMBINE, SPLIT, NOTHING = "@absent", "@constant", "@combine", "@split", ""
KEYS = {Qt.Key.Key_Return: "accept", Qt.Key.Key_Enter: "accept", Qt.Key.Key_1: "1", Qt.Key.Key_2: "2",
        Qt.Key.Key_3: "3", Qt.Key.Key_N: "none", Qt.Key.Key_0: "none", Qt.Key.Key_Right: "open",
        Qt.Key.Key_Left: "close", Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Home: "first",
        Qt.Key.Key_End: "last"}


class Line(QFrame):
    """One row that can be chosen; keys become `asked`."""

    chosen = Signal(str)
    asked = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._on = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownfocus", True)
        self.setFixedHeight(look.px(ROW))

    def choose(self, on: bool) -> None:
        """Show the row as chosen or not; nothing moves."""
        self._on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the accent bar, the hairline and the focus."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.color("accent_soft" if self._on else "surface"))
            if self._on:
                painter.fillRect(QRect(0, 0, look.px(4), self.height()), look.color("accent"))
            painter.setPen(look.color("line"))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
            if self.hasFocus():
                painter.setPen(look.color("focus"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -2))
                painter.drawRect(self.rect().adjusted(1, 1, -2, -3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the row that has the keyboard."""
        super().focusInEvent(event)
        self.chosen.emit(self.name)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys of this screen to the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit(self.name, "list")
        elif plain and event.key() in KEYS:
            self.asked.emit(self.name, KEYS[event.key()])
        else:
            super().keyPressEvent(event)


class FieldLine(Line):
    """A field: its title and hint, the column that feeds it, samples, coverage, state."""

    picked = Signal(str, str)

    def __init__(self, row: FieldRow, hint: str, choices: Any, language: str, parent: QWidget | None = None) -> None:
        super().__init__(row.field.name, parent)
        self._language, self.row = language, row
        self._signature: object = None
        self.title, self.hint = Elided("", "strong"), Elided("", "caption", "ink2")
        words = QWidget()
        look.stack(words, None, self.title, self.hint, None, gap=1)
        words.setFixedWidth(look.px(TITLE))
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.select = Select("", width=SELECT)
        self.select.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.select.setModel(choices)
        self.select.activated.connect(lambda _: self.picked.emit(self.name, self.select.currentData()))
        self.samples, self.bar, self.state = Samples(), Bar(), QVBoxLayout()
        holder = QWidget()
        holder.setLayout(self.state)
        holder.setFixedWidth(look.px(CHIP))
        self.state.setContentsMargins(0, 0, 0, 0)
        line = look.row(words, self.select, self.samples, self.bar, holder, gap=12, margins=(16, 0, 12, 0))
        line.setStretch(2, 1)
        self.setLayout(line)
        self.show_row(row, hint)

    def show_row(self, row: FieldRow, hint: str, conflict: str = "") -> None:
        """Show another state of the field; nothing is drawn anew where nothing changed."""
        signature = (row.state, row.feed, row.samples, row.filled, hint, conflict)
        self.row = row
        if signature == self._signature:
            return
        self._signature = signature
        title = row.field.title.to(self._language)
        self.title.setText(title)
        self.hint.setText(hint)
        self.select.setAccessibleName(self.tr("{title}: your column").format(title=title))
        self._show_feed(row)
        self.samples.show_texts(row.samples, conflict)
        shown = percent(round(row.filled * 1000), 1000, self._language) if row.samples else ""
        self.bar.show_share(row.filled, shown, "check" if row.state == "check" else "accent")
        look.clear(self.state)
        said = row.state_words.to(self._language)
        self.state.addWidget(state_chip(row.state, row.field.level, said), 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(", ".join(p for p in (title, said, self.select.currentText() or self.select.placeholderText(),
                                                     *row.samples[:3]) if p))

    def _show_feed(self, row: FieldRow) -> None:
        feed = row.feed
        key = ABSENT if row.state == "absent" else feed.columns[0] if feed and len(feed.columns) == 1 else NOTHING
        if row.state in ("constant", "combined", "split") and feed is not None:
            joined = {"constant": self.tr("One value for all rows"), "combined": feed.joined or "",
                      "split": self.tr("Part {n} of “{column}”").format(n=feed.part, column=feed.joined)}[row.state]
            self.select.setPlaceholderText(joined)
            self.select.setToolTip(joined)
            self.select.setCurrentIndex(-1)
            return
        self.select.setToolTip("")
        self.select.choose(key)


class OtherLine(Line):
    """A column that feeds nothing: its heading, samples, and whether it is kept as an extra."""

    def __init__(self, row: OtherRow, language: str, parent: QWidget | None = None) -> None:
        super().__init__(row.column, parent)
        self._language, self.row = language, row
        self._signature: object = None
        self.title, self.hint = Elided(row.column, "strong"), Elided("", "caption", "ink2")
        words = QWidget()
        look.stack(words, None, self.title, self.hint, None, gap=1)
        words.setFixedWidth(look.px(TITLE))
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.button = quiet("", lambda: self.asked.emit(self.name, "extra"))
        self.button.setFixedWidth(look.px(SELECT))
        self.samples, self.bar = Samples(), Bar()
        line = look.row(words, self.button, self.samples, self.bar, gap=12, margins=(16, 0, 12 + CHIP + 12, 0))
        line.setStretch(2, 1)
        self.setLayout(line)
        self.show_row(row)

    def show_row(self, row: OtherRow) -> None:
        """Show another state of the column."""
        signature = (row.extra, row.samples, row.filled)
        self.row = row
        if signature == self._signature:
            return
        self._signature = signature
        said = (self.tr("Kept as “{name}”").format(name=row.extra) if row.extra else self.tr("Left out of the package"))
        self.hint.setText(said)
        self.button.setText(self.tr("Leave it out") if row.extra else self.tr("Keep as an extra"))
        self.button.setAccessibleName(f"{row.column}: {self.button.text()}")
        self.samples.show_texts(row.samples)
        self.bar.show_share(row.filled, percent(round(row.filled * 1000), 1000, self._language) if row.samples else "")
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
