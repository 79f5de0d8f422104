"""Text whose cells are parted by a sign: CSV, TSV and their cousins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import REJOINED, Asked, Choice, Note, Reading
from ..core.table import ROW
from . import blanks, dialect as dialects, doubts, encoding as encodings, fixed, frames, guard, inparts, swift
from .content import Fingerprint, mapped
from .inparts import UTF8
from .look import READING
from .records import in_pieces, lines_of, records
from .swift import framed
from .words import fault

HEAD, MAX_COLUMNS, LONGEST, LARGE = 256 * 1024, 16_384, 4 << 20, 8 << 20
MARK = b"\xef\xbb\xbf"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1e]")


@dataclass(frozen=True)
class Plan:
    """How the text will be read: encoding, dialect, usual width, and what else was possible."""

    encoding: encodings.Judged
    guesses: tuple[dialects.Guess, ...]
    choices: dict[str, tuple[Choice, ...]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    fixed: bool = False
    frame: str | None = None
    words: int | None = None

    @classmethod
    def of(cls, data: memoryview, judged: encodings.Judged, guesses: tuple[dialects.Guess, ...],
           garble: int | None = doubts.UNKNOWN) -> Plan:
        """Say what could be read another way, from the whole text (`doubts.of`)."""
        return cls(judged, guesses, *doubts.of(data, judged, guesses, garble))

    @property
    def guess(self) -> dialects.Guess:
        """The best way to cut the text."""
        return self.guesses[0]


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a text file as a grid. Raises Problem F01 where it holds no text or is too wide, Cancelled if stopped."""
    with mapped(path) as data:
        head = bytes(data[:LONGEST])
    if len(head) == LONGEST and b"\n" not in head and b"\r" not in head:
        raise fault("line", path)
    guard.narrow(path, head, MAX_COLUMNS)
    fingerprint = Fingerprint(path)
    grid, plan = as_utf8(path, asked, progress) or as_judged(path, asked, progress)
    mark = plan.guess.dialect.delimiter
    delimiter = None if plan.fixed or mark == dialects.LONE else mark
    kind = "fixed-width" if plan.fixed else "tsv" if delimiter == "\t" else "csv"
    reading = Reading(
        name=path.name, format=kind, bytes=path.stat().st_size, fingerprint=fingerprint,
        encoding=plan.encoding.encoding, delimiter=delimiter, choices=plan.choices, notes=plan.notes, asked=asked,
        proposals=frames.proposals(plan.frame, asked) + blanks.proposals(plan.words, asked))
    return grid, reading


def as_utf8(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Plan] | None:
    """Read UTF-8 straight from disk; None where the file is another thing, or needs the exact way."""
    if asked.encoding and asked.encoding.lower().replace("_", "-") not in UTF8:
        return None
    with mapped(path) as data:
        head = bytes(data[:HEAD])
        if encodings.by_mark(head[:4]) not in (None, "utf-8-sig") or encodings.by_zeros(head[:4096]):
            return None
        try:
            sample = whole_lines(head, len(data)).decode("utf-8")
        except UnicodeDecodeError:
            return None
        if needs_care(sample):
            return None
        name = "utf-8-sig" if sample.startswith("\ufeff") else "utf-8"
        sample = sample.lstrip("\ufeff")
        if frames.worn(sample):
            return None
        guesses = dialects.judge(sample, asked.delimiter)
        slow = guesses[0].dialect.delimiter == blanks.SIGN or in_columns(guesses, sample, asked)
        if slow or not swift.can_read(guesses[0].dialect):
            return None
        grid, garble = by_polars(path, data, sample, guesses[0], progress)
        plan = Plan.of(data, encodings.Judged(name), guesses, garble)
    if grid is None and path.stat().st_size >= LARGE:
        from .pieces import whole  # which builds on this

        grid = whole(path, asked, progress)
    return (unmarked(grid), plan) if grid else None


def by_polars(path: Path, data: memoryview, sample: str, guess: dialects.Guess,
              progress: Progress) -> tuple[Grid | None, int | None]:
    """Return the rows of a UTF-8 text (None where polars may not read it), and where its first garbled accent stands.

    A large one is read part by part.
    """
    if len(data) < LARGE:
        begun = swift.begin(path, sample, guess)
        return begun.grid(progress) if begun else None, doubts.garbled(data)
    garble: list[int] = []

    def look(text: bytes, start: int) -> None:
        at = doubts.garbled_in(text) if not garble else None
        garble.extend([start + at] if at is not None else ())

    return inparts.grid(data, UTF8[0], sample, guess, progress, look), garble[0] if garble else None


def needs_care(sample: str) -> bool:
    """Tell whether a text has line ends of another age or control signs, which only the exact way reads."""
    return "\r" in sample.replace("\r\n", "") or _CONTROL.search(sample) is not None


def is_binary(sample: str) -> bool:
    """Tell whether so many control signs stand in it that it is no text."""
    return len(_CONTROL.findall(sample)) > 0.01 * len(sample)


def unmarked(grid: Grid) -> Grid:
    """Take byte order marks out of the first column: files put one after another keep theirs in the middle."""
    if not grid.height or not grid.width:
        return grid
    first = grid.frame.to_series(0)
    marked = first.str.starts_with("\ufeff").arg_true()
    if not marked.len():
        return grid
    bare = first[marked].str.strip_chars_start("\ufeff")
    column = first.clone().scatter(marked, pl.select(pl.when(bare.str.len_bytes() > 0).then(bare)).to_series())
    return replace(grid, frame=grid.frame.with_columns(column))


