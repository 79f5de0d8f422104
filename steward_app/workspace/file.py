"""The one door through which files come in: read as raw rows, then judged into a table."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .. import formats, structure
from ..core.progress import SILENT, Progress
from ..core.reading import Asked
from ..core.table import Opened

ReadingProcess = formats.Away
CLIPBOARD = "clipboard.txt"


def open_file(path: Path, asked: Asked = Asked(), progress: Progress = SILENT, *, scratch: Path | None = None,
              header_only_ok: bool = False, away: ReadingProcess | None = None) -> Opened:
    """Open any file as a table, as the steward asked or as judged.

    Raises Problem F01 if it cannot be read, F02 if there are headings but no rows (unless `header_only_ok`),
    Cancelled if stopped. `scratch` is a folder for what a reader writes on the way; without one a temporary
    folder serves. Who opens several files keeps one `ReadingProcess` and hands it in. The file is never written.
    """
    grid, reading = formats.read(path, asked, progress, scratch=scratch, away=away)
    return structure.opened(grid, reading, progress, header_only_ok=header_only_ok)


def open_series(paths: Sequence[Path], asked: Asked = Asked(), progress: Progress = SILENT, *,
                scratch: Path | None = None) -> Opened:
    """Open several files of one series (a file a month) as one table. Raises as `open_file` does."""
    with ReadingProcess() as away:
        files = [open_file(path, asked, progress, scratch=scratch, away=away) for path in paths]
    return structure.append(files)


def open_text(text: str, asked: Asked = Asked(), progress: Progress = SILENT) -> Opened:
    """Open a table pasted from the clipboard. Raises as `open_file` does."""
    with tempfile.TemporaryDirectory(prefix="paste-") as folder:
        path = Path(folder) / CLIPBOARD
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        opened = open_file(path, replace(asked, encoding="utf-8"), progress)
        fingerprint = opened.reading.sha256  # while the file is there
    return replace(opened, reading=replace(opened.reading, asked=asked, fingerprint=fingerprint))
