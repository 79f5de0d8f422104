"""Drawing in turns: the first at once, the rest while the window answers; what is begun anew drops what was left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from steward_app.ui.turns import BUDGET, PAUSE, Turns
from steward_app.workspace.states import Station

STANDARD = "building-permits"


@pytest.fixture
def owner(qapp):
    return QObject()


def pieces(done, count, said=PAUSE):
    for n in range(count):
        done.append(n)
        yield said


def test_one_turn_is_taken_at_once_and_the_others_by_the_loop(owner, qtbot):
    done, turns = [], Turns(owner)
    turns.run(pieces(done, 3))
    assert done == [0] and turns.busy
    qtbot.waitUntil(lambda: done == [0, 1, 2] and not turns.busy)


def test_short_pieces_share_a_turn(owner):
    done, turns = [], Turns(owner)
    turns.run(pieces(done, 3, said=None))
    assert BUDGET > 0 and done == [0, 1, 2] and not turns.busy


def test_what_is_begun_anew_drops_what_was_left(owner):
    first, second, turns = [], [], Turns(owner)
    turns.run(pieces(first, 3))
    turns.run(pieces(second, 2))
    turns.finish()
    assert (first, second) == ([0], [0, 1])


def test_later_waits_for_the_loop_and_drop_forgets(owner, qapp):
    done, turns = [], Turns(owner)
    turns.run(pieces(done, 2), later=True)
    assert done == []
    turns.drop()
    qapp.processEvents()
    assert done == [] and not turns.busy


def test_at_once_takes_all_turns(owner):
    done, turns = [], Turns(owner, at_once=True)
    turns.run(pieces(done, 3), later=True)
    assert done == [0, 1, 2]


def test_a_piece_that_raises_is_the_last(owner):
    def broken():
        yield PAUSE
        raise ValueError("spoilt")
    turns = Turns(owner)
    turns.run(broken())
    with pytest.raises(ValueError, match="spoilt"):
        turns.finish()
    assert not turns.busy


def test_a_window_made_anew_in_turns_stands_where_the_last_one_did(desk, permits, qtbot):
    """Language, look and size change while jobs and keys wait; every page is there again."""
    shell = desk(inline=False)
    shell.bridge.open(permits)
    qtbot.waitUntil(lambda: shell.bridge.workspace is not None)
    shell.bridge.choose_standard(STANDARD)
    qtbot.waitUntil(lambda: bool(shell.bridge.workspace.fresh))
    shell.bridge.visit(Station.CHECK)
    old = shell.window
    shell.window.commands.language()
    qtbot.waitUntil(lambda: shell.window is not old and not shell.turns.busy and not shell.window.turns.busy)
    assert shell.window.station is Station.CHECK and set(shell.window.pages.made) == set(Station)
    assert shell.window.page.list.problems.entries


def test_a_change_in_the_settings_brings_them_back_in_the_new_window(desk, qtbot):
    shell, asked = desk(), []
    shell.bridge.dialogs.answers["settings"] = lambda parent, settings, prefer, at="": asked.append(at) or (
        prefer("language", "fr") or "language" if at == "" else None)
    shell.window.commands.settings()
    qtbot.waitUntil(lambda: asked == ["", "language"])
    assert shell.bridge.language == "fr" and shell.window.menus.actions()[0].text() == "&Fichier"


def test_a_row_makes_its_list_when_it_is_opened(work):
    work.bridge.visit(Station.COLUMNS)
    line = work.window.page.board.lines["permit_number"]
    assert not line.findChildren(QComboBox)
    line.select.open()
    [made] = line.findChildren(QComboBox)
    made.hidePopup()
    assert made.isHidden() and made.count() == len(work.bridge.workspace.document.table.columns) + 5
