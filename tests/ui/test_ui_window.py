"""The window: one way from station to station, nothing dead, everything named, reachable and unclipped."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPushButton

from steward_app.core.text import Text
from steward_app.workspace.states import State, Station

STANDARD = "building-permits"
SCREENS = [None, *Station]


@pytest.fixture(params=["en", "fr"])
def work(request, desk, permits):
    shell = desk(request.param)
    shell.bridge.open(permits)
    shell.bridge.choose_standard(STANDARD)
    return shell


def shown(shell, station):
    shell.window.show_page(None) if station is None else shell.bridge.visit(station)
    shell.app.processEvents()
    return shell.window


def filled(window):
    return [b for b in window.findChildren(QPushButton) if b.isVisible() and b.property("kind") == "primary"]


def controls(window):
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    return [w for kind in kinds for w in window.findChildren(kind)
            if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]


def cut(window):
    labels = [w for w in window.findChildren(QLabel) if w.isVisible() and w.text() and not w.wordWrap()
              and type(w) is QLabel and w.pixmap().isNull()]
    buttons = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text() and b.layout() is None]
    return [w.text() for w in (*labels, *buttons) if w.sizeHint().width() > w.width() + 1 and not w.toolTip()]


def test_every_screen_holds_what_the_design_promises(work):
    """One filled button; every control has a name; no word is clipped at the sizes of the design."""
    measured = "Open Sans" in QFontDatabase.families()  # the design's own letters; others may be wider
    for station in SCREENS:
        window = shown(work, station)
        assert [w for w in work.app.topLevelWidgets() if w.isVisible()] == [window], station
        assert len(filled(window)) == 1, station
        assert [w for w in controls(window) if not (w.accessibleName() or getattr(w, "text", str)())] == [], station
        for size in ((1366, 736), (1280, 640)):
            window.resize(*size)
            work.app.processEvents()
            assert cut(window) == [] or not measured, (station, size)


def test_what_was_done_last_gives_way_to_the_keys(work):
    window = shown(work, Station.FILE)
    window.resize(1280, 640)
    window.status.say("word " * 60, done=True)
    work.app.processEvents()
    assert [hint for hint in cut(window.status) if "Open Sans" in QFontDatabase.families()] == []


def test_a_station_that_cannot_be_opened_says_why(desk):
    shell = desk()
    shell.window.rail.stops[Station.CHECK].click()
    assert shell.window.station is None and shell.window.notice.count() == 1


def test_without_a_standard_one_is_led_to_station_2(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.window.commands.run("station:publish")
    assert shell.window.station is Station.STANDARD and shell.window.notice.count() == 1


def test_the_rail_tells_the_states(work):
    states = work.bridge.states()
    assert states[Station.FILE][0] in {State.DONE, State.NEEDS_YOU} and states[Station.STANDARD][0] is State.DONE
    assert all(stop.accessibleName().count(", ") for stop in work.window.rail.stops.values())


def test_every_menu_item_has_an_answer(work):
    commands = work.window.commands
    assert all(commands.answers(name) for name in work.window.menus.actions_by_name)


def test_shortcuts_lead_to_one_action_each(work):
    keys = [key.toString() for action in work.window.menus.actions_by_name.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_undo_and_redo_of_the_standard(work):
    work.window.commands.undo()
    assert work.bridge.workspace.document.schema is None
    work.window.commands.redo()
    assert work.bridge.workspace.document.schema.name == STANDARD


def test_the_language_switches_without_losing_anything(work, qtbot):
    before, other = work.bridge.workspace, {"en": "fr", "fr": "en"}[work.bridge.language]
    shown(work, Station.STANDARD)
    work.window.top.language.click()
    qtbot.waitUntil(lambda: work.window.top.language.text() in {"English", "Français"}
                    and work.bridge.settings.language == other)
    work.rebuild()
    assert work.bridge.workspace is before and work.window.station is Station.STANDARD
    assert work.window.menus.actions()[0].text() == {"en": "&File", "fr": "&Fichier"}[other]


def test_a_window_that_is_gone_listens_no_more(desk, permits, qtbot):
    shell = desk()
    shell.bridge.open(permits)
    shell.rebuild()
    shell.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell.bridge.choose_standard(STANDARD)
    shell.bridge.undo()
    shell.bridge.close()
    assert shell.window.station is None  # and nothing was raised on the way: pytest-qt would tell


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_other_looks_rebuild_the_window(desk, theme):
    shell = desk()
    shell.bridge.settings.set("theme", theme)
    shell.rebuild()
    assert shell.app.steward_look.theme == theme


def test_a_file_is_dropped(desk, permits):
    shell, mime = desk(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(permits))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
    shell.window.dropEvent(event)
    assert shell.window.station is Station.FILE and shell.bridge.workspace.path == permits


def test_a_folder_is_refused_with_a_sentence(desk, tmp_path):
    shell = desk()
    shell.window.commands.dropped([str(tmp_path)])
    assert shell.bridge.workspace is None and tmp_path.name in shell.window.status.sentence.text()


def test_a_file_that_cannot_be_read_is_a_problem(desk, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    shell = desk()
    shell.bridge.open(empty)
    assert shell.bridge.dialogs.names() == ["problem"]


def test_panes_are_walked_by_f6(work):
    window = shown(work, Station.FILE)
    before = []
    for _ in range(4):
        window.walk(1)
        before.append(window.focusWidget())
    assert len(set(before)) == 4


def test_the_palette_finds_words_of_both_languages(work):
    palette = work.window.palette_pane
    palette.open_palette()
    for words in ("permit number", "numéro de permis"):
        palette.field.setText(words)
        assert palette.list.count() >= 2
    palette.close_palette()


@pytest.mark.parametrize("words", ["settings", "paramètres", "date order", "format de date"])
def test_the_palette_finds_actions_by_words_of_either_language(work, words):
    palette = work.window.palette_pane
    palette.open_palette()
    palette.field.setText(words)
    found = [palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())]
    assert any(entry for entry in found) and palette.list.isVisible()
    palette.field.setText("zzzz")
    assert not palette.list.isVisible() and palette.list.count() == 0
    palette.close_palette()


def test_the_palette_leads_to_a_choice_of_station_1(work):
    shown(work, Station.CHECK)
    work.window.commands.run("choose_header")
    assert work.window.station is Station.FILE and set(work.window.page.offered()) >= {"choose_header", "see_noticed"}


def test_closing_keeps_the_work(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard(STANDARD)
    assert shell.window.commands.may_close()
    again = desk()
    again.bridge.open(permits)
    assert again.bridge.workspace.document.schema.name == STANDARD


def test_a_killed_window_is_offered_again(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard(STANDARD)
    shell.bridge.work.journal.flush()
    shell.bridge.work.lock.free()  # what the system does when a process dies
    again = desk()
    assert [work.path for work in again.bridge.unfinished()] == [permits]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_mnemonics_differ_within_a_menu(desk, language):
    bar = desk(language).window.menus
    for menu in (bar, *(action.menu() for action in bar.actions())):
        keys = [text[text.index("&") + 1].lower() for text in
                (action.text().replace("&&", "") for action in menu.actions()) if "&" in text]
        assert len(keys) == len(set(keys)), keys


def test_long_work_shows_itself_and_can_be_stopped(qtbot, desk):
    shell, ended, never = desk(inline=False), [], threading.Event()
    def work(progress):
        while not never.wait(0.01):
            progress(Text("Reading", "Lecture"), 620_000, 1_000_000)
    shell.bridge.jobs.ask("x", work, ended.append, failed=ended.append, stopped=lambda: ended.append("stopped"))
    qtbot.waitUntil(lambda: shell.window.progress.isVisible())
    shell.window.progress.button.click()
    qtbot.waitUntil(lambda: ended == ["stopped"] and not shell.window.progress.isVisible())


def test_pages_are_put_back_when_they_are_gone_to(desk, permits):
    shell = desk()
    shell.bridge.open(permits)
    shell.bridge.choose_standard(STANDARD)
    shell.bridge.visit(Station.CHECK)
    page = shell.window.page
    page.choose(page.list.problems.entries[1].key)
    chosen = page.key
    shell.bridge.visit(Station.FILE)
    for _ in range(2):  # what was not gone to in between is handed on
        shell.rebuild()
    shell.bridge.visit(Station.CHECK)
    assert shell.window.page is not page and shell.window.page.key == chosen
