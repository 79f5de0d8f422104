"""XLSX cells straight from their XML: the same as the general reader gives, which reads what is written another way."""

from __future__ import annotations

import datetime as dt
import zipfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import python_calamine as calamine
import xlsxwriter
from formats import hostile_samples as samples
from hypothesis import given, settings, strategies as st

from steward_app.core.progress import SILENT
from steward_app.core.table import ROW
from steward_app.formats import openxml, sheetcells, sheetxml, workbook

SERIALS = [0, 0.5, 1, 1.25, 59, 60, 61, 61.5, 43831, 43831.999999, 43831.5000001, 45000.123456789, 2958465, 0.99999999]
FORMATS = ["yyyy-mm-dd", "h:mm", "[h]:mm:ss", "00000", "[Red]General", "mmm-yy;@", '"day" 0', "[$-409]d-mmm-yy", "0000;-0000", "@"]
TEXTS = ["x", " lead ", "a\nb", "a\r\nb", "<&>\"'", "é😀", "_x000D_", "00123", "1e5", "", "=1+1"]
NUMBERS = [0, -0.0, 1.5, 0.1 + 0.2, 1 / 3, 1e15, 123456789012345678, 1e21, 1e22, 1e-7, 1e-16, -75.62048000000001, 1e300, 2**53 + 1]

CELLS = st.one_of(st.none(), st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12),
                  st.floats(-1e20, 1e20), st.booleans(), st.datetimes(dt.datetime(1901, 1, 1)))


def both(path: Path, sheet: str = "Sheet1") -> tuple[pl.DataFrame | None, pl.DataFrame]:
    """Return the rows of a sheet as each of the two readers gives them; None where the quick one leaves it to the other."""
    plain = openxml.sheets(path, SILENT)
    book = calamine.CalamineWorkbook.from_path(str(path))
    with ThreadPoolExecutor(1) as pool:
        general = workbook.sheets_of(book, partial(pool.submit, sheetxml.seen, path))[sheet].read(SILENT)[0]
    return (plain[sheet][1].table() if plain else None), general


def written(path: Path, *, since_1904: bool = False) -> Path:
    """Write a workbook of everything that cells can hold."""
    with xlsxwriter.Workbook(str(path), {"date_1904": since_1904}) as book:
        sheet, bold = book.add_worksheet("Sheet1"), book.add_format({"bold": True})
        for column, values in enumerate((TEXTS, NUMBERS)):
            for row, value in enumerate(values):
                sheet.write_string(row, column + 1, value) if column == 0 else sheet.write_number(row, column + 1, value)
        for column, code in enumerate(FORMATS):
            for row, serial in enumerate(SERIALS):
                sheet.write_number(row, column + 3, serial, book.add_format({"num_format": code}))
        sheet.write_rich_string(1, 20, "plain ", bold, "bold & ", " tail")
        sheet.write_boolean(2, 20, True)
        for row, (formula, result) in enumerate([("=1/0", "#DIV/0!"), ("=A1", ""), ("=A1&B1", "txt & é"), ("=TRUE", True), ("=1+1", 2)]):
            sheet.write_formula(row, 22, formula, None, result)
        sheet.write_blank(40, 3, None, bold)
    return path


@pytest.mark.parametrize("since_1904", [False, True])
def test_all_kinds_of_cells_read_as_the_general_reader_reads_them(tmp_path, since_1904):
    mine, theirs = both(written(tmp_path / "a.xlsx", since_1904=since_1904))
    assert mine is not None and mine.rows() == theirs.rows()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_whatever_is_written_both_readers_agree(tmp_path_factory, rows: list[list[Any]]):
    path = tmp_path_factory.mktemp("books") / "a.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "d/m/y"}) as book:
        sheet = book.add_worksheet("Sheet1")
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write_string(at, column, value) if isinstance(value, str) else sheet.write(at, column, value)
    mine, theirs = both(path)
    assert mine is None or mine.rows() == theirs.rows()


@pytest.mark.parametrize("rows", [
    '<row r="1"><c><v>1</v></c><c><v>2</v></c></row>',
    "<row r='1'><c r='A1'><v>1</v></c></row>",
    '<row r="1"><c s="0" r="A1"><v>1</v></c></row>',
    '<row r="1"><c r="A1" t="str"><v><![CDATA[<b>]]></v></c></row>',
])
def test_what_is_written_another_way_is_left_to_the_general_reader(tmp_path, rows):
    assert openxml.sheets(samples.book(tmp_path / "a.xlsx", rows), SILENT) is None


def test_a_sheet_that_is_cut_off_is_never_read_in_part(tmp_path):
    path = samples.book(tmp_path / "a.xlsx", samples.ROWS)
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as cut:
        for name in whole.namelist():
            said = whole.read(name)
            cut.writestr(name, said[:said.index(b"<row r=\"2\"")] if name.endswith("sheet1.xml") else said)
    assert openxml.sheets(path, SILENT) is not None and openxml.sheets(tmp_path / "b.xlsx", SILENT) is None


def test_what_a_sheet_hides_and_merges_is_seen(tmp_path):
    rows = ('<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1">'
            '<c r="A2"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>')
    seen = openxml.sheets(samples.book(tmp_path / "a.xlsx", rows), SILENT)["S"][1].seen
    assert (seen.rows, seen.hidden_columns(9), seen.hidden_columns(2), seen.formulas, len(seen.merged)) == ([1], 2, 1, 1, 1)


def test_cells_that_come_in_parts_make_one_table_once():
    cells = sheetcells.Cells()
    high = pl.DataFrame({"column": [2] * 300, "row": range(1, 301), "text": ["a"] * 300})
    wide = pl.DataFrame({"column": range(2, 6), "row": [300] * 4, "text": ["b"] * 4})
    for part in (high, wide, high.with_columns(pl.col("row") + 300)):
        cells.add(part.cast({"column": pl.UInt16, "row": ROW}))
    table = cells.table()
    assert (cells.rows, cells.count, cells.columns) == (600, 604, [2, 3, 4, 5]) and cells.table() is table
    assert table["0"].to_list() == ["a"] * 299 + ["b"] + ["a"] * 300 and table["3"].to_list() == [None] * 299 + ["b"] + [None] * 300
