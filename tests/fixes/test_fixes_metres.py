"""Coordinates in metres become degrees once the steward says from which system, where the place makes it likely."""

from dataclasses import replace
from pathlib import Path

import pytest

from steward_app import fixes
from steward_app.catalogue import Catalogue
from steward_app.checks import CHECKS
from steward_app.core import engine

# Ottawa's city hall: 45.4208, -75.6901 (UTM 18, MTM 9, Web Mercator).
OTTAWA = {"from-utm-18": ("5029825.0", "446006.0"), "from-mtm-9": ("5031502.0", "367956.0"),
          "from-web-mercator": ("5686680.0", "-8425784.0")}


@pytest.mark.parametrize(("fix", "point"), OTTAWA.items())
def test_points_are_converted_near_the_table_s_good_ones(bench, fix, point):
    work = bench(lat=["45.42", point[0]], lon=["-75.69", point[1]])
    work.apply(fix, "G04", "lat")
    assert abs(float(work.cells("lat")[1]) - 45.42) < 0.01
    assert abs(float(work.cells("lon")[1]) + 75.69) < 0.01
    assert ("G04", "lat") not in work.marks()


def test_a_system_that_puts_the_points_elsewhere_is_not_offered(bench):
    work = bench(lat=["45.42", "5029825.0"], lon=["-75.69", "446006.0"])
    wrong = work.wrong("G04", "lat")
    offered = [item.id for item in fixes.for_check("G04") if fixes.offered(item, wrong, CHECKS)]
    assert offered == ["from-utm-18"]


def test_where_nothing_says_the_place_nothing_is_offered(bench):
    work = bench(lat=["5029825.0"], lon=["446006.0"])
    assert not any(fixes.offered(item, work.wrong("G04", "lat"), CHECKS) for item in fixes.for_check("G04"))


def test_none_of_them_runs_unasked():
    assert not any(item.safe for item in fixes.for_check("G04"))


KNOWN = Catalogue(Path(__file__).parents[2] / "schemas").for_checks


def with_place(work, place):
    view = replace(work.view, vocabularies=KNOWN, place=place)
    work.findings, work.view = engine.check_all(view, work.document.table, CHECKS)
    return work


@pytest.mark.parametrize(("place", "offered"), [("35", True), ("24", True), ("59", False)])
def test_the_publisher_s_province_says_where_points_may_lie(bench, place, offered):
    work = with_place(bench(lat=["5029825.0"], lon=["446006.0"]), place)
    assert (work.offer("from-utm-18", "G04", "lat") is not None) is offered


@pytest.mark.parametrize(("fix", "check", "field", "point"), [
    ("swap-coordinates", "G01", "lat", ("-73.6", "45.5")), ("minus-longitude", "G05", "lon", ("45.5", "73.6"))])
def test_a_point_is_mended_only_into_the_right_province(bench, fix, check, field, point):
    work = bench(lat=[point[0]], lon=[point[1]])
    answers = [with_place(work, place).offer(fix, check, field) is not None for place in ("24", "48", None)]
    assert answers == [True, False, True]
