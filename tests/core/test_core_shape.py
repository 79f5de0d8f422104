"""A Table Schema written by hand is refused by the name of the first key that is written otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.problem import Problem
from steward_app.core.schema_shape import wrong_key

CATALOGUE = Catalogue(Path(__file__).parents[2] / "schemas")
RULE = {"id": "R", "check": "V10", "field": "a", "max": 5, "en": "x", "fr": "y"}


def field(**keys):
    """Return a standard of one field."""
    return {"fields": [{"name": "a"} | keys]}


def ruled(**keys):
    """Return a standard of one field and one rule."""
    return {"fields": [{"name": "a"}], "rules": [RULE | keys]}


@pytest.mark.parametrize(("raw", "key"), [
    ({"fields": {"a": 1}}, "fields"), ({"fields": [None]}, "fields"), (field(name=""), "name"), (field(name=5), "name"),
    ({"fields": [{"name": "a"}, {"name": "a"}]}, "name"), ({"name": 5} | field(), "name"), (field(type=["string"]), "type"),
    (field(aliases={"en": [5]}), "aliases.en"), (field(trueValues=[1]), "trueValues"), (field(constraints={"enum": 5}), "enum"),
    (field(constraints={"required": "yes"}), "required"), (field() | {"primaryKey": [["a"]]}, "primaryKey"),
    (ruled(when="x"), "when"), (ruled(when=None), "when"), (ruled(times="2"), "times"), (field() | {"rules": [{"id": "R"}]}, "check"),
])
def test_a_key_of_another_shape_is_named(tmp_path, raw, key):
    assert wrong_key(raw) == key
    path = tmp_path / "own.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(Problem) as caught:
        CATALOGUE.read(path)
    assert caught.value.code == "S03" and key in caught.value.to("fr")


def test_our_own_standards_and_a_plain_table_schema_are_well_written():
    assert [schema.name for schema in CATALOGUE.standards if wrong_key(dict(schema.raw))] == []
    assert wrong_key(field(type="integer", constraints={"enum": [1, 2], "minimum": 1}) | {"primaryKey": "a"}) is None
