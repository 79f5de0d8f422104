"""The dialogs: what they answer, by keyboard too, and that each opens in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from steward_app.core.problem import Problem
from steward_app.core.text import Text
from steward_app.paths import installed
from steward_app.settings import Settings
from steward_app.ui.dialogs import Line, PackagePlan, Preview
from steward_app.ui.dialogs.columns import CombineDialog, FixedValueDialog
from steward_app.ui.dialogs.facts import FactsDialog
from steward_app.ui.dialogs.notices import Notices, details_of
from steward_app.ui.dialogs.package import PackageDialog
from steward_app.ui.dialogs.preview import PreviewDialog
from steward_app.ui.dialogs.settings import SettingsDialog
from steward_app.ui.i18n import Languages
from steward_app.ui.widgets import Select

LINES = (Line("14/01/2026", "2026-01-14", 18), Line("03/02/2026", "2026-02-03", 12, "Could be 2 March"),
         Line("46037", "2026-01-15", 4, "Excel date number", ticked=False))
FIELDS = ({"key": "title", "type": "bilingual", "required": True, "title": "Title", "title_fr": "Titre", "help": "x"},
          {"key": "keywords", "type": "words", "title": "Keywords"},
          {"key": "licence", "type": "choice", "list": "licences", "title": "Licence"},
          {"key": "languages", "type": "choices", "list": "languages", "title": "Languages"})
LISTS = {"licences": ({"id": "ogl", "en": "Open", "fr": "Ouverte"},),
         "languages": ({"id": "en", "en": "English", "fr": "anglais"}, {"id": "fr", "en": "French", "fr": "français"})}


def made(kind, language):
    notices = Notices(language)
    return {
        "preview": lambda: PreviewDialog(None, Preview("T", "Issue date", LINES, 2), language),
        "facts": lambda: FactsDialog(None, FIELDS, {}, LISTS, language),
        "package": lambda: PackageDialog(None, PackagePlan(Path("/tmp"), "n", (("xlsx", "Excel", True),))),
        "settings": lambda: SettingsDialog(None, Settings(), lambda name, value: None),
        "fixed": lambda: FixedValueDialog(None, "Province", "QC", [("Québec", "QC"), ("Ontario", "ON")]),
        "combine": lambda: CombineDialog(None, "Address", ["No", "Street"], ("Street",)),
        "problem": lambda: notices.problem(None, Problem("F01", Text("a", "b"), Text("c", "d"))),
        "crash": lambda: notices.crash(None, ValueError("4111 1111")),
        "differs": lambda: notices.differs(None, "today", 3, (806, 812)),
        "writing": lambda: notices.closing_while_writing(None),
        "unkept": lambda: notices.closing_unkept(None, 1),
    }[kind]()


KINDS = ("preview", "facts", "package", "settings", "fixed", "combine", "problem", "crash", "differs", "writing", "unkept")


@pytest.mark.parametrize("kind", KINDS)
def test_each_has_one_filled_button_at_most_and_esc_leaves(qtbot, dressed, kind):
    dialog = made(kind, "fr")
    qtbot.addWidget(dialog)
    dialog.show()
    filled = [b for b in dialog.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisibleTo(dialog)]
    assert len(filled) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.answer is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_of_a_dialog_goes_with_it(qtbot, dressed, kind):
    dialog = made(kind, "en")
    qtbot.addWidget(dialog)
    parts = [part for part in vars(dialog).values() if isinstance(part, QWidget)]
    assert [part for part in parts if part.window() is not dialog] == []


@pytest.fixture
def french(dressed):
    languages = Languages(installed("assets") / "i18n")
    languages.speak("fr")
    yield
    languages.speak("en")


@pytest.mark.parametrize("kind", KINDS)
def test_no_button_is_narrower_than_its_words(qtbot, french, kind):
    dialog = made(kind, "fr")
    qtbot.addWidget(dialog)
    dialog.show()
    assert [b.text() for b in dialog.buttons.values() if b.width() < b.sizeHint().width()] == []


def test_the_preview_counts_what_is_ticked(qtbot, dressed):
    dialog = made("preview", "en")
    qtbot.addWidget(dialog)
    assert dialog.buttons["apply"].text() == "Apply to 30 cells"
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.model.ticks == [True, False, False] and dialog.buttons["apply"].text() == "Apply to 18 cells"
    qtbot.keyClick(dialog.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert dialog.model.cells() == 34


def test_the_preview_shows_the_doubtful_alone_and_finds_values(qtbot, dressed):
    dialog = made("preview", "fr")
    qtbot.addWidget(dialog)
    dialog.which.setCurrentIndex(1)
    assert dialog.model.shown == [1, 2]
    dialog.search.setText("2026-01-15")
    assert dialog.model.shown == [2]


def test_an_empty_preview_cannot_be_applied(qtbot, dressed):
    dialog = made("preview", "en")
    qtbot.addWidget(dialog)
    dialog.model.tick([0, 1, 2], False)
    assert not dialog.buttons["apply"].isEnabled()


def test_facts_come_back_by_key(qtbot, dressed):
    dialog = FactsDialog(None, FIELDS, {"title": {"en": "Permits"}, "languages": ["fr"], "kept": 1}, LISTS, "en")
    qtbot.addWidget(dialog)
    dialog._fields["title"]["fr"].setText("Permis")
    dialog._fields["keywords"]["en"].setText("permits; housing")
    dialog._fields["licence"].choose("ogl")
    assert dialog.values() == {"kept": 1, "title": {"en": "Permits", "fr": "Permis"},
                               "keywords": {"en": ["permits", "housing"]}, "licence": "ogl", "languages": ["fr"]}


def test_what_a_fact_lacks_is_said_as_one_types(qtbot, dressed):
    fields = ({"key": "contact.email", "type": "email", "required": True, "title": "Contact"},)
    dialog = FactsDialog(None, fields, {}, {}, "fr")
    qtbot.addWidget(dialog)
    note, wrong = dialog.note.text(), dialog.faults["contact.email"]
    assert note and wrong.isHidden() and not dialog.marks["contact.email"].isHidden()
    dialog._fields["contact.email"].setText("donnees")
    assert not wrong.isHidden() and dialog.note.text() != note
    dialog._fields["contact.email"].setText("donnees@ville.ca")
    assert wrong.isHidden() and dialog.values() == {"contact.email": "donnees@ville.ca"}


def test_a_city_may_choose_its_own_licence(qtbot, dressed):
    fields = ({"key": "publisher.id", "type": "id", "title": "Id"}, FIELDS[2])
    dialog = FactsDialog(None, fields, {"publisher.id": "Val.Bellerive"}, LISTS, "fr")
    qtbot.addWidget(dialog)
    dialog._fields["licence"].choose("ogl-")
    assert dialog.values()["licence"] == "ogl-val-bellerive"
    again = FactsDialog(None, fields, dialog.values(), LISTS, "fr")
    qtbot.addWidget(again)
    assert again.values()["licence"] == "ogl-val-bellerive"


def test_details_of_a_crash_never_hold_its_message():
    assert "4111" not in details_of(ValueError("4111 1111"))


def test_a_setting_acts_at_once(qtbot, dressed):
    said = []
    dialog = SettingsDialog(None, Settings(), lambda name, value: said.append((name, value)))
    qtbot.addWidget(dialog)
    select = next(s for s in dialog.findChildren(Select) if s.accessibleName() == "Theme")
    select.setCurrentIndex(select.findData("dark"))
    assert said == [("theme", "dark")]
