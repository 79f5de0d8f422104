"""The one door through which files come in: read as raw rows, then judged into a table."""

from __future__ import annotations

from pathlib import Path

from .. import formats, structure
from ..core.progress import SILENT, Progress
from ..core.reading import Asked
from ..core.table import Opened

ReadingProcess = formats.Away


def open_file(path: Path, asked: Asked = Asked(), progress: Progress = SILENT, *, scratch: Path | None = None,
              header_only_ok: bool = False, away: ReadingProcess | None = None) -> Opened:
    """Open any file as a table, as the steward asked or as judged.

    Raises Problem F01 if it cannot be read, F02 if there are headings but no rows (unless `header_only_ok`),
    Cancelled if stopped. `scratch` is a folder for what a reader writes on the way; without one a temporary
    folder serves. Who opens several files keeps one `ReadingProcess` and hands it in. The file is never written.
    """
    grid, reading = formats.read(path, asked, progress, scratch=scratch, away=away)
    return structure.opened(grid, reading, progress, header_only_ok=header_only_ok)
