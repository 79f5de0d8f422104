"""CSV read by polars, where its answer is exact; what polars passes over in silence is looked for apart."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.table import ROW
from .dialect import Guess
from .look import READING, Look, look
from .patience import Later
from .records import Dialect, cells, lines_of, records

MARK = b"\xef\xbb\xbf"
ODD = "\x1f"  # no text has it: lines come out whole


@dataclass(frozen=True)
class Begun:
    """A reading under way: polars parses on threads of its own, beside whatever else is done.

    `above` are the rows before the first of the usual width, which polars skips; `lines` how many lines they take.
    """

    source: Path | bytes
    way: Dialect
    width: int
    above: list[list[str]]
    lines: int
    frame: Later[pl.DataFrame | None]

    def grid(self, progress: Progress) -> Grid | None:
        """Return the grid; None where the exact way is needed. Raises Cancelled."""
        found = look(self.source, self.way.delimiter, progress)
        frame = self.frame.result(progress, READING) if found.sound else None
        longer = found.sound and frame is None
        if longer:
            frame = Later(partial(self.parsed, cut=True)).result(progress, READING)
        if frame is None or (found.returns and bool(frame.to_series(self.width - 1).str.ends_with("\r").any())):
            return None  # misplaced quotes; bytes that are not UTF-8; CR CR LF, which polars takes for two line ends
        widths = spill = None
        if longer or not accounted(frame, found, self.source, self.lines):
            counted = Later(partial(by_lines, self.source, frame, self.way, self.width, self.lines)).result(
                progress, READING)
            if counted is None:
                return None
            widths, spill = counted
        grid = Grid.of(stacked(self.above, emptied(frame) if found.doubled else frame, self.width))
        if widths is None and not self.above:
            return grid
        return with_widths(grid, self.above, widths, spill, frame.height, self.width)

    def parsed(self, *, cut: bool) -> pl.DataFrame | None:
        """Return polars' own reading, rows too long cut on demand."""
        return parsed(self.source, self.way, self.width, self.lines, cut=cut)


def begin(source: Path | bytes, sample: str, guess: Guess) -> Begun | None:
    """Begin to read UTF-8 text with polars; None where the exact way is needed."""
    way, width = guess.dialect, guess.width
    if not can_read(way):
        return None
    above, lines = rows_above(sample, way, width)
    if lines is None:
        return None
    return Begun(source, way, width, above, lines, Later(lambda: parsed(source, way, width, lines)))


def can_read(way: Dialect) -> bool:
    """Tell whether polars knows how such a text is cut."""
    return way.quote == '"' and not way.escape and not way.spaced and way.delimiter.isascii()


def rows_above(sample: str, way: Dialect, width: int) -> tuple[list[list[str]], int | None]:
    """Return the rows before the first of the usual width, and how many lines they take (None: no such row)."""
    above: list[list[str]] = []
    for row in records(lines_of(sample)[:200], way, width):
        if len(row) == width:
            return above, len(above) if not any("\n" in cell for kept in above for cell in kept) else None
        above.append(row)
    return above, None


def parsed(source: Path | bytes, way: Dialect, width: int, skip: int, *, cut: bool = False) -> pl.DataFrame | None:
    """Return polars' own reading, None where it refuses (bytes that are not UTF-8, a row too long unless `cut`)."""
    try:
        return pl.read_csv(source if isinstance(source, Path) else io.BytesIO(source), has_header=False,
                           schema={str(index): pl.String for index in range(width)}, separator=way.delimiter,
                           infer_schema=False, skip_lines=skip, truncate_ragged_lines=cut, glob=False)
    except pl.exceptions.PolarsError:
        return None


def accounted(frame: pl.DataFrame, found: Look, source: Path | bytes, lines: int) -> bool:
    """Tell whether cells, delimiters, quotes and line ends make up every byte of a text whose quotes are sound.

    Then no row is short: each would lack a delimiter, and nothing else can stand for one. False proves nothing.
    """
    if not frame.to_series(frame.width - 1).null_count():
        return True  # a row too short leaves the last column empty
    rows, end = frame.height + lines, 2 if found.returns else 1
    ends = rows - (not found.ended)
    if found.returns not in (0, ends):
        return False
    head = first_lines(source, lines)
    lengths = pl.all().str.len_bytes()
    cells = sum(frame.select((lengths if found.size < 1 << 32 else lengths.cast(pl.UInt64)).sum()).row(0))
    quotes = found.quotes - head.count(b'"') - (quotes_in(frame) if found.doubled else 0)
    inner = len(head) + cells + (frame.width - 1) * frame.height + quotes
    return bool(inner + (frame.height - (not found.ended)) * end == found.size)


