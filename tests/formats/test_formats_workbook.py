"""Workbooks: values as text, error cells, zeros that a format shows, several sheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from steward_app.core.problem import Problem
from steward_app.core.reading import Asked


def written(path: Path, sheets: dict[str, list[list[Any]]], hidden: str = "", **formats: str) -> Path:
    """Write an XLSX; a value given with a format name takes that format."""
    with xlsxwriter.Workbook(str(path)) as book:
        styles = {name: book.add_format({"num_format": code}) for name, code in formats.items()}
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    value, style = cell if isinstance(cell, tuple) else (cell, None)
                    if value is not None:
                        sheet.write(at, column, value, styles.get(style))
            if name == hidden:
                sheet.hide()
    return path


def test_values_are_written_as_excel_shows_them(opened, tmp_path):
    rows = [["a", "b", "c", "d"], [0.1 + 0.2, 5, True, "007"],
            [(dt.datetime(2024, 1, 5), "day"), (dt.datetime(2024, 1, 5, 14, 30), "time"), (45, "zeros"), 1234567890123.0]]
    table = opened(written(tmp_path / "a.xlsx", {"S": rows}, day="yyyy-mm-dd", time="yyyy-mm-dd hh:mm", zeros="00000")).table
    assert table.frame.row(0) == ("0.3", "5", "TRUE", "007")
    assert table.frame.row(1) == ("2024-01-05", "2024-01-05T14:30:00", "00045", "1234567890123")


def test_error_cells_keep_their_text(opened, tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_formula(1, 0, "=1/0", None, "#DIV/0!")
        sheet.write(1, 1, 2)
    assert opened(path).table.frame.row(0) == ("#DIV/0!", "2")


def test_rows_are_numbered_as_the_sheet_shows_them(opened, tmp_path):
    found = opened(written(tmp_path / "a.xlsx", {"S": [[None], ["Titre"], [None], ["No", "Nom"], [1, "x"], [None], [2, "y"]]}))
    assert found.reading.header_rows == (4,) and found.table.rows.to_list() == [5, 7]


def test_a_sheet_is_chosen_and_an_unknown_one_is_a_problem(opened, tmp_path):
    path = written(tmp_path / "a.xlsx", {"Permis": [["a", "b"], [1, 2]], "Notes": [["c", "d"], [3, 4]]})
    assert opened(path, Asked(sheet="Notes")).table.headings == ("c", "d")
    with pytest.raises(Problem):
        opened(path, Asked(sheet="Autre"))


def test_months_on_sheets_are_one_table_and_their_drift_is_told(opened, tmp_path):
    sheets = {"Jan 2024": [["Date", "Lieu", "Min Delay"], ["x", "y", 1]], "Feb 2024": [["Date", "Lieu", "Delay"], ["z", "w", 2]],
              "Mar 2024": [["Date", "ID", "Lieu", "Min Delay"], ["q", "7", "r", 3]]}
    found = opened(written(tmp_path / "a.xlsx", sheets))
    assert found.table.frame["Min Delay"].to_list() == ["1", "2", "3"] and found.table.frame["ID"].to_list() == [None, None, "7"]
    assert found.reading.left_out()["repeated_header"] == 2 and found.reading.sheet is None
    assert [note.column for note in found.reading.notes if note.code == "F09"] == [None, "ID", "Min Delay"]


def test_hidden_sheets_are_flagged_and_told(opened, tmp_path):
    path = written(tmp_path / "a.xlsx", {"S": [["a", "b"], [1, 2]], "Secret": [["x", "y"], [1, 2]]}, hidden="Secret")
    reading = opened(path).reading
    assert [sheet.hidden for sheet in reading.sheets] == [False, True] and "F10" in [note.code for note in reading.notes]


def test_merged_cells_are_filled_only_where_accepted(opened, tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([["Région", "Ville", "N"], ["", "a", 1], ["", "b", 2], ["QC", "c", 3]]):
            sheet.write_row(at, 0, row)
        sheet.merge_range(1, 0, 2, 0, "ON")
    assert opened(path).table.frame["Région"].to_list() == ["ON", None, "QC"]
    accepted = Asked(accepted=frozenset({"fill_merged"}))
    assert opened(path, accepted).table.frame["Région"].to_list() == ["ON", "ON", "QC"]
