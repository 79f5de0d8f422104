"""What a workbook's XML says that its values do not: error cells, all-zero formats, merged, hidden."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..core.grid import Merged
from .seen import Seen
from .serials import shown, zeros as zero_styles
from .xmltags import attributes, column_index

CHUNK = 4 << 20
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)/?>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)/?>")
_ERROR = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\bt=[\"']e[\"'])[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>"
                    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v[^>]*>([^<]{1,40})</", re.DOTALL)
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_HIDDEN = re.compile(rb"hidden=[\"'](?:1|true)")
_ROW_HIDDEN = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])[^>]*?\br=[\"'](\d{1,7})[\"']")
_COLUMN_HIDDEN = re.compile(rb"<(?:\w+:)?col\b(?=[^>]*\bhidden=[\"'](?:1|true)[\"'])([^>]*)>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


def relations(book: zipfile.ZipFile, of: str = "xl/workbook.xml") -> dict[str, tuple[str, str]]:
    """Return the type and the part of each relation of the workbook, {} where there are none."""
    names, related = set(book.namelist()), f"xl/_rels/{of.rpartition('/')[2]}.rels"
    if of not in names or related not in names:
        return {}
    found = {}
    for tag in _RELATION.findall(book.read(related)):
        said = attributes(tag)
        target = said.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        found[said.get("Id", "")] = (said.get("Type", ""), part)
    return found


def sheet_parts(book: zipfile.ZipFile) -> dict[str, str]:
    """Return the part that holds each sheet."""
    targets, names = relations(book), set(book.namelist())
    if not targets:
        return {}
    sheets = (attributes(tag) for tag in _SHEET.findall(book.read("xl/workbook.xml")))
    found = {said.get("name", ""): targets.get(said.get("id", ""), ("", ""))[1] for said in sheets}
    return {name: part for name, part in found.items() if part in names}


def seen(path: Path, sheet: str) -> Seen:
    """Scan one sheet of an XLSX; a book without the parts we know gives nothing."""
    found = Seen()
    with zipfile.ZipFile(path) as book:
        part = sheet_parts(book).get(sheet)
        if part is None:
            return found
        zeros = zero_styles(shown(book))
        numbers = b"|".join(str(style).encode() for style in zeros)
        styled = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\bs=[\"'](" + numbers + rb")[\"'])(?![^>]*\bt=[\"'](?!n))"
                            rb"[^>]*?\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']") if zeros else None
        for piece in pieces(book, part):
            note(piece, found)
            for style, letters, row in styled.findall(piece) if styled else ():
                found.zeros[int(row) - 1, column_index(letters)] = zeros[int(style)]
    return found


def pieces(book: zipfile.ZipFile, part: str, tag: str = "row") -> Iterator[bytes]:
    """Yield a part in pieces that never cut a tag of that name in two (a huge one is cut all the same)."""
    rest, ends = b"", (f"</{tag}>".encode(), f":{tag}>".encode())
    with book.open(part) as stream:
        while block := stream.read(CHUNK):
            block = rest + block
            cut = max((at + len(mark) for mark in ends if (at := block.rfind(mark)) >= 0), default=0)
            end = cut or (len(block) if len(block) > 4 * CHUNK else 0)
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
    note_hidden(piece, found)
    note_merges(piece, found)
    if b"<f" in piece or not plain:
        found.formulas += len(_FORMULA.findall(piece))


def note_hidden(piece: bytes, found: Seen) -> None:
    """Add the hidden rows and columns of a piece."""
    if b"hidden=" not in piece or _HIDDEN.search(piece) is None:  # some programs say of each row that it is not hidden
        return
    found.rows += [int(row) - 1 for row in _ROW_HIDDEN.findall(piece)]
    for tag in _COLUMN_HIDDEN.findall(piece):
        said = attributes(tag)
        found.columns.append((int(said.get("min", 1)) - 1, int(said.get("max", 0)) - 1))


def note_merges(piece: bytes, found: Seen) -> None:
    """Add the merged ranges of a piece."""
    if b"mergeCell" in piece:
        found.merged += [Merged(int(top) - 1, column_index(left), int(bottom) - 1, column_index(right))
                         for left, top, right, bottom in _MERGE.findall(piece)]
