"""Streams inside an OLE file, the box that old workbooks come in ([MS-CFB]); damaged boxes give what can be found."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from mmap import mmap

FREE, ENTRY, NAMES, SMALL = 0xFFFFFFFA, 128, 109, 64
SIGN = b"\xd0\xcf\x11\xe0"
SECTORS = {9: 512, 12: 4096}


@dataclass(frozen=True)
class Box:
    """The bytes of an OLE file, and what is worked out of them once: its table of sectors and its entries."""

    data: bytes | mmap

    @cached_property
    def size(self) -> int:
        """The size of a sector. Raises struct.error or KeyError where the head is damaged."""
        return SECTORS[struct.unpack_from("<H", self.data, 30)[0]]

    @cached_property
    def after(self) -> list[int]:
        """Which sector follows each. Raises struct.error where the table is damaged."""
        return sectors_after(self.data, self.size)

    @cached_property
    def entries(self) -> bytes:
        """The entries of all streams and folders, their names in UTF-16; b"" where they cannot be found."""
        try:
            return chained(self.data, self.size, self.after, struct.unpack_from("<I", self.data, 48)[0])
        except (struct.error, LookupError):
            return b""

    def holds(self, name: str) -> bool:
        """Tell whether a stream or folder has a name, or one that begins so."""
        return name.encode("utf-16-le") in self.entries

    def stream(self, name: str) -> bytes:
        """Return the stream of a name, b"" where there is none."""
        found = next((at for at in range(0, len(self.entries) - ENTRY + 1, ENTRY) if called(self.entries, at) == name), None)
        try:
            return self._stream(found) if found is not None else b""
        except (struct.error, LookupError):
            return b""  # nothing beside the values is known of it; the values themselves are read by another

    def _stream(self, found: int) -> bytes:
        least, small = struct.unpack_from("<II", self.data, 56)
        start, length = struct.unpack_from("<II", self.entries, found + 116)
        if length >= least:
            return chained(self.data, self.size, self.after, start)[:length]
        inner = chained(self.data, self.size, self.after, struct.unpack_from("<I", self.entries, 116)[0])
        after = chained(self.data, self.size, self.after, small)
        return chained(inner, SMALL, struct.unpack(f"<{len(after) // 4}I", after), start, 0)[:length]


def called(entries: bytes, at: int) -> str:
    """Return the name of a stream or folder."""
    return entries[at:at + 64].decode("utf-16-le", "replace").partition("\0")[0]


def sectors_after(data: bytes | mmap, size: int) -> list[int]:
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


def chained(data: bytes | mmap, size: int, after: Sequence[int], at: int, first: int = 1) -> bytes:
    """Return the sectors of a chain; one that runs in a circle ends at the size of the file.

    `first` is how many sectors stand before the one of number 0.
    """
    found: list[bytes] = []
    left = len(data) // size + 1
    while at < FREE and left > 0:
        start, run = at, 1
        while run < left and after[at] == at + 1:  # sectors that follow one another are cut out in one piece
            at, run = at + 1, run + 1
        found.append(data[(start + first) * size:(start + run + first) * size])
        left, at = left - run, after[at]
    return b"".join(found)
