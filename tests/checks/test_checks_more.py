"""Copied examples, numbers a spreadsheet spoilt, sums, language pairs, and points that say too little."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checked import VOCABULARIES, found, marked, schema_of, table_of, view_of, where

from steward_app.checks import CHECKS
from steward_app.core.engine import check_all
from steward_app.core.mapping import ReadAs
from steward_app.core.problem import Problem
from steward_app.core.words import says

KEY = {"name": "a", "example": "EXAMPLE-0001", "example_fr": "EXEMPLE-0001"}
POINT = ({"name": "lat", "type": "number", "kind": "latitude"}, {"name": "lon", "type": "number", "kind": "longitude"})
PARTS = ({"name": "total", "type": "number"}, {"name": "b", "type": "number"}, {"name": "c", "type": "number"})
SUM = {"id": "S", "check": "X04", "field": "total", "parts": ["b", "c"], "tolerance": 0.01, "en": "x", "fr": "y"}


def test_a_copied_example_is_marked_in_the_key_alone():
    texts = ["EXAMPLE-0001", "EXEMPLE-0001", "EXAMPLE 2", "P-EXAMPLE", "", "P-1"]
    keyed, other = schema_of(KEY, primaryKey=["a"]), schema_of(KEY)
    assert where(found(keyed, {"a": texts}), "V22", "a") == [0, 1, 2]
    assert where(found(other, {"a": texts}), "V22", "a") == []


def test_an_example_that_may_be_data_is_no_mark():
    assert where(found(schema_of({"name": "a", "example": "5"}, primaryKey=["a"]), {"a": ["5", "6"]}), "V22", "a") == []


def test_a_lost_zero_is_digits_short_of_the_width():
    rule = [{"id": "Z", "check": "V20", "field": "a", "width": 5, "en": "x", "fr": "y"}]
    assert marked("V20", ["4501", "04501", "45", "4A01", "", "104501"], rules=rule) == [0, 2]


@pytest.mark.parametrize(("text", "wrong"), [
    ("1.11E+08", True), ("1,11e+08", True), ("1E+15", True), ("12E4", False), ("E+08", False), ("A1.1E+08", False)])
def test_scientific_notation_in_an_identifier(text, wrong):
    assert marked("V21", [text, "P-1"], kind="identifier") == ([0] if wrong else [])
    assert marked("V21", [text]) == []


def test_a_pattern_that_refuses_the_text_speaks_alone():
    field = {"kind": "identifier", "constraints": {"pattern": "[0-9]{9}"}}
    assert (marked("V21", ["1.11E+08"], **field), marked("V14", ["1.11E+08"], **field)) == ([], [0])


def test_a_sum_is_asked_only_where_every_part_is_known():
    columns = {"total": ["3.3", "4", "3", "x", "0.3"], "b": ["1.1", "1", "1", "1", "0.1"], "c": ["2.2", "2", "", "2", "0.2"]}
    assert where(found(schema_of(*PARTS, rules=[SUM]), columns), "X04", "total") == [1]


def test_a_sum_may_have_a_condition():
    rule = SUM | {"when": {"b": ["1"]}}
    columns = {"total": ["9", "9"], "b": ["1", "2"], "c": ["1", "1"]}
    assert where(found(schema_of(*PARTS, rules=[rule]), columns), "X04", "total") == [0]


def test_a_sum_says_what_its_parts_make():
    schema = schema_of(*PARTS, rules=[{key: value for key, value in SUM.items() if key not in ("en", "fr")}])
    table = table_of({"total": ["4"], "b": ["1"], "c": ["2.5"]})
    findings, view = check_all(view_of(schema, table), table, CHECKS)
    assert "«\u00a0c\u00a0» = 3,5, mais" in says(findings.get(("X04", "total")), view, table).to("fr")


def test_half_of_a_language_pair_is_marked_where_the_other_is_filled():
    pair = schema_of({"name": "t_en"}, {"name": "t_fr"})
    findings = found(pair, {"t_en": ["Arena", "", "", "Pool"], "t_fr": ["", "Aréna", "", "Piscine"], "z": ["1", "2", "3", "4"]})
    assert (where(findings, "L01", "t_fr"), where(findings, "L01", "t_en")) == ([0], [1])


def test_a_required_half_is_left_to_the_empty_check_and_a_missing_column_says_nothing():
    pair = schema_of({"name": "t_en", "constraints": {"required": True}}, {"name": "t_fr"})
    assert where(found(pair, {"t_en": [""], "t_fr": ["Aréna"]}), "L01", "t_en") == []
    assert where(found(schema_of({"name": "t_en"}, {"name": "t_fr"}), {"t_en": ["Arena"]}), "L01", "t_fr") == []


def crowd(addresses: list[str], lat: str = "45.501700") -> list[int]:
    schema = schema_of(*POINT, {"name": "address_full"}, {"name": "unit"})
    size = len(addresses)
    columns = {"lat": [lat] * size + ["46.1234"], "lon": ["-73.567300"] * size + ["-73.1234"], "address_full": [*addresses, "9 King"]}
    return where(found(schema, columns), "G08", "lat")


def test_a_point_is_crowded_beyond_twenty_different_addresses():
    assert crowd([f"{number} Main" for number in range(21)]) == list(range(21))
    assert crowd([f"{number} Main" for number in range(20)] * 2) == []
    assert crowd(["", *(f"{number} Main" for number in range(20))]) == []


def test_a_crowd_outside_canada_is_another_fault_and_no_address_is_no_crowd():
    assert crowd([f"{number} Main" for number in range(30)], lat="0") == []
    assert where(found(schema_of(*POINT), {"lat": ["45.5"] * 30, "lon": ["-73.5"] * 30}), "G08", "lat") == []


@pytest.mark.parametrize(("lat", "lon", "wrong"), [
    ("45.5", "-73.57", True), ("45", "-73", True), ("45.5", "-73.567", False), ("45.500", "-73.570", False),
    ("45.5017", "-73.5673", False), ("0", "0", False), ("73.57", "45.5", False), ("", "-73.5", False)])
def test_a_point_is_coarse_when_both_numbers_have_few_decimals(lat, lon, wrong):
    findings = found(schema_of(*POINT), {"lat": [lat, "45.12345"], "lon": [lon, "-73.12345"]})
    assert where(findings, "G09", "lat") == ([0] if wrong else [])


def test_coordinates_are_coarse_as_read():
    findings = found(schema_of(*POINT), {"lat": ["45,5"], "lon": ["-73,5"]},
                     {"lat": ReadAs(numbers=","), "lon": ReadAs(numbers=",")})
    assert where(findings, "G09", "lat") == [0]


def test_a_code_is_looked_up_in_a_reference_list():
    rule = {"id": "L", "check": "X05", "field": "a", "table": "towns", "column": "code", "en": "x", "fr": "y"}
    field = {"name": "a", "constraints": {"pattern": "[0-9]{2}"}}
    schema, table = schema_of(field, rules=[rule]), table_of({"a": ["10", "11", "", "1"], "b": ["1", "2", "3", "4"]})
    view = replace(view_of(schema, table), vocabularies=VOCABULARIES | {"lookup": lambda name, column: {"10"}})
    assert where(check_all(view, table, CHECKS)[0], "X05", "a") == [1]
    assert where(found(schema, {"a": ["11"]}), "X05", "a") == []


def test_a_list_that_is_not_there_is_a_problem():
    rule = {"id": "L", "check": "X05", "field": "a", "table": "towns", "column": "code", "en": "x", "fr": "y"}
    schema, table = schema_of({"name": "a"}, rules=[rule]), table_of({"a": ["10"]})
    view = replace(view_of(schema, table), vocabularies={"lookup": lambda name, column: None})
    with pytest.raises(Problem):
        check_all(view, table, CHECKS)


def test_a_lookup_in_a_field_that_the_schema_lacks_is_not_run():
    rule = {"id": "L", "check": "X05", "field": "gone", "table": "towns", "column": "code", "en": "x", "fr": "y"}
    schema, table = schema_of({"name": "a"}, rules=[rule]), table_of({"a": ["10"]})
    view = replace(view_of(schema, table), vocabularies={"lookup": lambda name, column: {"1"}})
    assert ("X05", "gone") not in check_all(view, table, CHECKS)[0].problems
