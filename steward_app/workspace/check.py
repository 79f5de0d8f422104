"""Station 4: what is wrong with a version of the document, in full or only where something changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from ..catalogue import Catalogue
from ..checks import CHECKS
from ..core import engine
from ..core.change import Change
from ..core.document import Decision, Document
from ..core.edits import SetCells, flat
from ..core.findings import Findings
from ..core.progress import Progress
from ..core.view import View


@dataclass(frozen=True, eq=False)
class Checked:
    """The findings of one version. `whole` is false while table-wide checks are still to follow."""

    findings: Findings
    plan: engine.Plan
    version: int
    whole: bool = True

    @property
    def view(self) -> View:
        """What the checks saw."""
        return self.plan.view


def view_of(document: Document, catalogue: Catalogue, today: dt.date) -> View:
    """Return what checks see of a document. A standard must be chosen."""
    assert document.schema is not None
    return View(document.schema, document.mapping, today, catalogue.for_checks)


def check_document(document: Document, catalogue: Catalogue, today: dt.date, progress: Progress) -> Checked:
    """Check everything."""
    plan = engine.plan(view_of(document, catalogue, today), CHECKS)
    findings, plan = engine.check_all(plan, document.table, progress)
    return Checked(decided(findings, document), plan, document.version)


def recheck(checked: Checked, document: Document, change: Change, progress: Progress, *,
            at_once: bool = False) -> Checked:
    """Check again only what a change touched; `at_once` leaves table-wide checks for later."""
    plan, table = checked.plan, document.table
    if change.mapping and document.mapping != plan.view.mapping:
        plan = engine.plan(replace(plan.view, mapping=document.mapping), CHECKS)
        findings, plan = engine.check_all(plan, table, progress)
        return Checked(decided(findings, document), plan, document.version)
    findings = checked.findings
    cells = [part for part in flat(change.edit) if isinstance(part, SetCells)] if change.edit else []
    if at_once:
        for part in cells:
            findings = engine.recheck_rows(plan, table, findings, part.records, {part.column})
        return Checked(decided(findings, document), plan, document.version, whole=not change.columns)
    findings, plan = engine.recheck_columns(plan, table, findings, set(change.columns), progress)
    return Checked(decided(findings, document), plan, document.version)


def decided(findings: Findings, document: Document) -> Findings:
    """Return the findings without those marked as right."""
    for decision in document.decisions:
        findings = without(findings, document, decision)
    return findings


def without(findings: Findings, document: Document, decision: Decision) -> Findings:
    """Take the cells of one decision out of the findings."""
    problem = findings.get((decision.check, decision.field))
    if problem is None:
        return findings
    if problem.mask is None or decision.value is None:
        return findings.replaced([], [problem.key])
    return findings.replaced([engine.but_value(problem, document, decision.value)])
