"""The form of a standard changes what it shows and nothing else; what it does not know survives byte for byte."""

from __future__ import annotations

import json

import pytest

from steward_app.core.schema import Schema
from steward_app.workspace.own import as_kept, bring, keep
from steward_app.workspace.own_form import OWN, StandardForm, shown_field

STRANGE = r'''{
  "$schema" : "https://example.org/x", "name": "odd", "version":"2.0.0", "x-precise": 1.10, "x-far": 1e400,
  "fields": [
    {"name": "id", "type":"string", "x": {"deep": [1.50, "\u00e9\/", null]}, "constraints": {"required":true, "x-c": 2.0}},
    {"name": "when", "type": "date", "format": "%d/%m/%Y", "rdfType": "http://x", "title": {"en": "When"}},
    {"name": "shape", "type": "geojson", "bareNumber": false},
    {"name": "kind", "type": "integer", "constraints": {"enum": [1, 2.0, 3]}, "categories": [1, 2]}
  ],
  "primaryKey": "id", "foreignKeys": [{"fields": "kind", "reference": {"resource": "", "fields": "id"}}], "contributors": [ ]
}
'''


@pytest.fixture
def shelf(tmp_path, catalogue):
    (tmp_path / "odd.json").write_text(STRANGE, encoding="utf-8")
    bring(tmp_path / "odd.json", catalogue, tmp_path / "own")
    return tmp_path / "own"


def form_of(shelf, catalogue):
    raw, text = as_kept("odd", shelf)
    return StandardForm.of(raw, catalogue.code_lists), text


def written(form, text, catalogue, shelf):
    keep(form.result(), catalogue, shelf, text)
    return (shelf / "odd.json").read_text(encoding="utf-8")


def test_a_brought_file_is_kept_as_it_was(shelf):
    assert (shelf / "odd.json").read_text(encoding="utf-8") == STRANGE


def test_nothing_changed_writes_nothing_new(shelf, catalogue):
    form, text = form_of(shelf, catalogue)
    assert form.result() == form.raw and written(form, text, catalogue, shelf) == STRANGE


def test_only_what_was_changed_is_written(shelf, catalogue):
    form, text = form_of(shelf, catalogue)
    form.fields[0].said |= {"title": "Number", "level": "recommended"}
    after = written(form, text, catalogue, shelf)
    expected = STRANGE.replace('"version":"2.0.0"', '"version":"2.1.0"').replace(
        '"constraints": {"required":true, "x-c": 2.0}}',
        '"constraints": {"x-c": 2.0}, "title": "Number", "level": "recommended"}')
    assert after == expected
    assert (shelf / "odd@2.0.0.json").read_text(encoding="utf-8") == STRANGE


def test_what_was_changed_and_changed_back_is_not_written(shelf, catalogue):
    form, text = form_of(shelf, catalogue)
    before = dict(form.fields[1].said)
    form.fields[1].said |= {"holds": "integer"}
    form.fields[1].said |= before
    assert written(form, text, catalogue, shelf) == STRANGE


@pytest.mark.parametrize(("said", "left", "gone"), [
    ({"holds": "email"}, {"type": "string", "format": "email", "rdfType": "http://x"}, "kind"),
    ({"holds": "latitude"}, {"type": "number", "kind": "latitude"}, "format"),
    ({"codes": OWN, "code_text": "a\n b \n"}, {"constraints": {"enum": ["a", "b"]}, "format": "%d/%m/%Y"}, "codeList"),
    ({"codes": "province"}, {"codeList": "province"}, "constraints"),
    ({"level": "required"}, {"level": "required", "constraints": {"required": True}}, "enum"),
    ({"title": ""}, {}, "title"),
])
def test_each_control_writes_its_own_properties(shelf, catalogue, said, left, gone):
    form, _ = form_of(shelf, catalogue)
    form.fields[1].said |= said
    made = form.fields[1].result()
    assert left.items() <= made.items() and gone not in made


def test_codes_that_stay_keep_their_form(shelf, catalogue):
    form, _ = form_of(shelf, catalogue)
    form.fields[3].said["code_text"] += "\n4"
    assert json.dumps(form.fields[3].result()["constraints"]["enum"]) == '[1, 2.0, 3, "4"]'


def test_key_fields_and_new_ones(shelf, catalogue):
    form, _ = form_of(shelf, catalogue)
    made = form.add()
    made.said |= {"title": "Numéro de révision", "key": "yes"}
    raw = form.result()
    assert raw["primaryKey"] == ["id", "numero_de_revision"] and raw["fields"][-1]["name"] == "numero_de_revision"
    assert raw["fields"][:-1] == form.raw["fields"]


def test_a_field_that_something_names_stays(shelf, catalogue):
    form, _ = form_of(shelf, catalogue)
    assert [bool(form.stays(item)) for item in form.fields] == [True, False, False, True]


@pytest.mark.parametrize(("place", "said", "control"), [
    (1, {"example": "7 May"}, None), (1, {"holds": "number", "example": "1,5"}, "example"),
    (3, {"example": "4"}, "example"), (3, {"example": "2.0"}, None), (0, {"title": "WHEN"}, "title"),
    (0, {"codes": OWN, "code_text": ""}, "code_text"), (0, {"codes": OWN, "code_text": "a\nb\na"}, "code_text"),
    (0, {"codes": "province", "example": "XX"}, "example"), (2, {"example": "{}"}, None),
])
def test_faults_name_their_control(catalogue, place, said, control):
    raw = {"name": "n", "fields": [{"name": "id"}, {"name": "when"}, {"name": "shape", "type": "geojson"},
                                   {"name": "kind", "constraints": {"enum": [1, 2.0]}}]}
    form = StandardForm.of(raw, catalogue.code_lists)
    form.fields[place].said |= said
    wrong = form.faults()
    assert (set(wrong) == {(place, control)} or (place, control) in wrong) if control else not wrong
    assert (form.blocking() is not None) is bool(control)


def test_a_fault_of_the_author_does_not_hold_the_steward_back(catalogue):
    form = StandardForm.of({"name": "n", "fields": [{"name": "a", "type": "date", "example": "May"}, {"name": "b"}]}, {})
    assert form.faults() and form.blocking() is None
    form.fields[1].said |= {"holds": "date", "example": "May"}
    assert form.blocking() == (1, "example")


def test_every_field_of_every_standard_is_shown_whole(catalogue):
    for schema in catalogue.standards:
        form = StandardForm.of(dict(schema.raw), catalogue.code_lists)
        assert form.result() == schema.raw and form.faults() == {}
        assert all(shown_field(item)["level"] for item in schema.raw["fields"])


def test_the_form_makes_a_standard(shelf, catalogue):
    form, text = form_of(shelf, catalogue)
    form.said |= {"title": "Odd", "title_fr": "Étrange", "purpose_fr": "Pour voir."}
    written(form, text, catalogue, shelf)
    schema = Schema.of_json(as_kept("odd", shelf)[0], catalogue.code_lists)
    assert (schema.title.fr, schema.primary_key) == ("Étrange", ("id",))
