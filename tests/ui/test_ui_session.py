"""A whole session by keyboard alone, from open to a package, once in each language."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from steward_app.ui.dialogs import PackageChoice
from steward_app.workspace.states import State, Station

CTRL, SHIFT, NONE = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                     Qt.KeyboardModifier.NoModifier)
FACTS = {
    "title": {"en": "Building permits", "fr": "Permis de construction"},
    "description": {"en": "Every building permit issued in 2026 in Alder Falls.",
                    "fr": "Chaque permis de construction délivré en 2026 à Alder Falls."},
    "keywords": {"en": ["permits", "construction", "housing"], "fr": ["permis", "construction", "logement"]},
    "publisher.id": "alder-falls", "publisher.name": {"en": "Town of Alder Falls", "fr": "Ville d’Alder Falls"},
    "contact.email": "opendata@alderfalls.example", "licence": "ogl-canada", "frequency": "quarterly",
    "languages": ["en"], "date_modified": "2026-11-01",
}


def facts(parent, declarations, values, lists):
    licence = next(iter(lists["licences"]))["id"]
    frequency = next(iter(lists["frequencies"]))["id"]
    return {**values, **FACTS, "licence": licence, "frequency": frequency}


class Hands:
    """Types into whatever has the focus."""

    def __init__(self, qtbot, shell):
        self._qtbot, self._shell = qtbot, shell

    def press(self, key, modifier=NONE, times=1):
        for _ in range(times):
            self._shell.app.processEvents()
            self._qtbot.keyClick(QApplication.focusWidget() or self._shell.window, key, modifier)

    def at(self, station):
        self._qtbot.waitUntil(lambda: self._shell.window.station == station)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_from_open_to_package_by_keyboard(qtbot, desk, permits, tmp_path, language):
    shell = desk(language)
    bridge, answers = shell.bridge, shell.bridge.dialogs.answers
    answers |= {"open_file": permits, "facts": facts,
                "create_package": lambda parent, plan: PackageChoice(tmp_path, ())}
    shell.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    hands = Hands(qtbot, shell)

    hands.press(Qt.Key.Key_O, CTRL)
    hands.at(Station.FILE)
    assert bridge.states()[Station.FILE] == (State.NEEDS_YOU, 1)  # is 02/03/2026 in March?
    hands.press(Qt.Key.Key_Return, CTRL)
    assert bridge.states()[Station.FILE] == (State.DONE, 0)

    hands.press(Qt.Key.Key_Return, CTRL)
    hands.at(Station.STANDARD)
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.at(Station.CHECK)  # every column was matched by its name

    hands.press(Qt.Key.Key_3, CTRL)
    hands.at(Station.COLUMNS)
    hands.press(Qt.Key.Key_PageDown, CTRL)
    hands.at(Station.CHECK)
    for _ in range(4):
        hands.press(Qt.Key.Key_F9, SHIFT)
    assert bridge.workspace.findings.counts["must"] == 0

    hands.press(Qt.Key.Key_PageDown, CTRL)
    hands.at(Station.PUBLISH)
    hands.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert bridge.states()[Station.PUBLISH][0] is State.DONE
    package = next(tmp_path.glob("building-permits*"))
    report = json.loads((package / "docs" / "report.json").read_text(encoding="utf-8"))
    assert report["verdict"] in {"ready", "ready-with-notes"}
    assert "2026-03-02" in next((package / "data").glob("*.csv")).read_text(encoding="utf-8")  # 02/03, day first
