"""Which rows the grid of station 4 shows, and in what order: ways of looking, never edits."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...core.document import Document
from ...core.findings import Findings
from ...core.glance import sorted_records
from ...core.shown import Shown, holding
from .problems import Key


@dataclass(frozen=True)
class Filter:
    """`kind` is problem (of `key`), bad (any problem), value (`column` holds `text`), or nothing.

    `order` is a column and up or down; None is the order of the source.
    """

    kind: str = ""
    key: Key | None = None
    column: str = ""
    text: str | None = None
    order: tuple[str, str] | None = None

    def sorted(self, column: str, way: str) -> Filter:
        """Return the same rows in another order; `source` is that of the file."""
        return replace(self, order=None if way == "source" else (column, way))


def shown_by(wanted: Filter, document: Document, findings: Findings | None, order: Shown | None = None) -> Shown:
    """Return the records a filter shows; `order` is the sorted table where it is known already."""
    known = order is not None and order.height == document.table.height
    shown = order if order is not None and known else in_order(wanted, document)
    if wanted.kind == "problem" and findings and wanted.key:
        problem = findings.get(wanted.key)
        return shown.only(problem.mask) if problem and problem.mask is not None else shown
    if wanted.kind == "bad" and findings:
        return shown.only(findings.rows_marked())
    if wanted.kind == "value" and wanted.column in document.table.columns:
        return shown.only(holding(document.table, wanted.column, wanted.text))
    return shown


def in_order(wanted: Filter, document: Document) -> Shown:
    """Return all records in the order asked for."""
    if wanted.order is None or wanted.order[0] not in document.table.columns:
        return Shown.all_of(document.table)
    column, way = wanted.order
    return Shown.some(sorted_records(document.table, column, down=way == "down"))
