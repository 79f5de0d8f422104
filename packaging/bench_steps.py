"""The session that the window's bench plays: what a steward does with one file, step by step, from open to package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import bench_asked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from steward_app.core.text import Text
from steward_app.ui.dialogs import Dialogs, PackageChoice
from steward_app.workspace.states import Station

Step = tuple[str, Callable[[], object], Callable[[], object]]
LOOKED_AT = 400  # milliseconds for which a dialog stays open


class Pressed(Dialogs):
    """The real dialogs; each is looked at for a moment, then its filled button is pressed."""

    def __init__(self, bridge: Any, home: Path) -> None:
        super().__init__(lambda: bridge.language, lambda: home)
        self._home = home

    def preview(self, *args: Any) -> Any:
        """Show the preview and apply it."""
        QTimer.singleShot(LOOKED_AT, self._press)
        return super().preview(*args)

    def _press(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.finish("apply")

    def facts(self, parent: Any, declarations: Any, values: Any, lists: Any) -> Any:
        """Answer as the form stands."""
        return dict(values)

    def create_package(self, parent: Any, plan: Any) -> PackageChoice:
        """Write into the bench's own folder."""
        return PackageChoice(self._home, ())


class Session:
    """Knows the window, and yields its steps: a name, what is done, and when it is over."""

    NEEDED = frozenset({"show the window", "open the file", "look at the standards", "choose a standard", "go to Check"})

    def __init__(self, shell: Any, path: Path, home: Path) -> None:
        self._shell, self._bridge, self._path, self._home = shell, shell.bridge, path, home

    @property
    def _page(self) -> Any:
        return self._shell.window.pages[Station.CHECK]

    @property
    def _columns(self) -> Any:
        return self._shell.window.pages[Station.COLUMNS]

    def _rest(self) -> bool:
        return not self._bridge.jobs.kinds and not self._shell.turns.busy

    def _checked(self) -> bool:
        return self._rest() and bool(self._bridge.workspace.fresh)

    def _one_more(self) -> Callable[[], bool]:
        """Return what tells whether one more step was done than there are now, and checked."""
        steps = len(self._bridge.workspace.steps)
        return lambda: len(self._bridge.workspace.steps) > steps and self._checked()

    def steps(self) -> Iterator[Step]:
        """Yield every step in order."""
        for part in (self._open, self._match, self._look, self._edit, self._fix, self._again, self._asked, self._publish):
            yield from part()

    def _asked(self) -> Iterator[Step]:
        for part in (bench_asked.palette, bench_asked.dialogs, bench_asked.looks):
            yield from part(self._shell, self._checked)

    def _visit(self, station: Station) -> Callable[[], object]:
        return lambda: self._bridge.visit(station)

    def _act(self, action: str) -> Callable[[], object]:
        return lambda: self._page.act(action)

    def _key(self, key: Any, text: str = "", modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget() or self._page.sight.view
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifier, text))

    def _open(self) -> Iterator[Step]:
        bridge = self._bridge
        yield "show the window", lambda: None, self._rest
        yield "open the file", lambda: bridge.open(self._path), lambda: bridge.workspace is not None and self._rest()
        yield "look at the standards", self._visit(Station.STANDARD), self._rest
        yield "choose a standard", lambda: bridge.choose_standard("building-permits"), \
            lambda: bridge.workspace.document.schema and self._checked()

    def _match(self) -> Iterator[Step]:
        page = self._columns
        yield "go to Columns", self._visit(Station.COLUMNS), self._checked
        yield "walk the fields", lambda: [page.board.move(page.current, 1) for _ in range(3)], self._checked
        yield "go back to File", self._visit(Station.FILE), self._checked
        yield "go to Check", self._visit(Station.CHECK), self._checked

    def _look(self) -> Iterator[Step]:
        page = self._page
        keys = [entry.key for entry in page.list.problems.entries]
        for key in keys[:4]:
            yield f"choose a problem ({key[0]} {key[1]})", lambda key=key: page.choose(key), self._checked
        yield "go to the next bad cell", self._act("next_problem"), self._checked
        header = page.sight.view.horizontalHeader()
        yield "show all rows", self._act("show_all"), self._checked
        yield "go to the last row", lambda: page.sight.view.go(page.sight.model.rowCount() - 1, 0), self._checked
        yield "select all", self._act("select_all"), self._checked
        yield "go to a cell", lambda: page.sight.view.go(3, 4), self._checked
        yield "sort by a text column", lambda: header.menu_wanted.emit(9, "up"), self._checked
        yield "sort by a number column", lambda: header.menu_wanted.emit(7, "down"), self._checked
        yield "choose a problem of sorted rows", lambda: page.choose(keys[0]), self._checked
        yield "order of the file", lambda: header.menu_wanted.emit(7, "source"), self._checked
        yield "go to a code", lambda: (page.act("show_all"), page.sight.view.go(5, 4)), self._checked
        yield "filter by a value", self._act("filter_value"), self._checked
        yield "find a text", lambda: (page.act("find_in_page"), page.sight.find.field.setText("duplex"),
                                      page.sight.find.step()), self._checked
        yield "find the next", lambda: page.sight.find.step(), self._checked
        yield "close the find bar", page.sight.find.end, self._checked
        yield "list by row", self._act("by_row"), self._checked
        yield "go down the rows", lambda: [page.rows.setCurrentIndex(page.rows.bad.index(n, 0)) for n in (5, 6, 900)], \
            self._checked
        yield "list by problem", self._act("by_problem"), self._checked

    def _edit(self) -> Iterator[Step]:
        page, bridge = self._page, self._bridge
        yield "go to a bad cell", lambda: (page.choose(self._key_of("V05", "issued_date")), page.sight.view.setFocus()), \
            self._checked
        yield "type in a cell", lambda: page.sight.model.setData(page.sight.view.currentIndex(), "2024-03-01"), self._checked
        yield "undo a cell", bridge.undo, self._checked
        yield "redo a cell", bridge.redo, self._checked

    def _key_of(self, check: str, field: str) -> Any:
        keys = [entry.key for entry in self._page.list.problems.entries]
        return (check, field) if (check, field) in keys else keys[0]

    def _fix(self) -> Iterator[Step]:
        page, bridge = self._page, self._bridge
        fixable = next(iter(page.fixing.safe))
        yield "choose what has a fix", lambda: page.choose(fixable), self._checked
        yield "fix one problem", lambda: page.fixing.preview(fixable), self._one_more()
        yield "undo one fix", bridge.undo, self._checked
        yield "fix everything safe", self._act("fix_safe"), self._one_more()
        yield "undo everything", bridge.undo, self._checked
        yield "redo everything", bridge.redo, self._checked

    def _again(self) -> Iterator[Step]:
        page, bridge = self._columns, self._bridge
        yield "go to Columns again", self._visit(Station.COLUMNS), self._checked
        for name in ("work_type", "units_created"):
            yield f"refuse a match ({name})", lambda name=name: (page.board.take_focus(name), page.run("none")), self._checked
            yield f"accept a match ({name})", lambda name=name: page.take(name, (name,)), self._checked
        yield "undo a match", bridge.undo, self._checked
        yield "redo a match", bridge.redo, self._checked
        yield "open the values", lambda: (page.board.take_focus("work_type"), page.run("open")), self._checked
        yield "go to Check again", self._visit(Station.CHECK), self._checked

    def _publish(self) -> Iterator[Step]:
        bridge, window = self._bridge, self._shell.window
        yield "go to Publish", self._visit(Station.PUBLISH), self._checked
        yield "write the package", lambda: window.page.act("save_draft"), self._checked
        yield "change the language", lambda: window.commands.language(), self._checked
        yield "read the file another way", self._left_out, self._checked
        yield "undo the reading", bridge.undo, self._checked
        yield "close the file", bridge.close, self._rest
        yield "take the work up again", lambda: bridge.open(self._path), \
            lambda: bridge.workspace is not None and self._checked()

    def _left_out(self) -> None:
        self._bridge.visit(Station.FILE)
        asked = self._bridge.workspace.document.reading.asked
        self._bridge.read_again(asked.but(dropped=asked.dropped | {5}), Text("leave a row out", "omission d’une ligne"))
