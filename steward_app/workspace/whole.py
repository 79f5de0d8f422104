"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LETTERS = 40  # of a file's name are enough for the one beside it: with more, a long name would be too long


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Give a place beside a file to write to: it becomes the file where nothing is raised, and goes where something is.

    A link stays one, what it leads to is written. What is no file (`/dev/stdout`, a pipe) is written to as it is.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name[:LETTERS]}.{os.getpid()}")
    try:
        yield beside
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
