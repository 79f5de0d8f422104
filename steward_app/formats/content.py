"""The bytes of a file: mapped, hashed beside the reading, and turned into UTF-8 where they are not."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .patience import Later

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


def hashing(path: Path) -> Later[str]:
    """Hash a file on a thread while something else reads it."""
    return Later(lambda: sha256(path))
