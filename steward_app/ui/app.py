"""The application: one window at a time over one bridge, made anew when the language or the look changes."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ..catalogue import Catalogue
from ..paths import Paths
from ..settings import Settings
from . import look
from .bridge import Bridge, Pleased, Visit
from .bridge.held import Held
from .dialogs import Dialogs
from .first import AT_LEAST, placed
from .i18n import Languages
from .turns import PAUSE, Turns
from .window import Window

log = logging.getLogger("steward.ui")


def start(catalogue: Catalogue, app: QApplication, paths: Paths, today: dt.date, settings: Settings,
          file: Path | None) -> Shell:
    """Show the window (with a file: opens it there); whoever calls runs the application. (first.py)"""
    shell = Shell(app, Bridge(paths, settings, catalogue, today))
    sys.excepthook = shell.crashed
    shell.show()
    QTimer.singleShot(0, shell.bridge.belt.away.warm)
    if file is not None:
        QTimer.singleShot(0, lambda: shell.bridge.open(file.resolve()))
    return shell


class Shell(QObject):
    """Makes the window, and makes it anew on the same work."""

    def __init__(self, app: QApplication, bridge: Bridge) -> None:
        super().__init__()
        self.app, self.bridge = app, bridge
        self.languages = Languages(bridge.paths.assets / "i18n", self)
        self._base = look.base_size(app)
        self._busy = False
        if bridge.dialogs is None:
            bridge.dialogs = Dialogs(lambda: bridge.language, bridge.folder)
        bridge.pleased.connect(self._pleased)
        bridge.broke.connect(self._broke)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._system_changed)
        self.window: Window | None = None
        self.turns, self._held = Turns(self, at_once=bridge.jobs.inline), Held(self)
        self._once_more: str | None = None
        self._dress()
        self.window = Window(bridge)
        self.window.show_page(None)
        self.window.make_others()

    def show(self) -> None:
        """Show the window where it was, inside a screen that exists."""
        placed(self.window, self.bridge.settings)
        self.window.show()

    def _dress(self) -> None:
        settings = self.bridge.settings
        self.languages.speak(settings.language)
        theme = settings.get("theme")
        own = look.system_colours(self.app) if theme == "system" else ()
        chosen = look.Look(theme=look.system_theme(self.app) if theme == "system" else theme,
                           base=max(AT_LEAST, self._base), density=settings.get("density"),
                           factor=settings.get("zoom") / 100, own=own)
        look.use(self.app, chosen, self.bridge.paths.assets / "icons")

    @Slot(object)
    def _pleased(self, pleased: Pleased) -> None:
        if pleased.action == "rebuild":
            QTimer.singleShot(0, self.rebuild)
        elif pleased.action.startswith("rebuild:"):  # and then something else
            QTimer.singleShot(0, lambda: self.rebuild(pleased.action.partition(":")[2]))
        elif pleased.action == "restart":
            self._restart()

    def rebuild(self, then: str = "") -> None:
        """Make the window anew on the same work: language, theme, density or size have changed.

        It takes several turns; what is pressed and what jobs answer meanwhile waits for the new window. `then` is an
        action that it does first.
        """
        if self.turns.busy:
            self._once_more = then
        else:
            self.turns.run(self._rebuilt(then))

    def _rebuilt(self, then: str) -> Iterator[object]:
        self.window.page.commit()
        self._held.hold()
        if not self.bridge.jobs.inline:
            self.bridge.jobs.hold()
        try:
            yield from self._replaced()
        finally:
            self.bridge.jobs.go_on()
            self._held.let_go(lambda: False)
        again, self._once_more = self._once_more, None
        if again is not None:
            QTimer.singleShot(0, lambda: self.rebuild(again or then))
        elif then:
            QTimer.singleShot(0, lambda: self.window.commands.run(then))

    def _replaced(self) -> Iterator[object]:
        old, station = self.window, self.window.station
        kept, geometry, visible = old.keep(), old.saveGeometry(), old.isVisible()
        old.let_go()
        if not self.bridge.jobs.inline:
            yield from old.empty()
        self._dress()
        yield PAUSE
        new = self.window = Window(self.bridge)
        new.restoreGeometry(geometry)
        yield PAUSE
        if station is not None:
            new.pages[station].ensurePolished()
            yield PAUSE
        new.show_page(Visit(station))
        yield PAUSE
        new.restore(kept)
        yield PAUSE
        new.setVisible(visible)
        new.top.language.setFocus()
        yield PAUSE
        old.hide()
        old.deleteLater()
        new.make_others()

    def _system_changed(self) -> None:
        if self.bridge.settings.get("theme") == "system":
            self.rebuild()

    def crashed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show the crash dialog; the log gets kinds and places, never a value."""
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
            return
        self._broke(error.with_traceback(trace))

    @Slot(object)
    def _broke(self, error: BaseException) -> None:
        from .dialogs.notices import details_of
        log.error("unexpected: %s", details_of(error))
        if self._busy or self.window is None:
            return
        self._busy = True
        try:
            if self.bridge.dialogs.crash(self.window, error) == "restart":
                self._restart()
        finally:
            self._busy = False

    def _restart(self) -> None:
        here = self.bridge.workspace
        self.bridge.leave()
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "steward_app"]
        os.execv(program[0], [*program, *([str(here.path)] if here else [])])  # noqa: S606 - this very program, anew
