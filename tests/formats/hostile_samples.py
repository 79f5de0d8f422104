"""Files that break readers, made by script: each function writes one into a folder and returns its path."""

from __future__ import annotations

import gzip
import json
import struct
import zipfile
from pathlib import Path

BOOK = ('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>')
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             f'<Relationship Id="rId1" Type="{KIND}/worksheet" Target="worksheets/sheet1.xml"/>'
             f'<Relationship Id="rId2" Type="{KIND}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
TOP = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
       f'<Relationship Id="rId1" Type="{KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ROWS = ('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>'
        '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>')


def book(path: Path, rows: str, strings: str | None = None, head: str = SHEET) -> Path:
    """Write an XLSX around the rows of its one sheet."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", TOP)
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.xml", f"{head}<sheetData>{rows}</sheetData></worksheet>")
        if strings is not None:
            archive.writestr("xl/sharedStrings.xml", strings)
    return path


def blanks(folder: Path) -> Path:
    """A sheet of one billion blanks."""
    path = folder / "blanks.xlsx"
    book(path, ROWS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/worksheets/extra.xml", "w",
                                                                                 force_zip64=True) as out:
        for _ in range(1100):
            out.write(b" " * (1 << 20))
    return path


def many_cells(folder: Path) -> Path:
    """Four million rows of tiny cells that swell beyond 200 to 1."""
    row = '<row><c t="b"><v>1</v></c></row>'
    return book(folder / "cells.xlsx", row * 2_000_000)


def false_count(folder: Path) -> Path:
    """Shared strings that claim to be four thousand million."""
    strings = ('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" '
               'uniqueCount="4000000000"><si><t>name</t></si><si><t>x</t></si></sst>')
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>'
    return book(folder / "count.xlsx", rows, strings)


def stray_cell(folder: Path) -> Path:
    """A small table and one cell at the far corner."""
    return book(folder / "stray.xlsx", ROWS + '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>')


def absurd_row(folder: Path) -> Path:
    """A row beyond what any sheet has."""
    return book(folder / "row.xlsx", ROWS + '<row r="4294967295"><c r="A4294967295"><v>9</v></c></row>')


def long_string_often(folder: Path) -> Path:
    """One text of 32 kB used in 200,000 cells."""
    strings = ('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
               + "x" * 32_000 + "</t></si></sst>")
    return book(folder / "often.xlsx", '<row><c t="s"><v>0</v></c></row>' * 200_000, strings)


def wide_dimension(folder: Path) -> Path:
    """A dimension tag that claims the whole sheet."""
    return book(folder / "dimension.xlsx", ROWS, head=SHEET + '<dimension ref="A1:XFD1048576"/>')


def entities(folder: Path) -> Path:
    """Entities that swell, and one that points at a file."""
    head = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
    return book(folder / "entities.xlsx", '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&c;</t></is></c></row>', head=head)


def nested_tags(folder: Path) -> Path:
    """Two hundred thousand tags inside one another."""
    return book(folder / "nested.xlsx", ROWS + "<x>" * 200_000 + "</x>" * 200_000)


def cut_book(folder: Path) -> Path:
    """The first half of a workbook."""
    whole = book(folder / "whole.xlsx", ROWS * 50).read_bytes()
    path = folder / "cut.xlsx"
    path.write_bytes(whole[:len(whole) // 2])
    return path


def encrypted_book(folder: Path) -> Path:
    """An OLE file with the stream that an encrypted workbook has."""
    path = folder / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500)
    return path


def encrypted_zip(folder: Path) -> Path:
    """A zip whose entry says it is encrypted."""
    path = folder / "locked.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "a,b\n1,2\n")
    data = bytearray(path.read_bytes())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + at] |= 1
    path.write_bytes(bytes(data))
    return path


def slippery_zip(folder: Path) -> Path:
    """A zip whose entry would climb out of its folder."""
    path = folder / "slip.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../../escape.csv", "a,b\n1,2\n")
    return path


def gzip_bomb(folder: Path) -> Path:
    """Three gigabytes in three megabytes."""
    path = folder / "bomb.csv.gz"
    with gzip.open(path, "wb", compresslevel=1) as out:
        for _ in range(2200):
            out.write(b"a,b\n" * (1 << 18))
    return path


def nul_bytes(folder: Path) -> Path:
    """A CSV with two NUL bytes."""
    path = folder / "nul.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * 500 + b"3\0,\0\n")
    return path


def late_accent(folder: Path) -> Path:
    """A Windows-1252 text whose first accent comes late."""
    path = folder / "late.csv"
    path.write_bytes(b"id,name\n" + b"1,abc\n" * 200_000 + b"2,Montr\xe9al\n")
    return path


def surrogates(folder: Path) -> Path:
    """Halves of character pairs, in JSON and as bytes."""
    path = folder / "half.json"
    path.write_text(json.dumps([{"a": "\ud800x", "b": 1}]))
    return path


def million_columns(folder: Path) -> Path:
    """Two lines of a million columns."""
    path = folder / "wide.csv"
    path.write_text(",".join("c" * 1_000_000) + "\n" + ",".join("1" * 1_000_000) + "\n")
    return path


def unclosed_quote(folder: Path, rows: int = 400_000) -> Path:
    """A quote that opens in the second row and never closes."""
    path = folder / "quote.csv"
    path.write_text('a,b,c\n1,"open,3\n' + "4,5,six six six six six\n" * rows)
    return path


def endless_line(folder: Path, size: int = 60 << 20) -> Path:
    """One line without end."""
    path = folder / "line.csv"
    path.write_bytes(b"abcdefghij" * (size // 10))
    return path


def endless_record(folder: Path, filling: bytes = b"\0", size: int = 5 << 20) -> Path:
    """A small table whose last line has no end."""
    path = folder / "record.csv"
    path.write_bytes(b"a,b\n1,2\n" + filling * size)
    return path


def deep_json(folder: Path) -> Path:
    """JSON nested a hundred thousand deep."""
    path = folder / "deep.json"
    path.write_text("[" * 100_000 + "]" * 100_000)
    return path


def long_number(folder: Path) -> Path:
    """A number of 200,000 digits, and NaN."""
    path = folder / "number.json"
    path.write_text('[{"a": ' + "9" * 200_000 + ', "b": NaN}]')
    return path


def lying_dbf(folder: Path) -> Path:
    """A DBF that claims four thousand million records and holds two."""
    path = folder / "lies.dbf"
    field = b"NAME\0\0\0\0\0\0\0C" + b"\0" * 4 + bytes([10, 0]) + b"\0" * 14
    head = struct.pack("<BBBBIHH", 3, 124, 1, 1, 4_000_000_000, 32 + 32 + 1, 11) + b"\0" * 20
    path.write_bytes(head + field + b"\r" + b" abc       " * 2)
    return path


def broken_parquet(folder: Path) -> Path:
    """A Parquet file with its foot cut off."""
    path = folder / "cut.parquet"
    path.write_bytes(b"PAR1" + b"\x15\x04" * 100)
    return path


def broken_sqlite(folder: Path) -> Path:
    """A database whose pages are noise."""
    path = folder / "cut.gpkg"
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    return path


def short_xls(folder: Path) -> Path:
    """An old workbook cut after its first sectors."""
    path = folder / "cut.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\xff" * 900)
    return path


def noise(folder: Path) -> Path:
    """Bytes that are no text."""
    path = folder / "noise.csv"
    path.write_bytes(bytes((index * 7919 + index // 3) % 256 for index in range(20_000)))
    return path


QUICK = (false_count, stray_cell, absurd_row, wide_dimension, entities, nested_tags, cut_book, encrypted_book,
         encrypted_zip, slippery_zip, nul_bytes, late_accent, surrogates, deep_json, long_number, lying_dbf,
         broken_parquet, broken_sqlite, short_xls, noise)
LARGE = (blanks, many_cells, long_string_often, gzip_bomb, million_columns, unclosed_quote, endless_line)
