"""On next month's file a recipe says what differs, and what is true of one file alone is not done to another."""

from __future__ import annotations

import json

import openpyxl
import pytest

from steward_app.core.edits import SetMapping, SetReading, SetStandard
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.progress import SILENT
from steward_app.core.reading import Asked
from steward_app.workspace import kept
from steward_app.workspace.again import NAMED, again
from steward_app.workspace.recipe import recipe_of, save_recipe

HEAD = "Permit No,Issue Date,Status,Value,Address"
ROW = "P-7,14/05/2024,Closed,900,7 Main St"


@pytest.fixture
def recipe(belt, work, tmp_path):
    """The recipe of the first month."""
    belt.fix_safely(work, SILENT)
    save_recipe(work, tmp_path / "r.json")
    return tmp_path / "r.json"


def drift(belt, tmp_path, recipe, text):
    """Replay the recipe on another file; what differs."""
    path = tmp_path / "next.csv"
    path.write_text(text, encoding="utf-8")
    return belt.checked(path, "building-permits", recipe, None, SILENT).drift


def test_the_same_columns_differ_in_nothing(belt, tmp_path, recipe):
    assert drift(belt, tmp_path, recipe, f"{HEAD}\n{ROW}\n").said == ()


def test_a_renamed_column_is_gone_and_the_one_like_it_is_named(belt, tmp_path, recipe):
    found = drift(belt, tmp_path, recipe, f"{HEAD.replace('Issue Date', 'Date issued')},Inspector\n{ROW},x\n")
    assert [(item.column, item.field, item.like) for item in found.gone] == [("Issue Date", "issued_date", "Date issued")]
    assert found.new == ("Date issued", "Inspector")


def test_a_new_column_that_feeds_a_field_is_not_said_to_be_left_out(belt, tmp_path, recipe):
    found = drift(belt, tmp_path, recipe, f"{HEAD},Expiry Date,Inspector\n{ROW},2026-01-01,x\n")
    assert [name for name, _ in found.fed] == ["Expiry Date"] and found.new == ("Expiry Date", "Inspector")
    assert "Expiry" not in found.said[-1].to("en")


def test_another_separator_is_said(belt, tmp_path, recipe):
    found = drift(belt, tmp_path, recipe, f"{HEAD}\n{ROW}\n{ROW}\n".replace(",", ";"))
    assert found.read == (("delimiter", ",", ";"),) and not found.gone


def test_edits_without_a_place_are_counted(belt, tmp_path, recipe):
    said = json.loads(recipe.read_text("utf-8"))
    said["edits"] = [{"edit": "key", "key": {"Permit No": "P-99"}, "column": "Address", "text": "x"},
                     {"edit": "values", "column": "Gone", "values": {"a": "b"}}, {"edit": "fix", "fix": "spaces", "column": "Gone"}]
    recipe.write_text(json.dumps(said), encoding="utf-8")
    assert drift(belt, tmp_path, recipe, f"{HEAD}\n{ROW}\n").unplaced == 3


def test_rows_named_by_hand_are_those_of_one_file(belt, tmp_path, permits, recipe):
    said = json.loads(recipe.read_text("utf-8"))
    said["reading"]["dropped"] = [2]
    recipe.write_text(json.dumps(said), encoding="utf-8")
    same = belt.checked(permits, "building-permits", recipe, None, SILENT)
    assert same.document.table.rows.to_list() == [3, 4, 5] and same.drift.by_hand == 0
    assert drift(belt, tmp_path, recipe, f"{HEAD}\n{ROW}\n").by_hand == 1


def test_a_recipe_that_saw_nothing_names_no_new_column(belt, tmp_path, recipe):
    said = json.loads(recipe.read_text("utf-8"))
    del said["seen"]
    recipe.write_text(json.dumps(said), encoding="utf-8")
    assert drift(belt, tmp_path, recipe, f"{HEAD},Inspector\n{ROW},x\n").said == ()


