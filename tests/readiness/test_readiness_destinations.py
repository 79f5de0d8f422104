"""Each place says what it would: takes it, asks for more, or takes no draft."""

from __future__ import annotations

import pytest

from steward_app import readiness
from tests import package_made as made

VOCABULARIES = {
    "licences": ({"id": "cc-by-4.0", "en": "CC BY", "open_canada": "qc-cc-by", "quebec": "cc-by"}, {"id": "closed", "en": "Closed"}),
    "frequencies": ({"id": "P1M", "en": "Monthly", "open_canada": "P1M", "quebec": "monthly"},),
}


@pytest.fixture(autouse=True)
def _lists(monkeypatch):
    monkeypatch.setattr(made, "VOCABULARIES", {**made.VOCABULARIES, **VOCABULARIES})


def words(**more) -> dict[str, str]:
    """Return what each place says of a package."""
    return {place.id: place.word for place in readiness.places(made.package(**more))}


def test_a_package_with_every_fact_goes_everywhere():
    assert words() == dict.fromkeys(("ckan", "open-canada", "quebec", "dcat", "folder"), "ready")


@pytest.mark.parametrize(("missing", "places"), [
    ("title", {"ckan", "open-canada", "quebec", "dcat"}), ("subject", {"open-canada"}), ("keywords", {"open-canada"}),
    ("date_published", {"open-canada"}), ("contact", {"quebec"}), ("frequency", {"open-canada", "quebec"}),
    ("publisher__level", {"open-canada"}), ("licence", {"ckan", "open-canada", "quebec"}),
])
def test_a_place_asks_for_what_it_needs(missing, places):
    found = words(metadata=made.metadata(**{missing: None}))
    assert {name for name, word in found.items() if word == "better"} == places


def test_one_language_is_not_enough_for_the_federation():
    found = words(metadata=made.metadata(title={"fr": "Permis"}))
    assert (found["open-canada"], found["quebec"]) == ("better", "ready")


def test_a_licence_that_a_portal_does_not_list_is_asked_about():
    assert words(metadata=made.metadata(licence="closed"))["open-canada"] == "better"


@pytest.mark.parametrize(("code", "portal"), [("3506008", "ontario"), ("4811061", "alberta"), ("1209034", None), (None, None)])
def test_a_province_portal_is_shown_to_its_own_publishers(code, portal):
    found = words(metadata=made.metadata(publisher__sgc=code))
    assert set(found) - {"ckan", "open-canada", "dcat", "folder"} == ({portal} if portal else set())


def test_no_portal_takes_a_draft():
    assert {word for name, word in words(draft=True).items() if name != "folder"} == {"must"}
