"""What workbooks hold beside their values, told from their own parts: errors, hidden rows and columns, formulas."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from formats import hostile_samples as samples
from hypothesis import given, settings, strategies as st

from steward_app.core.grid import Merged
from steward_app.formats import biff, compound, odsxml, oleprops, xlsbrecords
from steward_app.formats.seen import Seen

DATA = Path(__file__).parent.parent / "data" / "formats"


def record(kind: int, body: bytes = b"") -> bytes:
    """Return one record of an XLSB."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, count = b"", len(body)
    while not size or count:
        size += bytes([count & 0x7F | (0x80 if count > 127 else 0)])
        count >>= 7
    return head + size + body


def wide(text: str) -> bytes:
    """Return a counted text."""
    return len(text).to_bytes(4, "little") + text.encode("utf-16-le")


def cell(kind: int, column: int, value: bytes) -> bytes:
    """Return one cell."""
    return record(kind, column.to_bytes(4, "little") + bytes(4) + value)


def row(at: int, *cells: bytes, hidden: bool = False) -> bytes:
    """Return one row."""
    return record(0, struct.pack("<IIHBBI", at, 0, 300, 0, 0x10 if hidden else 0, 0)) + b"".join(cells)


def xlsb(path: Path) -> Path:
    """Write an XLSB with an error, the error of a formula, a hidden row and a hidden column."""
    relations = samples.RELATIONS.replace("sheet1.xml", "sheet1.bin")
    book = record(131) + record(143) + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("S")) + record(144) + record(132)
    hidden = record(390) + record(60, struct.pack("<IIIIH", 1, 1, 2000, 0, 1)) + record(391)
    rows = row(0, cell(6, 0, wide("a")), cell(6, 1, wide("b"))), row(1, cell(5, 0, struct.pack("<d", 1.5)), cell(3, 1, b"\x07"))
    last = row(2, cell(11, 0, b"\x2a" + bytes(10)), cell(5, 1, struct.pack("<d", 2)), hidden=True)
    size = record(148, struct.pack("<4I", 0, 2, 0, 1))
    sheet = b"".join((record(129), size, hidden, record(145), *rows, last, record(146), record(130)))
    with zipfile.ZipFile(path, "w") as archive:
        for name, said in (("[Content_Types].xml", samples.TYPES), ("_rels/.rels", samples.TOP.replace(".xml", ".bin")),
                           ("xl/workbook.bin", book), ("xl/_rels/workbook.bin.rels", relations), ("xl/worksheets/sheet1.bin", sheet)):
            archive.writestr(name, said)
    return path


def test_errors_of_an_xlsb_are_put_back(opened, tmp_path):
    found = opened(xlsb(tmp_path / "a.xlsb"))
    assert found.table.frame.rows() == [("1.5", "#DIV/0!"), ("#N/A", "2")]
    seen = xlsbrecords.seen(tmp_path / "a.xlsb", "S")
    assert (seen.rows, seen.columns, seen.formulas) == ([2], [(1, 1)], 1)


@pytest.mark.parametrize("name", ["insides.xls", "insides.ods"])
def test_errors_of_old_and_open_workbooks_are_put_back(opened, name):
    found = opened(DATA / name)
    assert found.table.frame["d"].to_list() == ["#DIV/0!", "9", "#N/A"]
    assert [note.code for note in found.reading.notes] == ["F10"]


def test_numbers_of_an_xlsb_keep_their_zeros_and_dates(opened, tmp_path):
    def styled(column: int, style: int, value: float) -> bytes:
        return record(5, column.to_bytes(4, "little") + style.to_bytes(4, "little") + struct.pack("<d", value))

    kinds = b"".join(record(47, struct.pack("<HH", 0, number) + bytes(12)) for number in (0, 200, 14))
    styles = record(278) + record(615, bytes(4)) + record(44, struct.pack("<H", 200) + wide("00000")) + record(616)
    styles += record(617, struct.pack("<I", 3)) + kinds + record(618) + record(279)
    rows = row(0, cell(6, 0, wide("a")), cell(6, 1, wide("b")), cell(6, 2, wide("c")))
    rows += row(1, styled(0, 1, 123), styled(1, 2, 45293), styled(2, 0, 7))
    sheet = record(129) + record(148, struct.pack("<4I", 0, 1, 0, 2)) + record(145) + rows + record(146) + record(130)
    with zipfile.ZipFile(xlsb(tmp_path / "a.xlsb")) as old, zipfile.ZipFile(tmp_path / "z.xlsb", "w") as new:
        relation = '<Relationship Id="rId9" Type="a/styles" Target="styles.bin"/>'
        related = old.read("xl/_rels/workbook.bin.rels").decode().replace("</Relationships>", relation + "</Relationships>")
        parts = {name: old.read(name) for name in old.namelist()}
        parts |= {"xl/_rels/workbook.bin.rels": related.encode(), "xl/styles.bin": styles, "xl/worksheets/sheet1.bin": sheet}
        for name, said in parts.items():
            new.writestr(name, said)
    assert opened(tmp_path / "z.xlsb").table.frame.rows() == [("00123", "2024-01-02", "7")]


