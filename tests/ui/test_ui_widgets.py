"""The parts of every screen: what they show, what the keyboard does, what a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from steward_app.ui import look, widgets
from steward_app.ui.shell.toast import Toast
from steward_app.ui.widgets.texts import as_title, bold_numbers, in_short


def test_bold_parts_are_marked_and_the_rest_is_escaped():
    assert bold_numbers("**4 < 5** & <b>") == '<span style="font-weight:600">4 &lt; 5</span> &amp; &lt;b&gt;'


@pytest.mark.parametrize(("whole", "short"), [
    ("Use digits only: $1,200.50 → 1200.50.", "Use digits only"),
    ("Écrivez les dates dans l’ordre année-mois-jour\u00a0: 2026-01-05T00:00:00Z → 2026-01-05.",
     "Écrivez les dates dans l’ordre année-mois-jour"),
    ("«\u00a0s. o.\u00a0» est inscrit là où la cellule devrait être vide.",
     "«\u00a0s. o.\u00a0» est inscrit là où la cellule devrait être vide"),
    ("“A” and 3 other values are not on the list (1,200 rows).", "“A” and 3 other values are not on the list"),
    ("«\u00a0A\u00a0» ne figure pas dans la liste. S’agit-il de «\u00a0B\u00a0»? (4\u00a0914 lignes)",
     "«\u00a0A\u00a0» ne figure pas dans la liste. S’agit-il de «\u00a0B\u00a0»?"),
    ("“Code” should look like 2481017. " + "1,295 rows do not, and row 2 says so in many more words than these.",
     "“Code” should look like 2481017")])
def test_a_headline_is_short_in_a_list(whole, short):
    assert in_short(whole) == short


def test_a_title_of_one_sentence_has_no_full_stop():
    titles = [as_title(text) for text in ("We can’t open this file.", "One. Two.", "Why?")]
    assert titles == ["We can’t open this file", "One. Two.", "Why?"]


@pytest.mark.parametrize("make", [widgets.primary, widgets.secondary, widgets.quiet])
def test_a_button_shows_an_ampersand_and_runs(qtbot, dressed, make):
    ran = []
    button = make("Check & fix", lambda: ran.append(1))
    qtbot.addWidget(button)
    button.click()
    assert (button.text().strip(), button.accessibleName(), ran) == ("Check && fix", "Check & fix", [1])


def test_a_search_field_empties_on_esc_and_keeps_enter(qtbot, dressed):
    field, asked = widgets.SearchField("Find"), []
    field.entered.connect(asked.append)
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), asked) == ("", ["abc"])


def test_an_elided_label_tells_the_whole(qtbot, dressed):
    made = widgets.Elided("a rather long heading of a column")
    qtbot.addWidget(made)
    made.setFixedWidth(60)
    made.show()
    assert made.elided and made.toolTip() == made.accessibleName() == "a rather long heading of a column"


def test_a_head_keeps_its_buttons_while_nothing_changes(qtbot, dressed):
    bar, ran = widgets.HeadBar(), []
    qtbot.addWidget(bar)
    head = widgets.Head("File", "one", (widgets.Action("Go", lambda: ran.append("old"), "primary"),))
    bar.show_head(head)
    button = bar.filled
    bar.show_head(widgets.Head("File", "one", (widgets.Action("Go", lambda: ran.append("new"), "primary"),)))
    bar.filled.click()
    assert bar.filled is button and ran == ["new"]


def test_a_toast_offers_the_way_back(qtbot, dressed):
    host, ran = QWidget(), []
    qtbot.addWidget(host)
    host.resize(800, 400)
    toast = Toast(host)
    host.show()
    toast.say("208 dates fixed", button="Undo", key="Ctrl+Z", run=lambda: ran.append(1))
    assert toast.isVisible()
    toast.button.click()
    assert ran == [1] and not toast.isVisible()


def test_the_ring_follows_the_focus(qtbot, dressed):
    host = QWidget()
    qtbot.addWidget(host)
    button, field = QPushButton("a"), QLineEdit()
    look.stack(host, button, field)
    ring = widgets.FocusFrame(host)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: ring.widget() is field)


def test_a_card_is_chosen_by_space_and_used_by_enter(qtbot, dressed):
    card, said = widgets.Card(chooses=True, name="x"), []
    qtbot.addWidget(card)
    card.pressed.connect(lambda: said.append("chosen"))
    card.activated.connect(lambda: said.append("used"))
    qtbot.keyClick(card, Qt.Key.Key_Space)
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert said == ["chosen", "used"]
