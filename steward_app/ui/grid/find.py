"""The find bar under the head of the grid: text in any column, next and previous."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from .. import look
from ..widgets import SearchField, icon_button, quiet

PAUSE = 180


class FindBar(QFrame):
    """Asks for the records that hold a text (`search(text, answer)`) and walks through them."""

    found = Signal(int, int)
    closed = Signal()

    def __init__(self, search: Callable[[str, Callable[[list[int]], None]], None], pane: QWidget) -> None:
        super().__init__(pane)
        self._search, self._pane = search, pane
        self._records: list[int] | None = None
        self._asked = ""
        self.setProperty("ground", "sunken")
        look.fixed(self, height=44)
        self.field = SearchField(self.tr("Find in all columns"), 260)
        self.count = look.label("", "body", "ink2")
        following = quiet(self.tr("Next"), lambda: self.step(), icon="chevron-down")
        previous = quiet(self.tr("Previous"), lambda: self.step(back=True), icon="chevron-up")
        close = icon_button("x", self.tr("Close the find bar"), self.end)
        self.setLayout(look.row(self.field, following, previous, self.count, None, close, margins=(12, 0, 8, 0)))
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.entered.connect(lambda _: self.step())
        self.hide()

    def begin(self) -> None:
        """Open the bar and take the focus."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def forget(self) -> None:
        """The rows changed: search anew when next asked."""
        self._records = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc once the field is empty."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def step(self, *, back: bool = False) -> None:
        """Go to the next or the previous record that holds the text; without a text, open the bar."""
        if not self.field.text():
            self.begin()
        elif self._records is None or self._asked != self.field.text():
            self._ask(lambda: self._go(back))
        else:
            self._go(back)

    def _ask(self, then: Callable[[], None] | None = None) -> None:
        self._timer.stop()
        self._asked = self.field.text()
        if not self._asked:
            self._records = None
            self.count.setText("")
            return
        self._search(self._asked, lambda records: self._answered(records, then))

    def _answered(self, records: list[int], then: Callable[[], None] | None) -> None:
        self._records = records
        self.count.setText(self._said(len(records)))
        if then:
            then()

    def _said(self, count: int) -> str:
        if not count:
            return self.tr("No row matches.")
        return self.tr("1 row") if count == 1 else self.tr("{n} rows").format(n=count)

    def _go(self, back: bool) -> None:
        if not self._records:
            return
        where = self._pane.current()
        here = where[0] if where else -1
        at = bisect_left(self._records, here) - 1 if back else bisect_right(self._records, here)
        record = self._records[at % len(self._records)]
        self.found.emit(record, self._column(record))

    def _column(self, record: int) -> int:
        position = self._pane.model.shown.position(record)
        if position is None:
            return -1
        page = self._pane.model.page(position)
        sought = self._asked.casefold()
        row = page.rows[position - page.start]
        return next((c for c, text in enumerate(row) if text and sought in text.casefold()), -1)