def first_lines(source: Path | bytes, lines: int) -> bytes:
    """Return the byte order mark and the first lines of a text, which polars skips, as they stand."""
    with source.open("rb") if isinstance(source, Path) else io.BytesIO(source) as stream:
        head = b"".join(stream.readline() for _ in range(lines))
        return head if lines else MARK * stream.read(3).startswith(MARK)


def quotes_in(frame: pl.DataFrame) -> int:
    """Return how many quotes stand inside the cells."""
    return sum(frame.select(pl.all().str.count_matches('"', literal=True).cast(pl.UInt64).sum()).row(0))


def by_lines(source: Path | bytes, frame: pl.DataFrame, way: Dialect, width: int,
             skip: int) -> tuple[pl.Series, pl.DataFrame] | None:
    """Count the cells of every row from its lines, and return the cells beyond the usual width."""
    lines = whole_lines(source, skip)
    text = by_rows(lines.to_series(0)) if lines is not None else None
    if text is None or len(text) != frame.height:
        return None
    bare = text.to_frame("line").select(
        pl.when(pl.col("line").str.contains('"', literal=True))
        .then(pl.col("line").str.replace_all(r'"(?:[^"]|"")*"', "")).otherwise("line").alias("line"))
    counts = bare.select(pl.when(text.str.len_bytes().fill_null(0) == 0).then(0).otherwise(
        pl.col("line").str.count_matches(way.delimiter, literal=True) + 1).cast(ROW)).to_series()
    over = (counts > width).arg_true()
    beyond = [(int(at), "\t".join(cells(text[int(at)], way)[width:])) for at in over]
    return counts, pl.DataFrame(beyond, schema={"index": ROW, "text": pl.String}, orient="row")


def whole_lines(source: Path | bytes, skip: int) -> pl.DataFrame | None:
    """Return the lines as they stand, quotes and all."""
    try:
        return pl.read_csv(source if isinstance(source, Path) else io.BytesIO(source), has_header=False,
                           schema={"0": pl.String}, separator=ODD, quote_char=None, infer_schema=False,
                           skip_lines=skip, truncate_ragged_lines=True, glob=False)
    except pl.exceptions.PolarsError:
        return None


def by_rows(lines: pl.Series) -> pl.Series:
    """Join lines into rows: one that begins inside quotes goes on with the row before."""
    quotes = lines.str.count_matches('"', literal=True).fill_null(0).cast(pl.Int64)
    within = (quotes.cum_sum() - quotes) % 2 == 1
    if not within.any():
        return lines
    grouped = pl.DataFrame({"row": (~within).cum_sum(), "line": lines.fill_null("")})
    return grouped.group_by("row", maintain_order=True).agg(pl.col("line").str.join("\n"))["line"]


def stacked(above: Sequence[Sequence[str]], frame: pl.DataFrame, width: int) -> pl.DataFrame:
    """Return the rows above and the frame as one."""
    return pl.concat([framed(above, width), frame], rechunk=False) if above else frame


def with_widths(grid: Grid, above: Sequence[Sequence[str]], widths: pl.Series | None, spill: pl.DataFrame | None,
                height: int, width: int) -> Grid:
    """Return the grid with the count of cells of each row."""
    body = widths if widths is not None else pl.repeat(width, height, dtype=ROW, eager=True)
    head = pl.Series([len(row) for row in above], dtype=ROW)
    shifted = spill.with_columns(pl.col("index") + len(above)) if spill is not None else grid.spill
    longer = [(at, "\t".join(row[width:])) for at, row in enumerate(above) if len(row) > width]
    beyond = pl.concat([pl.DataFrame(longer, schema=grid.spill.schema, orient="row"), shifted.cast({"index": ROW})])
    return replace(grid, widths=pl.concat([head, body], rechunk=True), spill=beyond)


def framed(rows: Sequence[Sequence[str]], width: int) -> pl.DataFrame:
    """Make a frame of text of rows cut or padded to a width; empty text is null."""
    fitted = [row if len(row) == width else [*row[:width], *[""] * (width - len(row))] for row in rows]
    columns = zip(*fitted, strict=True) if fitted else [()] * width
    frame = pl.DataFrame([pl.Series(str(index), column, dtype=pl.String) for index, column in enumerate(columns)])
    return emptied(frame)


def emptied(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame of text in which empty text is null; columns without any stay as they are."""
    shortest = frame.select(pl.all().str.len_bytes().min()).row(0) if frame.width else ()
    blank = [name for name, size in zip(frame.columns, shortest, strict=True) if size == 0]
    return frame.with_columns(filled(name) for name in blank) if blank else frame


def filled(name: str) -> pl.Expr:
    """Return a column of text in which empty text is null."""
    return pl.when(pl.col(name).str.len_bytes() > 0).then(pl.col(name)).alias(name)
