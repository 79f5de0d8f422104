"""Signs that are words, and words that both languages share."""

from __future__ import annotations

import pytest

from steward_app.core.schema import Schema
from steward_app.matching import propose

FIELDS = [
    {"name": "agreement_id", "title": "Grant number", "title_fr": "Numéro de la subvention", "level": "required",
     "aliases": {"en": ["grant no"], "fr": ["no dossier"]}},
    {"name": "amount", "type": "number", "title": "Amount", "title_fr": "Montant", "aliases": {"en": ["grant"], "fr": ["subvention"]}},
    {"name": "votes", "type": "integer", "title": "Votes", "title_fr": "Votes", "aliases": {"fr": ["nombre de votes"]}},
    {"name": "share", "type": "number", "title": "Share of votes", "title_fr": "Part des votes",
     "aliases": {"en": ["percent of votes"], "fr": ["pourcentage des votes"]}},
    {"name": "description_en", "title": "Description (English)", "title_fr": "Description (anglais)", "aliases": {"en": ["description"]}},
    {"name": "description_fr", "title": "Description (French)", "title_fr": "Description (français)", "aliases": {"fr": ["objet"]}},
    {"name": "recipient", "title": "Recipient", "title_fr": "Bénéficiaire"},
]
SCHEMA = Schema.of_json({"name": "test", "fields": FIELDS}, {})


def fed(headings, **more):
    """Return the field of each heading that feeds one."""
    return {item.heading: item.field for item in propose(headings, SCHEMA, **more).columns if item.state == "matched"}


@pytest.mark.parametrize(("heading", "field"), [
    ("Grant", "amount"), ("Grant #", "agreement_id"), ("Grant#", "agreement_id"), ("Votes", "votes"),
    ("% of Votes", "share"), ("% des votes", "share"), ("% Votes", "share"), ("Grant ($)", "amount"), ("Votes (%)", "votes"),
])
def test_a_sign_says_what_the_word_alone_does_not(heading, field):
    assert fed([heading]).get(heading) == field


@pytest.mark.parametrize(("headings", "field"), [
    (["Bénéficiaire", "Montant", "Description"], "description_fr"), (["Recipient", "Amount", "Description"], "description_en"),
    (["Description"], "description_en"), (["Bénéficiaire", "Description", "Objet"], "description_en"),
    (["Bénéficiaire", "Recipient", "Description"], "description_en"),
    (["No dossier", "Recipient", "Montant", "DESCRIPTION"], "description_fr"),
])
def test_a_word_of_both_languages_is_of_the_file_s_language(headings, field):
    assert next(found for heading, found in fed(headings).items() if heading.lower() == "description") == field


def test_what_was_chosen_before_stands():
    remembered = {"description": {"field": "description_en", "date": "2026-10-03"}}
    assert fed(["Bénéficiaire", "Montant", "Description"], remembered=remembered)["Description"] == "description_en"


def test_words_that_two_fields_share_are_asked_about_and_no_third_spelling_decides():
    fields = [{"name": "units", "type": "integer", "title": "Units", "title_fr": "Logements", "aliases": {"en": ["number units"]}},
              {"name": "unit", "title": "Apartment", "title_fr": "Appartement", "aliases": {"en": ["unit number"], "fr": ["numéro unité"]}}]
    found = propose(["NO_UNITS"], Schema.of_json({"name": "test", "fields": fields}, {})).columns[0]
    assert found.state == "check" and {item.field for item in found.candidates} == {"units", "unit"}
