"""Metadata: what is unknown, missing or unusable is named; a draft may lack anything."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from steward_app.catalogue import read_rows
from steward_app.core.metadata import Metadata, suggested, titled
from steward_app.core.problem import Problem
from steward_app.core.reading import Reading
from steward_app.readiness import assess
from tests import package_made as made

CHARTER = read_rows(Path(__file__).parents[2] / "schemas" / "charter.csv")


def read(raw):
    """Read a metadata object."""
    return Metadata.of_json(raw, made.FIELDS, made.VOCABULARIES)


def test_whole_metadata_have_no_fault():
    assert made.metadata().faults() == {}


@pytest.mark.parametrize("raw", [{"titel": {}}, {"publisher": {"nom": "x"}}, {"title": {"en": "x", "es": "y"}},
                                 {"contact": {"email": "a@b.ca", "tel": "1"}}, {"publisher": "x"}])
def test_an_unknown_key_is_named(raw):
    with pytest.raises(Problem) as caught:
        read(raw)
    assert caught.value.code == "D02"
    assert caught.value.facts["keys"] in ("titel", "publisher.nom", "title.es", "contact.tel", "publisher")


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "null", "[" * 5000])
def test_a_file_that_is_no_object_is_a_problem(text):
    with pytest.raises(Problem) as caught:
        Metadata.of_text(text, made.FIELDS, made.VOCABULARIES)
    assert caught.value.code == "D01"


@pytest.mark.parametrize("key", ["title", "description", "publisher.id", "publisher.name", "contact.email", "licence",
                                 "frequency", "date_modified"])
def test_what_an_export_needs_is_named_when_missing(key):
    poor = made.metadata(**{key.replace(".", "__"): None})
    assert poor.faults() == {key: "missing"}
    with pytest.raises(Problem) as caught:
        poor.require()
    assert (caught.value.code, caught.value.facts["keys"]) == ("D03", key)


@pytest.mark.parametrize(("key", "value"), [
    ("title", "Permits"), ("keywords", {"en": "permits"}), ("publisher.sgc", "24"[:1]), ("contact.email", "nobody"),
    ("licence", "mine"), ("licence", 4), ("frequency", "monthly"), ("subject", ["cooking"]), ("subject", "law"),
    ("languages", ["es"]), ("date_modified", "2026-02-30"), ("date_modified", "24/11/2026"), ("date_modified", 20261124),
    ("publisher.level", "galactic"), ("publisher.id", "../x"), ("title", {"en": 3}),
])
def test_what_cannot_be_used_is_named(key, value):
    assert made.metadata(**{key.replace(".", "__"): value}).faults() == {key: "unusable"}


@pytest.mark.parametrize("licence", ["ogl-val-des-aulnes", "cc-by-4.0"])
def test_a_city_may_have_a_licence_of_its_own(licence):
    assert made.metadata(licence=licence).faults() == {}


def test_one_language_will_do_for_an_export():
    one = made.metadata(title={"fr": "Permis"})
    assert one.faults() == {}
    assert one.title.to("en") == "Permis"


def test_a_draft_may_lack_but_not_err():
    read({}).require(draft=True)
    with pytest.raises(Problem) as caught:
        read({"licence": "mine"}).require(draft=True)
    assert (caught.value.code, caught.value.facts["keys"]) == ("D04", "licence")


VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5),
                      lambda inner: st.lists(inner, max_size=2) | st.dictionaries(
                          st.sampled_from(["en", "fr", "id", "name", "email"]), inner, max_size=2), max_leaves=4)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*made.SAID, "x"]), VALUES))
def test_any_json_ends_in_metadata_or_a_problem(raw):
    try:
        found = read(raw)
    except Problem:
        return
    package = made.package(metadata=found, draft=True)
    assert set(found.faults().values()) <= {"missing", "unusable"}
    assert package.name.endswith("-draft")
    assert assess(package, CHARTER)


def test_a_draft_says_unknown_and_undated():
    empty = read({})
    assert (empty.publisher, empty.date, empty.title) == ("unknown", "undated", None)


@pytest.mark.parametrize(("name", "title"), [
    ("permis_2026.csv", "Permis 2026"), ("building-permits.csv.gz", "Building permits"), ("été.XLSX", "Été"),
    ("permits-2026-11-24.csv", "Permits 2026-11-24"), (".csv", ""), ("", ""),
])
def test_a_title_is_made_of_the_file_name(name, title):
    assert titled(name) == title


def test_suggestions_are_known_keys_and_remember_the_publisher():
    reading = Reading("permis_2026.csv", "csv", 1, "0")
    found = read(suggested(reading, made.schema(), dt.date(2026, 11, 24), 806, ("fr",), {"publisher": {"id": "vda"}}))
    assert found.title.to("fr") == "Permis 2026"
    assert (found.publisher, found.date, found.many("languages")) == ("vda", "2026-11-24", ("fr",))
    assert "806" in found.text("description").to("en")
