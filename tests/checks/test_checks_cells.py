"""Checks of one cell: presence, lists, shape, spaces, order, hints of personal information."""

from __future__ import annotations

import pytest
from checked import checks_of, found, marked, schema_of, where

from steward_app.core.mapping import Feed, ReadAs

REQUIRED = {"constraints": {"required": True}}


def test_empty_marks_only_empty_cells():
    assert marked("V01", ["P-1", "", None, " "], **REQUIRED) == [1, 2]


def test_a_missing_word_of_the_standard_is_empty_and_said():
    schema = schema_of({"name": "a", "type": "number", **REQUIRED}, missingValues=["", "-"])
    findings = found(schema, {"a": ["-", "1", "x"]})
    assert (where(findings, "V01", "a"), where(findings, "V02", "a"), where(findings, "V07", "a")) == ([0], [0], [2])


def test_an_unreadable_cell_counts_as_filled_but_a_placeholder_in_a_typed_field_does_not():
    assert marked("V01", ["soon", "TBD"], type="date", **REQUIRED) == [1]
    assert marked("V01", ["elsewhere", "TBD", " "], codeList="status", **REQUIRED) == [1, 2]


def test_a_placeholder_is_text_until_a_reading_says_so():
    assert marked("V02", ["TBD", "Unknown", "brick", "UNKNOWN"]) == [0, 1, 3]
    assert marked("V02", ["TBD", "Unknown"], ReadAs(missing=("TBD",))) == [1]


def test_a_word_that_means_a_code_is_no_placeholder():
    assert marked("V02", ["unknown"], constraints={"enum": ["Unknown", "Known"]}) == []


def test_missing_columns_are_said_by_level():
    schema = schema_of({"name": "a", **REQUIRED}, {"name": "b", "level": "recommended"}, {"name": "c"})
    assert set(found(schema, {"z": ["1"]}).problems) == {("C01", "a"), ("C02", "b")}


def test_a_column_the_table_does_not_have_feeds_nothing():
    assert ("C01", "a") in found(schema_of({"name": "a", **REQUIRED}), {"b": ["1"]}, feeds={"a": Feed(("gone",))}).problems


@pytest.mark.parametrize(("text", "checks"), [
    ("permit_issued", []), ("Permit Issued", ["V11"]), ("Permis délivré", ["V11"]), ("ISSUED", ["V11"]),
    ("permit_isued", ["V11"]), ("Chantier", ["V12"]), ("n/a", ["V02"]), ("#N/A", ["F06"]),
])
def test_codes_are_on_the_list_near_it_or_unknown(text, checks):
    assert checks_of(text, codeList="status") == checks


def test_a_value_map_is_applied_before_the_list():
    read = ReadAs(values={"Émis": "permit_issued", "closed": "in_review", "?": "nowhere"})
    assert marked("V12", ["Émis", "closed", "?"], read, codeList="status") == [2]


def test_an_enum_of_numbers_is_a_list():
    assert marked("V12", ["1", "3", "x"], type="integer", constraints={"enum": [1, 2]}) == [1]


def test_a_pattern_is_anchored_at_both_ends():
    assert marked("V14", ["P-1", "xP-1", "P-1x", None], constraints={"pattern": "P-[0-9]"}) == [1, 2]


def test_lengths_are_in_characters():
    assert marked("V18", ["été", "étés"], constraints={"maxLength": 3}) == [1]
    assert marked("V25", ["é", "été"], constraints={"minLength": 2}) == [0]


def test_spaces_are_said_only_of_bare_text():
    assert marked("V19", ["a ", " a", "a\u00a0", "a b"]) == [0, 1, 2]
    assert marked("V19", ["a "], kind="name") == []


@pytest.mark.parametrize(("limits", "texts", "check", "records"), [
    ({"minimum": 0}, ["-5", "0", "12", "", "douze"], "V09", [0]),
    ({"maximum": 10}, ["10", "11", "x"], "V24", [1]),
])
def test_limits_mark_only_what_is_outside(limits, texts, check, records):
    assert marked(check, texts, type="number", constraints=limits) == records


def test_limits_of_dates_are_dates():
    rule = {"id": "T-1", "check": "V09", "field": "a", "min": "1900-01-01", "en": "x", "fr": "y"}
    assert marked("V09", ["1899-12-30", "1900-01-01"], rules=[rule], type="date") == [0]


def test_coordinates_have_their_own_checks_instead_of_limits():
    assert checks_of("12", type="number", kind="latitude", constraints={"minimum": 41.6}) == []


def test_a_date_after_today_is_in_the_future():
    rule = {"id": "T-1", "check": "V23", "field": "a", "en": "x", "fr": "y"}
    assert marked("V23", ["2026-11-24", "2026-11-25", "x"], rules=[rule], type="date") == [1]


def test_an_unusual_value_is_far_above_the_others():
    rule = {"id": "T-1", "check": "V10", "field": "a", "max": 1000000, "times": 50, "en": "x", "fr": "y"}
    assert marked("V10", ["10"] * 200 + ["600", "400"], rules=[rule], type="number") == [200]
    assert marked("V10", ["900000", "2000000"], rules=[rule], type="number") == [1]


def test_feet_are_converted_before_limits():
    assert marked("V24", ["1000", "1100"], ReadAs(unit="ft2"), type="number", constraints={"maximum": 100}) == [1]


@pytest.mark.parametrize(("text", "hit"), [
    ("Call 613-555-0199", True), ("call 999-555-0199", False), ("a.b@ville.ca", True), ("info@ville.ca", False),
    ("SIN 130 692 544", True), ("130 692 544", False), ("NAS 130692545", False), ("Brick garage", False), ("(53.130692544, -113.5)", False),
    ("NAS 53.130692544", False),
])
def test_hints_of_personal_information(text, hit):
    assert marked("P01", [text], privacy="free-text") == ([0] if hit else [])


def test_columns_that_feed_nothing_are_looked_at_too():
    findings = found(schema_of({"name": "a"}), {"a": ["1"], "Notes": ["514 555 0199"], "Courriel": ["x"], "b": ["y"]})
    assert [(p.column, p.cells, p.rows, p.rule.field) for p in findings.listed if p.check.id == "P01"] == [
        ("Notes", 1, 1, None), ("Courriel", 1, 0, None)]
