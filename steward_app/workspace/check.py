"""Station 4: what is wrong with a version of the document, in full or only where something changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Any

from ..catalogue import Catalogue
from ..checks import CHECKS
from ..core import engine
from ..core.change import Change
from ..core.decided import decided
from ..core.document import Document
from ..core.edits import SetCells, flat
from ..core.findings import Findings
from ..core.mapping import Mapping
from ..core.progress import SILENT, Progress
from ..core.view import View


@dataclass(frozen=True, eq=False)
class Checked:
    """The findings of one version. `all` holds them before decisions; `whole` is false while table-wide ones follow.

    `memo` keeps what is worked out once for these findings (the fixes offered).
    """

    findings: Findings
    all: Findings
    view: View
    version: int
    mapping: Mapping
    whole: bool = True
    memo: dict[Any, Any] = field(default_factory=dict, init=False)


def view_of(document: Document, catalogue: Catalogue, today: dt.date) -> View:
    """Return what checks see of a document. A standard must be chosen."""
    assert document.schema is not None
    return View(document.schema, document.mapping, today, catalogue.for_checks, publisher_place(document))


def publisher_place(document: Document) -> str | None:
    """Return the geographic code (SGC) that the metadata give for the publisher, None where they give none."""
    publisher = document.metadata.get("publisher")
    code = publisher.get("sgc") if isinstance(publisher, dict) else None
    return str(code) if code else None


def check_document(document: Document, catalogue: Catalogue, today: dt.date, progress: Progress = SILENT) -> Checked:
    """Check everything."""
    findings, view = engine.check_all(view_of(document, catalogue, today), document.table, CHECKS, progress)
    return answered(findings, view, document)


def recheck(checked: Checked, document: Document, change: Change, progress: Progress = SILENT) -> Checked:
    """Check again what a change of cells, columns or mapping touched, table-wide checks included."""
    findings, view, table = checked.all, checked.view, document.table
    if document.mapping != checked.mapping:
        fields = fields_changed(checked.mapping, document.mapping)
        columns = checked.mapping.used_columns ^ document.mapping.used_columns
        columns |= set(checked.mapping.extras) ^ set(document.mapping.extras)
        view = replace(view, mapping=document.mapping)
        findings, view = engine.recheck_fields(view, table, findings, fields, CHECKS, columns, progress)
    if view.place != publisher_place(document):
        view = replace(view, place=publisher_place(document))
        points = {item.name for item in view.schema.fields if item.kind in ("latitude", "longitude")}
        findings, view = engine.recheck_fields(view, table, findings, points, CHECKS, progress=progress)
    if change.columns and rows_are_done(checked, document):
        findings, view = engine.recheck_table(view, table, findings, CHECKS, change.columns, progress)
    elif change.columns:
        findings, view = engine.recheck_fields(view, table, findings, set(), CHECKS, change.columns, progress)
    return answered(findings, view, document)


def rows_are_done(checked: Checked, document: Document) -> bool:
    """Tell whether every edit since the last whole check had its rows checked at once: only table-wide checks wait."""
    return checked.version == document.version and not checked.whole


def recheck_at_once(checked: Checked, document: Document, change: Change) -> Checked:
    """Check again the few rows that an edit touched; table-wide checks are left for `recheck`."""
    findings = checked.all
    for part in flat(change.edit) if change.edit else ():
        if isinstance(part, SetCells):
            findings = engine.recheck_rows(checked.view, document.table, findings, part.records, {part.column}, CHECKS)
    return answered(findings, checked.view, document, whole=not change.columns)


def fields_changed(before: Mapping, after: Mapping) -> set[str]:
    """Return the fields whose feed differs."""
    return {name for name in {*before.fields, *after.fields} if before.feed(name) != after.feed(name)}


def answered(findings: Findings, view: View, document: Document, *, whole: bool = True) -> Checked:
    """Return the findings as the steward's decisions leave them."""
    left = decided(findings, document, view) if document.decisions else findings
    return Checked(left, findings, view, document.version, document.mapping, whole)
