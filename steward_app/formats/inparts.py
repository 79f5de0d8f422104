"""A large text read part by part: polars reads one while the next is made ready, and less memory is left over."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from mmap import mmap
from typing import cast

import polars as pl

from ..core.grid import Grid
from ..core.progress import Progress
from ..core.table import ROW
from . import encoding as encodings, swift
from .dialect import Guess
from .look import READING, forget
from .records import record_cut

PART, FIRST = 1 << 24, 1 << 13  # bytes: enough for polars' two cores, and small beside the file; enough for some rows
AHEAD = 2  # parts under way at once
UTF8 = ("utf-8", "utf-8-sig")
Look = Callable[[bytes, int], None]


def unseen(text: bytes, start: int) -> None:
    """Look at nothing."""


def grid(data: memoryview, encoding: str, sample: str, guess: Guess, progress: Progress, look: Look = unseen) -> Grid | None:
    """Return the rows of a text in UTF-8 or a single-byte encoding; None where polars may not read any part of it.

    `sample` are its first lines, without a byte order mark. Each part is given to `look` while it is at hand, with the
    place where it begins. Raises Cancelled.
    """
    within = any(line.count('"') % 2 for line in sample.split("\n"))  # some cells have line ends of their own
    texts = as_they_stand(data, within) if encoding in UTF8 else turned(data, encoding, within)
    grids: list[Grid | None] = []
    ahead: deque[swift.Begun | None] = deque()
    for text, start in texts:
        progress(READING, start, len(data))
        ahead.append(swift.begin(text, first_lines(text) if ahead or grids else sample, guess))
        look(text, start)
        if len(ahead) > AHEAD:
            grids.append(finished(ahead.popleft(), progress))
        if None in grids:
            return None
    grids += [finished(part, progress) for part in ahead]
    found = [part for part in grids if part is not None]
    return joined(found) if found and len(found) == len(grids) else None


def finished(begun: swift.Begun | None, progress: Progress) -> Grid | None:
    """Return the rows of a part; None where polars may not read it."""
    return begun.grid(progress) if begun is not None else None


def as_they_stand(data: memoryview, within: bool) -> Iterator[tuple[bytes, int]]:
    """Yield the bytes in parts that end where a row does, and where each begins.

    `within` says that not every line end is a row's.
    """
    start, raw = 0, cast("mmap | bytes", data.obj)
    while start < len(data):
        stop = min(start + PART, len(data))
        end = stop if stop == len(data) else raw.rfind(b"\n", start, stop) + 1
        text = bytes(data[start:end or stop])
        if stop < len(data) and (within or not end):
            text = text[:record_cut(text)]
        if not text:  # a row longer than a part
            text = bytes(data[start:])
        yield text, start
        forget(raw, start, start + len(text))
        start += len(text)


def turned(data: memoryview, encoding: str, within: bool) -> Iterator[tuple[bytes, int]]:
    """Yield the text as UTF-8 in parts that end where a row does, and about where each begins."""
    turn, rest = encodings.turning(encoding), b""
    for start in range(0, len(data), PART):
        stop = min(start + PART, len(data))
        made = [rest, *(turn(bytes(data[at:min(at + encodings.PIECE, stop)])) for at in range(start, stop, encodings.PIECE))]
        text, rest = cut(made, within) if stop < len(data) else (b"".join(made), b"")
        if text:
            yield text, start


def cut(made: list[bytes], within: bool) -> tuple[bytes, bytes]:
    """Return the rows that some pieces of text hold whole, and what is left of the last."""
    last = made[-1].rfind(b"\n") + 1
    if last and not within:
        return b"".join([*made[:-1], made[-1][:last]]), made[-1][last:]
    text = b"".join(made)
    last = record_cut(text)
    return text[:last], text[last:]


def first_lines(text: bytes) -> str:
    """Return some whole lines of a part: enough to find its first row."""
    end = text.rfind(b"\n", 0, FIRST) + 1
    return text[:end or FIRST].decode("utf-8", "replace")


def joined(grids: Sequence[Grid]) -> Grid:
    """Put the parts one under another; they have the same columns."""
    whole = Grid.of(pl.concat([part.frame for part in grids], rechunk=False))
    if all(part.widths is None for part in grids):
        return whole
    starts = accumulate((part.height for part in grids[:-1]), initial=0)
    widths = [part.widths if part.widths is not None else pl.repeat(part.width, part.height, dtype=ROW, eager=True)
              for part in grids]
    spill = [part.spill.with_columns((pl.col("index") + start).cast(ROW)) for part, start in zip(grids, starts, strict=True)]
    return replace(whole, widths=pl.concat(widths, rechunk=True), spill=pl.concat(spill))
