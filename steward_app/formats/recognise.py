"""What a file is, told by its content and never by its name."""

from __future__ import annotations

import mmap
import re
import zipfile
from pathlib import Path

from . import compound
from .package import resources
from .words import fault

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"PAR1", "parquet"), (b"ARROW1", "arrow"), (b"SQLite format 3\0", "sqlite"), (b"\x1f\x8b", "gzip"),
    (b"$FL2", "spss"), (b"$FL3", "spss"), (b"<stata_dta>", "stata"), (b"HEADER RECORD*******LIBRARY HEADER", "xport"),
    (b"HEADER RECORD*******LIBV8", "xport"), (b"\x00\x00\x27\x0a\x00\x00\x00\x00", "shapefile"),
)
PORTABLE = b"SPSS PORT FILE"  # after 40 letters that say what it is in as many alphabets
SAS = bytes.fromhex("000000000000000000000000c2ea8160b31411cfbd92080009c7318c181f1011")
OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\x7fELF", b"MZ", b"Rar!", b"7z\xbc\xaf",
          b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"ID3", b"OggS", b"RIFF", b"{\\rtf", b"\x00\x01\x00\x00Standard")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div|font)\b", re.IGNORECASE)
_OLD_BOOK = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")


def kind_of(path: Path) -> str:
    """Return the format of a file, `text` for any text with rows. Raises Problem F01 where it is none that we read."""
    with path.open("rb") as file:
        start = file.read(4096)
    for sign, kind in SIGNS:
        if start.startswith(sign):
            return kind
    if start.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if start.startswith(OLE):
        return _compound(path)
    if start.startswith((b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")) and b"\0" in start[:16]:
        return "xls"
    if start.startswith(SAS):
        return "sas7bdat"
    if PORTABLE in start[:240]:
        return "spss-portable"
    if start.startswith(OTHERS):
        raise fault("binary", path)
    if _is_dbf(start, path):
        return "dbf"
    if _is_old_stata(start):
        return "stata"
    return _text(path, start)


def _text(path: Path, start: bytes) -> str:
    bare = start.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    if bare.startswith(b"<"):
        if _OLD_BOOK.search(bare):
            return "xml-spreadsheet"
        if _HTML.search(bare):
            return "html"
    if bare[:1] in (b"{", b"[") and _looks_json(bare):
        return "package" if path.stat().st_size < 50_000_000 and resources(path) else "json"
    return "text"


def _looks_json(bare: bytes) -> bool:
    inner = bare[1:].lstrip()
    return inner[:1] in (b'"', b"{", b"[", b"}", b"]") and (bare[:1] == b"[" or b":" in bare or inner[:1] == b"}")


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise fault("damaged", path) from None
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "xl/vbaProject.bin" in names:
        return "xlsm"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise fault("binary", path)
    return "zip"


def _compound(path: Path) -> str:
    """Tell an old workbook from an encrypted new one (an OLE file with an `EncryptedPackage` stream)."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        entries = compound.Box(data).entries or bytes(data)
    if "EncryptedPackage".encode("utf-16-le") in entries:
        raise fault("password", path)
    if any(name.encode("utf-16-le") in entries for name in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        return "xls"
    raise fault("binary", path)


def _is_dbf(start: bytes, path: Path) -> bool:
    """Tell a DBF by its version, its date, and a header whose length fits its fields."""
    if len(start) < 66 or start[0] not in (0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5, 0xFB):
        return False
    header = int.from_bytes(start[8:10], "little")
    return 1 <= start[2] <= 12 and 1 <= start[3] <= 31 and header >= 65 and chr(start[43]) in "CNFDLMIBTOYG@+" \
        and header <= path.stat().st_size


def _is_old_stata(start: bytes) -> bool:
    """Tell a Stata file of versions 8 to 12 by its first bytes: version, byte order, type, padding."""
    return len(start) > 100 and start[0] in (0x6C, 0x69, 0x71, 0x72, 0x73) and start[1] in (1, 2) \
        and start[2] == 1 and start[3] == 0