def whole_lines(head: bytes, size: int) -> bytes:
    """Return the head of a file up to its last line end, or all of it where it is the whole file."""
    if len(head) >= size:
        return head
    end = max(head.rfind(b"\n"), head.rfind(b"\r"))
    return head[:end + 1] if end > 0 else head


def as_judged(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Plan]:
    """Read any text: its encoding judged over the whole file. Raises Problem F01 where it is not text."""
    with mapped(path) as data:
        judged = encodings.Judged(asked.encoding) if asked.encoding else encodings.judge(data, progress)
        if found := in_parts(data, judged, asked, progress):
            return found
        try:
            text = encodings.utf8(data, judged.encoding, progress).removeprefix(MARK).removeprefix(MARK)
        except (UnicodeDecodeError, LookupError):
            raise fault("encoding", path, encoding=judged.encoding) from None
        sample = whole_lines(text[:HEAD], len(text)).decode("utf-8", "surrogatepass")
        if is_binary(sample):
            raise fault("binary", path)
        frame = frames.worn(sample)
        if frame and frame not in asked.refused:
            text = frames.unframed(text, frame)
            sample = whole_lines(text[:HEAD], len(text)).decode("utf-8", "surrogatepass")
        guesses = dialects.judge(sample, asked.delimiter)
        places = in_columns(guesses, sample, asked)
        begun = None if places else begun_of(text, sample, guesses[0])
        plan = replace(Plan.of(data, judged, guesses), frame=frame, words=None if places else words_of(sample, guesses[0]))
    if places:
        return fixed.grid(lines_of(text.decode("utf-8", "surrogatepass")), places), replace(plan, fixed=True)
    grid = begun.grid(progress) if begun else None
    words = plan.words if REJOINED not in asked.refused else None
    return unmarked(grid or exactly(path, text.replace(b"\n" + MARK, b"\n"), plan, progress, words)), plan


def in_parts(data: memoryview, judged: encodings.Judged, asked: Asked, progress: Progress) -> tuple[Grid, Plan] | None:
    """Read a large text in a single-byte encoding part by part; None where it needs the exact way, or is none."""
    if judged.encoding not in encodings.SINGLE or len(data) < LARGE:
        return None
    head = whole_lines(bytes(data[:HEAD]), len(data))
    sample = encodings.utf8(memoryview(head), judged.encoding, progress).decode()
    if is_binary(sample) or needs_care(sample) or frames.worn(sample):
        return None
    guesses = dialects.judge(sample, asked.delimiter)
    if guesses[0].dialect.delimiter == blanks.SIGN or in_columns(guesses, sample, asked):
        return None
    grid = inparts.grid(data, judged.encoding, sample, guesses[0], progress)
    return (grid, Plan.of(data, judged, guesses)) if grid is not None else None


def begun_of(text: bytes, sample: str, guess: dialects.Guess) -> swift.Begun | None:
    """Begin to read UTF-8 text with polars, where that is exact and the text is not small."""
    if len(text) < HEAD or needs_care(sample) or guess.dialect.delimiter == blanks.SIGN:
        return None
    return swift.begin(text, sample, guess)


def words_of(sample: str, guess: dialects.Guess) -> int | None:
    """Return the column whose words were parted like cells, where blanks part the cells; None where there is none."""
    if guess.dialect.delimiter != blanks.SIGN:
        return None
    return blanks.column_of_words(list(records(lines_of(sample), guess.dialect)))


def exactly(path: Path, text: bytes, plan: Plan, progress: Progress, words: int | None = None) -> Grid:
    """Cut a text into rows, one by one; the words of one column are put together again on demand."""
    way, usual = plan.guess.dialect, plan.guess.width
    frames: list[pl.DataFrame] = []
    widths: list[int] = []
    spill: list[tuple[int, str]] = []
    width = own = 0
    for piece in in_pieces(text, way, 0 if words is not None else usual):
        progress(READING, len(widths))
        own = next((len(row) for row in piece if row), 0) if not width else own
        rows = blanks.together(piece, words, own) if words is not None else piece
        if not width:
            width = max(usual if words is None else 0, max((len(row) for row in rows[:200]), default=1), 1)
            if width > MAX_COLUMNS:
                raise fault("wide", path, columns=MAX_COLUMNS)
        spill += [(len(widths) + index, "\t".join(row[width:])) for index, row in enumerate(rows) if len(row) > width]
        widths += map(len, rows)
        frames.append(framed(rows, width))
    grid = Grid.of(pl.concat(frames, rechunk=False) if frames else framed([], 1))
    return replace(grid, widths=pl.Series(widths, dtype=ROW),
                   spill=pl.DataFrame(spill, schema=grid.spill.schema, orient="row"))


def in_columns(guesses: Sequence[dialects.Guess], sample: str, asked: Asked) -> fixed.Places | None:
    """Return the places of fixed-width columns, where no separator does better."""
    if asked.delimiter or (guesses[0].width > 1 and guesses[0].dialect.delimiter != " "):
        return None
    return fixed.places(lines_of(sample)[:dialects.SAMPLE_LINES])
