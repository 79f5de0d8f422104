"""The map of station 4: under five rows for a geography problem, hidden for another, and a way to choose a record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from steward_app.ui import look
from steward_app.ui.check.plot import rounded
from steward_app.workspace.states import Station

OUT, DATE = ("G02", "latitude"), ("V03", "date_issued")


@pytest.fixture
def points(desk, tmp_path):
    lines = ["Permit No,Date Issued,Latitude,Longitude"]
    lines += [f"BP-{n},2026-01-{n % 28 + 1:02},52.1{n:02}51,-106.6{n:02}17" for n in range(1, 41)]
    lines += ["BP-91,soon,12.51234,-106.61234", "BP-92,2026-02-01,48.85661,2.35222", "BP-93,2026-02-02,52.14001,-106.65002"]
    path = tmp_path / "points.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    shell = desk()
    shell.bridge.open(path)
    shell.bridge.choose_standard("building-permits")
    shell.bridge.visit(Station.CHECK)
    return shell.window.pages[Station.CHECK]


def test_the_map_stands_under_five_rows_for_a_geography_problem_only(points):
    points.choose(OUT)
    assert points.map.isVisibleTo(points)
    assert [record for *_, record in points.map.plot.chart.marked] == [40, 41]
    assert points.sight.maximumHeight() <= look.px(40 + 44 + 18) + 5 * look.grid_row()
    points.choose(next(key for key in (e.key for e in points.list.problems.entries) if not key[0].startswith("G")))
    assert not points.map.isVisibleTo(points)
    assert points.map.plot.chart is None and points.sight.maximumHeight() > 10_000


def test_a_lozenge_chooses_its_record_and_the_record_its_ring(points, qtbot):
    points.choose(OUT)
    plot = points.map.plot
    assert plot.record == 40
    x, y, record = plot.chart.marked[1]
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(x, y).toPoint())
    assert points.sight.current()[0] == plot.record == record == 41
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert points.sight.current()[0] == 40
    points.step(1)
    assert plot.record == 41


def test_what_the_map_shows_is_said_in_words(points):
    points.choose(OUT)
    said = points.map.plot.accessibleDescription()
    assert said == points.map.sentence.text() and "98%" in said
    assert points.map.plot.beyond() == 2


def test_a_low_window_keeps_its_rows(points):
    points.choose(OUT)
    points.resize(points.width(), look.px(400))
    points.map.fit()
    assert not points.map.isVisibleTo(points)


def test_another_file_leaves_no_map(points):
    points.choose(OUT)
    points.let_go()
    assert points.map.plot.chart is None and not points.map.isVisibleTo(points)


@pytest.mark.parametrize(("value", "up", "down"), [(1.0, 1, 1), (1.2, 2, 1), (0.03, 0.05, 0.02), (730, 1000, 500)])
def test_round_numbers(value, up, down):
    assert rounded(value) == pytest.approx(up) and rounded(value, down=True) == pytest.approx(down)