@pytest.mark.parametrize("name", ["zeros.xls", "zeros.ods"])
def test_numbers_of_old_and_open_workbooks_keep_the_zeros_they_show_and_lengths_of_time_their_form(opened, name):
    frame = opened(DATA / name).table.frame
    assert frame["code"].to_list() == ["00123", "99999", "123456"] and frame["other"].to_list() == ["00007", "00012", "00000"]
    assert frame["plain"].to_list() == ["123", "7", "0"] and frame["neg"].to_list() == ["007", "-7", "000"]
    assert frame["length"].to_list() == ["36:00:00", "726:00:00", "-36:00:00"]


def test_merged_cells_of_an_open_workbook_are_seen(tmp_path):
    def cell(said: str = "") -> str:
        return f"<table:table-cell {said}><text:p>x</text:p></table:table-cell>"

    wide, high = 'table:number-columns-spanned="3" table:number-rows-spanned="1"', 'table:number-rows-spanned="2"'
    rows = cell() + cell(wide) + '<table:covered-table-cell table:number-columns-repeated="2"/>' + cell(high), cell()
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    with zipfile.ZipFile(tmp_path / "m.ods", "w") as book:
        book.writestr("content.xml", f'<table:table table:name="S">{table}</table:table>')
    assert odsxml.seen(tmp_path / "m.ods", "S").merged == [Merged(0, 1, 0, 3), Merged(0, 4, 1, 4)]


def test_formulas_saved_without_their_result_are_said(opened, tmp_path):
    book = openpyxl.Workbook()
    for line in (["a", "b", "c"], [1, "=A2+1", "x"], [2, "=A3+1", "y"]):
        book.active.append(line)
    book.save(tmp_path / "a.xlsx")
    assert [note.code for note in opened(tmp_path / "a.xlsx").reading.notes] == ["F10", "F12"]


@pytest.mark.parametrize(("look", "name"), [(biff.seen, "insides.xls"), (odsxml.seen, "insides.ods")])
def test_hidden_parts_and_formulas_are_seen(look, name):
    seen: Seen = look(DATA / name, "S")
    assert (seen.hidden_rows(4), seen.hidden_columns(4), seen.formulas, seen.things) == ([2], 1, 3, {"comments"})


@pytest.mark.parametrize(("look", "name"), [(biff.seen, "linked.xls"), (odsxml.seen, "linked.ods")])
def test_links_to_other_files_are_seen(look, name):
    assert "links" in look(DATA / name, "S").things


def test_the_author_of_an_old_workbook_is_seen(opened):
    assert oleprops.people(compound.Box((DATA / "linked.xls").read_bytes())) == ["Marie Roy", "Marie Roy"]
    assert "author" in biff.seen(DATA / "linked.xls", "S").things and "author" not in biff.seen(DATA / "insides.xls", "S").things


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5600), st.binary(min_size=1, max_size=80))
def test_broken_properties_tell_names_or_nothing(at, noise):
    data = (DATA / "linked.xls").read_bytes()
    assert all(isinstance(name, str) for name in oleprops.people(compound.Box(data[:at] + noise + data[at + len(noise):])))


def of_excel_95(*sheet: tuple[int, bytes]) -> bytes:
    """Return the records of a workbook of Excel 95: its globals, which name another workbook, and one sheet."""
    def joined(*records: tuple[int, bytes]) -> bytes:
        return b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)

    start = (0x809, struct.pack("<4H", 0x500, 0x10, 0, 0))
    named = b"\x00\x00\x01S"
    first = joined(start, (0x17, b"\x05\x01a.xls"), (0x85, bytes(4) + named), (0x0A, b""))
    book = joined(start, (0x17, b"\x05\x01a.xls"), (0x85, len(first).to_bytes(4, "little") + named), (0x0A, b""))
    return book + joined(start, *sheet, (0x0A, b""))


def test_a_workbook_of_excel_95_is_looked_at(tmp_path):
    hidden, error = struct.pack("<6HHH", 2, 0, 3, 255, 0, 0, 0x20, 0), struct.pack("<3HBB", 1, 2, 0, 0x07, 1)
    formula = struct.pack("<3H", 1, 1, 0) + b"\x02\x00\x2a\x00\x00\x00\xff\xff" + bytes(8)
    stream, found = of_excel_95((0x208, hidden), (0x205, error), (0x06, formula), (0x1C, bytes(6))), Seen()
    biff.scan(stream, biff.sheets(stream, found)["S"], found)
    assert (found.rows, found.errors, found.formulas) == ([2], {(1, 2): "#DIV/0!", (1, 1): "#N/A"}, 1)
    assert found.things == {"comments", "links"}


def test_a_sheet_that_is_not_there_holds_nothing():
    assert biff.seen(DATA / "insides.xls", "Z") == odsxml.seen(DATA / "insides.ods", "Z") == Seen()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=80))
def test_a_broken_old_workbook_is_looked_at_without_harm(at, noise):
    data = (DATA / "insides.xls").read_bytes()
    broken = data[:at] + noise + data[at + len(noise):]
    stream = compound.Box(broken).stream("Workbook")
    for start in biff.sheets(stream, Seen()).values():
        biff.scan(stream, start, Seen())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_walked_as_records(data):
    assert len(list(xlsbrecords.records(data))) <= len(data)
