"""What is looked at before any reader touches a file."""

from __future__ import annotations

import errno
import os
import stat
import zipfile
from pathlib import Path
from typing import BinaryIO

import polars as pl

from ..core.table import letter
from .words import fault, written

ENTRIES, ENTRY, TOTAL, SMALL, STEEP = 20_000, 1 << 30, 2 << 30, 50 << 20, 200
LINE, LINES = 4 << 20, 8
LONG, LONGER, MARKS = 1 << 20, 3 << 20, (b",", b";", b"\t", b"|")  # a line this long is looked at; one longer is refused
PLACES, BLOCK, NEARLY, BLANK_LINES = 64, 4096, 0.8, 2_000_000  # of so many places in a text, each so large, blank ones
TEXT, SWELL = 512 << 20, 25  # bytes of text a table may hold: this, or so many times the size of its file
ONE_TABLE = ("text", "json", "shapefile", "dbf", "parquet", "arrow", "sas7bdat", "xport", "stata", "spss", "spss-portable")
ZIPS = ("xlsx", "xlsm", "xlsb", "ods")


def regular(path: Path) -> int:
    """Return the size of an ordinary file that may be read. Raises Problem F01 on anything else."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise fault("missing", path) from None
    except (OSError, ValueError) as error:
        longer = getattr(error, "errno", None) == errno.ENAMETOOLONG  # than any file's name can be: none has it
        raise fault("missing" if longer else "locked", path) from None
    if stat.S_ISDIR(found.st_mode):
        raise fault("folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise fault("special", path)
    if found.st_size == 0:
        raise fault("empty", path)
    if not str(path.absolute()).isprintable() and written(str(path.absolute())) != str(path.absolute()):
        raise fault("name", path)
    if not os.access(path, os.R_OK):
        raise fault("locked", path)
    try:
        with path.open("rb"):
            return found.st_size
    except OSError:
        raise fault("locked", path) from None


def checked(path: Path, kind: str) -> str:
    """Return the kind again after looking at a workbook's directory. Raises Problem F01 on a bomb or a locked one."""
    if kind in ZIPS:
        directory(path)
    return kind


def without_sheets(path: Path, kind: str, sheet: str | None) -> None:
    """Raise Problem F01 where a sheet is asked for by name of a file that is one table."""
    if kind in ONE_TABLE and sheet not in (None, "*"):
        raise fault("sheets", path, sheet=sheet)


def directory(path: Path) -> None:
    """Refuse an encrypted zip, one of too many or too large entries, and one that swells beyond 200 to 1.

    The limits are those of reliability.md §3: real workbooks swell 10 to 1 at most.
    """
    try:
        with zipfile.ZipFile(path) as book:
            infos = book.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise fault("damaged", path) from None
    if any(info.flag_bits & 1 for info in infos):
        raise fault("password", path)
    steep = any(info.file_size > SMALL and info.file_size > STEEP * max(1, info.compress_size) for info in infos)
    large = any(info.file_size > ENTRY for info in infos) or sum(info.file_size for info in infos) > TOTAL
    if steep or large or len(infos) > ENTRIES:
        raise fault("big", path)


def written_out(frame: pl.DataFrame, path: Path, left: int = 0) -> pl.DataFrame:
    """Return a table of text again, whose first column is number `left` of its sheet.

    Raises Problem F01 where a workbook keeps a long text once and shows it so often that no step after could hold it.
    """
    sizes = frame.select(pl.all().str.len_bytes().cast(pl.UInt64).sum()).row(0) if frame.width else ()
    if sum(sizes) > max(TEXT, SWELL * path.stat().st_size):
        raise fault("swollen", path, size=sum(sizes) >> 20, column=letter(left + sizes.index(max(sizes))))
    return frame


def filled(path: Path) -> None:
    """Raise Problem F01 on a text of millions of lines that are nearly all blank: each would be a row in memory.

    A spreadsheet that was saved with all its blank rows has about a million of them, and passes.
    """
    size = path.stat().st_size
    if size < BLANK_LINES:
        return
    with path.open("rb") as file:
        found = [lines for part in range(1, PLACES) if (lines := blank_at(file, part * size // PLACES)) is not None]
    if len(found) >= NEARLY * (PLACES - 1) and sum(found) * size > BLANK_LINES * BLOCK * len(found):
        raise fault("blank", path)


def blank_at(file: BinaryIO, at: int) -> int | None:
    """Count the line ends after a place of a file, where nothing but those and separators stands there; else None."""
    file.seek(at)
    block = file.read(BLOCK)
    return None if block.strip(b"\r\n,;\t| \"\0") else block.count(b"\n") or block.count(b"\r")


def narrow(path: Path, head: bytes, most: int) -> None:
    """Raise Problem F01 on a text whose first bytes hold a line of a megabyte cut into `most` cells, or of several megabytes.

    A line with quotes may hold its separators inside one cell (the outline of a place), and is left to the reader.
    """
    line = long_line(head)
    if b'"' in line:
        return
    if max(map(line.count, MARKS)) >= most:
        raise fault("wide", path, columns=most)
    if len(line) >= LONGER:
        raise fault("line", path)


def long_line(head: bytes) -> bytes:
    """Return the first line of a text that is a megabyte long or longer, as far as it is there; else nothing."""
    at = 0
    while at + LONG <= len(head):
        end = max(head.rfind(b"\n", at, at + LONG), head.rfind(b"\r", at, at + LONG))
        if end < 0:
            ends = [found for sign in (b"\n", b"\r") if (found := head.find(sign, at)) > 0]
            return head[at:min(ends, default=len(head))]
        at = end + 1
    return b""


def harmless(path: Path) -> bool:
    """Tell whether a text may be read in this process: its first lines are short, and it is no single line."""
    with path.open("rb") as file:
        head = file.read(LINE)
    return len(head) < LINE or head.count(b"\n") + head.count(b"\r") >= LINES
