"""Station 4: the list of problems, the rows, and the explainer; every fix is previewed, every edit checked at once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from ...core.marks import BadRows
from ...core.schema import Severity
from ...workspace import Workspace
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge, Visit
from ..widgets import Action, EmptyState, Head, Tabs
from . import told, words
from .byrow import BadRowList
from .explainer import Explainer, Explanation
from .filters import Filter
from .fixing import Fixing
from .following import Following
from .map import MapPane
from .problems import Key, ProblemList
from .sight import Sight
from .stepper import Stepper

LIST, LIST_NARROW, EXPLAIN, EXPLAIN_NARROW, ROOMY = 304, 264, 276, 256, 340
# Widths of this page, in pixels at 100 %: the window's of the design without its rail.
WIDE, FULL, MIDDLE, SMALL = 1500 - 188, 1360 - 188, 1240 - 188, 900 - 78


class CheckPage(QWidget):
    """What is wrong, where, and how to mend it."""

    ACTIONS = frozenset({
        "preview_fix", "fix_safe", "explanation", "by_problem", "by_row", "next_problem", "previous_problem", "refresh",
        "find_in_page", "find_next", "cut", "copy", "paste", "select_all", "fill_down", "empty_cells", "show_all",
        "filter_value", "match_column", "sort"})
    head_changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._explains = True
        self._explained: Key | None = None
        self.sight, self.explainer = Sight(bridge), Explainer(bridge.language)
        self.fixing, self.headlines = Fixing(self, bridge), told.Headlines()
        self._make_list()
        self.stepper, self.map = Stepper(self), MapPane(bridge, self.sight, self)
        self._lay_out()
        self._listen()

    def _make_list(self) -> None:
        language = self._bridge.language
        self.tabs = Tabs({"problem": self.tr("By problem"), "row": self.tr("By row")}, self.tr("How to list problems"))
        self.list, self.rows = ProblemList(language, self._bridge.number), BadRowList(language)
        self.nothing = EmptyState(self.tr("Nothing left to fix"), filled=False)
        self.waiting = EmptyState(self._bridge.text(words.CHECKING), mark="half", filled=False)
        self.stopped = EmptyState(self._bridge.text(words.NOT_CHECKED), "", self.tr("Check again"),
                                  lambda: self._bridge.check(), mark="check", filled=False)
        self.lists = QStackedWidget()
        for part in (self.list, self.rows, self.nothing, self.waiting, self.stopped):
            self.lists.addWidget(part)

    def _lay_out(self) -> None:
        self.left, self.right = QFrame(), QFrame()
        for name, pane in (("left", self.left), ("right", self.right)):
            pane.setProperty("pane", name)
        look.stack(self.left, look.row(self.tabs, None, margins=(12, 8, 12, 6)), self.lists)
        self.left.layout().setStretch(1, 1)
        look.stack(self.right, self.explainer)
        middle = look.column(self.stepper, self.sight, self.map)
        middle.setStretch(1, 1)
        middle.setStretch(2, 1)
        line = look.row(self.left, middle, self.right, gap=0)
        line.setStretch(1, 1)
        self.setLayout(line)

    def _listen(self) -> None:
        self._following = Following(self, self._bridge)
        self._bridge.stood.connect(self.show_list)
        self.list.chosen.connect(self.choose)
        self.rows.chosen.connect(self.sight.go_to_worst)
        for part in (self.list, self.rows):
            part.entered.connect(self.sight.view.setFocus)
        self.tabs.chosen.connect(self._list_by)
        self.sight.chosen.connect(lambda *_: self.explain())
        self.sight.turned.connect(self.explain)
        self.sight.fix_wanted.connect(lambda: self.act("preview_fix"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the grid what the width leaves."""
        super().resizeEvent(event)
        self._share_out()
        self.map.fit()

    def _share_out(self) -> None:
        width = self.width() * 100 / max(1, look.px(100))
        self.left.setVisible(width >= MIDDLE)
        self.stepper.setVisible(width < MIDDLE)
        for pane, full, narrow in ((self.left, LIST, LIST_NARROW), (self.right, EXPLAIN, EXPLAIN_NARROW)):
            pane.setFixedWidth(look.px(ROOMY if width >= WIDE else full if width >= FULL else narrow))
        self.right.setVisible(self._explains and width >= SMALL and self.explainer.shown is not None)

    def _toggle_explanation(self) -> None:
        small = self.width() * 100 / max(1, look.px(100)) < SMALL
        self._explains = not self.right.isVisibleTo(self)
        self.right.setVisible(self._explains)
        if small and self._explains:
            self.explainer.setFocus()

    # What the window asks

    @property
    def key(self) -> Key | None:
        """The problem chosen in the list."""
        return self.sight.key

    @property
    def work(self) -> Workspace | None:
        """The open work, once it has a standard."""
        work = self._bridge.workspace
        return work if work is not None and work.document.schema is not None else None

    @property
    def in_front(self) -> bool:
        """Tell whether this page is the one shown; the others are drawn when they are entered."""
        return self.isVisibleTo(self.window())

    def head(self) -> Head | None:
        """Say how many cells must be fixed, and how many have a safe fix."""
        bridge, work, title = self._bridge, self.work, self.tr("Check & fix")
        further = (self.tr("Continue to Publish"), lambda: bridge.visit(Station.PUBLISH))
        if work is None or self.sight.findings is None:
            busy = bridge.text(words.CHECKING) if work is not None else ""
            return Head(title, busy, (Action(*further, arrow=True),))
        needs, safe = self.sight.findings.counts["must"] > 0, sum(self.fixing.safe.values())
        lead = " ".join(bridge.text(part) for part in told.headline(work, safe, self.fixing.must_safe))
        actions = [Action(*further, "secondary" if needs else "primary", arrow=True)]
        if safe:
            text = self.tr("Fix everything safe ({n})…").format(n=bridge.number(safe))
            actions.insert(0, Action(text, lambda: self.act("fix_safe"), "primary" if needs else "secondary",
                                     "wand-sparkles"))
        return Head(title, lead, tuple(actions))

    def hints(self) -> tuple[str, ...]:
        """The keys of this screen."""
        return (self.tr("F8 next problem"), self.tr("F9 preview the fix"), self.tr("F2 type in the cell"),
                self.tr("Ctrl+Z undo"))

    def enter(self, visit: Visit) -> None:
        """Show the list in its order, and take the focus there."""
        if self.work is None:
            return
        if visit.problem:
            self.sight.key = visit.problem
            self.tabs.choose("problem")
        self.refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        target: QWidget = self.lists.currentWidget() if self.left.isVisibleTo(self) else self.sight.view
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save an open editor."""
        self.sight.commit()

    def let_go(self) -> None:
        """Hold nothing of the work that was shown."""
        self.sight.forget()
        self.map.forget()
        self.rows.forget()

    def panes(self) -> tuple[QWidget, ...]:
        """The list, the grid, the explainer's first button."""
        button = self.explainer.fix_button
        maps = [self.map.plot] if self.map.isVisibleTo(self) else []
        return (self.lists.currentWidget(), self.sight.view, *maps, *([button] if button else []))

    def keep(self) -> dict[str, Any]:
        """Return what is chosen and where the grid stands."""
        return {"key": self.key, "mode": self.tabs.current, "filter": self.sight.filter, "grid": self.sight.keep(),
                "most": self._following.most, "explains": self._explains}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put it back."""
        self.sight.key, self._following.most = kept["key"], kept["most"]
        self.tabs.choose(kept["mode"])
        self.refresh(kept["filter"])
        self.sight.restore(kept["grid"])
        self._explains = kept["explains"]
        self._share_out()

    def act(self, action: str) -> None:
        """Do a menu item."""
        sight, view = self.sight, self.sight.view
        {"preview_fix": lambda: self.fixing.preview(self._explained), "fix_safe": self.fixing.everything_safe,
         "explanation": self._toggle_explanation,
         "by_problem": lambda: self._list_by("problem"), "by_row": lambda: self._list_by("row"),
         "next_problem": lambda: self.step(1), "previous_problem": lambda: self.step(-1), "refresh": self.refresh,
         "find_in_page": sight.open_find, "find_next": sight.find.step, "cut": sight.cut, "copy": sight.copy,
         "paste": sight.paste, "select_all": view.selectAll, "fill_down": sight.fill_down,
         "empty_cells": sight.empty_cells, "show_all": sight.show_all, "filter_value": sight.filter_value,
         "match_column": sight.match_column,
         "sort": lambda: view.horizontalHeader().open_menu(max(0, view.currentIndex().column()))}[action]()

    # Showing

    def refresh(self, wanted: Filter | None = None) -> None:
        """Sort the problems anew, drop the solved ones, and show the rows of the one chosen."""
        work, found = self.work, self.sight.findings
        if work is None:
            return
        entries = self.entries()
        key = self.key if self.key in [entry.key for entry in entries] else entries[0].key if entries else None
        self.list.show_anew(entries, key)
        if found is not None:
            self._following.drawn(told.split(found, Severity.MUST)[0])
        self.sight.look_at(key, wanted or self._own_filter(key))
        if found is not None:
            if self.tabs.current == "row":
                self.rows.show_anew(BadRows.of(found), work.document.table, self.sight.model.key_columns)
            self.fixing.look(self._following.safe_known)
        self.show_list()
        self.stepper.show_problem(self.list, key)
        self.head_changed.emit(self.head())

    def entries(self) -> list[Any]:
        """Return the problems as the list shows them."""
        work = self.work
        if work is None or self.sight.findings is None:
            return []
        return told.entries(work, self.fixing.safe, self.headlines, self._bridge.language)

    def _own_filter(self, key: Key | None) -> Filter:
        found, order = self.sight.findings, self.sight.filter.order
        if found is not None and self.tabs.current == "row" and found.problems:
            return Filter("bad", order=order)
        problem = found.get(key) if found and key else None
        return Filter("problem", key, order=order) if problem and problem.mask is not None else Filter(order=order)

    def show_list(self, *_: object) -> None:
        """Show the list chosen, or why there is none."""
        if self.work is None:
            return
        if self.sight.findings is None:
            busy = self._bridge.jobs.running("check") or self.isHidden()
            shown: QWidget = self.waiting if busy else self.stopped
        elif not self.list.problems.rows:
            shown = self.nothing
        else:
            shown = self.list if self.tabs.current == "problem" else self.rows
        self.lists.setCurrentWidget(shown)

    def explain(self) -> None:
        """Explain the problem at the current cell."""
        where, key = self.sight.current(), self.sight.problem_here()
        self._explained = key
        known = self.work is not None and self.sight.findings is not None and key is not None
        if known and key:
            self.fixing.explain(key, where[0] if where else None, self._explain_as)
        else:
            self._bridge.jobs.drop("explain")
            self._explain_as(None)

    def _explain_as(self, said: Explanation | None) -> None:
        self.explainer.explain(said)
        self._share_out()

    def choose(self, key: Key) -> None:
        """Choose a problem: the grid shows its rows, the focus stays where it is."""
        self.tabs.choose("problem")
        if any(entry.solved for entry in self.list.problems.entries):
            self.list.show_anew(self.entries(), key)
        self.list.choose(key)
        self.show_list()
        self.sight.look_at(key, self._own_filter(key))
        self.stepper.show_problem(self.list, key)

    def _list_by(self, mode: str) -> None:
        self.tabs.choose(mode)
        self.refresh()
        if mode == "row" and self.rows.currentIndex().isValid():
            self.sight.go_to_worst(self.rows.bad.record(self.rows.currentIndex().row()))
        self._take_focus()

    def step(self, way: int) -> None:
        """Go to the next (or the previous) bad cell of the problem, then to the next problem."""
        if self.sight.next_bad(way):
            return
        key = self.list.neighbour(self.key, way)
        if key is None:
            self._bridge.say(words.LAST if way > 0 else words.FIRST, toast=False)
        else:
            self.choose(key)
