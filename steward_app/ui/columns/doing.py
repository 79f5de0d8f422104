"""What station 3 does to the mapping: a column taken, refused, kept as an extra; each choice is one step, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ...core.document import Document
from ...core.edits import Edit
from ...core.text import Text
from ...workspace import columns
from ..bridge import Bridge, Said
from . import words
from .lines import Question


class Doing(QObject):
    """Does the edits of one page, and goes on to the next field that needs the steward."""

    def __init__(self, page: Any, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge

    def settle(self, name: str, make: Callable[[Document, str], Edit]) -> None:
        """Do an edit that leaves a field without a column of its own, and go on."""
        row, work = self._page.row(name), self._page.work
        if row is not None and work is not None:
            self.do(make(work.document, name), words.SET.with_(title=row.field.title))
            self._page.go_on(name)

    def do(self, edit: Edit, said: Text) -> None:
        """Do an edit of the mapping and say so in the status line."""
        self._bridge.do(edit, "columns", said=Said(said, toast=False))

    def toggle_extra(self, column: str) -> None:
        """Keep a column that feeds nothing as an extra, or leave it out again."""
        work = self._page.work
        line = self._page.board.lines.get(column)
        if work is not None and line is not None and hasattr(line, "button"):
            name = None if line.row.extra else columns.extra_name(work.document, column)
            self._bridge.do(columns.kept_extra(work.document, column, name), "columns")
            self._page.board.take_focus(column)

    def take(self, name: str, wanted: tuple[str, ...], **how: Any) -> None:
        """Feed a field from columns; one that feeds another field already is asked about in the row."""
        work = self._page.work
        if work is None:
            return
        other = next((f for c in wanted for f in work.document.mapping.fields_of(c) if f != name), None)
        if other is None:
            self.match(name, wanted, **how)
            return
        title = work.document.schema[other].title
        question = Question(words.FEEDS.with_(column=wanted[0], title=title), self._bridge.language)
        question.answered.connect(lambda answer: self._answered(name, wanted, answer, how))
        self._page.values.close()
        self._page.board.take_focus(name)
        self._page.board.open_extra(name, question)
        QTimer.singleShot(0, lambda: self._page.board.ensureWidgetVisible(question))
        question.first.setFocus()

    def _answered(self, name: str, wanted: tuple[str, ...], answer: str, how: dict[str, Any]) -> None:
        self._page.board.close_extra()
        if answer:
            self.match(name, wanted, share=answer == "both", **how)
        else:
            self._page.refresh()
            self._page.board.take_focus(name)

    def match(self, name: str, wanted: tuple[str, ...], **how: Any) -> None:
        """Do the edit, remember the choice, and go on to the next field that needs the steward."""
        work = self._page.work
        if work is None:
            return
        edit = columns.matched(work.document, name, wanted, **how)
        said = words.MATCHED.with_(column=" + ".join(wanted), title=self._page.row(name).field.title)
        self._bridge.do(edit, "columns", said=Said(said, undo=True))
        self.remember(name, wanted)
        self._page.go_on(name)

    def remember(self, name: str, wanted: tuple[str, ...]) -> None:
        """Keep what was confirmed, for the next file of this standard."""
        work = self._page.work
        if work is not None and len(wanted) == 1:
            standard, heading, bridge = work.document.schema.name, work.document.table.heading(wanted[0]), self._bridge
            bridge.remembering(lambda: bridge.memory.confirm(standard, heading, name, bridge.today))
