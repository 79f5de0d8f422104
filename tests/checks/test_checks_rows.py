"""Checks of rows, of points, and of the whole table."""

from __future__ import annotations

import pytest
from checked import found, schema_of, where

from steward_app.core.mapping import Feed, ReadAs

LAT = {"name": "lat", "type": "number", "kind": "latitude"}
LON = {"name": "lon", "type": "number", "kind": "longitude"}
DATES = ({"name": "a", "type": "date"}, {"name": "b", "type": "date"})


def rule(check, field, **params):
    return [{"id": "T-1", "check": check, "field": field, "en": "x", "fr": "y", **params}]


@pytest.mark.parametrize(("lat", "lon", "check", "field"), [
    ("45.512", "-73.6", None, "lat"), ("-73.6", "45.5", "G01", "lat"), ("12", "-73.6", "G02", "lat"),
    ("45.5", "0", "G02", "lat"), ("0", "0", "G03", "lat"), ("-1", "-1", "G03", "lat"), ("90", "0", "G03", "lat"),
    ("5041234", "301234", "G04", "lat"), ("45.5", "73.6", "G05", "lon"), ("-89.5", "50", "G01", "lat"),
    ("", "-73.6", "X03", "lat"), ("45.5", "", "X03", "lon"), ("", "", None, "lat"), ("x", "-73.6", "V07", "lat"),
])
def test_a_point_has_exactly_one_fault(lat, lon, check, field):
    problems = found(schema_of(LAT, LON), {"lat": [lat], "lon": [lon]}).problems
    assert [key for key in problems if key[0] != "R01"] == ([(check, field)] if check else [])


def test_points_are_not_judged_without_both_columns():
    assert not found(schema_of(LAT, LON), {"lat": ["999"]}).problems


def test_a_postal_code_belongs_to_its_province():
    schema = schema_of({"name": "p", "kind": "postal-code"}, {"name": "v", "codeList": "province"})
    columns = {"p": ["K1A 0B1", "G1R 2B5", "X0E", "", "bad"], "v": ["ON", "ON", "NU", "ON", "ON"]}
    assert where(found(schema, columns), "G07", "p") == [1]


def test_date_order_needs_both_dates():
    columns = {"a": ["2024-05-07", "2024-05-07", "", "x"], "b": ["2024-05-01", "2024-05-08", "2024-05-01", "2024-05-01"]}
    assert where(found(schema_of(*DATES, rules=rule("X01", "b", notBefore="a")), columns), "X01", "b") == [0]


def test_a_rule_is_not_run_when_a_field_it_names_has_no_column():
    schema = schema_of(*DATES, rules=rule("X06", "b", when={"a": ["2024-05-07"]}, then={"required": True}))
    assert not where(found(schema, {"b": ["", "2024-05-01"]}), "X06", "b")


def test_one_of_two_groups_must_be_whole():
    schema = schema_of(*({"name": n} for n in "abc"), rules=rule("X02", "a", groups=[["a"], ["b", "c"]]))
    columns = {"a": ["x", "", "", ""], "b": ["", "y", "y", ""], "c": ["", "z", "", "q"]}
    assert where(found(schema, columns), "X02", "a") == [2, 3]
    assert where(found(schema, {"b": ["y", ""], "c": ["z", "q"]}), "X02", "a") == [1]
    assert not where(found(schema, {"b": ["", ""]}), "X02", "a")


def test_an_unreadable_cell_counts_as_filled_for_one_of():
    schema = schema_of(*DATES, rules=rule("X02", "a", groups=[["a"], ["b"]]))
    assert where(found(schema, {"a": ["soon", ""], "b": ["", ""]}), "X02", "a") == [1]


@pytest.mark.parametrize(("then", "records"), [
    ({"required": True}, [1]), ({"empty": True}, [0, 2]), ({"minimum": 5}, [0]), ({"maximum": 5}, [2]),
])
def test_what_holds_when_a_condition_applies(then, records):
    schema = schema_of({"name": "s", "codeList": "status"}, {"name": "n", "type": "number"},
                       rules=rule("X06", "n", when={"s": ["closed"]}, then=then))
    columns = {"s": ["closed", "closed", "closed", "in_review", "", "?"], "n": ["1", "", "9", "1", "1", "1"]}
    assert where(found(schema, columns), "X06", "n") == records


