"""Findings without those that the steward marked as right."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from .document import Decision, Document
from .feeding import raw_text
from .findings import Findings, Problems
from .view import View


def decided(findings: Findings, document: Document, view: View) -> Findings:
    """Take the decided cells out of the findings; a problem with no cell left leaves."""
    for decision in document.decisions:
        problem = findings.get((decision.check, decision.field))
        if problem is not None:
            findings = findings.replaced([but(problem, decision, document, view)], [problem.key])
    return findings


def but(problem: Problems, decision: Decision, document: Document, view: View) -> Problems:
    """Return a problem without the cells that hold the decided value (null: all of them)."""
    if problem.mask is None or decision.value is None or problem.rule.field is None:
        return replace(problem, mask=pl.Series("none", [], dtype=pl.Boolean))
    feed = view.mapping.feed(problem.rule.field)
    if feed is None:
        return problem
    text = document.table.frame.select(raw_text(feed).alias("text"))["text"]
    return replace(problem, mask=problem.mask & text.ne_missing(decision.value))
