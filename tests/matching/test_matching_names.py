"""Headings lead to fields by name, title and alias, in both languages."""

import pytest

from steward_app.catalogue import Catalogue
from steward_app.matching import propose
from steward_app.matching.names import Indexes, NameIndex
from steward_app.matching.words import Heading, cut_up, words
from steward_app.paths import Paths


@pytest.mark.parametrize(("heading", "field", "why"), [
    ("permit_number", "permit_number", "exact"), ("PERMIT NUMBER", "permit_number", "exact"),
    ("Numéro de permis", "permit_number", "exact"), ("FOLDER", "permit_number", "alias"),
    ("No permis", "permit_number", "alias"), ("N° de permis", "permit_number", "alias"),
    ("permitNum", "permit_number", "alias"), ("PERMITNUMBER", "permit_number", "alias"),
    ("Issued Date", "issued_date", "exact"), ("Date of issue", "issued_date", "alias"), ("CODE_POSTA", "postal_code", "alias"),
    ("Status / État du permis", "status", "exact"), ("Postal Code\nCode postal", "postal_code", "exact"),
    ("CIVICNUM", "civic_number", "alias"), ("Work_EN", "work_en", "exact"),
    ("work FRENCH", "work_fr", "exact"), ("TRAVAUX_ANG", "work_en", "alias"),
    ("\ufeffstatus", "status", "exact"), ("Status (%)", "status", "exact"),
])
def test_a_name_leads_to_its_field(schema, heading, field, why):
    best = NameIndex.of(schema).hits(Indexes.none().heading(heading))[0]
    assert (best.field, best.why) == (field, why)
    assert best.score >= 0.9


@pytest.mark.parametrize(("heading", "field"), [
    ("No_Of_New_Dweling_Units", "units_created"), ("Permit Issue Date", "issued_date"), ("Address 1", "address_full"),
])
def test_a_slip_or_the_subject_or_a_first_part_is_as_good_as_the_name(schema, heading, field):
    best = NameIndex.of(schema).hits(Indexes.none().heading(heading))[0]
    assert (best.field, best.why) == (field, "similar")
    assert best.score >= 0.9


@pytest.mark.parametrize(("heading", "field"), [
    ("Site Postal Code", "postal_code"), ("Code postal du site", "postal_code"), ("LOC_LAT", "latitude"),
    ("Site Longitude", "longitude"), ("Owner Street Name", "street_name"), ("Travaux du permis (français)", "work_fr"),
])
def test_the_end_that_names_the_thing_comes_first(schema, heading, field):
    assert NameIndex.of(schema).hits(Heading(heading))[0].field == field


@pytest.mark.parametrize("heading", ["Status date", "District long name", "Address 2", "Value", "Issue year", "", "12", "Comments"])
def test_what_is_only_near_stays_below_a_match(schema, heading):
    assert all(hit.score < 0.9 for hit in NameIndex.of(schema).hits(Indexes.none().heading(heading)))


@pytest.mark.parametrize(("word", "expected"), [
    ("civicnum", ("civic", "num")), ("permitnumber", ("permit", "number")), ("streetid", ("street", "id")),
    ("streets", ("streets",)), ("unknown", ("unknown",)), ("permitx", ("permitx",)),
])
def test_words_run_together_are_cut_into_known_ones(word, expected):
    assert cut_up((word,), frozenset({"civic", "permit", "street", "streets"})) == expected


@pytest.mark.parametrize(("heading", "expected"), [
    ("permitNum", ("permit", "num")), ("NO_CIVIQUE", ("no", "civique")), ("Area (m²)", ("area",)),
    ("address1", ("address", "1")), ("Application#", ("application", "no")), ("", ()),
])
def test_headings_are_cut_into_words(heading, expected):
    assert words(heading) == expected


@pytest.mark.parametrize(("heading", "parts", "tight"), [
    ("But (français)", [], []), ("Name (Nom)", [], ["Name", "Nom"]), ("School/Program", [], ["School", "Program"]),
    ("Name / Nom", ["Name", "Nom"], ["Name", "Nom"]), ("Name\nNom", ["Name", "Nom"], []), ("Area (m²)", [], []),
])
def test_a_bilingual_heading_has_two_names(heading, parts, tight):
    cut = Heading(heading)
    assert ([part.text for part in cut.parts], [part.text for part in cut.tight]) == (parts, tight)


@pytest.mark.parametrize(("heading", "sure"), [
    ("Status (État du permis)", True), ("Status/Stage", True), ("Status (2024)", False), ("Status/Address", False),
])
def test_two_names_in_brackets_must_agree(schema, heading, sure):
    hits = NameIndex.of(schema).hits(Heading(heading))
    assert (hits[0].score >= 0.9) == sure


def test_an_index_is_made_once(schema):
    indexes = Indexes.none()
    assert indexes.of(schema) is indexes.of(schema)


@pytest.mark.parametrize(("heading", "field", "state"), [
    ("Business Unit", "unit", "check"), ("Unité d’affaires", "unit", "check"), ("Business City", "municipality", "matched"),
    ("Business Postal Code", "postal_code", "matched"), ("Unit Cost", None, "none"), ("Unit", "unit", "matched"),
    ("Licence unit", "unit", "check"), ("Unit number", "unit", "matched"),
])
def test_the_head_of_a_compound_says_what_the_column_is(heading, field, state):
    found = propose([heading], Catalogue(Paths.here().schemas).find("business-licences")).columns[0]
    assert (found.field, found.state) == (field, state)
