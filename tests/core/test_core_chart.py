"""The map of a problem: which points, which box, which outlines."""

from __future__ import annotations

import polars as pl
import pytest
from checked import schema_of, table_of, view_of

from steward_app.checks import CHECKS
from steward_app.core.chart import AT_MOST, CANADA, Box, charted, drawn, middle, outlines, spread
from steward_app.core.engine import check_all

SQUARE = {"type": "Polygon", "coordinates": [[[-107, 52], [-106, 52], [-106, 53], [-107, 52]]]}
FAR = {"type": "MultiPolygon", "coordinates": [[[[-60, 46], [-59, 46], [-59, 47], [-60, 46]]]]}
LANDS = outlines({"features": [{"geometry": SQUARE}, {"geometry": FAR}]})
OUT = ("G02", "latitude")


def of(latitudes, longitudes, key=OUT, kinds=("latitude", "longitude")):
    schema = schema_of({"name": "latitude", "type": "number", "kind": kinds[0]},
                       {"name": "longitude", "type": "number", "kind": kinds[1]})
    table = table_of({"latitude": latitudes, "longitude": longitudes})
    findings, view = check_all(view_of(schema, table), table, CHECKS)
    return charted(view, table, findings, key, LANDS)


def frame(xs, ys):
    return pl.DataFrame({"x": [float(x) for x in xs], "y": [float(y) for y in ys], "record": list(range(len(xs)))})


def test_marked_points_stand_apart_with_their_records():
    chart = of(["52.12345", "12.51234", None, "52.12399"], ["-106.61234", "-106.61234", None, "-106.61299"])
    assert chart.marked == ((-106.61234, 12.51234, 1),)
    assert (chart.goods, chart.marks, chart.inside, chart.outside) == (2, 1, 2, 1)
    assert chart.common == Box(-106.61299, 52.12345, -106.61234, 52.12399)
    assert not chart.shown.holds(-106.61234, 12.51234)
    assert chart.rings == (LANDS[0].ring,)


@pytest.mark.parametrize("kinds", [("latitude", None), (None, "longitude"), (None, None)])
def test_without_both_coordinates_there_is_no_map(kinds):
    assert of(["12.51234"], ["-106.61234"], kinds=kinds) is None


def test_a_problem_that_is_gone_has_no_map():
    assert of(["52.12345"], ["-106.61234"]) is None


def test_the_box_holds_the_middle_98_percent():
    assert middle(frame(range(-100, 1), range(101))) == Box(-99, 1, -1, 99)


def test_the_map_is_widened_to_marked_points_in_canada_only():
    chart = drawn(frame([-106.6, -106.7], [52.1, 52.2]), frame([-63.5, 2.3], [44.6, 48.8]), LANDS)
    assert chart.shown.holds(-63.5, 44.6) and not chart.shown.holds(2.3, 48.8)
    assert len(chart.rings) == 2


def test_without_any_good_point_canada_is_shown():
    chart = drawn(frame([], []), frame([2.3], [48.8]), LANDS)
    assert chart.common == CANADA and (chart.inside, chart.outside) == (0, 1)


@pytest.mark.parametrize("height", [0, 7, AT_MOST, AT_MOST + 1, 3 * AT_MOST + 5])
def test_a_spread_keeps_the_order_and_the_limit(height):
    records = spread(frame(range(height), range(height)))["record"]
    assert len(records) == min(height, AT_MOST) == records.n_unique()
    assert records.is_sorted() and (height == 0 or records[-1] >= height - 4)
