"""What is written is read back, cell by cell."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import polars as pl
import pytest
import xlsxwriter
from hypothesis import given, settings, strategies as st

from steward_app.core.progress import SILENT
from steward_app.core.reading import Asked
from steward_app.formats import readers

LETTERS = st.characters(codec="utf-8", exclude_characters="\r\x00\ufeff\x85\u2028\u2029", exclude_categories=("Cs", "Cc", "Cn"))
TEXT = st.text(st.one_of(LETTERS, st.sampled_from(',;"\n\'| é')), max_size=8)
TABLES = st.integers(2, 4).flatmap(lambda width: st.lists(st.tuples(*[TEXT] * width), min_size=2, max_size=6))
Rows = list[tuple[str, ...]]
MANIFEST = ('<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            "</manifest:manifest>")


def read(path: Path, kind: str, asked: Asked = Asked()) -> Rows:
    """Return the cells of a file, empty text where one is empty."""
    grid, _ = readers.read(path, kind, asked, SILENT, path.parent)
    return [tuple(cell or "" for cell in row) for row in grid.frame.rows()]


@given(rows=TABLES, quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]), end=st.sampled_from(["\n", "\r\n"]))
def test_csv(rows, quoting, end, tmp_path_factory):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, lineterminator=end).writerows(rows)
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    path.write_bytes(out.getvalue().encode())
    assert read(path, "text", Asked(delimiter=",", encoding="utf-8")) == rows


def test_a_big_csv(tmp_path):
    rows = [(str(at), 'a "quoted", text', "", "x\ny" if at % 7 == 0 else "é") for at in range(20_000)]
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    (tmp_path / "t.csv").write_bytes(out.getvalue().encode())
    assert read(tmp_path / "t.csv", "text") == rows


@settings(max_examples=40)
@given(rows=TABLES.filter(lambda rows: all(rows[0]) and all(row[0] and row[-1] for row in rows)))
def test_xlsx(rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("xlsx") / "t.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(at, column, cell)
    assert read(path, "xlsx") == rows


@settings(max_examples=40)
@given(rows=TABLES.filter(lambda rows: all(row[0].strip() and row[-1].strip() for row in rows)).map(
    lambda rows: [tuple(" ".join(cell.split()) for cell in row) for row in rows]))
def test_ods(rows, tmp_path_factory):
    cells = "".join("<table:table-row>" + "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>' if cell
        else "<table:table-cell/>" for cell in row) + "</table:table-row>" for row in rows)
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text"))
    path = tmp_path_factory.mktemp("ods") / "t.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", f'<?xml version="1.0"?><office:document-content {names}><office:body>'
                         f'<office:spreadsheet><table:table table:name="S">{cells}</table:table></office:spreadsheet>'
                         "</office:body></office:document-content>")
    assert read(path, "ods") == rows


@pytest.mark.parametrize("kind", ["json", "jsonl", "geojson", "parquet"])
@settings(max_examples=40)
@given(rows=TABLES)
def test_records(kind, rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("records") / f"t.{kind}"
    records = [dict(zip("abcd", row, strict=False)) for row in rows]
    if kind == "parquet":
        pl.DataFrame(records).write_parquet(path)
    else:
        features = [{"type": "Feature", "properties": record, "geometry": None} for record in records]
        whole = {"type": "FeatureCollection", "features": features} if kind == "geojson" else records
        path.write_text("\n".join(map(json.dumps, records)) if kind == "jsonl" else json.dumps(whole), encoding="utf-8")
    assert read(path, "parquet" if kind == "parquet" else "json") == rows
