"""Station 3: which column feeds which field, accepted one by one, and the values of code lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ...core.change import Change
from ...core.document import Document
from ...core.mapping import Feed
from ...workspace import Workspace, columns
from ...workspace.columns import FieldRow
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge, Visit
from ..turns import Turns
from ..widgets import Action, Head, SearchField, Select, chip, rich
from ..widgets.texts import say
from . import remembered, told, words
from .asking import Asking
from .board import Board
from .doing import Doing
from .opened import Opened
from .own_list import UsingList
from .side import Side
from .wishes import Wishes

SIDE, SIDE_NARROW, NARROW = 290, 262, 1240 - 188


class ColumnsPage(QWidget):
    """Fields at the left, the question about the chosen one at the right."""

    ACTIONS = frozenset({"find_in_page", "combine", "split", "refresh"})
    head_changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: tuple[FieldRow, ...] = ()
        self._open_values: frozenset[str] = frozenset()
        self.asking, self.values = Asking(self, bridge), Opened(self, bridge)
        self.doing = doing = Doing(self, bridge)
        self._wishes = wishes = Wishes(self, bridge)
        self.run, self.go_on = wishes.run, wishes.go_on
        self.do, self.take, self.match, self.remember = doing.do, doing.take, doing.match, doing.remember
        self.own_list = UsingList(self, bridge)
        self._visit: Visit | None = None
        self._kept: dict[str, Any] | None = None
        self._turns = Turns(self, at_once=bridge.jobs.inline)
        self.board = Board(bridge.language, bridge.number, at_once=bridge.jobs.inline)
        self.side = Side(self.run, lambda text, kind, icon: chip(text, kind, icon=icon), at_once=bridge.jobs.inline)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.search = SearchField(self.tr("Find a field or a column"))
        self.search.setMinimumWidth(look.px(140))
        self.search.setMaximumWidth(max(look.px(252), self.search.whole))
        self.state = Select(self.tr("States shown"), self._states(), 160)
        self.count = rich("", "body")
        tools = QFrame()
        tools.setProperty("ground", "window")
        look.fixed(tools, height=48)
        told_so = look.row(self.search, self.state, None, self.count, gap=10, margins=(16, 0, 12, 0))
        told_so.setStretch(0, 2)
        told_so.setStretch(2, 1)
        tools.setLayout(told_so)
        left = look.column(tools, self.board)
        left.setStretch(1, 1)
        self.right = QFrame()
        self.right.setProperty("pane", "right")
        look.stack(self.right, self.side)
        line = look.row(left, self.right, gap=0)
        line.setStretch(0, 1)
        self.setLayout(line)

    def _states(self) -> list[tuple[str, object]]:
        tell, names = self._bridge.text, columns.NAMES
        return [(self.tr("All states"), ""), (self.tr("Needs you"), "needs"), (tell(names["check"]), "check"),
                (tell(names["matched"]), "matched"), (tell(names["none"]), "none"), (tell(names["absent"]), "absent")]

    def _listen(self) -> None:
        self._bridge.opened.connect(self._forget)
        self._bridge.changed.connect(self._changed)
        self.board.chosen.connect(lambda _: self.redraw_side())
        self.board.asked.connect(self._wishes.key)
        self.board.picked.connect(self._wishes.picked)
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.entered.connect(lambda _: self.board.take_focus(next(iter(self.board.shown_names()), "")))
        self.state.currentIndexChanged.connect(lambda _: self._filter())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows what the width leaves."""
        super().resizeEvent(event)
        width = self.width() * 100 / max(1, look.px(100))
        side = look.px(SIDE if width >= NARROW else SIDE_NARROW)
        self.right.setFixedWidth(side)
        self._fit_count()

    def _fit_count(self) -> None:
        """Leave the count out where it would be cut."""
        room = self.width() - self.right.width() - look.px(140 + 160 + 60)
        self.count.setVisible(look.ellipsis_width(self.count.accessibleName(), "strong") <= room)

    # What the window asks

    @property
    def work(self) -> Workspace | None:
        """The open work, once it has a standard."""
        work = self._bridge.workspace
        return work if work is not None and work.document.schema is not None else None

    @property
    def current(self) -> str:
        """The field or column chosen."""
        return self.board.current

    @property
    def open_values(self) -> frozenset[str]:
        """The fields that hold values leading to no code."""
        return self._open_values

    def row(self, name: str) -> FieldRow | None:
        """Return the row of a field."""
        return next((row for row in self._rows if row.field.name == name), None)

    def head(self) -> Head | None:
        """Say what is to be checked."""
        title = self.tr("Columns")
        further = (self.tr("Continue to Check & fix"), lambda: self._bridge.visit(Station.CHECK))
        if self.work is None or not self._rows:
            return Head(title, "", (Action(*further, arrow=True),))
        lead = self._bridge.text(told.lead(self._rows, self._open_values))
        needs = any(told.needs_you(row, self._open_values) for row in self._rows)
        kept = Action(self.tr("What the app remembers"), self.show_remembered, "quiet", icon="history")
        return Head(title, lead, (kept, Action(*further, "secondary" if needs else "primary", arrow=True)))

    def filled(self) -> QPushButton | None:
        """Return the filled button of the right pane, where a decision is due."""
        button = self.side.accept
        return button if button is not None and button.property("kind") == "primary" else None

    def hints(self) -> tuple[str, ...]:
        """Return the keys of this screen."""
        return (self.tr("Enter accept"), self.tr("1 2 3 choose"), self.tr("N none"), self.tr("→ open the values"))

    def enter(self, visit: Visit) -> None:
        """Take the focus at a field named, else at the first that needs the steward."""
        if self.work is None:
            return
        self._visit = visit
        self.refresh()

    def _entered(self, visit: Visit) -> None:
        wanted = visit.field or self.current
        if wanted not in self.board.lines or (not visit.field and not self._wishes.needs(wanted)):
            wanted = self._wishes.next_needy("") or wanted or next(iter(self.board.shown_names()), "")
        QTimer.singleShot(0, lambda: self._arrive(wanted, bool(visit.field)))

    def _arrive(self, name: str, named: bool) -> None:
        self.board.take_focus(name)
        if named and name in self._open_values:
            self.values.open(name, focus=True)

    def commit(self) -> None:
        """Do nothing: nothing is typed here."""

    def panes(self) -> tuple[QWidget, ...]:
        """Return the search, the rows, the right pane's first button."""
        line = self.board.lines.get(self.current)
        parts = (self.search, line, self.side.accept)
        return tuple(part for part in parts if part is not None)

    def keep(self) -> dict[str, Any]:
        """Return what is chosen, open and searched."""
        return {"field": self.current, "open": self.values.field, "search": self.search.text(),
                "state": self.state.currentData(), "scroll": self.board.verticalScrollBar().value()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back, once the rows are there."""
        self._kept = kept
        self.refresh()

    def _put_back(self, kept: dict[str, Any]) -> None:
        self.search.setText(kept["search"])
        self.state.choose(kept["state"])
        self._filter()
        self.board.take_focus(kept["field"])
        if kept["open"]:
            self.values.open(kept["open"])
        self.board.verticalScrollBar().setValue(kept["scroll"])

    def act(self, action: str) -> None:
        """Do a menu item."""
        {"find_in_page": self.search.setFocus, "refresh": self.refresh, "combine": lambda: self.run("combine"),
         "split": lambda: self.run("split")}[action]()

    # Showing

    def refresh(self) -> None:
        """Show the mapping as it is; columns that nobody has looked at yet are looked at beside the window first."""
        work = self.work
        if work is None:
            return
        if columns.looked_at(work.document):
            self._show(work.document)
        else:
            document = work.document
            self._bridge.ask("rows", lambda _: columns.look(document), lambda _: self._show(document))

    def _show(self, document: Document) -> None:
        self._rows = columns.rows(document)
        self._turns.run(self._shown(document))
        if not self.board.building:
            self._turns.finish()

    def _shown(self, document: Document) -> Iterator[object]:
        others = columns.others(document)
        yield from self.board.show_rows(document.schema, document.table, self._rows, others)
        yield
        kept = sum(row.extra is not None for row in others)
        used = words.USED.with_(n=len(document.mapping.used_columns))
        counted = words.COUNT.with_(n=document.table.width, used=used, extra=kept)
        say(self.count, self._bridge.text(counted))
        self._fit_count()
        self.values.refresh()
        self._filter()
        yield
        self.redraw_side()
        self._look_at_values()
        for row in self._rows:
            if row.state == "check":
                self.asking.candidates(row.field.name)
        self.head_changed.emit(self.head())
        yield
        visit, kept, self._visit, self._kept = self._visit, self._kept, None, None
        if kept is not None:
            self._put_back(kept)
        elif visit is not None:
            self._entered(visit)

    def show_conflict(self, name: str, said: str) -> None:
        """Show beside the samples what speaks against a suggestion."""
        row, line = self.row(name), self.board.lines.get(name)
        if row is not None and line is not None:
            line.show_row(row, told.hint(row.field, self.work.document.schema, self._bridge.language), said)

    def _look_at_values(self) -> None:
        document = self.work.document
        self._bridge.ask("values", lambda _: told.open_values(document), self._values_known)

    def _values_known(self, found: frozenset[str]) -> None:
        if found == self._open_values:
            return
        self._open_values = found
        self._bridge.see(unmatched_values=found)
        if self.isVisibleTo(self.window()):
            self.redraw_side()
            self.head_changed.emit(self.head())

    def _forget(self) -> None:
        self._turns.drop()
        self._visit = self._kept = None
        self._rows, self._open_values = (), frozenset()
        self.values.close()
        self.asking.forget()

    def _changed(self, change: Change) -> None:
        if self.work is None or not (change.mapping or change.standard or change.shape or change.columns):
            return
        self.asking.forget()
        if change.standard or change.reading:
            self.values.close()
        if self.isVisibleTo(self.window()):
            self.refresh()
        else:
            self._look_at_values()

    def _filter(self) -> None:
        self.board.find(self.search.text(), self.state.currentData() or "", self._open_values)

    # Asking at the right

    def redraw_side(self) -> None:
        """Ask again: candidates have come, or another answer was chosen."""
        self.side.ask(self.asking.ask_of(self.current))

    def show_remembered(self) -> None:
        """Show what was confirmed for this standard, to be forgotten or shared."""
        remembered.show(self, self._bridge)

    def feed(self, name: str) -> Feed | None:
        """Return what feeds a field."""
        return self.work.document.mapping.feed(name) if self.work else None
