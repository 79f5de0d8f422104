"""How large a file may be: kept as a table, checked in pieces, or refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .. import formats
from ..core.problem import Problem
from ..core.text import Text

LARGE = 750_000_000  # bytes from which a text is checked in pieces: its table would take 2 GB
LEAST = 50_000_000  # bytes up to which nobody need ask about memory
SWELL = 3  # a table takes about so many times the bytes of its file
CELL, ROOM = 28, 1_500_000_000  # and at least so much a cell; from this much on, a text of short cells is checked in pieces
PLACES, BLOCK, SEPARATORS = 8, 1 << 16, b",;\t|"  # of so many places in a file, each so large, the cells are counted

NOT_HERE = Text("“{file}” is too large for this computer’s memory.", "« {file} » est trop volumineux pour la mémoire de cet ordinateur.")
SPLIT = Text("`steward check` works on a text file of any size. To fix or export it, split it into smaller files.",
             "`steward check` vérifie un fichier texte de n’importe quelle taille. Pour le corriger ou l’exporter, divisez-le.")


@dataclass(frozen=True)
class Limits:
    """When a file is checked in pieces, of how many bytes they are read, and of how many rows checked (None: all)."""

    large: int = LARGE
    room: int = ROOM
    piece: int = formats.PIECE
    rows: int | None = None

    def in_pieces(self, path: Path, *, wanted: bool = False) -> bool:
        """Tell whether a file is too large to be kept as a table, though its table is `wanted` for more than a check."""
        return is_file(path) and ((not wanted and self._is_large(path)) or not fits(path))

    def piece_of(self, path: Path) -> int:
        """Return of how many bytes the pieces of a text are read: of fewer, the more cells they hold."""
        return max(1, min(self.piece, self.piece * path.stat().st_size * SWELL // max(1, cells(path) * CELL)))

    def _is_large(self, path: Path) -> bool:
        return path.stat().st_size > self.large or cells(path) * CELL > self.room


def is_file(path: Path) -> bool:
    """Tell whether a name leads to a file that could be large; what stands in its way is said when it is opened."""
    try:
        return path.is_file()
    except OSError:
        return False


def fits(path: Path) -> bool:
    """Tell whether the table of a text file would fit in the memory that is free."""
    import psutil

    free: int = psutil.virtual_memory().available
    return max(path.stat().st_size * SWELL, cells(path) * CELL) < free


def cells(path: Path) -> int:
    """Return about how many cells a text holds, each row's number among them, judged from some of its places; 0 for a small one."""
    size = path.stat().st_size
    if size <= LEAST:
        return 0
    with path.open("rb") as file:
        sample = b"".join(block_at(file, part * max(0, size - BLOCK) // (PLACES - 1)) for part in range(PLACES))
    found = max(sample.count(bytes([sign])) for sign in SEPARATORS) + 2 * sample.count(b"\n")
    return size * found // len(sample)


def block_at(file: BinaryIO, at: int) -> bytes:
    """Return some bytes of a file from a place on."""
    file.seek(at)
    return file.read(BLOCK)


def refuse_too_large(path: Path) -> None:
    """Raise Problem F01 where a text would not fit in memory as a table, but can be checked in pieces."""
    if is_file(path) and path.stat().st_size > LEAST and not fits(path) and formats.in_pieces(path) is not None:
        raise Problem("F01", NOT_HERE, SPLIT, {"file": path.name})
