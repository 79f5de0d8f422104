"""Text whose cells are parted by a sign: CSV, TSV and their cousins."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.reading import Asked, Choice, Note, Reading
from ..core.table import ROW
from ..core.text import Text
from . import dialect as dialects
from . import encoding as encodings
from .content import hashing, mapped
from .records import Dialect, lines_of, records
from .words import fault

READING = Text("Reading the rows", "Lecture des lignes")
HEAD, MAX_COLUMNS = 256 * 1024, 16_384
SIMPLE = ("utf-8", "utf-8-sig")


@dataclass(frozen=True)
class Plan:
    """How the text will be read: encoding, dialect, usual width, and what else was possible."""

    encoding: encodings.Judged
    guess: dialects.Guess
    others: tuple[dialects.Guess, ...]


def read(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Reading]:
    """Read a text file as a grid. Raises Problem F01 where it holds no text or is too wide, Cancelled if stopped."""
    size = path.stat().st_size
    with hashing(path) as digest:
        grid, plan = swift(path, asked, progress) or slow(path, asked, progress)
        reading = Reading(
            name=path.name, format=named(plan), bytes=size, sha256=digest.result(), encoding=plan.encoding.encoding,
            delimiter=plan.guess.dialect.delimiter, choices=choices(plan), notes=notes(plan), asked=asked)
    return grid, reading


def named(plan: Plan) -> str:
    """Return `tsv` for tabs, else `csv`."""
    return "tsv" if plan.guess.dialect.delimiter == "\t" else "csv"


def notes(plan: Plan) -> tuple[Note, ...]:
    """Say what was doubtful in the text itself."""
    return ()


def choices(plan: Plan) -> dict[str, tuple[Choice, ...]]:
    """Return what could be read another way."""
    cuts = [Choice(guess.dialect.delimiter, (), round(guess.score, 3)) for guess in plan.others if guess.width > 1]
    return {"delimiter": tuple(cuts)} if cuts else {}


def swift(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Plan] | None:
    """Read UTF-8 with polars; None where the file needs the exact way."""
    if asked.encoding and asked.encoding.lower().replace("_", "-") not in SIMPLE:
        return None
    with mapped(path) as data:
        head = bytes(data[:HEAD])
        if encodings.by_mark(head[:4]) not in (None, "utf-8-sig") or encodings.by_zeros(head[:4096]):
            return None
        try:
            sample = whole_lines(head, len(data)).decode("utf-8")
        except UnicodeDecodeError:
            return None
        if "\r" in sample.replace("\r\n", "") or not well_quoted(data, progress):
            return None
    name = "utf-8-sig" if sample.startswith("\ufeff") else "utf-8"
    guesses = dialects.judge(sample.lstrip("\ufeff"), asked.delimiter)
    plan = Plan(encodings.Judged(name), guesses[0], guesses)
    progress(READING)
    grid = by_polars(path, sample.lstrip("\ufeff"), plan.guess)
    return (grid, plan) if grid else None


def whole_lines(head: bytes, size: int) -> bytes:
    """Return the head of a file up to its last line end, or all of it where it is the whole file."""
    if len(head) >= size:
        return head
    end = max(head.rfind(b"\n"), head.rfind(b"\r"))
    return head[:end + 1] if end > 0 else head


def well_quoted(data: memoryview, progress: Progress) -> bool:
    """Tell whether every double quote opens or closes a cell, or is doubled, and all are paired."""
    import numpy as np

    total = 0
    block = 1 << 24
    for start in range(0, len(data), block):
        progress(READING, start, len(data))
        part = np.frombuffer(data[start:start + block], dtype=np.uint8)
        total += int(np.count_nonzero(part == 34))
    return total % 2 == 0


def by_polars(source: Path | bytes, sample: str, guess: dialects.Guess) -> Grid | None:
    """Read with polars; None where its answer would not be exact."""
    way = guess.dialect
    if way.quote != '"' or way.escape or way.spaced or len(way.delimiter.encode()) != 1:
        return None
    above, lines = rows_above(sample, guess)
    if lines is None:
        return None
    columns = {str(index): pl.String for index in range(guess.width)}
    try:
        frame = pl.read_csv(source if isinstance(source, Path) else io.BytesIO(source), has_header=False,
                            schema=columns, separator=way.delimiter, infer_schema=False, skip_lines=lines)
    except pl.exceptions.PolarsError:
        return None
    frame = frame.select(nothing_to_null(name) for name in frame.columns)
    if frame[frame.columns[-1]].null_count():
        return None
    if above:
        frame = pl.concat([framed(above, guess.width), frame], rechunk=False)
    return Grid.of(frame)


def rows_above(sample: str, guess: dialects.Guess) -> tuple[list[list[str]], int | None]:
    """Return the rows before the first of the usual width, and how many lines they take (None: no such row)."""
    lines = lines_of(sample)
    above: list[list[str]] = []
    for row in records(lines[:200], guess.dialect, guess.width):
        if len(row) == guess.width:
            return above, len(above) if not any("\n" in cell for kept in above for cell in kept) else None
        above.append(row)
    return above, None


def nothing_to_null(name: str) -> pl.Expr:
    """Return a column in which empty text is null."""
    return pl.when(pl.col(name).str.len_bytes() > 0).then(pl.col(name)).alias(name)


def framed(rows: list[list[str]], width: int) -> pl.DataFrame:
    """Make a frame of text of rows cut or padded to a width; empty text is null."""
    columns = {str(index): [row[index] or None if index < len(row) else None for row in rows]
               for index in range(width)}
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def slow(path: Path, asked: Asked, progress: Progress) -> tuple[Grid, Plan]:
    """Read any text exactly. Raises Problem F01 where it is not text."""
    with mapped(path) as data:
        judged = (encodings.Judged(asked.encoding) if asked.encoding else encodings.judge(data, progress))
        try:
            text = encodings.decoded(bytes(data), judged.encoding).lstrip("\ufeff")
        except (UnicodeDecodeError, LookupError):
            raise fault("encoding", path, encoding=judged.encoding) from None
    guesses = dialects.judge(text[:HEAD], asked.delimiter)
    plan = Plan(judged, guesses[0], guesses)
    return exactly(path, text, plan, progress), plan


def exactly(path: Path, text: str, plan: Plan, progress: Progress) -> Grid:
    """Cut a text into rows, one by one."""
    lines = lines_of(text)
    told = progress.over(records(lines, plan.guess.dialect, plan.guess.width), READING, len(lines), every=5000)
    rows = list(told)
    widths = [len(row) for row in rows]
    width = max(plan.guess.width, max(widths[:200], default=1))
    if width > MAX_COLUMNS:
        raise fault("wide", path, columns=MAX_COLUMNS)
    spill = [(index, "\t".join(row[width:])) for index, row in enumerate(rows) if len(row) > width]
    grid = Grid.of(framed(rows, width))
    return replace(grid, widths=pl.Series(widths, dtype=ROW),
                   spill=pl.DataFrame(spill, schema=grid.spill.schema, orient="row"))


def facts(plan: Plan) -> dict[str, Any]:
    """Return what the log may say of a plan."""
    return {"encoding": plan.encoding.encoding, "delimiter": plan.guess.dialect.delimiter}
