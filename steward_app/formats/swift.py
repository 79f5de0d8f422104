"""CSV read by polars, where its answer is exact; what polars passes over in silence is looked for apart."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.table import ROW
from ..core.text import Text
from .patience import Later
from .records import Dialect, cells, lines_of, records

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

READING = Text("Reading the rows", "Lecture des lignes")
BLOCK = 1 << 19
QUOTE, LF, CR = 34, 10, 13
ODD = "\x1f"


def windows(source: Path | bytes) -> Iterator[npt.NDArray[np.uint8]]:
    """Yield a text in pieces, each with the two bytes before it and the one after; line ends stand around the whole.

    Each piece is gone when the next is asked for. A file is read, not mapped: mapped pages would count as memory of
    this process beside the table.
    """
    import numpy as np

    raw = bytearray(b"\n" * (BLOCK + 3))
    buffer, room = np.frombuffer(raw, dtype=np.uint8), memoryview(raw)
    held = 2  # at first two line ends; then the last three bytes, one of them not yet looked at
    with source.open("rb", buffering=0) if isinstance(source, Path) else io.BytesIO(source) as stream:
        while count := stream.readinto(room[held:held + BLOCK - 1]):
            end = held + count
            yield buffer[:end]
            buffer[:3], held = buffer[end - 3:end].copy(), 3
    buffer[held] = LF
    yield buffer[:held + 1]


def well_quoted(source: Path | bytes, delimiter: str, progress: Progress) -> bool:
    """Tell whether every quote opens, closes or doubles another, and all are paired."""
    import numpy as np

    edge = np.zeros(256, dtype=bool)
    edge[[ord(delimiter), LF, CR, QUOTE]] = True
    quotes = 0
    for window in windows(source):
        progress(READING)
        at = np.flatnonzero(window[2:-1] == QUOTE) + 2
        quotes += len(at)
        if not bool((edge[window[at - 1]] | edge[window[at + 1]]).all()):
            return False
    return quotes % 2 == 0


def lines_ended_by(source: Path | bytes, delimiter: str, progress: Progress) -> int:
    """Count the lines that end in a delimiter."""
    import numpy as np

    mark, count = ord(delimiter), 0
    for window in windows(source):
        progress(READING)
        at = np.flatnonzero(window[2:-1] == LF) + 2
        last = window[at - 1]
        count += int(np.count_nonzero((last == mark) | ((last == CR) & (window[at - 2] == mark))))
    return count


def read(source: Path | bytes, sample: str, way: Dialect, width: int, progress: Progress) -> Grid | None:
    """Read UTF-8 text with polars as a grid; None where the exact way is needed."""
    if way.quote != '"' or way.escape or way.spaced or not way.delimiter.isascii():
        return None
    above, lines = rows_above(sample, way, width)
    if lines is None or not well_quoted(source, way.delimiter, progress):
        return None
    progress(READING)
    frame = Later(lambda: parsed(source, way, width, lines)).result(progress, READING)
    longer = frame is None
    if longer:
        frame = Later(lambda: parsed(source, way, width, lines, cut=True)).result(progress, READING)
    if frame is None:
        return None
    if bool(frame.to_series(width - 1).str.ends_with("\r").any()):
        return None  # CR CR LF, which only the exact way reads as one line end
    widths = spill = None
    if longer or maybe_short(frame, source, way.delimiter, progress):
        whole = frame
        counted = Later(lambda: by_lines(source, whole, way, width, lines)).result(progress, READING)
        if counted is None:
            return None
        widths, spill = counted
    grid = Grid.of(stacked(above, frame, width))
    if widths is None and not above:
        return grid
    return with_widths(grid, above, widths, spill, frame.height, width)


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


def maybe_short(frame: pl.DataFrame, source: Path | bytes, delimiter: str, progress: Progress) -> bool:
    """Tell whether some row may have too few cells.

    Such a row leaves the last column empty. Where every row that does ends in a delimiter, only one that leaves the
    last two columns empty can still be short.
    """
    last = frame.to_series(frame.width - 1)
    if not last.null_count():
        return False
    tail = frame.select(pl.nth(-1).is_null().alias("one"),
                        (pl.nth(-1).is_null() & pl.nth(-2 if frame.width > 1 else -1).is_null()).alias("two"))
    return bool(tail["two"].any()) or tail["one"].sum() != lines_ended_by(source, delimiter, progress)


def by_lines(source: Path | bytes, frame: pl.DataFrame, way: Dialect, width: int,
             skip: int) -> tuple[pl.Series, pl.DataFrame] | None:
    """Count the cells of every row from its line, and return the cells beyond the usual width."""
    lines = parsed(source, replace(way, delimiter=ODD), 1, skip) if way.delimiter != ODD else None
    lines = whole_lines(source, skip) if lines is None or lines.height != frame.height else lines
    if lines is None:
        return None
    text = lines.to_series(0)
    if lines.height != frame.height:
        joined = by_rows(text, frame)
        if joined is None:
            return None
        text = joined
    bare = text.to_frame("line").select(
        pl.when(pl.col("line").str.contains('"', literal=True))
        .then(pl.col("line").str.replace_all(r'"(?:[^"]|"")*"', "")).otherwise("line").alias("line"))
    counts = bare.select(pl.when(pl.col("line").is_null()).then(0).otherwise(
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


def by_rows(lines: pl.Series, frame: pl.DataFrame) -> pl.Series | None:
    """Join lines into rows where cells hold line breaks; None where the count does not come out."""
    inside = frame.select(pl.sum_horizontal(
        pl.all().str.count_matches("\n", literal=True).fill_null(0))).to_series().cast(pl.Int64)
    if int(inside.sum()) + frame.height != lines.len():
        return None
    first = pl.int_range(0, frame.height, eager=True) + inside.cum_sum() - inside
    owner = pl.repeat(None, lines.len(), dtype=ROW, eager=True).scatter(first, pl.int_range(0, frame.height, eager=True))
    grouped = pl.DataFrame({"row": owner.fill_null(strategy="forward"), "line": lines})
    return grouped.group_by("row", maintain_order=True).agg(pl.col("line").str.join("\n"))["line"]


def stacked(above: Sequence[Sequence[str]], frame: pl.DataFrame, width: int) -> pl.DataFrame:
    """Return the rows above and the frame as one; empty text is null."""
    body = emptied(frame)
    return pl.concat([framed(above, width), body], rechunk=False) if above else body


def with_widths(grid: Grid, above: Sequence[Sequence[str]], widths: pl.Series | None, spill: pl.DataFrame | None,
                height: int, width: int) -> Grid:
    """Return the grid with the count of cells of each row."""
    body = widths if widths is not None else pl.repeat(width, height, dtype=ROW, eager=True)
    head = pl.Series([len(row) for row in above], dtype=ROW)
    shifted = spill.with_columns(pl.col("index") + len(above)) if spill is not None else grid.spill
    return replace(grid, widths=pl.concat([head, body], rechunk=True), spill=shifted.cast({"index": ROW}))


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
