"""The report: the same facts for people and programs, and the lines of changes.csv as proof."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import polars as pl
import pytest

from steward_app.core.check import Check
from steward_app.core.findings import Findings, Problems
from steward_app.core.progress import SILENT
from steward_app.core.schema import Rule, Severity
from steward_app.core.text import Text
from steward_app.exports import provenance, readme, report_html, report_json
from steward_app.exports.standardised import standardised
from tests import package_made as made


def found(*kinds: tuple[str, str | None, Severity]) -> Findings:
    """Return findings of two cells each."""
    mask, problems = pl.Series([True, False, True]), {}
    for name, field, severity in kinds:
        check = Check(name, name.lower(), "cell", severity, Text("Look at {title}: {n}.", "Voyez {title} : {n}."),
                      Text("", ""), Text("", ""), "", "", lambda *_: None)
        problem = Problems(check, Rule(name, field), mask)
        problems[problem.key] = problem
    return Findings(problems, 3)


def test_what_was_standardised_names_its_lines_of_changes(tmp_path):
    package = made.package()
    path = provenance.write_changes(package, tmp_path / "changes.csv", SILENT)
    lines = list(csv.reader(path.read_text("utf-8").splitlines()))
    for done in standardised(package):
        cells = lines[done.first - 1:done.last]
        assert len(cells) == done.cells
        assert (cells[0][2], cells[0][3]) == (done.before, done.after)
    assert [(done.column.en, done.cells) for done in standardised(package)] == [("Issued", 1), ("Covered", 2)]


def test_the_report_for_programs_counts_cells_by_severity():
    said = report_json.report(made.package(findings=found(("V03", "issued", Severity.MUST), ("C02", "revision", Severity.BETTER))))
    assert (said["verdict"], said["counts"]) == ("not-ready", {"blocks": 0, "must": 2, "check": 0, "better": 2})
    first = said["findings"][0]
    assert (first["check"], first["field"], first["column"], first["cells"]) == ("V03", "issued", "Date", 2)
    assert first["en"] == "Look at Issued: 2."
    assert (said["rows"], said["fields"], said["left_out"]["columns"]) == (3, 7, ["Interne"])


@pytest.mark.parametrize(("kinds", "mark", "headings"), [
    ((), "var(--ok)", ()),
    ((("V02", "status", Severity.CHECK),), "var(--ok)", ("To check",)),
    ((("V03", "issued", Severity.MUST), ("V19", "number", Severity.BETTER)), "var(--must)", ("To fix", "To improve")),
])
def test_the_verdict_comes_first_then_what_was_found(kinds, mark, headings):
    page = report_html.told(made.package(findings=found(*kinds)), "en")
    verdict = page[page.index('class="verdict"'):]
    assert mark in verdict[:300]
    places = [page.index(f"<h3>{heading}</h3>") for heading in ("What we standardised", *headings, "How to reproduce this verdict")]
    assert places == sorted(places)


@pytest.mark.parametrize(("languages", "first"), [(["fr"], "fr"), (["fr", "en"], "fr"), (["en"], "en"), (None, "en")])
def test_the_language_of_the_data_is_shown_first(languages, first):
    page = report_html.page(made.package(metadata=made.metadata(languages=languages)))
    assert f'<html lang="{first}">' in page
    assert f'<div class="first" id="{first}"' in page


def test_a_draft_says_so_everywhere():
    package = replace(made.package(draft=True), findings=found(("V03", "issued", Severity.MUST)))
    assert report_json.report(package)["draft"] is True
    assert 'class="draft"' in report_html.page(package)
    assert "draft" in readme.page(package, "en")
    assert "ébauche" in readme.page(package, "fr")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_to_read_first_names_every_column(language):
    package = made.package()
    page = readme.page(package, language)
    assert all(f"`{name}`" in page for name in package.frame.columns)
    assert json.dumps("{")[1] not in page
