"""A list of the steward's own: which column holds the label, which the code, and what the two answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from .. import look
from ..widgets import Elided, Select, Value, rich
from ..widgets.texts import say
from .frame import Frame

YOURS, MOST = 210, 60


@dataclass(frozen=True)
class Answered:
    """What two columns of a list answer: a sentence, what was left aside, value → words of the code, and the button."""

    sentence: str
    aside: tuple[str, ...] = ()
    lines: tuple[tuple[str, str], ...] = ()
    apply: str = ""


@dataclass(frozen=True)
class ListQuestion:
    """The title of the field, a fact about the file, its columns, and the two that were recognised ("" for none)."""

    title: str
    fact: str
    columns: tuple[str, ...]
    label: str
    code: str


class OwnListDialog(Frame):
    """Two lists to choose columns from; what they answer is told at once."""

    def __init__(self, parent: QWidget | None, asked: ListQuestion, answer: Callable[[str, str], Answered]) -> None:
        super().__init__(parent, self.tr("Use a list of your own for “{title}”").format(title=asked.title), asked.fact,
                         icon="table-properties", width=620)
        self._tell = answer
        choices = [(self.tr("Choose a column…"), ""), *((column, column) for column in asked.columns)]
        self.label = Select(self.tr("Your label"), list(choices))
        self.code = Select(self.tr("The standard’s code"), list(choices))
        for select, chosen in ((self.label, asked.label), (self.code, asked.code)):
            select.choose(chosen)
            select.activated.connect(lambda _: self._say())
        pair = look.row(*(look.column(look.label(select.accessibleName(), "caption", "ink2"), select, gap=4)
                          for select in (self.label, self.code)), gap=12)
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        self.content.addLayout(pair)
        self.said, self.aside = rich("", "strong", wrap=True), look.label("", "body", "ink2", wrap=True)
        self.add(self.said, self.aside)
        inside = QFrame()
        self._lines = look.column()
        look.stack(inside, self._lines, None, margins=(2, 2, 10, 2))
        self.add_scrolling(inside, 220)
        self.foot(self.tr("One step: Ctrl+Z brings everything back."), ("cancel", self.tr("Cancel"), False),
                  ("apply", self.tr("Match the values"), True))
        self._say()
        (self.buttons["apply"] if self.buttons["apply"].isEnabled() else self.label).setFocus()

    def _say(self) -> None:
        label, code = self.label.currentData(), self.code.currentData()
        told = self._tell(label, code)
        say(self.said, told.sentence)
        self.aside.setText("\n".join(told.aside))
        self.aside.setVisible(bool(told.aside))
        look.clear(self._lines)
        for yours, meant in told.lines[:MOST]:
            self._lines.addWidget(self._line(yours, meant))
        self.buttons["apply"].setEnabled(bool(told.apply))
        self.buttons["apply"].setText((told.apply or self.tr("Match the values")).replace("&", "&&"))

    def _line(self, yours: str, meant: str) -> QFrame:
        made = QFrame()
        mine = Elided(yours, "strong")
        mine.setFixedWidth(look.px(YOURS))
        right = Value(meant, "ok") if meant else look.label(self.tr("Not matched"), "body", "must")
        made.setLayout(look.row(mine, look.picture(look.pixmap("arrow-right", "ink2", 16)), right, None, gap=10))
        look.fixed(made, height=36)
        made.setAccessibleName(f"{yours} → {meant or self.tr('Not matched')}")
        return made

    def columns(self) -> tuple[str, str] | None:
        """Show the dialog; return the label's column and the code's, None if cancelled."""
        return (self.label.currentData(), self.code.currentData()) if self.ask() == "apply" else None
