"""What was confirmed is kept in a readable file, forgotten on request, and shared between colleagues."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from steward_app.core.problem import Problem
from steward_app.workspace import memory
from steward_app.workspace.journal import Lock
from steward_app.workspace.memory import Memory

OLD, NEW = dt.date(2026, 1, 1), dt.date(2026, 6, 1)


@pytest.fixture
def mine(tmp_path):
    memory = Memory(tmp_path / "mine")
    memory.confirm("permits", "No permis", "permit_number", OLD)
    memory.confirm("permits", "Rue", "street_name", NEW)
    return memory


def test_a_heading_is_forgotten(mine):
    mine.forget("permits", "NO PERMIS")
    assert set(mine.columns("permits")) == {"rue"}


def test_a_colleague_takes_over_what_is_new_or_later(mine, tmp_path):
    theirs = Memory(tmp_path / "theirs")
    theirs.confirm("permits", "No permis", "revision_number", NEW)
    theirs.confirm("permits", "Rue", "address_full", OLD)
    mine.share("permits", tmp_path / "shared.json")
    assert theirs.take("permits", tmp_path / "shared.json") == 1
    assert {key: entry["field"] for key, entry in theirs.columns("permits").items()} == {
        "no permis": "revision_number", "rue": "street_name"}


@pytest.mark.parametrize("content", ["x", "[]", "{}", '{"columns": [1]}', '{"columns": {"a": {}}}',
                                     json.dumps({"remembered": "grants", "columns": {}})])
def test_another_file_is_refused(mine, tmp_path, content):
    (tmp_path / "f.json").write_text(content, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        mine.take("permits", tmp_path / "f.json")
    assert caught.value.code == "M04" and len(mine.columns("permits")) == 2


def test_two_at_once_lose_nothing(tmp_path):
    names = [f"Heading {number}" for number in range(40)]
    with ThreadPoolExecutor(4) as several:
        list(several.map(lambda name: Memory(tmp_path).confirm("permits", name, "status", OLD), names))
    assert len(Memory(tmp_path).columns("permits")) == len(names)


def test_one_that_never_lets_go_is_not_waited_for(mine, monkeypatch):
    monkeypatch.setattr(memory, "PATIENCE", 0.0)
    held = Lock(mine.folder)
    assert held.take()
    mine.confirm("permits", "Ville", "municipality", OLD)
    held.free()
    assert "ville" in mine.columns("permits")
