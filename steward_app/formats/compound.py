"""Streams inside an OLE file, the box that old workbooks come in ([MS-CFB]); damaged boxes give what can be found."""

from __future__ import annotations

import struct
from collections.abc import Sequence

FREE, ENTRY, NAMES, SMALL = 0xFFFFFFFA, 128, 109, 64
SIGN = b"\xd0\xcf\x11\xe0"
SECTORS = {9: 512, 12: 4096}


def stream(data: bytes, name: str) -> bytes:
    """Return the stream of a name, b"" where there is none."""
    try:
        size = SECTORS[struct.unpack_from("<H", data, 30)[0]]
        table, entries = sectors_after(data, size), folders(data)
        least, small = struct.unpack_from("<II", data, 56)
        found = next((at for at in range(0, len(entries) - ENTRY + 1, ENTRY) if called(entries, at) == name), None)
        if found is None:
            return b""
        start, length = struct.unpack_from("<II", entries, found + 116)
        if length >= least:
            return chained(data, size, table, start)[:length]
        inner = chained(data, size, table, struct.unpack_from("<I", entries, 116)[0])
        after = chained(data, size, table, small)
        return chained(inner, SMALL, struct.unpack(f"<{len(after) // 4}I", after), start, 0)[:length]
    except (struct.error, IndexError, KeyError):
        return b""  # nothing beside the values is known of it; the values themselves are read by another


def called(entries: bytes, at: int) -> str:
    """Return the name of a stream or folder."""
    return entries[at:at + 64].decode("utf-16-le", "replace").partition("\0")[0]


def folders(data: bytes) -> bytes:
    """Return the entries of all streams and folders, their names in UTF-16."""
    try:
        size = SECTORS[struct.unpack_from("<H", data, 30)[0]]
        return chained(data, size, sectors_after(data, size), struct.unpack_from("<I", data, 48)[0])
    except (struct.error, IndexError, KeyError):
        return b""


def sectors_after(data: bytes, size: int) -> list[int]:
    """Return which sector follows each."""
    parts = [part for part in struct.unpack_from(f"<{NAMES}I", data, 76) if part < FREE]
    at, count = struct.unpack_from("<II", data, 68)
    for _ in range(min(count, len(data) // size)):
        if at >= FREE:
            break
        *more, at = struct.unpack_from(f"<{size // 4}I", data, (at + 1) * size)
        parts += [part for part in more if part < FREE]
    found: list[int] = []
    for part in parts[:len(data) // size + 1]:
        found += struct.unpack_from(f"<{size // 4}I", data, (part + 1) * size)
    return found


def chained(data: bytes, size: int, after: Sequence[int], at: int, first: int = 1) -> bytes:
    """Return the sectors of a chain; one that runs in a circle ends at the size of the file.

    `first` is how many sectors stand before the one of number 0.
    """
    found = []
    for _ in range(len(data) // size + 1):
        if at >= FREE:
            break
        found.append(data[(at + first) * size:(at + first + 1) * size])
        at = after[at]
    return b"".join(found)
