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


@pytest.mark.parametrize(("raw", "key"), [
    ({"fields": {"a": 1}}, "fields"), ({"fields": [None]}, "fields"), ({"fields": [{"name": ""}]}, "name"), ({"fields": [{"name": 5}]}, "name"),
    ({"fields": [{"name": "a"}, {"name": "a"}]}, "name"), ({"name": 5, "fields": [{"name": "a"}]}, "name"),
    ({"fields": [{"name": "a", "type": ["string"]}]}, "type"), ({"fields": [{"name": "a", "aliases": {"en": [5]}}]}, "aliases.en"),
    ({"fields": [{"name": "a", "trueValues": [1]}]}, "trueValues"), ({"fields": [{"name": "a", "constraints": {"enum": 5}}]}, "enum"),
    ({"fields": [{"name": "a", "constraints": {"required": "yes"}}]}, "required"), ({"fields": [{"name": "a"}], "primaryKey": [["a"]]}, "primaryKey"),
    ({"fields": [{"name": "a"}], "rules": [RULE | {"when": "x"}]}, "when"), ({"fields": [{"name": "a"}], "rules": [RULE | {"when": None}]}, "when"),
    ({"fields": [{"name": "a"}], "rules": [RULE | {"times": "2"}]}, "times"), ({"fields": [{"name": "a"}], "rules": [{"id": "R"}]}, "check"),
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
    assert wrong_key({"fields": [{"name": "a", "type": "integer", "constraints": {"enum": [1, 2], "minimum": 1}}], "primaryKey": "a"}) is None
