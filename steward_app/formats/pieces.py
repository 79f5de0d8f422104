"""A large delimited text as grids of some thousand rows, one after another, so that memory never holds the file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import polars as pl

from ..core.grid import Grid
from ..core.progress import SILENT, Progress
from ..core.reading import Asked, Reading
from ..core.table import ROW
from . import dialect as dialects, encoding as encodings, frames, swift
from .content import Fingerprint
from .delimited import HEAD, MARK, MAX_COLUMNS, in_columns, is_binary, needs_care, whole_lines
from .inparts import UTF8, joined
from .look import READING
from .records import line_cut, lines_of, record_cut, records, rows_of
from .swift import framed
from .words import fault

PIECE = 32 << 20  # bytes a piece: large enough for polars' two cores, small beside a gigabyte
PART = 8 << 20  # bytes of a piece where all are kept
SAMPLE = 64 * 1024  # bytes of a piece in which its first whole row is looked for
FIRST = 200  # rows whose longest says how many columns an exact reading has


@dataclass(frozen=True)
class Pieces:
    """How a text is read in pieces: its bytes, its encoding and how its rows are cut.

    `exact` says that polars may not read it; `sure` that the encoding was judged over all bytes, or asked for.
    `width` is how many columns every grid has.
    """

    path: Path
    asked: Asked
    encoding: str
    sure: bool
    guess: dialects.Guess
    width: int
    exact: bool
    piece: int
    size: int

    def reading(self) -> Reading:
        """Return what is known of the reading."""
        delimiter = self.guess.dialect.delimiter
        return Reading(name=self.path.name, format="tsv" if delimiter == "\t" else "csv", bytes=self.size,
                       fingerprint=Fingerprint(self.path), encoding=self.encoding, delimiter=delimiter, asked=self.asked)

    def grids(self, progress: Progress = SILENT) -> Iterator[Grid]:
        """Yield the rows of the file in order; row numbers go on from grid to grid.

        Raises OtherEncoding where the text turns out not to be UTF-8, Cancelled if stopped.
        """
        rest, row = b"", 1
        for text, last in self._texts(progress):
            grid, rest = self._grid(rest + text, last, progress)
            if grid.height:
                yield replace(grid, rows=pl.int_range(row, row + grid.height, dtype=ROW, eager=True))
                row += grid.height

    def _texts(self, progress: Progress) -> Iterator[tuple[bytes, bool]]:
        """Yield the file as UTF-8, block by block, and whether a block is the last."""
        turn = turner(self.encoding)
        with self.path.open("rb", buffering=0) as file:
            done = 0
            while block := file.read(self.piece):
                first, done = not done, done + len(block)
                progress(READING, done, self.size)
                text = turn(block, done >= self.size)
                yield (text.removeprefix(MARK).removeprefix(MARK) if first else text), done >= self.size

    def _grid(self, text: bytes, last: bool, progress: Progress) -> tuple[Grid, bytes]:
        """Return the rows that a text holds whole, and what is left for the next."""
        cut = len(text) if last else line_cut(text) if self.exact else record_cut(text)
        whole, rest = text[:cut], text[cut:]
        grid = self._by_polars(whole, progress)
        if grid is None and self.encoding in UTF8 and not is_utf8(whole):
            if not self.sure:
                raise OtherEncoding
            whole = encodings.decoded(whole, "utf-8").encode("utf-8", "surrogatepass")
            grid = self._by_polars(whole, progress)
        if grid is not None:
            return grid, rest
        rows, left = rows_of(whole.decode("utf-8", "surrogatepass"), last, self.guess.dialect, self.guess.width)
        return by_rows(rows, self.width), left.encode("utf-8", "surrogatepass") + rest

    def _by_polars(self, text: bytes, progress: Progress) -> Grid | None:
        """Return the rows of a text as polars reads them; None where that is not exact."""
        if self.exact or not text:
            return None
        sample = whole_lines(text[:SAMPLE], len(text)).decode("utf-8", "replace")
        begun = swift.begin(text, sample, self.guess)
        return begun.grid(progress) if begun is not None else None


class OtherEncoding(Exception):
    """The text holds bytes that are not UTF-8; the whole of it must be judged."""


class Slices:
    """The bytes of a file, read where they are asked for: a map of it would count as memory of this process."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb", buffering=0)
        self._size = path.stat().st_size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, at: slice) -> bytes:
        start, stop, _ = at.indices(self._size)
        self._file.seek(start)
        return self._file.read(max(0, stop - start))

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def pieces(path: Path, asked: Asked, progress: Progress = SILENT, *, piece: int = PIECE) -> Pieces | None:
    """Judge how a text is read in pieces, from its first bytes; None where only the whole of it can be read.

    Raises Problem F01 where it holds no text, Cancelled if stopped.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    encoding = asked.encoding or encodings.by_mark(start) or encodings.by_zeros(start) or "utf-8"
    try:
        return judged(path, asked, encoding, piece, sure=asked.encoding is not None)
    except OtherEncoding:
        return of_other_encoding(path, asked, piece, progress)


def whole(path: Path, asked: Asked, progress: Progress = SILENT, *, part: int = PART) -> Grid | None:
    """Read a text of unsound quotes piece by piece, so that only some need the exact way; None where that cannot be done."""
    found = pieces(path, asked, progress, piece=part)
    try:
        return joined(list(found.grids(progress))) if found is not None else None
    except OtherEncoding:
        return None


def of_other_encoding(path: Path, asked: Asked, piece: int, progress: Progress = SILENT) -> Pieces | None:
    """Return the reading with the encoding judged over all bytes of the file. Raises as `pieces` does."""
    data = Slices(path)
    try:
        encoding = encodings.judge(data, progress).encoding
    finally:
        data.close()
    return judged(path, asked, encoding, piece, sure=True)


def judged(path: Path, asked: Asked, encoding: str, piece: int, *, sure: bool) -> Pieces | None:
    """Judge separator and width of a text in an encoding; None where no separator cuts it.

    Raises OtherEncoding where it is not UTF-8 as it was thought to be.
    """
    sample = first_lines(path, encoding, sure=sure)
    if frames.worn(sample):
        return None
    guesses = dialects.judge(sample, asked.delimiter)
    if guesses[0].width < 2 or in_columns(guesses, sample, asked):
        return None
    size = path.stat().st_size
    exact = needs_care(sample) or not swift.can_read(guesses[0].dialect) or (encoding not in UTF8 and size < HEAD)
    width = guesses[0].width
    if exact:
        first = islice(records(lines_of(sample), guesses[0].dialect, width), FIRST)
        width = max(width, *(len(row) for row in first))
    if width > MAX_COLUMNS:
        raise fault("wide", path, columns=MAX_COLUMNS)
    return Pieces(path, asked, encoding, sure, guesses[0], width, exact, piece, size)


def first_lines(path: Path, encoding: str, *, sure: bool) -> str:
    """Return the first lines of a text. Raises OtherEncoding or Problem F01 where they are in another encoding."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    size = path.stat().st_size
    whole = whole_lines(head, size) if encoding in (*UTF8, *encodings.SINGLE) else head
    if encoding in UTF8 and not is_utf8(whole):
        if not sure:
            raise OtherEncoding
        whole = encodings.decoded(whole, "utf-8").encode("utf-8", "surrogatepass")
    try:
        text = turner(encoding)(whole, len(whole) == size)
    except (UnicodeDecodeError, LookupError):
        raise fault("encoding", path, encoding=encoding) from None
    sample = whole_lines(text, len(text) + (len(whole) < size)).decode("utf-8", "surrogatepass").lstrip("\ufeff")
    if is_binary(sample):
        raise fault("binary", path)
    return sample


def is_utf8(text: bytes) -> bool:
    """Tell whether whole lines are UTF-8."""
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def turner(encoding: str) -> Callable[[bytes, bool], bytes]:
    """Return what turns blocks of a text into UTF-8, one after another. Raises LookupError on a name nobody knows."""
    if encoding in UTF8:
        return lambda block, last: block
    if encoding in encodings.SINGLE:
        turn = encodings.turning(encoding)
        return lambda block, last: turn(block)
    decoder = codecs.getincrementaldecoder(encoding)()
    return lambda block, last: decoder.decode(block, last).encode("utf-8", "surrogatepass")


def by_rows(rows: Sequence[Sequence[str]], width: int) -> Grid:
    """Make a grid of rows cut one by one."""
    spill = [(index, "\t".join(row[width:])) for index, row in enumerate(rows) if len(row) > width]
    grid = Grid.of(framed(rows, width))
    return replace(grid, widths=pl.Series([len(row) for row in rows], dtype=ROW),
                   spill=pl.DataFrame(spill, schema=grid.spill.schema, orient="row"))


__all__ = ["OtherEncoding", "Pieces", "of_other_encoding", "pieces", "whole"]
