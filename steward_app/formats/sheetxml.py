"""What a workbook's XML says that its values do not: error cells, all-zero formats, merged, hidden."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..core.grid import Merged

CHUNK = 4 << 20
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)/?>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)/?>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ERROR = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\bt=[\"']e[\"'])[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>"
                    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v[^>]*>([^<]{1,40})</", re.DOTALL)
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_ROW_HIDDEN = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])[^>]*?\br=[\"'](\d{1,7})[\"']")
_COLUMN_HIDDEN = re.compile(rb"<(?:\w+:)?col\b(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])([^>]*)>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)/?>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")


@dataclass
class Seen:
    """What one sheet's XML holds, by row and column from 0."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    zeros: dict[tuple[int, int], int] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: int = 0
    formulas: int = 0


def attributes(text: bytes) -> dict[str, str]:
    """Return the attributes of a tag, without their prefixes."""
    found = _ATTRIBUTE.findall(text)
    return {name.decode().split(":")[-1]: _plain(first or second) for name, first, second in found}


def _plain(value: bytes) -> str:
    import html

    return html.unescape(value.decode("utf-8", "replace"))


def column_index(letters: bytes) -> int:
    """Return 0 for A, 26 for AA."""
    index = 0
    for char in letters:
        index = index * 26 + char - 64
    return index - 1


def sheet_parts(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the part that holds each sheet."""
    names = set(book.namelist())
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return {}
    targets = {}
    for tag in _RELATION.findall(book.read("xl/_rels/workbook.xml.rels")):
        said = attributes(tag)
        target = said.get("Target", "")
        targets[said.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = (attributes(tag) for tag in _SHEET.findall(book.read("xl/workbook.xml")))
    found = {said.get("name", ""): targets.get(said.get("id", ""), "") for said in sheets}
    return {name: part for name, part in found.items() if part in names}


def zero_styles(book: zipfile.ZipFile) -> dict[int, int]:
    """Return the cell styles whose number format is all zeros (`00000`), with how many digits they show."""
    if "xl/styles.xml" not in book.namelist():
        return {}
    text = book.read("xl/styles.xml")
    formats = {}
    for tag in _FORMAT.findall(text):
        said = attributes(tag)
        if re.fullmatch("0{2,}", said.get("formatCode", "")):
            formats[said.get("numFmtId")] = len(said["formatCode"])
    styles = _STYLE.findall(found.group()) if formats and (found := _STYLES.search(text)) else []
    ids = [attributes(tag).get("numFmtId") for tag in styles]
    return {index: formats[id] for index, id in enumerate(ids) if id in formats}


def seen(path: Path, sheet: str) -> Seen:
    """Scan one sheet of an XLSX; a book without the parts we know gives nothing."""
    found = Seen()
    with zipfile.ZipFile(path) as book:
        part = sheet_parts(book).get(sheet)
        if part is None:
            return found
        zeros = zero_styles(book)
        numbers = b"|".join(str(style).encode() for style in zeros)
        styled = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\bs=[\"'](" + numbers + rb")[\"'])(?![^>]*\bt=[\"'](?!n))"
                            rb"[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']") if zeros else None
        for piece in pieces(book, part):
            note(piece, found)
            for style, letters, row in styled.findall(piece) if styled else ():
                found.zeros[int(row) - 1, column_index(letters)] = zeros[int(style)]
    return found


def pieces(book: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield a part in pieces that never cut a row in two (a huge row is cut all the same)."""
    rest = b""
    with book.open(part) as stream:
        while block := stream.read(CHUNK):
            block = rest + block
            end = max(block.rfind(b"</row>"), block.rfind(b":row>")) + 6
            end = end if end > 6 else len(block) if len(block) > 4 * CHUNK else 0
            rest = block[end:]
            if end:
                yield block[:end]
    yield rest


def note(piece: bytes, found: Seen) -> None:
    """Add what one piece holds; plain searches first, since most pieces hold none of it."""
    plain = b"='" not in piece[:4096] and b"<c " in piece[:65536]  # neither prefixes nor single quotes, as nearly always
    if b'"e"' in piece or not plain:
        for letters, row, text in _ERROR.findall(piece):
            found.errors[int(row) - 1, column_index(letters)] = text.decode("utf-8", "replace")
    if b"hidden=" in piece:
        found.hidden_rows += [int(row) - 1 for row in _ROW_HIDDEN.findall(piece)]
        for tag in _COLUMN_HIDDEN.findall(piece):
            said = attributes(tag)
            found.hidden_columns += int(said.get("max", 0)) - int(said.get("min", 1)) + 1
    if b"mergeCell" in piece:
        found.merged += [Merged(int(top) - 1, column_index(left), int(bottom) - 1, column_index(right))
                         for left, top, right, bottom in _MERGE.findall(piece)]
    if b"<f" in piece or not plain:
        found.formulas += len(_FORMULA.findall(piece))
