"""The practice files hold what they promise: many kinds of faults, and a way to a package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.progress import SILENT
from steward_app.workspace.belt import Belt

PRACTICE = Path(__file__).parents[2] / "assets" / "practice"
FILES = sorted(PRACTICE.glob("*.csv"))
FAULTS = {"V02", "V03", "V05", "V06", "V07", "V11", "V12", "V15", "V19", "G01", "G03", "G05", "R02", "R04", "X02"}


@pytest.fixture
def belt(schemas):
    return Belt(Catalogue(schemas), dt.date(2026, 11, 24))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_practice_files_show_many_kinds_of_faults(belt, path):
    work = belt.checked(path, "building-permits", None, None, SILENT)
    assert {check for check, _ in work.findings.problems} >= FAULTS


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_safe_fixes_and_the_answers_lead_to_a_package(belt, path):
    work = belt.checked(path, "building-permits", path.with_suffix(".recipe.json"), None, SILENT)
    belt.fix_safely(work, SILENT)
    assert work.findings.counts["must"] == 0
    assert work.findings.counts["check"] == 0
