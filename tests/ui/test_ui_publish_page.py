"""Station 5 through the real window: the four heads, the facts, the package written, a fix taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from steward_app.core.kinds import ChangeKind
from steward_app.core.package import Evidence
from steward_app.core.progress import SILENT
from steward_app.core.text import Text
from steward_app.ui.dialogs import PackageChoice
from steward_app.ui.publish import cards
from steward_app.ui.publish.checklist import Act, Checklist
from steward_app.workspace import columns
from steward_app.workspace.states import State, Station

FACTS = {"title": {"en": "Permits", "fr": "Permis"}, "publisher.id": "alder-falls", "licence": "ogl-canada-2.0",
         "description": {"en": "One row for each permit of the town of Alder Falls since January 2026.",
                         "fr": "Une ligne par permis de la ville d’Alder Falls depuis janvier 2026."},
         "publisher.name": {"en": "Alder Falls", "fr": "Alder Falls"}, "contact.email": "data@alderfalls.example",
         "frequency": "monthly", "date_modified": "2026-11-24"}


def evidence(rule, principle, word):
    return Evidence(rule, principle, word, Text(rule, rule), Text("says", "dit"))


def page_of(shell):
    shell.bridge.visit(Station.PUBLISH)
    return shell.window.pages[Station.PUBLISH]


def test_the_focus_begins_at_the_filled_button(work):
    work.window.activateWindow()
    page_of(work)
    assert work.window.head.filled is not None and work.window.focusWidget() is work.window.head.filled


def test_what_was_standardised_is_told_by_what_was_done():
    fix, rows = Text("Remove spaces", "Enlever les espaces"), Text("Keep one row", "Garder une ligne")
    kinds = (*(ChangeKind(name, rows, 2, 2) for name in "ABCDEFGH"), ChangeKind("A", fix, 6, 6), ChangeKind("B", fix, 3, 6))
    groups = cards.grouped(kinds)
    assert [cards.cells_of(group) for group in groups] == [9, 2]
    assert [cards.where(group, "fr") for group in groups] == ["A, B", ""]


def ready(shell):
    """Leave only what nothing must be fixed in, and answer the dialogs."""
    bridge = shell.bridge
    for _ in range(20):
        must = bridge.workspace.findings.of_severity("must")
        if not must:
            break
        bridge.do(columns.absent(bridge.workspace.document, must[0].rule.field))
    licence = bridge.catalogue.vocabularies["licences"][0]["id"]
    frequency = bridge.catalogue.vocabularies["frequencies"][0]["id"]
    bridge.dialogs.answers["facts"] = lambda *args, **named: {**args[2], **FACTS, "licence": licence,
                                                              "frequency": frequency}


def test_principles_that_pass_start_closed_and_keys_open_them(dressed, qtbot):
    made = Checklist("en", lambda item: Act("Fill in…", lambda: None) if item.word == "must" else None)
    qtbot.addWidget(made)
    made.show_evidence((evidence("P1", 1, "ready"), evidence("P3", 3, "must")), worst_first=True)
    assert [(number, band.opened) for number, band in made.bands.items()] == [(3, True), (1, False)]
    qtbot.keyClick(made.bands[1], Qt.Key.Key_Right)
    assert made.bands[1].opened


def test_what_was_opened_by_hand_stays_open(dressed, qtbot):
    made = Checklist("en", lambda item: None)
    qtbot.addWidget(made)
    made.show_evidence((evidence("P1", 1, "ready"),), worst_first=False)
    made.bands[1].open(True)
    made.show_evidence((evidence("P1", 1, "ready"), evidence("P2", 2, "ready")), worst_first=False)
    assert made.bands[1].opened and not made.bands[2].opened


def test_not_ready_leads_back_to_the_rows(work):
    head = page_of(work).head()
    assert head.verdict == "must" and [action.kind for action in head.actions] == ["secondary", "primary"]
    head.actions[-1].run()
    assert work.window.station is Station.CHECK


def test_a_draft_is_written_and_never_counts_as_the_package(work, tmp_path):
    page = page_of(work)
    work.bridge.dialogs.answers["create_package"] = PackageChoice(tmp_path, ())
    page.act("save_draft")
    folder, = (path for path in Path(tmp_path).iterdir() if path.is_dir())
    assert folder.name.endswith("-draft") and (folder / "SHA256SUMS").is_file()
    assert work.bridge.states()[Station.PUBLISH][0] is not State.DONE


def test_a_package_of_a_file_since_closed_is_not_the_next_ones(work, tmp_path, monkeypatch):
    page, bridge, later = page_of(work), work.bridge, []
    before = page.keep()["written"]
    bridge.dialogs.answers["create_package"] = PackageChoice(tmp_path, ())
    monkeypatch.setattr(bridge, "do_beside", lambda kind, make, then, **named: later.append((make, then)))
    page.act("save_draft")
    monkeypatch.setattr(bridge, "work", replace(bridge.work, workspace=bridge.workspace.still()))
    (make, then), = later
    then(make(SILENT))
    assert any(tmp_path.iterdir()) and page.keep()["written"] is before


def test_the_package_is_written_then_changed_since(work, tmp_path):
    ready(work)
    page = page_of(work)
    work.bridge.dialogs.answers["create_package"] = PackageChoice(tmp_path, ())
    assert page.head().verdict == "check" and "facts" in page.head().title and "facts" not in page.head().lead
    page.act("create_package")
    folder, = (path for path in Path(tmp_path).iterdir() if path.is_dir())
    assert not folder.name.endswith("-draft") and work.bridge.states()[Station.PUBLISH][0] is State.DONE
    assert [action.icon for action in page.head().actions] == ["book-open", "folder-open"]
    work.bridge.do(columns.constant(work.bridge.workspace.document, "province", "QC"))
    assert [action.icon for action in page.head().actions] == ["book-open", "package"] and page.head().verdict == "ok"


def test_the_facts_are_kept_for_the_next_dataset(work):
    ready(work)
    page = page_of(work)
    page.edit_facts()
    assert work.bridge.workspace.document.metadata["publisher"]["id"] == "alder-falls"
    assert work.bridge.memory.publisher()["contact"] == {"email": "data@alderfalls.example"}


def test_what_each_place_would_say_is_shown_once_nothing_must_be_fixed(work):
    page = page_of(work)
    assert {place.word for place in page.assessed.places if place.id != "folder"} == {"must"}
    ready(work)
    page.edit_facts()
    assert {place.id: place.word for place in page.assessed.places}["ckan"] == "ready"


def test_the_report_can_be_seen_before_any_package(work, monkeypatch):
    page, shown = page_of(work), []
    monkeypatch.setattr(page.making, "_open_page", shown.append)
    page.act("see_report")
    assert [path.name for path in shown] == ["report.html"] and shown[0].read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_page_keeps_its_place_while_its_cards_are_made_anew(work):
    ready(work)
    page = page_of(work)
    page._facts_button.setFocus()
    page.edit_facts()
    assert page._facts_button.hasFocus() and page._area.verticalScrollBar().value() == 0


def test_taking_the_facts_back_shows_that_they_lack(work):
    ready(work)
    page = page_of(work)
    page.edit_facts()
    assert work.bridge.states()[Station.PUBLISH][0] is not State.NEEDS_YOU
    work.bridge.memory.keep_publisher({})
    work.bridge.undo()
    assert work.bridge.states()[Station.PUBLISH][0] is State.NEEDS_YOU


def test_a_fix_is_taken_back_from_the_list(work):
    work.bridge.visit(Station.CHECK)
    check = work.window.pages[Station.CHECK]
    keys = [entry.key for entry in check.list.problems.entries]
    written = [(key, offer) for key in keys for offer in check.fixing.offers(key) if not offer.is_reading]
    work.bridge.do(written[0][1].edit())
    page = page_of(work)
    kind = next(kind for kind in page.assessed.kinds if page._undo_of(kind) is not None)
    before = work.bridge.workspace.document.table
    page._take_back(kind)
    assert not work.bridge.workspace.document.table.equals(before)
