"""A window over the real engine, with work done in place and dialogs that only record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from steward_app.catalogue import Catalogue
from steward_app.paths import Paths, installed
from steward_app.settings import Settings
from steward_app.ui import look
from steward_app.ui.app import Shell
from steward_app.ui.bridge import Bridge
from steward_app.ui.dialogs import Preview
from steward_app.ui.jobs import Jobs
from steward_app.ui.steady import hold_none
from steward_app.workspace import standard

TODAY = dt.date(2026, 11, 24)
ANSWERS: dict[str, Any] = {"crash": "continue"}


class Recorder:
    """Stands in for the dialogs: records what would have been shown, answers what the test says."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, tuple[Any, ...]]] = []
        self.answers: dict[str, Any] = dict(ANSWERS)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def ask(*args: Any, **named: Any) -> Any:
            self.shown.append((name, args[1:]))
            answer = self.answers.get(name)
            if name == "preview" and answer is None:
                preview: Preview = args[1]
                return tuple(range(len(preview.lines)))
            return answer(*args, **named) if callable(answer) else answer
        return ask

    def names(self) -> list[str]:
        """Return which dialogs were asked for, in order."""
        return [name for name, _ in self.shown]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["steward"]


def lettered(qapp: QApplication) -> None:
    """Take the letters that the pictures of the design were drawn with, where this computer has them."""
    letters = QFont("Open Sans" if "Open Sans" in QFontDatabase.families() else qapp.font().family())
    letters.setPixelSize(12)
    qapp.setFont(letters)


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """Return the application in the light look at the design's size."""
    hold_none()
    lettered(qapp)
    look.use(qapp, look.Look(), installed("assets") / "icons")
    return qapp


@pytest.fixture(scope="session")
def shelf() -> tuple[Catalogue, object]:
    """Return the catalogue, read once for all tests, and what ranking learns of it."""
    return Catalogue(installed("schemas")), standard.new_indexes()


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, shelf: tuple[Catalogue, object]) -> Iterator[Callable[..., Shell]]:
    """Return a maker of windows; the last one is closed after the test."""
    hold_none()
    lettered(qapp)
    made: list[Shell] = []

    def open_desk(language: str = "en", *, theme: str = "light", inline: bool = True) -> Shell:
        paths = Paths(installed("schemas"), installed("assets"), tmp_path / "state", tmp_path / "config")
        settings = Settings(None, {"language": language, "theme": theme})
        bridge = Bridge(paths, settings, shelf[0], TODAY, Jobs(inline=inline), shelf[1])
        bridge.dialogs = Recorder()
        shell = Shell(qapp, bridge)
        shell.window.resize(1366, 736)
        shell.window.show()
        made.append(shell)
        return shell

    yield open_desk
    for shell in made:
        assert "crash" not in shell.bridge.dialogs.names(), shell.bridge.dialogs.shown
        shell.bridge.leave()
        shell.window.let_go()
        shell.window.hide()
        shell.window.deleteLater()
        shell.deleteLater()
    buried(qapp)


def buried(qapp: QApplication) -> None:
    """Let windows that were given up go now: a style sheet set later would dress every one of them again."""
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="module")
def lasting(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory,
            shelf: tuple[Catalogue, object]) -> Iterator[Shell]:
    """Return one window for a whole module, on the permits file under its standard."""
    hold_none()
    lettered(qapp)
    folder = tmp_path_factory.mktemp("lasting")
    paths = Paths(installed("schemas"), installed("assets"), folder / "state", folder / "config")
    settings = Settings(None, {"language": "en", "theme": "light"})
    bridge = Bridge(paths, settings, shelf[0], TODAY, Jobs(inline=True), shelf[1])
    bridge.dialogs = Recorder()
    shell = Shell(qapp, bridge)
    shell.window.resize(1366, 736)
    shell.window.show()
    bridge.open(permits_in(folder))
    bridge.choose_standard("building-permits")
    yield shell
    bridge.leave()
    shell.window.let_go()
    shell.window.hide()
    shell.window.deleteLater()
    buried(qapp)


@pytest.fixture
def work(lasting: Shell) -> Iterator[Shell]:
    """Return the lasting window with the work as it was; what a test did is undone after it."""
    bridge = lasting.bridge
    steps = len(bridge.workspace.steps)
    bridge.dialogs.shown.clear()
    bridge.dialogs.answers = dict(ANSWERS)
    yield lasting
    while len(bridge.workspace.steps) > steps:
        bridge.undo()
    assert "crash" not in bridge.dialogs.names(), bridge.dialogs.shown


@pytest.fixture
def permits(tmp_path: Path) -> Path:
    """Return a small messy file: titles above, a total below, dates that read two ways."""
    return permits_in(tmp_path)


def permits_in(folder: Path) -> Path:
    """Write the small messy file into a folder."""
    lines = ["Town of Alder Falls;;;;", "Building permits;;;;", ";;;;",
             "Permit No;Date Issued;Work;Est. Cost;Status"]
    lines += [f"BP-26-{n:03};0{n % 9 + 1}/0{n % 7 + 2}/2026;Renovation;{n}000,50;Issued" for n in range(1, 31)]
    lines += ["Total;;;465000,00;"]
    path = folder / "permits.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
