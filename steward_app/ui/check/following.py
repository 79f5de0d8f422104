"""What station 4 draws anew after each change: as little as the change touched, the whole page where it is another table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ...core.change import Change
from ...core.schema import Severity
from ...workspace import Workspace
from ..bridge import Bridge
from . import told, words
from .filters import Filter

if TYPE_CHECKING:
    from .page import CheckPage


class Following(QObject):
    """Listens to the bridge for a page. `most` is how many cells had to be fixed at most; `stale` asks for a whole refresh."""

    def __init__(self, page: CheckPage, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge
        self._begin()
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        bridge.checked.connect(self._checked)

    def _begin(self) -> None:
        self.most, self.stale, self._untold = 0, True, True

    def drawn(self, must: int) -> None:
        """Note that the page was drawn whole, with so many cells that must be fixed."""
        self.most, self.stale = max(self.most, must), False

    def _opened(self, _: Workspace | None) -> None:
        page = self._page
        self._begin()
        page.let_go()
        page.fixing.forget()
        page.headlines.forget()
        page.list.show_anew([])
        page.explainer.explain(None)

    def _changed(self, change: Change) -> None:
        page = self._page
        if page.work is None:
            return
        if change.standard or change.reading:
            self.most, self._untold, page.sight.filter = 0, True, Filter()
            if change.reading:
                page.let_go()  # of the table that was read before
            page.fixing.forget()
            page.headlines.forget()
        if not page.in_front:
            self.stale = True
            return
        if change.shape or change.standard or page.sight.model.state is None:
            self.stale = True
            page.sight.look_at(page.key, page.sight.filter if page.sight.findings is not None else Filter())
        else:
            page.sight.refreshed()
        if change.findings:
            self._recount(change)
        if change.undone:
            page.sight.select_changed(change)
        page.head_changed.emit(page.head())

    def _checked(self, _: object) -> None:
        page = self._page
        if page.work is None or page.sight.findings is None:
            return
        if not page.in_front:
            self.stale = True
            return
        if self.stale or not page.list.problems.entries:
            page.refresh()
            return
        page.sight.refreshed()
        self._recount(None)
        page.fixing.look(self.safe_known)
        page.head_changed.emit(page.head())

    def safe_known(self) -> None:
        """Say of each problem whether a safe fix is known for it, and once of all of them."""
        page = self._page
        page.list.renew(page.entries(), page.key)
        if self._untold and page.sight.findings is not None:
            self._untold, must = False, told.split(page.sight.findings, Severity.MUST)[0]
            said = words.CHECKED if page.fixing.must_safe else words.CHECKED_HARD if must else words.CHECKED_NONE
            self._bridge.say(said.with_(n=must, safe=page.fixing.must_safe), toast=False)
        page.head_changed.emit(page.head())

    def _recount(self, change: Change | None) -> None:
        page = self._page
        found = page.sight.findings
        if found is None:
            return
        page.list.renew(page.entries(), page.key)
        page.stepper.show_problem(page.list, page.key)
        page.map.look()
        left = told.split(found, Severity.MUST)[0]
        self.most = max(self.most, left)
        page.show_list()
        page.explain()
        if change is not None and change.who == "grid":
            self._bridge.say(words.PROGRESS.with_(
                n=self.most - left, all=self.most, cells=words.CELLS.with_(n=self.most), left=left), toast=False)
