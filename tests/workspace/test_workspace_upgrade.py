"""Versions are pinned; a newer one says what it changes and goes over in one step that loses nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.document import Decision
from steward_app.core.edits import SetDecisions
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.core.schema import Schema
from steward_app.workspace import columns
from steward_app.workspace.recipe import save_recipe
from steward_app.workspace.replay import edit_of
from steward_app.workspace.upgrade import differences, newer, number_of, pinned, upgraded

OLD = {"name": "mine", "version": "1.9.0", "primaryKey": "no", "fields": [
    {"name": "no", "title": "No"}, {"name": "state", "title": "State", "constraints": {"enum": ["a", "b"], "maxLength": 9}},
    {"name": "fee", "title": "Fee", "type": "number"}, {"name": "old", "title": "Old"}],
    "rules": [{"id": "R1", "check": "V24", "field": "fee", "max": 9}, {"id": "R2", "check": "V09", "field": "fee", "min": 1}]}
NEW = {"name": "mine", "version": "1.10.0", "primaryKey": ["number"], "fields": [
    {"name": "number", "title": "Number", "formerNames": ["no"]}, {"name": "state", "title": "State", "level": "recommended",
                                                                   "constraints": {"enum": ["a", "c"], "maxLength": 8}},
    {"name": "fee", "title": "Fee", "type": "integer"}, {"name": "ward", "title": "Ward"}],
    "rules": [{"id": "R1", "check": "V24", "field": "fee", "max": 8, "en": "Too much.", "fr": "Trop."},
              {"id": "R3", "check": "X02", "field": "ward", "groups": [["ward"]], "en": "Say where.", "fr": "Où?"}]}


@pytest.fixture
def shelf(tmp_path, catalogue, belt):
    own = tmp_path / "own"
    own.mkdir()
    (own / "mine@1.9.0.json").write_text(json.dumps(OLD), encoding="utf-8")
    (own / "mine.json").write_text(json.dumps(NEW), encoding="utf-8")
    return replace(belt, catalogue=Catalogue(catalogue.folder, own))


@pytest.fixture
def work(shelf, tmp_path):
    path = tmp_path / "f.csv"
    path.write_text("no,state,fee,ward,extra\n" + "".join(f"{n},a,1.5,W,x\n" for n in range(9)), encoding="utf-8")
    made = shelf.prepared(path, "mine@1.9.0", None, None, SILENT)
    made.do(columns.value_matched(made.document, "state", {"y": "a", "z": "b"}))
    made.do(columns.kept_extra(made.document, "ward", "ward"))
    made.do(SetDecisions((Decision("V10", "no", "1", "ok"), Decision("R04", None, None, "ok"))))
    return made


def test_every_kind_of_change_is_said():
    said = [text.to("en") for text in differences(Schema.of_json(OLD, {}), Schema.of_json(NEW, {}))]
    assert len(said) == 11 and not any("{" in text for text in said)
    assert differences(Schema.of_json(OLD, {}), Schema.of_json(OLD, {})) == ()


@pytest.mark.parametrize("change", [{"primaryKey": ["number"]}, {"rules": OLD["rules"]}])
def test_a_renamed_key_is_the_same_key(change):
    new = {**OLD, "fields": [{**OLD["fields"][0], "name": "number", "formerNames": ["no"]}, *OLD["fields"][1:]], **change,
           "primaryKey": ["number"]}
    assert len(differences(Schema.of_json(OLD, {}), Schema.of_json(new, {}))) == 1


@pytest.mark.parametrize(("older", "later"), [
    ("1.9.0", "1.10.0"), ("1", "1.0.1"), ("0.9", "1.0.0"), ("1.0.0-beta", "1.0.0"), ("1.0.0-beta.2", "1.0.0-beta.11"),
    ("1.0.0-1", "1.0.0-beta"), ("1.0.0-beta", "1.0.0-beta.1"), ("0.9+7", "1-rc"),
])
def test_versions_have_an_order(older, later):
    assert number_of(older) < number_of(later)


def test_a_newer_version_is_told_of_an_older_one_only(work, shelf):
    assert newer(work.document, shelf.catalogue).version == "1.10.0"
    work.do(upgraded(work.document, newer(work.document, shelf.catalogue)))
    assert newer(work.document, shelf.catalogue) is None


def test_one_step_goes_over_and_undo_comes_back(work, shelf):
    before = work.document
    work.do(upgraded(before, newer(before, shelf.catalogue)))
    after = work.document
    assert after.mapping.feed("number").columns == ("no",) and after.mapping.feed("ward").columns == ("ward",)
    assert after.mapping.feed("state").read.values == {"y": "a"} and "old" not in after.mapping.fields
    assert [item.field for item in after.decisions] == ["number", None] and after.mapping.extras == {}
    work.undo()
    assert (work.document.schema, work.document.mapping) == (before.schema, before.mapping)
    assert work.document.decisions == before.decisions


def test_a_field_that_was_left_unmatched_stays_so(work, shelf):
    work.do(columns.unmatched(work.document, "fee"))
    work.do(upgraded(work.document, newer(work.document, shelf.catalogue)))
    assert work.document.mapping.feed("fee") is None


@pytest.mark.parametrize(("asked", "version"), [("mine", "1.9.0"), ("mine@1.10.0", "1.10.0"), ("mine@1.9.0", "1.9.0")])
def test_a_recipe_pins_its_version_unless_another_is_asked_for(work, shelf, tmp_path, asked, version):
    work.do(columns.unmatched(work.document, "old"))
    save_recipe(work, tmp_path / "r.json")
    said = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    said["mapping"]["extras"] = {}
    (tmp_path / "r.json").write_text(json.dumps(said), encoding="utf-8")
    made = shelf.prepared(work.path, asked, tmp_path / "r.json", None, SILENT).document
    key = made.schema.fields[0].name
    assert made.schema.version == version and made.mapping.feed(key).columns == ("no",)
    assert {item.field for item in made.decisions} == {key, None}


def test_a_version_that_is_not_there_gives_way_to_the_present_one(shelf):
    assert pinned("mine", "mine@0.1.0", shelf.catalogue) == "mine@1.10.0"
    assert pinned("mine", "other@1.0.0", shelf.catalogue) == "mine"
    with pytest.raises(Problem):
        shelf.catalogue.find("mine@0.1.0")


@pytest.mark.parametrize(("name", "found"), [
    ("mine@1.9.0", "mine@1.9.0"), ("mine@0.1.0", "mine@1.10.0"), ("nobodys@1.0.0", None)])
def test_kept_work_opens_though_its_standard_is_gone(shelf, name, found):
    said = {"edit": "standard", "standard": name, "mapping": {"fields": {"no": {"columns": ["no"]}}, "extras": {}},
            "named": {"en": "a", "fr": "b"}}
    edit = edit_of(said, b"", shelf.catalogue, lambda asked: None)
    assert (edit.schema.id if edit.schema else None) == found
    assert set(edit.mapping.fields) == ({"number"} if found == "mine@1.10.0" else {"no"})
