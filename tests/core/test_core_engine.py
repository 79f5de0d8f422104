"""The engine: whole, partial and stopped, on any text."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from checked import CHECKS, schema_of, table_of, view_of
from hypothesis import given, settings, strategies as st

from steward_app.core import cells, fieldread, words
from steward_app.core.engine import by_itself, check_all, recheck_fields, recheck_rows, recheck_table
from steward_app.core.fieldread import PIECE
from steward_app.core.mapping import Feed, ReadAs
from steward_app.core.plan import compiled
from steward_app.core.progress import Cancelled, Progress
from steward_app.core.standard import prepared, standard_of


def rule(id, check, field, **params):
    return {"id": id, "check": check, "field": field, "en": "x", "fr": "y", **params}


SCHEMA = schema_of(
    {"name": "key", "kind": "identifier", "constraints": {"required": True}},
    {"name": "day", "type": "date", "constraints": {"minimum": "2000-01-01"}}, {"name": "end", "type": "date"},
    {"name": "cost", "type": "number", "constraints": {"minimum": 0}}, {"name": "units", "type": "integer"},
    {"name": "status", "codeList": "status"}, {"name": "home", "type": "boolean"},
    {"name": "post", "kind": "postal-code"}, {"name": "prov", "codeList": "province"},
    {"name": "lat", "type": "number", "kind": "latitude"}, {"name": "lon", "type": "number", "kind": "longitude"},
    {"name": "note", "privacy": "free-text", "constraints": {"maxLength": 20, "unique": True}},
    rules=[rule("1", "X01", "end", notBefore="day"), rule("2", "X06", "end", when={"status": ["closed"]}, then={"required": True}),
           rule("3", "V10", "cost", times=2), rule("4", "X02", "post", groups=[["post"], ["prov"]]), rule("5", "V23", "day")],
    primaryKey=["key"], missingValues=["", "-"],
)
POOL = ["", "-", "a", "P-1", "2024-05-07", "03/04/2024", "25/12/2024", "12/25/2024", "45291", "1,234", "12,5", "-5", "7", "90",
        "1 234,56 $", "2.5", "closed", "Closed", "clos", "true", "OUI", "K1A 0B1", "k1a0b1", "ON", "QC", "45.5", "-73.6", "0",
        "TBD", "#REF!", " x ", "call 613-555-0199", "é" * 25, "\u00a0", "2024-02-31", "nan", "1e5", "٣"]
NAMES = [field.name for field in SCHEMA.fields]
TEXTS = st.sampled_from(POOL) | st.text(max_size=12)
COLUMNS = st.integers(1, 8).flatmap(lambda height: st.fixed_dictionaries(
    {name: st.lists(TEXTS, min_size=height, max_size=height) for name in [*NAMES, "extra"]}))
EDITS = st.lists(st.tuples(st.sampled_from([*NAMES, "extra"]), st.integers(0, 7), TEXTS), min_size=1, max_size=4)
FEEDS = [None, Feed(constant="7"), Feed(("extra",)), Feed(("extra", "key"), combine="-")]
READS = st.sampled_from([{}, {"day": ReadAs(dates="dmy"), "cost": ReadAs(numbers=",")},
                         {"status": ReadAs(values={"a": "closed"}), "note": ReadAs(missing=("a",)), "cost": ReadAs(unit="ft2")}])


def shape(findings):
    """Return findings as plain data."""
    return {key: p.cells if p.mask is None else p.mask.to_list() for key, p in findings.problems.items()}


@settings(max_examples=25)
@given(COLUMNS, READS)
def test_no_check_raises_on_any_text_and_every_finding_has_words_and_a_line(columns, reads):
    table = table_of(columns)
    findings, view = check_all(view_of(SCHEMA, table, reads), table, CHECKS)
    lines = cells.findings_frame(view, table, findings)
    assert lines.height == sum(problem.cells for problem in findings.listed)
    for problem in findings.listed:
        said = [words.says(problem, view, table), words.do(problem, view, table), words.why(problem, view)]
        assert not any("{" in text.to(lang) and "{" not in str(columns) for text in said for lang in ("en", "fr"))


@settings(max_examples=25)
@given(COLUMNS, READS, EDITS)
def test_checking_what_an_edit_touched_is_checking_everything(columns, reads, edits):
    table = table_of(columns)
    findings, view = check_all(view_of(SCHEMA, table, reads), table, CHECKS)
    for column, row, text in edits:
        records = pl.Series([row % table.height], dtype=pl.UInt32)
        table = table.put(column, records, pl.Series([text or None], dtype=pl.String))
        findings = recheck_rows(view, table, findings, records, {column}, CHECKS)
        findings, view = recheck_table(view, table, findings, CHECKS, {column})
    assert shape(findings) == shape(check_all(view_of(SCHEMA, table, reads), table, CHECKS)[0])


@settings(max_examples=20)
@given(COLUMNS, READS, st.sampled_from(NAMES), st.sampled_from(FEEDS))
def test_checking_what_a_mapping_touched_is_checking_everything(columns, reads, name, feed):
    table = table_of(columns)
    before = view_of(SCHEMA, table, reads)
    findings, view = check_all(before, table, CHECKS)
    mapping = before.mapping.but(name, feed)
    moved = before.mapping.used_columns ^ mapping.used_columns
    changed = view_of(SCHEMA, table, reads, dict(mapping.fields)) if feed else None
    view = type(view)(SCHEMA, mapping, view.today, view.vocabularies, learned=view.learned)
    findings, view = recheck_fields(view, table, findings, {name}, CHECKS, moved)
    fresh = type(view)(SCHEMA, mapping, view.today, view.vocabularies)
    assert shape(findings) == shape(check_all(fresh, table, CHECKS)[0])
    assert changed is None or changed.mapping.feed(name) == feed


@settings(max_examples=25)
@given(COLUMNS, READS)
def test_reading_each_different_text_once_is_reading_every_cell(columns, reads):
    table = table_of(columns)
    view = prepared(view_of(SCHEMA, table, reads), table)
    cell_by_cell, taught = standard_of(view, table)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(fieldread, "repetitive", lambda column: True)
        once, taught_once = standard_of(view, table)
        found, _ = check_all(view, table, CHECKS)
    assert once.frame.equals(cell_by_cell.frame)
    assert shape(found) == shape(check_all(view, table, CHECKS)[0])
    assert taught_once.learned == taught.learned


def test_a_group_that_loses_its_column_is_judged_without_it():
    table = table_of({"post": ["K1A 0B1", ""], "prov": ["", "ON"]})
    before = view_of(SCHEMA, table)
    findings, view = check_all(before, table, CHECKS)
    view = replace(view, mapping=before.mapping.but("prov", None))
    findings, _ = recheck_fields(view, table, findings, {"prov"}, CHECKS, {"prov"})
    assert shape(findings)[("X02", "post")] == [False, True]


def test_a_proof_that_is_edited_away_leaves_the_column_ambiguous():
    table = table_of({"day": ["03/04/2024", "25/12/2024"]})
    findings, view = check_all(view_of(SCHEMA, table), table, CHECKS)
    assert set(shape(findings)) >= {("V03", "day")}
    record = pl.Series([1], dtype=pl.UInt32)
    table = table.put("day", record, pl.Series(["2024-12-25"]))
    findings = recheck_rows(view, table, findings, record, {"day"}, CHECKS)
    findings, view = recheck_table(view, table, findings, CHECKS, {"day"})
    assert shape(findings)[("V04", "day")] == [True, False]


def test_accepted_readings_are_plain_text_in_the_standard():
    table = table_of({"day": ["25/12/2024", "soon"], "cost": ["1 234,50 $", "x"], "status": ["a", "zzz"]})
    reads = {"day": ReadAs(dates="dmy"), "cost": ReadAs(numbers=","), "status": ReadAs(values={"a": "closed"})}
    standard, _ = standard_of(prepared(view_of(SCHEMA, table, reads), table), table)
    assert [standard.text(n).to_list() for n in ("day", "cost", "status")] == [
        ["2024-12-25", "soon"], ["1234.50", "x"], ["closed", "zzz"]]
    assert standard.raw("cost").to_list() == ["1 234,50 $", "x"]


def test_work_is_stopped_between_pieces_and_reports():
    steps = []
    table = table_of({"key": ["a"] * (PIECE + 1)})
    check_all(view_of(SCHEMA, table), table, CHECKS, Progress(steps.append))
    assert len(steps) > 4
    with pytest.raises(Cancelled):
        check_all(view_of(SCHEMA, table), table, CHECKS, Progress(stopped=lambda: True))


def test_what_runs_beside_the_expressions_is_stopped_with_them():
    table = table_of({"note": ["a"] * 3})
    standard, view = standard_of(prepared(view_of(SCHEMA, table), table), table)
    alone = next(item for item in compiled(view, CHECKS, table.columns).local if item.expr is None)
    with pytest.raises(Cancelled):
        by_itself(alone, view, standard, Progress(stopped=lambda: True))


def test_pieces_agree_with_the_whole():
    texts = ["2024-05-07", "03/04/2024", "-5", "closed", "TBD", " x ", None, "K1A 0B1"]
    columns = dict.fromkeys(("day", "cost", "status", "note"), (texts * (PIECE // 4))[:PIECE + 5])
    table = table_of(columns)
    findings, _ = check_all(view_of(SCHEMA, table), table, CHECKS)
    small = table_of({name: values[:8] for name, values in columns.items()})
    few, _ = check_all(view_of(SCHEMA, small), small, CHECKS)
    for key in (("V04", "day"), ("V09", "cost"), ("V12", "status"), ("V02", "note")):
        pattern, mask = few.problems[key].mask.to_list(), findings.problems[key].mask.to_list()
        assert mask[PIECE - 8: PIECE + 5] == [pattern[i % 8] for i in range(PIECE - 8, PIECE + 5)]


def test_ragged_rows_survive_pieces_and_gathering():
    table = table_of({"key": [str(i) for i in range(PIECE + 2)]}, ragged=[(0, 1), (PIECE + 1, -1)])
    view = view_of(SCHEMA, table)
    findings, view = check_all(view, table, CHECKS)
    assert findings.problems[("R03", None)].records().to_list() == [0]
    again = recheck_rows(view, table, findings, pl.Series([PIECE + 1, 0], dtype=pl.UInt32), None, CHECKS)
    assert again.problems[("R06", None)].records().to_list() == [PIECE + 1]
