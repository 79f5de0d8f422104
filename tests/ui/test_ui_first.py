"""The first window is there before the program is loaded behind it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QTimer

from steward_app.__main__ import for_the_window
from steward_app.paths import Paths, installed
from steward_app.settings import Settings
from steward_app.ui import first


@pytest.fixture
def paths(tmp_path, qapp):
    """Return folders of the test's own; a window that never ends is stopped, with a code no test expects."""
    QTimer.singleShot(60_000, qapp, lambda: qapp.exit(9))
    return Paths(installed("schemas"), installed("assets"), tmp_path / "state", tmp_path / "config")


def test_the_first_window_waits_for_no_heavy_library():
    heavy = "import sys, steward_app.__main__, steward_app.ui.first; print({'polars', 'pyproj'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(("words", "expected"), [
    ([], True), (["permits.csv"], True), (["permits"], False), (["check"], False), (["--help"], False),
    (["check", "permits.csv"], False),
])
def test_words_of_the_command_line_open_no_window(words, expected):
    assert for_the_window(words) is expected


def test_the_program_is_loaded_beside_and_started_on_the_main_thread(qapp, paths, tmp_path, monkeypatch):
    where = []
    def start(app, paths, today, settings, file):
        where.append((threading.current_thread() is threading.main_thread(), file))
        QTimer.singleShot(0, app.quit)
    def program(_):
        where.append(threading.current_thread().name)
        return start
    monkeypatch.setattr(first, "program", program)
    assert first.run(tmp_path, paths, dt.date(2026, 11, 1), Settings()) == 0
    assert where == ["steward-loading", (True, tmp_path)]


def test_a_fault_while_loading_is_not_swallowed(qapp, paths, monkeypatch):
    monkeypatch.setattr(first, "program", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        first.run(None, paths, dt.date(2026, 11, 1), Settings())


def test_closing_the_first_window_starts_nothing(qapp, paths, monkeypatch):
    started, gate = [], threading.Event()
    def program(_):
        gate.wait(10)
        return lambda *_: started.append(1)
    monkeypatch.setattr(first, "program", program)
    def shown(self):
        self.setVisible(True)
        QTimer.singleShot(0, lambda: (self.close(), gate.set()))
    monkeypatch.setattr(first.First, "show", shown)
    assert first.run(None, paths, dt.date(2026, 11, 1), Settings()) == 0
    assert started == []


def test_what_is_loaded_once_is_never_looked_through_again(paths):
    program = (f"import gc; from pathlib import Path; from steward_app.paths import Paths; "
               f"from steward_app.ui.first import at_hand; state = Path({str(paths.state)!r}); "
               f"found = at_hand(Paths(Path({str(paths.schemas)!r}), Path({str(paths.assets)!r}), state, state)); "
               f"print(len(found.standards) > 0 and gc.get_freeze_count() > 10_000)")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
