"""Whatever a file says, it is refused in a sentence or becomes a standard that the whole of station 2 can work with."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from steward_app.core.problem import Problem
from steward_app.workspace.own import as_kept, bring
from steward_app.workspace.own_form import StandardForm
from steward_app.workspace.standard import guide_page
from steward_app.workspace.upgrade import differences

ODD = st.sampled_from([None, 0, 1.5, True, "", "text", "date", "required", [], ["a"], [1], [{}], {}, {"a": 1}, {"en": "x"}])
FIELD_KEYS = ("name", "type", "format", "kind", "level", "title", "title_fr", "description", "constraints", "aliases", "codeList",
              "example", "example_fr", "original", "privacy", "formerNames", "trueValues", "missingValues")
KEYS = ("name", "version", "title", "purpose", "rules", "primaryKey", "foreignKeys", "uniqueKeys", "missingValues", "changelog",
        "sources", "theme")
FIELDS = st.lists(st.dictionaries(st.sampled_from(FIELD_KEYS), ODD), min_size=1, max_size=3)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(KEYS), ODD), FIELDS)
def test_an_odd_file_is_refused_or_works(tmp_path_factory, catalogue, said, fields):
    folder = tmp_path_factory.mktemp("odd")
    named = [{**item, "name": item.get("name") or f"f{place}"} for place, item in enumerate(fields)]
    (folder / "odd.json").write_text(json.dumps({**said, "fields": named}), encoding="utf-8")
    try:
        schema = bring(folder / "odd.json", catalogue, folder / "own")
    except Problem:
        schema = None
    if schema is None:
        assert not list(folder.glob("own/*"))
        return
    raw, _ = as_kept(schema.name, folder / "own")
    form = StandardForm.of(raw, catalogue.code_lists)
    assert form.result() == raw and form.blocking() is None
    assert [form.stays(item) for item in form.fields] and guide_page(schema, "fr") and differences(schema, schema) == ()


@pytest.mark.parametrize("name", [5, ["a"], {"a": 1}, True])
def test_a_field_is_named_by_text(tmp_path, catalogue, name):
    (tmp_path / "odd.json").write_text(json.dumps({"fields": [{"name": name}]}), encoding="utf-8")
    with pytest.raises(Problem):
        bring(tmp_path / "odd.json", catalogue, tmp_path / "own")
