"""Points lie in the province that a map says, and foreign ones in none."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from steward_app.catalogue import Catalogue

CANADA = Catalogue(Path(__file__).parents[2] / "schemas").canada


@pytest.mark.parametrize("latitude, longitude, province", [
    (47.56, -52.71, "NL"), (46.24, -63.13, "PE"), (44.65, -63.57, "NS"), (45.96, -66.64, "NB"), (46.81, -71.21, "QC"),
    (43.65, -79.38, "ON"), (49.9, -97.14, "MB"), (50.45, -104.61, "SK"), (53.55, -113.49, "AB"), (48.43, -123.37, "BC"),
    (60.72, -135.06, "YT"), (62.45, -114.37, "NT"), (63.75, -68.52, "NU"), (42.0, -82.9, "ON"), (74.7, -94.97, "NU"),
    (43.93, -59.9, "NS"), (47.38, -61.9, "QC"), (46.77, -56.19, "NL"), (45.43, -75.71, "QC"),
])
def test_a_point_lies_in_its_province(latitude, longitude, province):
    assert CANADA.province(latitude, longitude) == province


@pytest.mark.parametrize("latitude, longitude", [
    (47.61, -122.33), (40.71, -74.01), (42.36, -71.06), (61.22, -149.9), (44.98, -93.27), (64.18, -51.69), (45.5, -55.0),
    (0, 0), (-73.6, 45.5), (90, 180), (1e9, -1e9),
])
def test_a_foreign_point_lies_in_none(latitude, longitude):
    assert CANADA.province(latitude, longitude) is None


def test_a_column_of_points_is_told_at_once_and_unknown_stays_unknown():
    frame = pl.DataFrame({"y": [45.5, 10.0, None, float("nan"), float("inf")], "x": [-73.6, -73.6, -73.6, 1.0, 1.0]})
    assert frame.select(CANADA.near(pl.col("y"), pl.col("x"))).to_series().to_list()[:2] == [True, False]
