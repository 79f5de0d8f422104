"""A point lies in the province of its record, of its geographic code, or of its publisher; the border is never marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from checked import TODAY, schema_of, table_of, view_of, where

from steward_app.catalogue import Catalogue
from steward_app.checks import CHECKS
from steward_app.core.engine import check_all

KNOWN = Catalogue(Path(__file__).parents[2] / "schemas").for_checks
POINT = ({"name": "lat", "type": "number", "kind": "latitude"}, {"name": "lon", "type": "number", "kind": "longitude"})
PROVINCE, CODE = {"name": "prov", "codeList": "province"}, {"name": "sgc", "kind": "sgc"}


def outside(fields, columns, place=None, known=KNOWN):
    schema, table = schema_of(*POINT, *fields), table_of(columns)
    view = replace(view_of(schema, table), vocabularies=known, place=place, today=TODAY)
    return where(check_all(view, table, CHECKS)[0], "G06", "lat")


CITIES = {"lat": ["43.65", "45.43", "45.42", "53.5", "43.65", "49.26"], "lon": ["-79.38", "-75.71", "-75.69", "-113.5", "", "-123.1"]}


@pytest.mark.parametrize(("place", "marked"), [("3506008", [3, 5]), ("24", [0, 3, 5]), ("4811061", [0, 1, 2, 5]), (None, []), ("99", [])])
def test_a_point_lies_in_the_publisher_s_province(place, marked):
    assert outside((), CITIES, place) == marked


def test_the_record_s_own_province_counts_as_the_publisher_s():
    columns = {"lat": ["43.65", "53.5", "53.5", "45.5"], "lon": ["-79.38", "-113.5", "-113.5", "-73.6"], "prov": ["ON", "ON", "", "x"]}
    assert outside((PROVINCE,), columns, "3506008") == [1, 2, 3]
    assert outside((PROVINCE,), columns) == [1]


def test_where_record_and_publisher_disagree_either_will_do():
    assert outside((PROVINCE,), {"lat": ["43.65", "45.5"], "lon": ["-79.38", "-73.6"], "prov": ["QC", "QC"]}, "35") == []


def test_the_geographic_code_says_it_too():
    columns = {"lat": ["45.5", "45.5", "45.5"], "lon": ["-73.6"] * 3, "sgc": ["2466023", "59", "59110"]}
    assert outside((CODE,), columns) == [1]


def test_points_that_another_check_marks_are_left_to_it():
    columns = {"lat": ["-73.6", "45.5", "0", "5041234", "12"], "lon": ["45.5", "73.6", "0", "301234", "-73.6"]}
    assert outside((), columns, "24") == []


def test_without_boundaries_nothing_is_marked():
    assert outside((), CITIES, "24", {name: known for name, known in KNOWN.items() if name != "canada"}) == []
