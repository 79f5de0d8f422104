"""Every byte of a text looked at once: its quotes, its line ends, and whether its last line is ended."""

from __future__ import annotations

import mmap
import re
from dataclasses import dataclass
from pathlib import Path

from ..core.progress import Progress
from ..core.text import Text

READING = Text("Reading the rows", "Lecture des lignes")
SMALL = 1 << 22  # bytes
BLOCK = 1 << 18  # bytes: what stays in the processor's cache
FORGET = 1 << 24  # bytes of a map after which its pages are given back: they count as memory of this process
QUOTE, LF, CR = 34, 10, 13


@dataclass(frozen=True)
class Look:
    """What a text is made of: how many bytes, quotes and carriage returns.

    `sound`: every quote opens, closes or doubles another, and all are paired. `doubled`: two quotes stand side by
    side somewhere. `ended`: the last line is ended. Where it is not sound, the counts say nothing.
    """

    size: int
    quotes: int
    returns: int
    sound: bool
    doubled: bool
    ended: bool


def look(source: Path | bytes, delimiter: str, progress: Progress) -> Look:
    """Look at a text. Raises Cancelled if stopped."""
    if (len(source) if isinstance(source, bytes) else source.stat().st_size) < SMALL:
        return briefly(source if isinstance(source, bytes) else source.read_bytes(), delimiter)
    if isinstance(source, bytes):
        return looked(source, delimiter, progress)
    with source.open("rb") as file:  # the map goes with its last view: one that is still looked at cannot be closed
        return looked(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), delimiter, progress)


def briefly(raw: bytes, delimiter: str) -> Look:
    """Look at a small text in one go: to load numpy for it would take longer than everything else."""
    edge = re.escape(delimiter.encode()) + rb'\r\n"'
    out_of_place = re.search(rb'[^%b]"[^%b]' % (edge, edge), raw)
    quotes = raw.count(b'"')
    return Look(len(raw), quotes, raw.count(b"\r"), out_of_place is None and quotes % 2 == 0, b'""' in raw,
                not raw or raw.endswith(b"\n"))


def looked(raw: bytes | mmap.mmap, delimiter: str, progress: Progress) -> Look:
    """Look at the bytes of a text, block by block; each quote is seen with the byte before it and the one after."""
    import numpy as np

    edge = np.zeros(256, dtype=bool)
    edge[[ord(delimiter), LF, CR, QUOTE]] = True
    view, size = np.frombuffer(raw, dtype=np.uint8), len(raw)
    quotes, returns, doubled = 0, 0, False
    for start in range(0, size, BLOCK):
        progress(READING)
        stop = min(start + BLOCK, size)
        if raw.find(b"\r", start, stop) >= 0:
            returns += int(np.count_nonzero(view[start:stop] == CR))
        at = np.flatnonzero(view[start:stop] == QUOTE) + start
        quotes += len(at)
        before, after = edge[view[at - 1]], view[np.minimum(at + 1, size - 1)]
        doubled = doubled or bool((after[at < size - 1] == QUOTE).any())
        good = before | edge[after] | (at == 0) | (at == size - 1)
        if not bool(good.all()):
            return Look(size, quotes, returns, False, doubled, False)
        if start and start % FORGET == 0:
            forget(raw, start - FORGET, start)
    return Look(size, quotes, returns, quotes % 2 == 0, doubled, not size or view[-1] == LF)


def forget(raw: bytes | mmap.mmap, start: int, stop: int) -> None:
    """Give the pages of a map back that were read; where the system knows no such wish, it sees to it itself."""
    if isinstance(raw, mmap.mmap) and hasattr(raw, "madvise"):
        first = start - start % mmap.PAGESIZE
        raw.madvise(mmap.MADV_DONTNEED, first, stop - first)
