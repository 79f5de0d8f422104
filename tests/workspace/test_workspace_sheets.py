"""A month on each sheet: every row is told by its sheet and its row there, and no row is taken for another's."""

from __future__ import annotations

import csv
import io
import json
from contextlib import redirect_stdout

import openpyxl
import polars as pl
import pytest

from steward_app import cli
from steward_app.core import glance
from steward_app.core.changes import changed_cells, one_cell, replayed_cells
from steward_app.core.edits import RemoveRows
from steward_app.core.progress import SILENT
from steward_app.core.reading import Asked
from steward_app.core.sheets import names, numbers
from steward_app.paths import Paths
from steward_app.workspace import kept
from steward_app.workspace.file import open_series

HEAD = ["Permit No", "Issue Date", "Status", "Address"]
MONTHS = {"January": [["P-1", "2024-01-05", "Issued", "1 Elm St"], ["P-2", "2024-01-06", "Wrong", "2 Elm St"]],
          "February": [["P-3", "2024-02-05", "Wrong", "3 Elm St"], ["P-1", "2024-02-06", "Issued", "4 Elm St"]]}


@pytest.fixture
def book(tmp_path):
    """A workbook of two months."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in MONTHS.items():
        sheet = made.create_sheet(name)
        for row in (HEAD, *rows):
            sheet.append(row)
    made.save(tmp_path / "months.xlsx")
    return tmp_path / "months.xlsx"


def test_every_row_keeps_its_number_in_its_own_sheet(belt, book):
    table = belt.open(book, Asked(), SILENT).table
    assert numbers(table.parts, table.rows).to_list() == [2, 3, 2, 3]
    assert names(table.parts, table.rows).to_list() == ["January", "January", "February", "February"]


def test_the_command_line_names_the_sheet(book, tmp_path, schemas, belt):
    paths = Paths(schemas, schemas.parent / "assets", tmp_path / "state", tmp_path / "config")
    words = ["check", book, "--schema", "building-permits", "--cells", tmp_path / "c.csv", "--json"]
    with redirect_stdout(io.StringIO()) as out:
        cli.main([str(word) for word in words], paths, belt.today)
    found = next(item for item in json.loads(out.getvalue())["findings"] if item["check"] == "V12")
    assert [(one["sheet"], one["row"]) for one in found["sample"]] == [("January", 3), ("February", 2)]
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as cells:
        lines = [(line["sheet"], line["row"]) for line in csv.DictReader(cells) if line["check"] == "R02"]
    assert lines == [("January", "2"), ("February", "3")]


def test_what_is_changed_in_one_sheet_is_not_looked_for_in_another(belt, book):
    source = belt.open(book, Asked(), SILENT).table
    work = belt.checked(book, "building-permits", None, None, SILENT)
    work.do(one_cell("Address", 2, "9 Oak St"))
    work.do(RemoveRows(pl.Series([0], dtype=pl.UInt32), one_cell("Address", 0, "x").named))
    changed = changed_cells(source, work.document.table).filter(pl.col("after").is_not_null())
    assert changed.select("column", "after").rows() == [("Address", "9 Oak St")]
    edits, lost = replayed_cells(source, work.document.table, source)
    assert [(edit.column, edit.records.to_list()) for edit in edits] == [("Address", [2])] and not lost


def test_the_sheets_are_known_when_the_work_is_taken_up_again(belt, book, tmp_path):
    opened = belt.open(book, Asked(), SILENT)
    begun = kept.start(tmp_path / "works", book, opened, belt.catalogue, belt.today)
    begun.workspace.do(RemoveRows(pl.Series([0], dtype=pl.UInt32), one_cell("Address", 0, "x").named))
    begun.workspace.undo()
    begun.close()
    back = kept.resume(kept.works_kept(tmp_path / "works")[0], belt.catalogue, belt.today)
    assert [glance.sheet_of(back.workspace.document.table, record) for record in range(4)] == ["January"] * 2 + ["February"] * 2
    back.close()


def test_files_of_a_series_are_named(tmp_path):
    for name in ("jan", "feb"):
        (tmp_path / f"{name}.csv").write_text(f"id,value\n{name},1\n{name},2\n", encoding="utf-8")
    table = open_series([tmp_path / "jan.csv", tmp_path / "feb.csv"]).table
    assert [(glance.sheet_of(table, r), glance.row_of(table, r)) for r in range(4)] == [
        ("jan.csv", 2), ("jan.csv", 3), ("feb.csv", 2), ("feb.csv", 3)]
