"""The problem list folded into one bar, where the window is too narrow for a list."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from .. import look
from ..widgets import Elided, icon_button
from .problems import Entry, ProblemList


class Stepper(QFrame):
    """Previous, the problem chosen with its count, next."""

    def __init__(self, page: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "band")
        look.fixed(self, height=44)
        self._mark = look.picture(look.mark("must", 17, behind="sunken"))
        self.words, self.count = Elided("", "strong"), look.label("", "body", "ink2")
        before = icon_button("chevron-up", self.tr("Previous problem"), lambda: self._go(page, -1))
        after = icon_button("chevron-down", self.tr("Next problem"), lambda: self._go(page, 1))
        line = look.row(before, after, self._mark, self.words, self.count, gap=8, margins=(10, 0, 12, 0))
        line.setStretch(3, 1)
        self.setLayout(line)
        self.hide()

    def _go(self, page: Any, way: int) -> None:
        key = page.list.neighbour(page.key, way)
        if key is not None:
            page.choose(key)

    def show_problem(self, problems: ProblemList, key: Any) -> None:
        """Show which problem is chosen, and its place among the others."""
        entries = problems.problems.entries
        entry = next((each for each in entries if each.key == key), None)
        if isinstance(entry, Entry):
            self._mark.setPixmap(look.mark("ready" if entry.solved else entry.severity, 17, behind="sunken"))
            place = entries.index(entry) + 1
            self.count.setText(self.tr("{n} of {all}").format(n=place, all=len(entries)))
        self.words.setText(entry.headline if entry else "")
        self.count.setVisible(entry is not None)
        self._mark.setVisible(entry is not None)