def test_a_recipe_is_one_step_on_the_open_file(belt, work, permits, recipe):
    fresh = belt.prepared(permits, "building-permits", None, None, SILENT)
    before = fresh.document.table
    made = again(belt, fresh, recipe, SILENT)
    fresh.do(made.edit)
    assert fresh.document.table.equals(work.document.table) and recipe_of(fresh)["mapping"] == recipe_of(work)["mapping"]
    assert isinstance(made.edit.edits[0], SetReading) and fresh.undo() is not None
    assert fresh.document.table.equals(before)


def test_a_sheet_of_another_name_is_the_open_one(belt, tmp_path, recipe):
    said = json.loads(recipe.read_text("utf-8"))
    said["reading"]["sheet"] = "April"
    recipe.write_text(json.dumps(said), encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.title = "May"
    for line in (HEAD, ROW, ROW.replace("P-7", "P-8")):
        book.active.append(line.split(","))
    book.save(tmp_path / "may.xlsx")
    work = belt.prepared(tmp_path / "may.xlsx", "building-permits", None, None, SILENT)
    assert again(belt, work, recipe, SILENT).drift.gone == ()


def test_what_this_file_lacks_stays_in_the_recipe_saved_again(belt, tmp_path, recipe):
    said = json.loads(recipe.read_text("utf-8"))
    said["edits"] = [{"edit": "fix", "fix": "spaces", "column": "Issue Date"}, {"edit": "fix", "fix": "spaces", "column": "Address"},
                     {"edit": "values", "column": "Address", "values": {"a": "b"}}]
    said["mapping"]["extras"] = {"Gone": "gone"}
    recipe.write_text(json.dumps(said), encoding="utf-8")
    (tmp_path / "next.csv").write_text("Permit No,Status,Address\nP-7,Closed,7 Main St\n", encoding="utf-8")
    again = recipe_of(belt.checked(tmp_path / "next.csv", "building-permits", recipe, None, SILENT))
    assert again["edits"] == said["edits"] and again["mapping"]["extras"] == {"Gone": "gone"}
    assert again["mapping"]["fields"]["issued_date"] == said["mapping"]["fields"]["issued_date"]


def test_a_new_feed_of_a_field_stands_in_the_recipe_saved_again(belt, tmp_path, recipe):
    (tmp_path / "next.csv").write_text("Permit No,Status,Date issued\nP-7,Closed,2024-05-01\n", encoding="utf-8")
    work = belt.checked(tmp_path / "next.csv", "building-permits", recipe, None, SILENT)
    fields = dict(work.document.mapping.fields) | {"issued_date": Feed(("Date issued",))}
    work.do(SetMapping(Mapping(fields), NAMED))
    assert recipe_of(work)["mapping"]["fields"]["issued_date"] == {"columns": ["Date issued"]}


def test_a_column_gone_stays_in_the_recipe_in_the_window_as_on_the_command_line(belt, work, tmp_path, recipe):
    (tmp_path / "next.csv").write_text("Permit No,Status,Address\nP-7,Closed,7 Main St\n", encoding="utf-8")
    line = recipe_of(belt.checked(tmp_path / "next.csv", "building-permits", recipe, None, SILENT))
    window = belt.prepared(tmp_path / "next.csv", "building-permits", None, None, SILENT)
    window.do(again(belt, window, recipe, SILENT).edit)
    assert recipe_of(window) == line and line["mapping"]["fields"]["issued_date"]["columns"] == ["Issue Date"]
    window.undo()
    assert window.followed is None


def test_a_recipe_followed_is_known_after_a_crash_and_forgotten_under_another_standard(belt, permits, tmp_path, recipe):
    opened = belt.open(permits, Asked(), SILENT)
    begun = kept.start(tmp_path / "works", permits, opened, belt.catalogue, belt.today)
    begun.workspace.do(again(belt, begun.workspace, recipe, SILENT).edit)
    said = recipe_of(begun.workspace)
    begun.close()
    back = kept.resume(kept.works_kept(tmp_path / "works")[0], belt.catalogue, belt.today)
    assert recipe_of(back.workspace) == said and back.workspace.followed is not None
    back.workspace.do(SetStandard(belt.catalogue.find("business-licences"), Mapping()))
    assert back.workspace.followed is None
    back.close()
