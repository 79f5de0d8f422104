"""Once the metadata say where the publisher is, points elsewhere are marked, as a whole check would."""

from __future__ import annotations

import pytest

from steward_app.core.edits import SetMetadata
from steward_app.core.progress import SILENT


@pytest.fixture
def work(belt, tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("Permit No,Latitude,Longitude\nP-1,45.4215,-75.6972\nP-2,53.5461,-113.4938\n", encoding="utf-8")
    return belt.checked(path, "building-permits", None, None, SILENT)


@pytest.mark.parametrize(("sgc", "marked"), [("3506008", [1]), ("48", [0]), ("", []), (None, [])])
def test_points_elsewhere_than_the_publisher_are_marked(work, sgc, marked):
    change = work.do(SetMetadata({"publisher": {"sgc": sgc}}))
    partial, whole = work.check(change=change), work.check()
    found = [checked.findings.get(("G06", "latitude")) for checked in (partial, whole)]
    assert [problem.records().to_list() if problem else [] for problem in found] == [marked, marked]
    assert set(partial.findings.problems) == set(whole.findings.problems)
