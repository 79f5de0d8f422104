"""A recipe replays this month's work on next month's file, and refuses what it cannot mean."""

from __future__ import annotations

import json

import pytest

from steward_app.core.changes import one_cell
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.workspace.recipe import read_recipe, recipe_of, save_recipe

NEXT_MONTH = """Permit No,Issue Date,Status,Value,Address
P-1,2024-06-01,Issued,1000,wrong
P-9,14/06/2024,Closed,"$3,500", 9 Main St
"""


def written(tmp_path, recipe):
    path = tmp_path / "recipe.json"
    path.write_text(json.dumps({"recipe": 1, **recipe}), encoding="utf-8")
    return path


def test_next_month_the_recipe_does_the_same(belt, work, tmp_path):
    belt.fix_safely(work, SILENT)
    work.do(one_cell("Address", 0, "1 Elm St"))
    save_recipe(work, tmp_path / "r.json")
    (tmp_path / "next.csv").write_text(NEXT_MONTH, encoding="utf-8")
    after = belt.checked(tmp_path / "next.csv", "building-permits", tmp_path / "r.json", None, SILENT)
    assert after.document.table.frame["Address"].to_list() == ["1 Elm St", "9 Main St"]
    assert not {"V03", "V07", "V11", "V19"} & {problem.check.id for problem in after.findings.listed}


def test_a_recipe_gives_itself_back(belt, work, permits, tmp_path):
    belt.fix_safely(work, SILENT)
    save_recipe(work, tmp_path / "r.json")
    again = belt.checked(permits, "building-permits", tmp_path / "r.json", None, SILENT)
    assert recipe_of(again) == recipe_of(work) == read_recipe(tmp_path / "r.json")
    assert again.findings.counts == work.findings.counts


def test_a_column_that_is_not_there_is_missing_and_not_guessed(belt, permits, tmp_path):
    recipe = written(tmp_path, {"mapping": {"fields": {"permit_number": {"columns": ["Old name"]}}}})
    work = belt.checked(permits, "building-permits", recipe, None, SILENT)
    assert ("C01", "permit_number") in work.findings.problems


def test_refused_rows_are_records(belt, tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("Permit No,Value\nP-1,10\nP-2,20\n,\nP-3,30\n", encoding="utf-8")
    recipe = written(tmp_path, {"reading": {"refused": ["blank"]}})
    work = belt.checked(path, "building-permits", recipe, None, SILENT)
    assert ("R01", None) in work.findings.problems
    belt.fix_safely(work, SILENT)
    assert work.document.table.rows.to_list() == [2, 3, 5]


def test_a_decision_takes_its_cells_out_of_the_counts(belt, permits, work, tmp_path):
    said = {"check": "V09", "field": "estimated_value", "value": "-5", "reason": "A refund."}
    assert ("V09", "estimated_value") in work.findings.problems
    after = belt.checked(permits, "building-permits", written(tmp_path, {"decisions": [said]}), None, SILENT)
    assert ("V09", "estimated_value") not in after.findings.problems


@pytest.mark.parametrize("recipe, code", [
    ({"mapping": {"fields": {"permit_number": {"columns": ["Permit No", "Value"]}}}}, "C06"),
    ({"mapping": {"fields": {"nothing": {"columns": ["Value"]}}}}, "R92"),
    ({"mapping": {"fields": {"issued_date": {"columns": ["Value"], "read": {"dates": "ydm"}}}}}, "M02"),
    ({"mapping": {"extras": {"Value": "Not snake"}}}, "R93"),
    ({"mapping": {"extras": {"Value": "status"}}}, "R93"),
    ({"edits": [{"edit": "magic"}]}, "M01"), ({"edits": [{"edit": "fix", "fix": "magic", "column": "Value"}]}, "R97"),
    ({"strange": 1}, "M01"), ({"reading": {"refused": ["all"]}}, "M01"),
    ({"standard": "business-licences@1.0.0"}, "R94"), ({"recipe": 99}, "R91"),
])
def test_a_recipe_that_cannot_be_meant_is_refused(belt, permits, tmp_path, recipe, code):
    with pytest.raises(Problem) as caught:
        belt.prepared(permits, "building-permits", written(tmp_path, recipe), None, SILENT)
    assert caught.value.code == code


FEED = {"columns": ["Value"]}


@pytest.mark.parametrize("recipe", [
    {"recipe": "1"}, {"recipe": True}, {"standard": 5}, {"reading": []}, {"reading": {"header_rows": [0]}},
    {"reading": {"refused": "total"}},
    {"mapping": []}, {"mapping": {"fields": [FEED]}}, {"mapping": {"fields": {"status": None}}}, {"mapping": {"extras": {"Value": 5}}},
    *({"mapping": {"fields": {"status": FEED | more}}} for more in (
        {"columns": "Value"}, {"part": "x"}, {"part": -1}, {"constant": 5}, {"absent": "no"}, {"read": []}, {"read": {"missing": "s.o."}},
        {"read": {"values": {"a": None}}}, {"read": {"yes_no": {"true": "O"}}})),
    {"edits": {}}, {"edits": [None]}, {"edits": [{}]}, {"edits": [{"edit": "fix", "fix": "spaces"}]}, {"edits": [{"edit": ["fix"]}]},
    {"edits": [{"edit": "values", "column": "Value", "values": ["a"]}]},
    {"edits": [{"edit": "key", "key": "P-1", "column": "Value", "text": "x"}]},
    {"decisions": 5}, {"decisions": [{"field": "status"}]}, {"decisions": [{"check": ["V10"]}]},
], ids=str)
def test_a_recipe_of_another_shape_is_refused_by_the_name_of_what_is_wrong(belt, permits, tmp_path, recipe):
    with pytest.raises(Problem) as caught:
        belt.prepared(permits, "building-permits", written(tmp_path, recipe), None, SILENT)
    assert caught.value.code == "R95" and caught.value.facts["key"]


@pytest.mark.parametrize("text", ["", "[]", "{}", "{not json", "\x00", "[" * 100_000])
def test_a_file_that_is_no_recipe_is_refused(tmp_path, text):
    path = tmp_path / "r.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        read_recipe(path)
    assert caught.value.code == "R90"
