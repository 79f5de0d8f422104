"""What a key, a button of the right pane or the list of a row asks for at station 3, and which field comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ...workspace import columns
from ..bridge import Bridge
from . import told
from .lines import ABSENT, COMBINE, CONSTANT, NOTHING, SPLIT

if TYPE_CHECKING:
    from .page import ColumnsPage


class Wishes(QObject):
    """Does what is asked about the rows of one page."""

    def __init__(self, page: ColumnsPage, bridge: Bridge) -> None:
        super().__init__(page)
        self._page, self._bridge = page, bridge

    def key(self, name: str, key: str) -> None:
        """Do what a key says about a row."""
        {"up": lambda: self._page.board.move(name, -1), "down": lambda: self._page.board.move(name, 1),
         "first": lambda: self._page.board.move(name, -10_000), "last": lambda: self._page.board.move(name, 10_000),
         "list": lambda: self._open_list(name), "open": lambda: self._page.values.open(name, focus=True),
         "close": self._page.values.close}.get(key, lambda: self.run(key))()

    def _open_list(self, name: str) -> None:
        line = self._page.board.lines[name]
        if hasattr(line, "select"):
            line.select.open()

    def run(self, what: str) -> None:
        """Do what a key or a button of the right pane says about the chosen row."""
        name, row = self._page.current, self._page.row(self._page.current)
        if what == "extra" or row is None:
            self._page.doing.toggle_extra(name)
        elif what in ("1", "2", "3"):
            self._page.asking.pick(name, int(what) - 1)
        elif what == "chosen":
            self._page.asking.chose(name, self._page.side.chosen)
        elif what == "accept":
            self._page.asking.accept(name)
        elif what == "open":
            self._page.values.open(name, focus=True)
        elif what == "guide":
            self._bridge.show_guide(self._page.work.document.schema, self._page.window(), name)
        elif what == "none":
            self._page.doing.settle(name, columns.unmatched)
        elif what in ("absent", "constant", "combine", "split", "list"):
            self.picked(name, {"absent": ABSENT, "constant": CONSTANT, "combine": COMBINE, "split": SPLIT,
                               "list": "@list"}[what])

    def go_on(self, name: str) -> None:
        """Go on to the next field that needs the steward."""
        wanted = self.next_needy(name) if not self.needs(name) else name
        self._page.board.take_focus(wanted or name)

    def picked(self, name: str, choice: str) -> None:
        """Do what was chosen in the list of a row."""
        if choice == "@list":
            self._open_list(name)
        elif choice == NOTHING:
            self._page.doing.settle(name, columns.unmatched)
        elif choice == ABSENT:
            self._page.doing.settle(name, columns.absent)
        elif choice == CONSTANT:
            self._page.asking.constant(name)
        elif choice in (COMBINE, SPLIT):
            self._page.asking.join(name, split=choice == SPLIT)
        else:
            self._page.take(name, (choice,))

    def needs(self, name: str) -> bool:
        """Tell whether a field needs the steward."""
        row = self._page.row(name)
        return row is not None and told.needs_you(row, self._page.open_values)

    def next_needy(self, after: str) -> str:
        """Return the next field that needs the steward, after one; nothing where there is no other."""
        names = self._page.board.shown_names()
        start = names.index(after) + 1 if after in names else 0
        order = names[start:] + names[:start]
        return next((name for name in order if name != after and self.needs(name)), "")
