"""Station 2: the guide is read, and a steward brings or drafts a standard of their own."""

from __future__ import annotations

import json

import pytest

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
    page._bring()
    assert shell.bridge.workspace.document.schema.name == "mine"
    assert "mine" in {schema.name for schema in shell.bridge.catalogue.standards}


def test_a_drafted_standard_fits_the_file(shell, page):
    page._draft()
    document = shell.bridge.workspace.document
    assert len(document.mapping.fed_fields) == document.table.width


def test_the_guide_is_read_and_saved(shell, page, tmp_path):
    shell.bridge.dialogs.answers |= {"guide": "save", "save_file": tmp_path / "guide.html"}
    page._example("guide", shell.bridge.catalogue.find("building-permits"))
    assert "<!DOCTYPE html>" in (tmp_path / "guide.html").read_text(encoding="utf-8")
