"""Small windows and the system's own colours: what folds, what gives way, and that nothing is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QLabel, QPushButton

from steward_app.ui import look
from steward_app.ui.look.sheet import palette, sheet, system_colours
from steward_app.ui.look.tokens import COLOURS, Look
from steward_app.ui.shell.rail import fitted
from steward_app.workspace.states import Station


def cut(window):
    if "Open Sans" not in QFontDatabase.families():  # the design's own letters; others may be wider
        return []
    labels = [w for w in window.findChildren(QLabel) if type(w) is QLabel and w.text() and not w.wordWrap()]
    buttons = [b for b in window.findChildren(QPushButton) if b.text() and b.layout() is None]
    return [w.text() for w in (*labels, *buttons) if w.isVisible() and w.sizeHint().width() > w.width() + 1]


def settled(shell):
    for _ in range(3):  # a width decides what is shown, which decides a height
        shell.app.processEvents()
    return shell.window


@pytest.fixture
def low(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.window.resize(1000, 500)
    shell.app.processEvents()
    return shell


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("size", [(1366, 736), (1024, 668), (900, 528), (640, 480)])
def test_nothing_is_cut_on_start_and_file(desk, permits, language, size):
    shell = desk(language)
    shell.window.resize(*size)
    assert cut(settled(shell)) == [] and (shell.window.width(), shell.window.height()) == size
    shell.bridge.open(permits)
    assert cut(settled(shell)) == []


def test_the_top_bar_folds_away_and_alt_calls_it_back(qtbot, low):
    assert not low.window.top.isVisible() and low.window.head.height() < look.px(60)
    qtbot.keyClick(low.window, Qt.Key.Key_Alt)
    assert low.window.top.isVisible()
    qtbot.keyClick(low.window, Qt.Key.Key_Alt)
    assert not low.window.top.isVisible()


def test_keys_of_the_menus_work_while_the_bar_is_folded(qtbot, low):
    low.window.activateWindow()
    qtbot.keyClick(low.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert low.window.station is Station.STANDARD


def test_the_bar_comes_back_with_the_height(low):
    low.window.resize(1000, 700)
    low.app.processEvents()
    assert low.window.top.isVisible() and low.window.head.height() > look.px(60)


def test_a_long_name_gives_way_to_the_buttons(desk, tmp_path):
    path = tmp_path / ("a rather long name of a file " * 4 + ".csv")
    path.write_text("a,b\n1,x\n2,y\n", encoding="utf-8")
    shell = desk()
    shell.bridge.open(path)
    shell.window.resize(700, 700)
    shell.app.processEvents()
    head = shell.window.head
    assert not head.lead.isVisible() and head.short.isVisible() and path.name in head.short.toolTip()


def test_a_contrast_theme_gives_its_colours_and_no_others():
    system, role = QPalette(), QPalette.ColorRole
    own = {role.Window: "#202020", role.Base: "#202020", role.WindowText: "#FFFFFF", role.Highlight: "#8EE3F0",
           role.HighlightedText: "#263B50"}
    for which, colour in own.items():
        system.setColor(which, QColor(colour))
    shown = Look(theme="contrast", own=system_colours(system))
    assert {shown.hex(token) for token in COLOURS} == set(own.values())
    assert palette(shown).color(role.WindowText).name().upper() == "#FFFFFF" and "#FFB4A8" not in sheet(shown)


def test_only_windows_has_contrast_themes(dressed, monkeypatch):
    monkeypatch.setattr(look, "system_theme", lambda app: "contrast")
    monkeypatch.setattr(look.sys, "platform", "linux")
    assert look.system_colours(dressed) == ()
    monkeypatch.setattr(look.sys, "platform", "win32")
    before = dressed.palette()
    assert {token for token, _ in look.system_colours(dressed)} == set(COLOURS) and dressed.palette() == before


@pytest.mark.parametrize(("room", "smaller"), [(400, False), (60, True)])
def test_the_name_of_a_station_fits_the_rail_in_any_font(qapp, room, smaller):
    font = look.font("station")
    drawn = fitted(font, "Vérifier et corriger", room)
    assert QFontMetrics(drawn).horizontalAdvance("Vérifier et corriger") <= room
    assert (QFontInfo(drawn).pixelSize() < QFontInfo(font).pixelSize()) is smaller
