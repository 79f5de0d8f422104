"""The public API opens, suggests, checks, lists, and hands over to pandas."""

from __future__ import annotations

import datetime as dt

from steward_app import api

PERMITS = "Permit No,Issue Date,City,City\nP-1,2024-05-01,A,B\nP-1,13/05/2024,,C\n"


def test_a_script_can_walk_the_belt(tmp_path):
    path = tmp_path / "permits.csv"
    path.write_text(PERMITS, encoding="utf-8")
    work = api.check(path, "building-permits", today=dt.date(2026, 11, 24))
    lines = api.findings(work)
    assert {("R02", 2), ("R02", 3), ("V03", 3)} <= set(lines.select("check", "row").rows())
    assert api.suggest(path).schema.name == "building-permits"


def test_pandas_gets_text_and_rows(tmp_path):
    path = tmp_path / "permits.csv"
    path.write_text(PERMITS, encoding="utf-8")
    frame = api.to_pandas(api.open_table(path).table)
    assert list(frame.columns) == ["Permit No", "Issue Date", "City", "City"]
    assert list(frame.index) == [2, 3] and frame.iloc[1, 2] is None
