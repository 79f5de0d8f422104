"""A one-table bench for fixes: make a table, check it, hand a problem to a fix."""

import datetime as dt
import json
from pathlib import Path

import polars as pl
import pytest

from steward_app import fixes
from steward_app.checks import CHECKS
from steward_app.core import engine
from steward_app.core.document import Document
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.reading import Reading
from steward_app.core.schema import Code, CodeList, Schema
from steward_app.core.table import Table
from steward_app.core.text import Text
from steward_app.core.view import View

CODES = CodeList("state", (Code("issued", Text("Issued", "Délivré"), ("émis",)), Code("completed", Text("Completed", "Terminé"))))
FIELDS = [
    {"name": "day", "type": "date"}, {"name": "moment", "type": "datetime"}, {"name": "hour", "type": "time"},
    {"name": "month", "type": "yearmonth"}, {"name": "value", "type": "number"}, {"name": "units", "type": "integer"},
    {"name": "year", "type": "year"}, {"name": "open", "type": "boolean", "trueValues": ["Yes", "true"], "falseValues": ["No", "false"]},
    {"name": "state", "codeList": "state", "original": "state_original"}, {"name": "state_original"},
    {"name": "postal", "kind": "postal-code"}, {"name": "fsa", "kind": "fsa"}, {"name": "phone", "kind": "phone"},
    {"name": "mail", "format": "email"}, {"name": "remark", "privacy": "free-text"}, {"name": "link", "format": "uri"}, {"name": "street"},
    {"name": "lat", "type": "number", "kind": "latitude"}, {"name": "lon", "type": "number", "kind": "longitude"},
]


PII = json.loads((Path(__file__).parents[2] / "schemas" / "reference" / "pii_patterns.json").read_text("utf-8"))


class Bench:
    """A document whose columns bear the names of the fields, and what is wrong with it."""

    def __init__(self, columns, feeds=None):
        raw = {"name": "bench", "fields": FIELDS, "missingValues": ["", "NA"]}
        schema = Schema.of_json(raw, {"state": CODES})
        table = Table.of(pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)), list(columns))
        fed = {name: Feed(columns=(name,)) for name in columns if name in schema.by_name}
        self.document = Document(Reading("bench.csv", "csv", 0, ""), table, schema, Mapping(fed | (feeds or {})))
        self.check()

    def check(self):
        words = {"placeholders": frozenset({"n/a", "unknown"}), "pii": PII, "provinces": ()}
        view = View(self.document.schema, self.document.mapping, dt.date(2026, 11, 24), words)
        self.findings, self.view = engine.check_all(view, self.document.table, CHECKS)

    def wrong(self, check, field):
        return fixes.wrong_of(self.view, self.document.table, self.findings.problems[check, field])

    def offer(self, fix, check, field):
        return fixes.offered(fixes.by_id(fix), self.wrong(check, field), CHECKS)

    def apply(self, fix, check, field):
        item = fixes.by_id(fix)
        edit = self.offer(fix, check, field).edit(self.document, item.named, item.id)
        self.document, _ = edit.apply(self.document)
        self.check()

    def cells(self, column):
        return self.document.table.frame[column].to_list()

    def marks(self):
        return {(check, field): problem.records().to_list() for (check, field), problem in self.findings.problems.items()}


@pytest.fixture
def bench():
    return lambda feeds=None, **columns: Bench(columns, feeds)
