"""Changing JSON in place: what did not change keeps its bytes, what did is the only difference."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, strategies as st

from steward_app.workspace.patched import patched

ODD = '''{ "name" : "a\\u00e9\\/",  "x-big": 12345678901234567890.10, "e":1e5, "z": -0,
  "fields": [ {"name": "one", "type":"string", "x": [1.10, {"deep": "\\ud83d\\ude00"}]}
            , {"name": "two","constraints":{ "required":true, "q": 2.50 }} ],
  "e": 2E+1 }
'''
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(
    st.text(), inner), max_leaves=8)


def changed(change):
    new = json.loads(ODD)
    change(new)
    return patched(ODD, new)


def test_nothing_changed_is_the_same_text():
    assert changed(lambda new: None) == ODD


@pytest.mark.parametrize(("change", "before", "after"), [
    (lambda new: new["fields"][0].update(type="date"), '"type":"string"', '"type":"date"'),
    (lambda new: new["fields"][1]["constraints"].pop("required"), '"required":true, ', ""),
    (lambda new: new["fields"][1]["constraints"].update(enum=["é"]), '"q": 2.50 }', '"q": 2.50, "enum": ["é"] }'),
    (lambda new: new.update(title="T"), "2E+1 }", '2E+1,  "title": "T" }'),
    (lambda new: new["fields"].pop(), ODD[ODD.index("\n            ,"):ODD.index(" ],")], ""),
    (lambda new: new["fields"].append({"name": "n"}), "}} ],", '}}\n            , {"name": "n"} ],'),
])
def test_only_what_changed_differs(change, before, after):
    assert changed(change) == ODD.replace(before, after)


@given(VALUES, VALUES)
def test_it_says_what_it_was_told(old, new):
    assert json.loads(patched(json.dumps(old, indent=1), new)) == new
