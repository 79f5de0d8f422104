"""The Charter's rules: what a program can decide, and the word it gives."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from steward_app.catalogue import read_rows
from steward_app.core.check import Check
from steward_app.core.findings import Findings, Problems
from steward_app.core.schema import Rule, Severity
from steward_app.core.text import Text
from steward_app.readiness import PRINCIPLES, RULES, assess
from steward_app.readiness.openness import stars
from tests import package_made as made

CHARTER = read_rows(Path(__file__).parents[2] / "schemas" / "charter.csv")


def words(package):
    """Return the word of each rule."""
    return {item.rule: item.word for item in assess(package, CHARTER)}


def findings(check: str, field: str | None, severity=Severity.MUST) -> Findings:
    """Return findings of one check: two cells."""
    declared = Check(check, check, "cell", severity, Text("", ""), Text("", ""), Text("", ""), "", "", lambda *_: None)
    problem = Problems(declared, Rule(check, field), pl.Series([True, False, True]))
    return Findings({problem.key: problem}, 3)


def test_every_rule_has_its_row_and_every_row_its_rule():
    assert {rule.id for rule in RULES} == {row["id"] for row in CHARTER}


def test_a_good_package_fails_only_where_an_extra_is_not_explained():
    assert {rule for rule, word in words(made.package()).items() if word != "ready"} == {"P4-05"}


@pytest.mark.parametrize(("rule", "word", "changes"), [
    ("P2-01", "must", {"frequency": None}), ("P2-06", "must", {"contact": None}),
    ("P2-07", "must", {"date_published": "2026-11-25"}), ("P2-07", "must", {"date_modified": "2030-01-01"}),
    ("P3-03", "must", {"licence": "closed"}), ("P3-03", "ready", {"licence": "ogl-val-des-aulnes"}),
    ("P3-04", "better", {"keywords": {"en": ["one"]}}), ("P3-04", "better", {"subject": None}),
    ("P3-06", "better", {"title": {"en": "Permits"}}), ("P4-04", "must", {"licence": None}),
])
def test_metadata_decide(rule, word, changes):
    assert words(made.package(metadata=made.metadata(**changes)))[rule] == word


@pytest.mark.parametrize(("rule", "word", "check", "field"), [
    ("P1-01", "check", "P01", "note"), ("P1-01", "ready", "P01", None), ("P2-03", "must", "V01", "number"),
    ("P4-01", "must", "V03", "issued"), ("P4-02", "must", "R02", "number"),
])
def test_findings_decide(rule, word, check, field):
    assert words(made.package(findings=findings(check, field)))[rule] == word


def test_no_hole_is_left_in_any_sentence():
    poor = made.package(metadata=made.metadata(licence=None, frequency=None), findings=findings("V01", "number"))
    said = [text for item in (*assess(made.package(), CHARTER), *assess(poor, CHARTER)) for text in item.says.as_json().values()]
    assert not [text for text in said if "{" in text]


def test_evidence_stands_in_the_order_of_the_principles():
    found = [item.principle for item in assess(made.package(), CHARTER)]
    assert found == sorted(found)
    assert set(found) <= set(PRINCIPLES)


@pytest.mark.parametrize(("resources", "count"), [
    ([], 1), ([("XLSX", False, False)], 1), ([("GEOJSON", False, False)], 1), ([("XLS", False, False)], 2),
    ([("XLSX", False, False), ("CSV", False, False)], 3), ([("RDF", False, False)], 4), ([("CSV", True, False)], 4),
    ([("CSV", True, True)], 5), ([("CSV", False, True)], 3),
])
def test_openness_is_the_portals_own_algorithm(resources, count):
    assert stars(resources) == count
