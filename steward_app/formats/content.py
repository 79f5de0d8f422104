"""The bytes of a file: mapped, and their fingerprint."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .words import fault

BLOCK = 1 << 20


@contextmanager
def mapped(path: Path) -> Iterator[memoryview]:
    """Give the bytes of a file without copying them; the map is closed afterwards."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        view = memoryview(data)
        try:
            yield view
        finally:
            view.release()


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


class Fingerprint:
    """The SHA-256 of a file as it is now, worked out when first asked for: most who open a file never ask."""

    def __init__(self, path: Path) -> None:
        self._path, self._then, self._found = path, stamp(path), ""

    def __call__(self) -> str:
        """Return the hash. Raises Problem F01 if the file is gone, or another one than was read."""
        if not self._found:
            try:
                same, found = stamp(self._path) == self._then, sha256(self._path)
            except OSError:
                raise fault("changed", self._path) from None
            if not same:
                raise fault("changed", self._path)
            self._found = found
        return self._found


def stamp(path: Path) -> tuple[int, int]:
    """Return what tells two states of a file apart without reading it: its size and when it was written."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns
