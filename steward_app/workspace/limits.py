"""How large a file may be: kept as a table, checked in pieces, or refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import formats
from ..core.problem import Problem
from ..core.text import Text

LARGE = 750_000_000  # bytes from which a text is checked in pieces: its table would take 2 GB
LEAST = 50_000_000  # bytes up to which nobody need ask about memory
SWELL = 3  # a table takes about so many times the bytes of its file

NOT_HERE = Text("“{file}” is too large for this computer’s memory.", "« {file} » est trop volumineux pour la mémoire de cet ordinateur.")
SPLIT = Text("`steward check` works on a text file of any size. To fix or export it, split it into smaller files.",
             "`steward check` vérifie un fichier texte de n’importe quelle taille. Pour le corriger ou l’exporter, divisez-le.")


@dataclass(frozen=True)
class Limits:
    """When a file is checked in pieces, of how many bytes they are read, and of how many rows checked (None: all)."""

    large: int = LARGE
    piece: int = formats.PIECE
    rows: int | None = None

    def in_pieces(self, path: Path, *, wanted: bool = False) -> bool:
        """Tell whether a file is too large to be kept as a table, though its table is `wanted` for more than a check."""
        return is_file(path) and ((path.stat().st_size > self.large and not wanted) or not fits(path))


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
    return path.stat().st_size * SWELL < free


def refuse_too_large(path: Path) -> None:
    """Raise Problem F01 where a text would not fit in memory as a table, but can be checked in pieces."""
    if is_file(path) and path.stat().st_size > LEAST and not fits(path) and formats.in_pieces(path) is not None:
        raise Problem("F01", NOT_HERE, SPLIT, {"file": path.name})
