"""Station 2: the guide is read, and a steward brings or drafts a standard of their own."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QLabel

from steward_app.catalogue import Catalogue
from steward_app.workspace.states import Station


@pytest.fixture
def shell(desk):
    return desk()


@pytest.fixture
def page(shell, permits):
    shell.bridge.open(permits)
    shell.bridge.visit(Station.STANDARD)
    return shell.window.page


def test_a_brought_standard_is_used(shell, page, tmp_path):
    path = tmp_path / "mine.json"
    path.write_text(json.dumps({"name": "mine", "fields": [{"name": "permit_no", "type": "string"}]}), encoding="utf-8")
    shell.bridge.dialogs.answers["open_standard"] = path
    page.own.bring()
    assert shell.bridge.workspace.document.schema.name == "mine"
    assert "mine" in {schema.name for schema in shell.bridge.catalogue.standards}


def saved(parent, form):
    form.said["title"] = "Mine"
    form.fields[0].said["title_fr"] = "Numéro"
    return form.result()


def test_a_drafted_standard_fits_the_file(shell, page):
    shell.bridge.dialogs.answers["standard_form"] = saved
    page.own.draft()
    document = shell.bridge.workspace.document
    assert len(document.mapping.fed_fields) == document.table.width
    assert document.schema.title.en == "Mine" and document.schema.fields[0].title.fr == "Numéro"


def test_a_draft_cancelled_leaves_nothing(shell, page):
    before = len(shell.bridge.catalogue.standards)
    page.own.draft()
    assert shell.bridge.workspace.document.schema is None and len(shell.bridge.catalogue.standards) == before


def test_two_drafts_never_replace_each_other(shell, page):
    shell.bridge.dialogs.answers["standard_form"] = saved
    for _ in range(2):
        page.own.draft()
    assert {"permits", "permits-2"} <= {schema.name for schema in shell.bridge.catalogue.standards}


def test_an_edited_standard_is_a_new_version_and_is_used(shell, page):
    shell.bridge.dialogs.answers["standard_form"] = saved
    page.own.draft()
    shell.bridge.dialogs.answers["standard_form"] = lambda parent, form: (
        form.fields[0].said.update(level="optional"), form.result())[1]
    page._example("edit", shell.bridge.workspace.document.schema)
    schema = shell.bridge.workspace.document.schema
    assert (schema.version, schema.fields[0].level) == ("0.2.0", "optional")
    assert shell.bridge.catalogue.find("permits@0.1.0").fields[0].level == "required"


def test_the_guide_is_read_and_saved(shell, page, tmp_path):
    shell.bridge.dialogs.answers |= {"guide": "save", "save_file": tmp_path / "guide.html"}
    page._example("guide", shell.bridge.catalogue.find("building-permits"))
    assert "<!DOCTYPE html>" in (tmp_path / "guide.html").read_text(encoding="utf-8")


def test_a_file_of_ones_own_that_is_no_standard_is_told_of(shell, page):
    own = shell.bridge.paths.own_schemas
    own.mkdir(parents=True, exist_ok=True)
    (own / "broken.json").write_text("{", encoding="utf-8")
    shell.bridge.catalogue = Catalogue(shell.bridge.paths.schemas, own)
    page.redraw()
    assert any("broken.json" in label.text() for label in page.shelf.findChildren(QLabel))
