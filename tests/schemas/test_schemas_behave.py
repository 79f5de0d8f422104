"""The samples and the rules' own examples give the findings that stand beside them."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from shelf import SCHEMAS

from steward_app.catalogue import Catalogue
from steward_app.checks import CHECKS
from steward_app.core.engine import check_all
from steward_app.core.findings import Findings
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.schema import Schema
from steward_app.core.table import Table
from steward_app.core.view import View
from steward_app.matching import Indexes, rank
from steward_app.matching.propose import propose

CATALOGUE = Catalogue(SCHEMAS)
INDEXES = Indexes.none()
TODAY = dt.date(2026, 11, 24)
SAMPLES = sorted(p for p in (SCHEMAS / "samples").glob("*/*.csv") if not p.name.endswith(".expected.csv"))
RULES = [(schema.name, raw) for schema in CATALOGUE.standards for raw in schema.raw["rules"]]
samples = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")


def read(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as lines:
        head, *rows = csv.reader(lines)
    ragged = [(number, len(row) - len(head), "\t".join(row[len(head):]))
              for number, row in enumerate(rows) if len(row) != len(head)]
    even = [[*row, *[""] * len(head)][:len(head)] for row in rows]
    shape = {"index": pl.UInt32, "surplus": pl.Int32, "text": pl.String}
    return table_of(head, even, pl.DataFrame(ragged, schema=shape, orient="row"))


def table_of(head: Sequence[str], rows: Sequence[Sequence[str]], ragged: pl.DataFrame | None = None) -> Table:
    columns = {f"c{number}": [row[number] or None for row in rows] for number in range(len(head))}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return Table.of(frame, head, ragged=ragged)


def checked(table: Table, schema: Schema, mapping: Mapping) -> Findings:
    return check_all(View(schema, mapping, TODAY, CATALOGUE.for_checks), table, CHECKS)[0]


def listed(findings: Findings, table: Table) -> set[tuple[str, str, str]]:
    found = set()
    for problem in findings.listed:
        rows = [""] if problem.mask is None else [str(table.rows[int(record)]) for record in problem.records()]
        found |= {(row, problem.rule.field or "", problem.check.id) for row in rows}
    return found


def expected(path: Path) -> set[tuple[str, str, str]]:
    with path.with_name(f"{path.stem}.expected.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["row"], row["field"], row["check"]) for row in csv.DictReader(lines)}


@samples
def test_a_sample_has_the_findings_stated(path: Path) -> None:
    table, schema = read(path), CATALOGUE.find(path.parent.name)
    findings = checked(table, schema, propose(table, schema).mapping)
    assert listed(findings, table) == expected(path)


@samples
def test_a_sample_is_mapped_by_its_headings(path: Path) -> None:
    table, schema = read(path), CATALOGUE.find(path.parent.name)
    assert {(item.state, item.why in ("exact", "alias")) for item in propose(table, schema).columns} == {("matched", True)}


@samples
def test_a_sample_suggests_its_own_standard(path: Path) -> None:
    first = rank(read(path), CATALOGUE.standards, indexes=INDEXES)[0]
    assert (first.id, first.fits) == (path.parent.name, True)


def marks(schema: Schema, raw: dict[str, Any], row: dict[str, str]) -> set[str]:
    """Return the fields of a rule that it marks in one row."""
    fields = set(raw.get("fields") or [raw["field"]])
    mapping = Mapping({name: Feed((name,)) for name in row})
    findings = checked(table_of(list(row), [list(row.values())]), schema, mapping)
    return {name for name in fields if findings.get((raw["check"], name)) is not None}


@pytest.mark.parametrize(("name", "raw"), RULES, ids=[f"{name}-{raw['id']}" for name, raw in RULES])
def test_a_rule_passes_and_fails_as_stated(name: str, raw: dict[str, Any]) -> None:
    schema = CATALOGUE.find(name)
    assert [row for row in raw["passes"] if marks(schema, raw, row)] == []
    marked = [marks(schema, raw, row) for row in raw["fails"]]
    assert all(marked)
    assert set().union(*marked) == set(raw.get("fields") or [raw["field"]])
