"""Open: one file per format. Each reads its file as a grid of text, and says how it read it."""

from __future__ import annotations

from pathlib import Path

from ..core.grid import Grid
from ..core.progress import SILENT, Progress
from ..core.reading import Asked, Reading
from . import delimited, guard
from .away import Away, folder
from .pieces import PIECE, OtherEncoding, Pieces, of_other_encoding, pieces
from .recognise import kind_of

__all__ = ["PIECE", "Away", "OtherEncoding", "Pieces", "in_pieces", "of_other_encoding", "read"]


def read(path: Path, asked: Asked = Asked(), progress: Progress = SILENT, *, scratch: Path | None = None,
         away: Away | None = None) -> tuple[Grid, Reading]:
    """Read any file as its raw rows. Raises Problem F01 if it cannot be read, Cancelled if stopped.

    Text that a first look finds harmless is read here; all else in a reading process, `away` if one is kept.
    """
    guard.regular(path)
    kind = guard.checked(path, kind_of(path))
    guard.without_sheets(path, kind, asked.sheet)
    if kind == "text":
        guard.filled(path)
    if kind == "text" and guard.harmless(path):
        return delimited.read(path, asked, progress)
    with folder(scratch) as room:
        if away is not None:
            return away.read(path, kind, asked, progress, Path(room))
        with Away() as reader:
            return reader.read(path, kind, asked, progress, Path(room))


def in_pieces(path: Path, asked: Asked = Asked(), progress: Progress = SILENT, *, piece: int = PIECE) -> Pieces | None:
    """Return how a delimited text is read in pieces of so many bytes; None where the file is another thing.

    Raises Problem F01 if it cannot be read, Cancelled if stopped.
    """
    guard.regular(path)
    if kind_of(path) != "text" or not guard.harmless(path):
        return None
    guard.without_sheets(path, "text", asked.sheet)
    guard.filled(path)
    return pieces(path, asked, progress, piece=piece)
