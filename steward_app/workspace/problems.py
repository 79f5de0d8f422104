"""Station 4's list and explainer: what each problem says, where it stands, what was found and what is expected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..core import glance, words
from ..core.findings import Key, Problems
from ..core.progress import SILENT, Progress
from ..core.schema import Severity
from ..core.text import Text
from . import Workspace
from .check import Checked
from .fix import Offer, offers_for

Json = dict[str, Any]
SAMPLES = 5
WHOLE_TABLE = Text("Whole rows", "Lignes entières")
WORDING = Text("Wording the findings", "Rédaction des constats")


@dataclass(frozen=True, eq=False)
class Explained:
    """What the explainer says of a problem at one record (or of the column, without a record)."""

    key: Key
    severity: Severity
    code: str
    headline: Text
    do: Text
    why: Text
    title: Text
    found: str | None
    expected: str | None
    row: int | None
    sheet: str | None
    name: str | None
    offers: tuple[Offer, ...]


def headline_of(problem: Problems, work: Workspace, record: int | None = None) -> tuple[Text, Text]:
    """Return what a problem says (of a record, or of its first one) and the title of its field or column."""
    assert work.checked is not None
    if record is None and (known := worded(work.checked, problem)) is not None:
        return known
    return words.says(problem, work.checked.view, work.document.table, record), title_of(problem, work)


def worded(checked: Checked, problem: Problems) -> tuple[Text, Text] | None:
    """Return the headline and title of a problem where they were worked out with the check; else None."""
    known: tuple[Problems, Text, Text] | None = checked.memo.get(("headline", problem.key))
    return known[1:] if known is not None and known[0] is problem else None


def with_headlines(work: Workspace, checked: Checked, progress: Progress = SILENT) -> Checked:
    """Work out what each problem of a check says, so that no screen waits for it; what still stands is kept.

    A headline that looks through the whole table (two rows with one key) is kept while its problem stands.
    """
    after = replace(work, checked=checked)
    for problem in progress.over(checked.findings.listed, WORDING):
        known = work.checked.memo.get(("headline", problem.key)) if work.checked else None
        stands = known is not None and (known[0] is problem or problem.check.scope == "table")
        said = known[1:] if known is not None and stands else headline_of(problem, after)
        checked.memo["headline", problem.key] = (problem, *said)
    return checked


def title_of(problem: Problems, work: Workspace) -> Text:
    """Return the title of a problem's field; the heading of a column that feeds nothing."""
    if problem.rule.field:
        return work.schema[problem.rule.field].title
    if problem.column:
        heading = work.document.table.heading(problem.column) or problem.column
        return Text(heading, heading)
    return WHOLE_TABLE


def first_record(problem: Problems) -> int | None:
    """Return the first record a problem marks; None for a fault of the column."""
    records = problem.records()
    return int(records[0]) if len(records) else None


def explain(work: Workspace, key: Key, record: int | None = None,
            offered: tuple[Offer, ...] | None = None) -> Explained | None:
    """Return what the explainer says; None where the problem is gone. `offered` are its fixes, where they are known."""
    problem = work.findings.get(key)
    if problem is None:
        return None
    assert work.checked is not None
    view, table = work.checked.view, work.document.table
    here = record if record is not None and problem.marks(record) else first_record(problem)
    found = value_at(work, problem, here)
    offered = offers_for(work, problem) if offered is None else offered
    expected = next((offer.suggestions[found] for offer in offered if found in offer.suggestions), None)
    expected = expected or suggestion_for(work, problem, found, here)
    headline, title = headline_of(problem, work, here)
    return Explained(key, problem.severity, problem.check.id, headline, words.do(problem, view, table, here),
                     words.why(problem, view), title, found, expected,
                     glance.row_of(table, here) if here is not None else None,
                    glance.sheet_of(table, here) if here is not None else None,
                     name_of(work, here), offered)


def value_at(work: Workspace, problem: Problems, record: int | None) -> str | None:
    """Return the text of the marked cell, as the source has it."""
    column = column_of(work, problem)
    if record is None or column is None:
        return None
    parts = [glance.text_at(work.document.table, part, record) or "" for part in column.split(" + ")
             if part in work.document.table.columns]
    return " + ".join(parts) if parts else None


def suggestion_for(work: Workspace, problem: Problems, value: str | None, record: int | None) -> str | None:
    """Return the text that a wrong one probably should be; of swapped coordinates, the one in the other's place."""
    assert work.checked is not None
    if problem.check.id == "G01" and record is not None:
        return words.suggestion(problem, work.checked.view, work.document.table, record)
    return words.suggestion_of(problem, work.checked.view, value) if value is not None else None


def column_of(work: Workspace, problem: Problems) -> str | None:
    """Return the column(s) that hold the marked cell, joined by ` + `; None for a whole row or an unfed field."""
    if problem.column:
        return problem.column
    assert work.checked is not None
    feed = work.checked.view.mapping.feed(problem.rule.field or "")
    return feed.joined if feed and feed.feeds else None


def name_of(work: Workspace, record: int | None) -> str | None:
    """Return the key of a record as its row header shows it."""
    key = work.schema.primary_key[0] if work.schema.primary_key else None
    feed = work.document.mapping.feed(key) if key else None
    if record is None or feed is None or not feed.feeds or len(feed.columns) != 1:
        return None
    return glance.text_at(work.document.table, feed.columns[0], record)


def finding_json(problem: Problems, work: Workspace) -> Json:
    """Return one finding of `check --json`. (cli.md)"""
    headline, _ = headline_of(problem, work)
    offered = offers_for(work, problem)
    best = next((offer for offer in offered if offer.safe), offered[0] if offered else None)
    column = column_of(work, problem)
    return {
        "check": problem.check.id, "name": problem.check.name, "rule": problem.rule.id,
        "field": problem.rule.field, "column": None if problem.mask is None else column,
        "severity": str(problem.severity), "cells": problem.cells, "rows": problem.rows,
        "fixable": best.cells if best else 0, **headline.as_json(),
        "sample": [sampled(work, problem, best, record) for record in problem.records().head(SAMPLES).to_list()],
    }


def sampled(work: Workspace, problem: Problems, best: Offer | None, record: int) -> Json:
    """Return one sample of a finding: row, value, suggestion."""
    value = value_at(work, problem, record)
    suggestion = (best.suggestions.get(value or "") if best else None) or suggestion_for(work, problem, value, record)
    sheet = glance.sheet_of(work.document.table, record)
    return {"row": glance.row_of(work.document.table, record), "value": value, "suggestion": suggestion,
            **({"sheet": sheet} if sheet else {})}