def test_conditions_on_yes_and_no_and_on_text():
    schema = schema_of({"name": "h", "type": "boolean"}, {"name": "p", "kind": "postal-code"},
                       rules=rule("X06", "p", when={"h": ["true"]}, then={"maxLength": 3}))
    columns = {"h": ["true", "1", "false", ""], "p": ["K1A 0B1", "K1A", "K1A 0B1", "K1A 0B1"]}
    assert where(found(schema, columns), "X06", "p") == [0]


def test_a_year_is_near_a_date():
    schema = schema_of({"name": "y", "type": "year"}, {"name": "d", "type": "date"}, rules=rule("X07", "y", date="d", within=1))
    assert where(found(schema, {"y": ["2024", "2024", ""], "d": ["2023-12-04", "2019-12-04", "2019-12-04"]}), "X07", "y") == [1]


def test_another_province_unless_it_is_said():
    schema = schema_of({"name": "v", "codeList": "province"}, {"name": "j", "kind": "sgc"}, {"name": "o", "type": "boolean"},
                       rules=rule("X08", "v", **{"with": "j", "unless": {"o": ["true"]}}))
    columns = {"v": ["ON", "QC", "QC", "QC"], "j": ["3506008", "3506008", "3506008", ""], "o": ["false", "false", "true", "false"]}
    assert where(found(schema, columns), "X08", "v") == [1]


def test_every_row_of_a_repeated_key_is_marked():
    schema = schema_of({"name": "a"}, {"name": "b"}, primaryKey=["a", "b"])
    columns = {"a": ["1", "1", "1", "", "", "2"], "b": ["x", "x", "", "", "", "x"], "c": list("uvwxyz")}
    assert where(found(schema, columns), "R02", "a") == [0, 1]


def test_empty_parts_of_a_key_are_equal_and_a_part_without_column_leaves_it():
    schema = schema_of({"name": "a"}, {"name": "b"}, primaryKey=["a", "b"])
    assert where(found(schema, {"a": ["1", "1", "2"], "b": ["", "", ""], "c": list("xyz")}), "R02", "a") == [0, 1]
    assert where(found(schema, {"a": ["1", "1", "2"], "c": list("xyz")}), "R02", "a") == [0, 1]


def test_keys_are_compared_as_text_after_the_reading():
    schema = schema_of({"name": "a", "type": "date"}, primaryKey="a")
    columns = {"a": ["25/12/2024", "2024-12-25", "26/12/2024"], "b": list("xyz")}
    assert where(found(schema, columns), "R02", "a") == []
    assert where(found(schema, columns, {"a": ReadAs(dates="dmy")}), "R02", "a") == [0, 1]


def test_repeated_values_leave_empty_cells_alone():
    schema = schema_of({"name": "a", "constraints": {"unique": True}})
    assert where(found(schema, {"a": ["1", "", "1", "", "2"], "b": list("vwxyz")}), "R05", "a") == [0, 2]


def test_rows_empty_ragged_and_identical():
    columns = {"a": ["1", "", "1", "2"], "b": ["x", "", "x", "y"]}
    findings = found(schema_of({"name": "a"}), columns, ragged=[(0, 2), (3, -1)])
    assert [where(findings, check, None) for check in ("R01", "R03", "R06", "R04")] == [[1], [0], [3], [0, 2]]


def test_the_sibling_keeps_the_sources_text_once_values_are_mapped():
    schema = schema_of({"name": "s", "codeList": "status", "original": "o"}, {"name": "o", "constraints": {"maxLength": 3}})
    feeds = {"s": Feed(("Statut",), read=ReadAs(values={"Émis": "permit_issued"}))}
    assert where(found(schema, {"Statut": ["Émis"]}, feeds=feeds), "V18", "o") == [0]


def test_columns_are_combined_split_and_constant():
    schema = schema_of({"name": "a", "constraints": {"pattern": "12 Main"}}, LAT, {"name": "c", "codeList": "province"})
    feeds = {"a": Feed(("No", "Rue"), combine=" "), "lat": Feed(("Pos",), split=",", part=1), "c": Feed(constant="XX")}
    findings = found(schema, {"No": ["12", None], "Rue": ["Main", "Main"], "Pos": ["45.5, -73", "x, y"]}, feeds=feeds)
    assert (where(findings, "V14", "a"), where(findings, "V07", "lat"), where(findings, "V12", "c")) == ([1], [1], [0, 1])
