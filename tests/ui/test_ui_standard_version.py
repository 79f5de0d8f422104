"""A newer version of the standard in use: it is told on opening, its differences are listed, and it is one step away."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QApplication

from steward_app.catalogue import Catalogue
from steward_app.ui.standard.version import VersionCard
from steward_app.workspace.states import Station

OLD = {"name": "mine", "version": "1.0.0", "title": "Mine", "fields": [{"name": "permit_no"}, {"name": "work"}]}
NEW = {**OLD, "version": "1.1.0", "fields": [{"name": "permit", "formerNames": ["permit_no"]}, {"name": "work"},
                                             {"name": "status"}]}


@pytest.fixture
def shell(desk, permits):
    made = desk()
    bridge, own = made.bridge, made.bridge.paths.own_schemas
    own.mkdir(parents=True, exist_ok=True)
    (own / "mine.json").write_text(json.dumps(OLD), encoding="utf-8")
    bridge.catalogue = bridge.belt.catalogue = Catalogue(bridge.paths.schemas, own)
    bridge.open(permits)
    bridge.choose_standard("mine")
    (own / "mine@1.0.0.json").write_text(json.dumps(OLD), encoding="utf-8")
    (own / "mine.json").write_text(json.dumps(NEW), encoding="utf-8")
    bridge.catalogue = bridge.belt.catalogue = Catalogue(bridge.paths.schemas, own)
    return made


@pytest.fixture
def page(shell):
    shell.bridge.visit(Station.STANDARD)
    page = shell.window.page
    page.redraw()
    return page


def cards(page):
    QApplication.processEvents()  # what a layout takes up is shown by the next event
    return [card for card in page.findChildren(VersionCard) if card.isVisibleTo(page)]


def test_the_differences_are_listed_and_one_step_goes_over(shell, page):
    card = cards(page)[0]
    assert len(card.lines) == 2
    card.use.click()
    document = shell.bridge.workspace.document
    assert document.schema.version == "1.1.0" and document.mapping.feed("permit").columns == ("Permit No",)
    assert cards(page) == []
    shell.bridge.undo()
    assert shell.bridge.workspace.document.schema.version == "1.0.0" and cards(page)


def test_the_pinned_version_can_be_kept(shell, page):
    cards(page)[0].keep.click()
    assert cards(page) == [] and shell.bridge.workspace.document.schema.version == "1.0.0"
    shell.rebuild()
    assert cards(shell.window.page) == []


def test_opening_the_work_again_tells_of_it(shell, page, permits):
    noticed = []
    shell.bridge.noticed.connect(noticed.append)
    shell.bridge.close()
    shell.bridge.open(permits)
    assert shell.bridge.workspace.document.schema.version == "1.0.0"
    noticed[0].run()
    assert shell.window.station == Station.STANDARD and cards(shell.window.page)
