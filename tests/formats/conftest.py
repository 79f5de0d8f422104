"""Opening in this process for most tests; one reading process for those that need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from steward_app import structure
from steward_app.core.progress import SILENT
from steward_app.core.reading import Asked
from steward_app.core.table import Opened
from steward_app.formats import Away, guard, readers
from steward_app.formats.recognise import kind_of

Open = Callable[..., Opened]


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Open bytes (written to a file) or a path in this process."""
    def opening(source: bytes | Path, asked: Asked = Asked(), *, name: str = "file.csv") -> Opened:
        path = source if isinstance(source, Path) else tmp_path / name
        if isinstance(source, bytes):
            path.write_bytes(source)
        guard.regular(path)
        kind = guard.checked(path, kind_of(path))
        return structure.opened(*readers.read(path, kind, asked, SILENT, tmp_path), header_only_ok=True)
    return opening


@pytest.fixture(scope="session")
def away() -> Iterator[Away]:
    """Return the one reading process of a test run."""
    with Away() as process:
        yield process
