"""Small helpers for tests of checks: one field or a few, some texts, and where a check marks them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping as MappingABC
from typing import Any

import polars as pl

from steward_app.checks import CHECKS
from steward_app.core.engine import check_all
from steward_app.core.findings import Findings
from steward_app.core.mapping import Feed, Mapping, ReadAs
from steward_app.core.schema import Code, CodeList, Schema
from steward_app.core.table import Table
from steward_app.core.text import Text
from steward_app.core.view import View

TODAY = dt.date(2026, 11, 24)
PROVINCES = ({"alpha": "ON", "sgc": "35", "postal": "KLMNP"}, {"alpha": "QC", "sgc": "24", "postal": "GHJ", "fr": "Québec"},
             {"alpha": "NT", "sgc": "61", "postal": "X"}, {"alpha": "NU", "sgc": "62", "postal": "X"})
PII = {"area_codes": ["613", "514"], "patterns": [
    {"id": "email", "title": "e-mail address", "title_fr": "adresse courriel", "check": "mailbox", "roles": ["info"],
     "pattern": "[A-Za-z0-9.]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", "columns": ["courriel"]},
    {"id": "phone", "title": "phone number", "title_fr": "numéro de téléphone", "check": "area_code",
     "pattern": "(?:^|[^0-9A-Za-z])[2-9][0-9]{2}[ .-][2-9][0-9]{2}[ .-]?[0-9]{4}(?:[^0-9A-Za-z]|$)"},
    {"id": "sin", "title": "social insurance number", "title_fr": "numéro d’assurance sociale", "check": "luhn",
     "pattern": "(?:^|[^0-9A-Za-z])[1-79][0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}(?:[^0-9A-Za-z]|$)",
     "context": ["sin", "nas"], "needs_context": True}]}
VOCABULARIES = {"placeholders": frozenset({"tbd", "unknown", "n/a", "s.o."}), "provinces": PROVINCES, "pii": PII}
STATUS = CodeList("status", (
    Code("permit_issued", Text("Permit issued", "Permis délivré"), ("issued",)),
    Code("in_review", Text("In review", "En analyse")), Code("closed", Text("Closed", "Clos"))))
PROVINCE = CodeList("province", tuple(Code(c, Text(c, c)) for c in ("ON", "QC", "NT", "NU")))
LISTS = {"status": STATUS, "province": PROVINCE}


def schema_of(*fields: MappingABC[str, Any], rules: list[dict[str, Any]] | None = None, **more: Any) -> Schema:
    """Make a schema of some fields and rules; `missingValues` is only the empty text unless given."""
    raw = {"name": "test", "fields": list(fields), "rules": rules or [], "missingValues": [""], **more}
    return Schema.of_json(raw, LISTS)


def table_of(columns: MappingABC[str, list[str | None]], ragged: list[tuple[int, int]] | None = None) -> Table:
    """Make a table of some columns; `""` and None are empty cells. `ragged` lists (record, surplus)."""
    frame = pl.DataFrame({name: [text or None for text in texts] for name, texts in columns.items()},
                         schema=dict.fromkeys(columns, pl.String))
    uneven = pl.DataFrame({"index": [r for r, _ in ragged or ()], "surplus": [k for _, k in ragged or ()],
                           "text": ["" for _ in ragged or ()]},
                          schema={"index": pl.UInt32, "surplus": pl.Int32, "text": pl.String})
    return Table.of(frame, list(columns), ragged=uneven)


def view_of(schema: Schema, table: Table, reads: MappingABC[str, ReadAs] | None = None,
            feeds: MappingABC[str, Feed] | None = None) -> View:
    """Make a view in which each field is fed by the column of its name, if there is one."""
    named = {f.name: Feed((f.name,), read=(reads or {}).get(f.name, ReadAs()))
             for f in schema.fields if f.name in table.columns}
    return View(schema, Mapping(named | dict(feeds or {})), TODAY, VOCABULARIES)


def found(schema: Schema, columns: MappingABC[str, list[str | None]], reads: MappingABC[str, ReadAs] | None = None,
          feeds: MappingABC[str, Feed] | None = None, ragged: list[tuple[int, int]] | None = None) -> Findings:
    """Check some columns under a schema."""
    table = table_of(columns, ragged)
    return check_all(view_of(schema, table, reads, feeds), table, CHECKS)[0]


def where(findings: Findings, check: str, field: str | None) -> list[int]:
    """Return the records that a check marks in a field."""
    problem = findings.get((check, field))
    return problem.records().to_list() if problem is not None else []


def marked(check: str, texts: list[str | None], read: ReadAs | None = None, rules: list[dict[str, Any]] | None = None,
           **field: Any) -> list[int]:
    """Return the records of one column `a` that a check marks; keywords are the field's own keys."""
    schema = schema_of({"name": "a", "type": "string", **field}, rules=rules)
    return where(found(schema, {"a": texts, "b": ["x"] * len(texts)}, {"a": read} if read else None), check, "a")


def checks_of(text: str | None, read: ReadAs | None = None, **field: Any) -> list[str]:
    """Return the checks that mark one text alone in its column."""
    schema = schema_of({"name": "a", "type": "string", **field})
    findings = found(schema, {"a": [text], "b": ["x"]}, {"a": read} if read else None)
    return sorted(problem.check.id for problem in findings.listed if problem.rule.field == "a")
