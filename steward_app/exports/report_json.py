"""`docs/report.json`: the verdict and everything it rests on, for programs; the shape of `check --json` and more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..core.findings import Problems
from ..core.package import Package
from ..core.progress import Progress
from ..core.text import Text
from .files import write_json
from .standardised import standardised

WHOLE_ROWS = Text("Whole rows", "Lignes entières")


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the report for programs."""
    return (write_json(folder / "docs" / "report.json", report(package)),)


def report(package: Package) -> dict[str, Any]:
    """Return the report."""
    reading, schema = package.reading, package.schema
    return {
        "file": reading.name, "sha256": reading.sha256, "schema": {"id": schema.name, "version": schema.version},
        "app": package.app, "rules": package.rules, "draft": package.draft,
        "rows": package.height, "fields": sum(1 for column in package.columns if column.field),
        "verdict": package.findings.verdict, "counts": package.findings.counts,
        "findings": [finding(problem, package) for problem in package.findings.listed],
        "standardised": [done.as_json() for done in standardised(package)],
        "decisions": [{key: value for key, value in decision.as_json().items() if key != "value"}
                      for decision in package.decisions],
        "left_out": {"rows": reading.left_out(), "columns": list(package.left_out)},
        "charter": [{"rule": item.rule, "principle": item.principle, "word": item.word, "title": item.title.as_json(),
                     **item.says.as_json()} for item in package.evidence],
        "notes": [note.as_json() for note in reading.notes],
    }


def finding(problem: Problems, package: Package) -> dict[str, Any]:
    """Return one line of the problem list."""
    name = problem.rule.field
    feed = package.mapping.feed(name) if name else None
    return {"check": problem.check.id, "name": problem.check.name, "rule": problem.rule.id, "field": name,
            "column": feed.joined if feed else problem.column, "severity": str(problem.severity), "cells": problem.cells,
            "rows": problem.rows, **headline(problem, package).as_json()}


def headline(problem: Problems, package: Package) -> Text:
    """Return what a problem says: the sentence made for it, else the rule's own words, else the check's."""
    title = field_title(problem, package)
    said = package.said.get(problem.key) or problem.rule.says or problem.check.says
    return said.with_(**{**problem.rule.params, "title": title, "n": problem.cells, **said.facts})


def field_title(problem: Problems, package: Package) -> Text:
    """Return the title of a problem's field, the heading of a column that feeds nothing; whole rows have neither."""
    item = package.schema.by_name.get(problem.rule.field or "")
    if item:
        return item.title
    return Text(problem.column, problem.column) if problem.column else WHOLE_ROWS
