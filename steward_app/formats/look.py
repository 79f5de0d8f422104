"""Every byte of a text looked at once: its quotes, its line ends, and whether its last line is ended."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.progress import Progress
from ..core.text import Text

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

READING = Text("Reading the rows", "Lecture des lignes")
BLOCK = 1 << 19
QUOTE, LF, CR = 34, 10, 13


@dataclass(frozen=True)
class Look:
    """What a text is made of: how many bytes, quotes and carriage returns.

    `sound`: every quote opens, closes or doubles another, and all are paired. `doubled`: two quotes stand side by
    side somewhere. `ended`: the last line is ended. Where it is not sound, the counts stop there.
    """

    size: int
    quotes: int
    returns: int
    sound: bool
    doubled: bool
    ended: bool


def look(source: Path | bytes, delimiter: str, progress: Progress) -> Look:
    """Look at a text. Raises Cancelled if stopped."""
    import numpy as np

    edge = np.zeros(256, dtype=bool)
    edge[[ord(delimiter), LF, CR, QUOTE]] = True
    size = quotes = returns = 0
    sound, doubled, last = True, False, LF
    for window in windows(source):
        progress(READING)
        inside = window[2:-1]
        at = np.flatnonzero(inside == QUOTE) + 2
        before, after = window[at - 1], window[at + 1]
        size, quotes = size + len(inside), quotes + len(at)
        returns += int(np.count_nonzero(inside == CR))
        doubled = doubled or bool((after == QUOTE).any())
        last = int(inside[-1]) if len(inside) else last
        sound = bool((edge[before] | edge[after]).all())
        if not sound:
            break
    return Look(size, quotes, returns, sound and quotes % 2 == 0, doubled, last == LF)


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
