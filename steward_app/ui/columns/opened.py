"""The values open inside a row of station 3: which field they belong to, and the edits that match them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from ...workspace import columns
from ...workspace.columns import ValueRow
from ..bridge import Bridge
from .values import ValueTable


class Opened(QObject):
    """At most one field shows its values."""

    def __init__(self, page: Any, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge
        self.table: ValueTable | None = None
        self.field = ""
        self._chosen = ""

    @property
    def rows(self) -> tuple[ValueRow, ...]:
        """The values shown."""
        return self.table.rows if self.table else ()

    @property
    def current_row(self) -> ValueRow | None:
        """The value that has been chosen in the table, if the table is open."""
        return next((row for row in self.rows if row.text == self._chosen), None)

    def open(self, name: str, *, focus: bool = False) -> None:
        """Open the values of a code-list field."""
        page, work = self._page, self._page.work
        codes = work.document.schema.codes(name) if work and name in work.document.schema.by_name else None
        row = page.row(name)
        if codes is None or row is None or row.feed is None or not row.feed.columns:
            return
        if self.field != name or self.table is None:
            sibling = work.document.schema[name].original
            beside = work.document.schema[sibling].title if sibling else None
            self.table = ValueTable(codes, beside, self._bridge.language)
            self.table.matched.connect(self.match)
            self.table.chosen.connect(self._choose)
            self.table.pressed.connect(page.asking.press_value)
            self.table.left.connect(self._leave)
            self.table.own_list.connect(lambda: page.own_list.begin(name))
            self.field, self._chosen = name, ""
            page.board.open_extra(name, self.table)
            self.table.show_rows(columns.value_rows(work.document, name))
        QTimer.singleShot(0, lambda: self._shown(name, focus))

    def _shown(self, name: str, focus: bool) -> None:
        if self.table is not None and self.field == name:
            self._page.board.see_all_of(name)
            if focus:
                self.table.take_focus()

    def _choose(self, text: str) -> None:
        self._chosen = text
        self._page.redraw_side()

    def _leave(self) -> None:
        self._chosen = ""
        if self.table is not None:
            self.table.choose("")
        self._page.board.take_focus(self.field)
        self._page.redraw_side()

    def close(self) -> None:
        """Close the values; the row keeps the focus."""
        if self.table is None:
            return
        name, self.table, self.field, self._chosen = self.field, None, "", ""
        self._page.board.close_extra()
        self._page.board.take_focus(name)
        self._page.redraw_side()

    def refresh(self) -> None:
        """Show what the values mean now."""
        work = self._page.work
        if self.table is None or work is None:
            return
        rows = columns.value_rows(work.document, self.field)
        if rows:
            self.table.show_rows(rows)
        else:
            self.close()

    def match(self, values: dict[str, str | None]) -> None:
        """Lead values to codes (None takes a code away), as one step."""
        work = self._page.work
        if work is not None and values:
            self._bridge.do(columns.value_matched(work.document, self.field, values), "columns")

    def next_open(self, after: str) -> None:
        """Go on to the next value that needs the steward."""
        if self.table is not None:
            self.table.go_on(after)
