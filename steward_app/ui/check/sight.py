"""The middle of station 4: the grid, which rows it shows and why, and the walk from one bad cell to the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from ...core.change import Change
from ...core.edits import SetCells, flat
from ...core.findings import Findings
from ...core.shown import Shown
from ...workspace import Workspace
from ...workspace.states import Station
from ..bridge import Bridge
from ..grid import GridPane, GridState
from . import told, words
from .filters import Filter, in_order, shown_by
from .problems import Key

SELECT_AT_MOST = 10_000
PHRASES = {"problem": words.SHOWING, "bad": words.SHOWING_BAD, "value": words.SHOWING_VALUE}


class Sight(GridPane):
    """The grid pane, told what to show by keys of problems; typing goes to the bridge."""

    turned = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(self._search, parent)
        self._turning = False
        self._bridge = bridge
        self.filter = Filter()
        self.key: Key | None = None
        self._order: tuple[tuple[str, str] | None, Shown] | None = None
        self.asked.connect(lambda edit: bridge.do(edit, "grid"))
        self.all_wanted.connect(self.show_all)
        self.unwritten.connect(lambda n: bridge.say(words.NOT_PASTED.with_(n=n)))
        self.view.itemDelegate().choices = self._choices
        self.view.horizontalHeader().menu_wanted.connect(self._sort)

    @property
    def work(self) -> Workspace | None:
        """The open work."""
        return self._bridge.workspace

    @property
    def findings(self) -> Findings | None:
        """The findings that fit the table on screen."""
        work = self.work
        if work is None or work.checked is None:
            return None
        found = work.checked.findings
        return found if found.height == work.document.table.height else None

    # What is shown

    def state(self) -> GridState:
        """Return the version to draw."""
        work = self.work
        assert work is not None
        read_only = bool(self._bridge.work and self._bridge.work.read_only)
        return GridState(work.document, self.findings, tuple(work.edits()), self._bridge.language,
                         lambda problem, record: told.message(work, problem, record), read_only)

    def look_at(self, key: Key | None, wanted: Filter) -> None:
        """Show the rows of a filter; the first stands at the column of the problem."""
        work = self.work
        assert work is not None
        self.key, self.filter = key, wanted
        self._turning = True
        self.show_rows(self.state(), shown_by(wanted, work.document, self.findings, self._ordered(wanted)))
        self._say_filter()
        columns = told.shows_in(work, key) if self.findings is not None else ()
        if self.model.rowCount():
            self.view.go_beside_header(0, columns)
        self._turning = False
        self.turned.emit()

    def _moved(self) -> None:
        if not self._turning:  # the cells passed on the way are nobody's choice: `turned` tells once, at the end
            super()._moved()

    def forget(self) -> None:
        """Another file, or none: nothing of the last one is held."""
        self.key, self.filter, self._order = None, Filter(), None
        self.model.forget()

    def _say_filter(self) -> None:
        bridge, work = self._bridge, self.work
        assert work is not None
        phrase = PHRASES.get(self.filter.kind)
        everything = bridge.text(words.SHOW_ALL.with_(n=work.document.table.height)) if phrase else ""
        said = (phrase or words.SHOWING_ALL).with_(n=self.model.rowCount(), value=self.filter.text or words.EMPTY)
        self.say(bridge.text(said), everything)

    def show_all(self) -> None:
        """Drop the filter; the current cell stays in view."""
        where, across = self.current(), self.view.horizontalScrollBar().value()
        self.look_at(self.key, Filter(order=self.filter.order))
        if where is not None and (position := self.model.shown.position(where[0])) is not None:
            self.view.go(position, where[1])
            self.view.horizontalScrollBar().setValue(across)

    def filter_value(self) -> None:
        """Show only the rows that hold the text of the current cell in its column."""
        if (where := self.current()) is not None and self.work is not None:
            column = self.work.document.table.columns[where[1]]
            text = self.model.text(self.view.currentIndex().row(), where[1])
            self._look_again(Filter("value", None, column, text, self.filter.order), where[1])

    def _ordered(self, wanted: Filter) -> Shown | None:
        """Return the order of the screen as it was sorted; an edit does not move its row."""
        return self._order[1] if self._order is not None and self._order[0] == wanted.order else None

    def _sort(self, column: int, way: str) -> None:
        work = self.work
        if work is None:
            return
        document = work.document
        wanted = self.filter.sorted(document.table.columns[column], way)
        def sorted_(order: Shown) -> None:
            self._order = (wanted.order, order)
            self._look_again(wanted, column)
        self._bridge.ask("sort", lambda _: in_order(wanted, document), sorted_)

    def _look_again(self, wanted: Filter, column: int) -> None:
        across = self.view.horizontalScrollBar().value()
        self.look_at(self.key, wanted)
        self.view.go(0, column)
        self.view.horizontalScrollBar().setValue(across)

    def refreshed(self) -> None:
        """Draw another version of the same rows."""
        self.renew(self.state())

    # Walking

    def problem_here(self) -> Key | None:
        """Return the problem to explain: the chosen one until the steward goes to a cell; there, its own or the worst."""
        where, found = self.current(), self.findings
        focus = QApplication.focusWidget()
        in_grid = focus is not None and (focus is self.view or self.view.isAncestorOf(focus))
        if where is None or found is None or (self.filter.kind != "bad" and not in_grid):
            return self.key
        chosen = found.get(self.key) if self.key else None
        if chosen is not None and chosen.marks(where[0]) and where[1] in self.view.chosen_columns:
            return self.key
        problem = self.model.problem(self.view.currentIndex().row(), where[1])
        return problem.key if problem else self.key

    def next_bad(self, way: int) -> bool:
        """Go to the next (or the previous) bad cell of the chosen problem; return whether there was one."""
        found, work = self.findings, self.work
        problem = found.get(self.key) if found and self.key else None
        if problem is None or problem.mask is None or work is None:
            return False
        at = self.model.shown.next_marked(problem.mask, self.view.currentIndex().row(), back=way < 0)
        if at is not None:
            self.view.go_beside_header(at, told.shows_in(work, self.key))
        return at is not None

    def go_to_worst(self, record: int) -> None:
        """Select a record at its first marked column."""
        position = self.model.shown.position(record)
        if position is None:
            return
        page = self.model.page(position)
        marked = sorted(column for column in page.marks[position - page.start] if column >= 0)
        self.view.choose_columns(())
        self.view.go(position, marked[0] if marked else 0)

    def match_column(self) -> None:
        """Go to Columns, at the field that the current column feeds."""
        where, work = self.current(), self.work
        if where is not None and work is not None:
            fields = work.document.mapping.fields_of(work.document.table.columns[where[1]])
            self._bridge.visit(Station.COLUMNS, field=fields[0] if fields else None)

    def select_changed(self, change: Change) -> None:
        """After undo or redo: select the changed cells, or offer to show them where they are out of sight."""
        work = self.work
        cells = [part for part in flat(change.edit) if isinstance(part, SetCells)] if change.edit else []
        if work is None or not cells:
            return
        places = {name: index for index, name in enumerate(work.document.table.columns)}
        most = SELECT_AT_MOST if sum(len(part.records) for part in cells) <= SELECT_AT_MOST else 1
        found = [(position, places[part.column]) for part in cells if part.column in places
                 for position in self.model.shown.positions(part.records).head(most).to_list()]
        if found:
            self.view.select_cells(found)
        elif self.isVisible():
            record, column = int(cells[0].records[0]), places.get(cells[0].column, 0)
            named = words.UNDONE_HIDDEN if change.undone > 0 else words.REDONE_HIDDEN
            self._bridge.say(named, button=words.SHOW_ME, run=lambda: self._show_cell(record, column))

    def _show_cell(self, record: int, column: int) -> None:
        self.show_all()
        if (position := self.model.shown.position(record)) is not None:
            self.view.go(position, column)

    # Asking

    def _choices(self, column: int) -> list[tuple[str, str]]:
        work = self.work
        fields = work.document.mapping.fields_of(work.document.table.columns[column]) if work else ()
        codes = work.document.schema.codes(fields[0]) if work and work.document.schema and fields else None
        return [(code.code, self._bridge.text(code.label)) for code in codes.codes] if codes else []

    def _search(self, text: str, then: Callable[[list[int]], Any]) -> None:
        work = self.work
        if work is not None:
            self._bridge.ask("find", lambda _: told.containing(work, text), then)
