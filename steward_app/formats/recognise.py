"""What a file is, told by its content and never by its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from .words import fault

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path) -> str:
    """Return the format of a file. Raises Problem F01 where it is none that we read."""
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if start.startswith(OLE):
        return _compound(path)
    return "text"


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
    if "content.xml" in names:
        return "ods"
    return "zip"


def _compound(path: Path) -> str:
    """Tell an old workbook from an encrypted new one (an OLE file with an `EncryptedPackage` stream)."""
    data = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise fault("password", path)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book", "WORKBOOK")):
        return "xls"
    raise fault("binary", path)
