"""Which encoding a text is in, judged over all its bytes above 127."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..core.progress import SILENT, Progress
from ..core.text import Text
from .letters import fitness

BLOCK = 1 << 20
MARKS = (  # the longer first: UTF-32's mark begins as UTF-16's does
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE = ("windows-1252", "mac-roman", "iso8859-15", "cp850", "cp863")
PYTHON = {"windows-1252": "cp1252", "mac-roman": "mac_roman"}
JUDGING = Text("Looking at the accents", "Examen des accents")
_HIGH = re.compile(rb"[^\n\r\x80-\xff]{0,12}[\x80-\xff][\x80-\xff]*[^\n\r\x80-\xff]{0,12}")
_ENOUGH = 20_000
_ESCAPED = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
            for byte in range(128, 256)}


@dataclass(frozen=True)
class Judged:
    """The encoding chosen, how the others fare (best first), and whether there is anything to doubt."""

    encoding: str
    scores: tuple[tuple[str, float], ...] = ()
    stray: int = 0


def judge(data: memoryview, progress: Progress = SILENT) -> Judged:
    """Return the encoding of a text: its mark, wide characters, UTF-8, else the single-byte set that fits best."""
    marked = by_mark(bytes(data[:4]))
    if marked:
        return Judged(marked)
    wide = by_zeros(bytes(data[:4096]))
    if wide:
        return Judged(wide)
    stray, told = count_stray(data, progress)
    if not stray:
        return Judged("utf-8")
    if told > 20 * stray:
        return Judged("utf-8", stray=stray)
    scores = ranked(contexts(data, progress))
    return Judged(scores[0][0], scores)


def by_mark(start: bytes) -> str | None:
    """Return the encoding that a byte order mark names."""
    return next((name for mark, name in MARKS if start.startswith(mark)), None)


def by_zeros(start: bytes) -> str | None:
    """Return UTF-16 or UTF-32 where zero bytes stand in step, though no mark says so."""
    for name, step, filled in (("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1)):
        units = len(start) // step
        if units < 4:
            continue
        lanes = [start[lane:units * step:step] for lane in range(step)]
        zeros = [lane.count(0) / units for lane in lanes]
        if zeros[filled] < 0.05 and all(share > 0.6 for lane, share in enumerate(zeros) if lane != filled):
            return name
    return None


def count_stray(data: memoryview, progress: Progress = SILENT) -> tuple[int, int]:
    """Count the bytes that are not UTF-8, and the characters beyond ASCII that are (20,000 of each at most)."""
    stray = told = 0
    rest = b""
    for start in range(0, len(data), BLOCK):
        progress(JUDGING, start, len(data))
        block = rest + bytes(data[start:start + BLOCK])
        rest = b""
        if block.isascii():
            continue
        cut = len(block) - _tail(block) if start + BLOCK < len(data) else len(block)
        block, rest = block[:cut], block[cut:]
        text = block.decode("utf-8", "surrogateescape")
        beyond = len(text) - len(text.encode("ascii", "ignore"))
        lost = len(_LONE.findall(text))
        stray, told = stray + lost, told + beyond - lost
        if stray > _ENOUGH:
            break
    return stray, told


_LONE = re.compile("[\udc80-\udcff]")


def _tail(block: bytes) -> int:
    """Return how many bytes at the end may begin a character that goes on in the next block."""
    for back in range(1, 4):
        if len(block) >= back and block[-back] >= 0xC0:
            return back
    return 0


def contexts(data: memoryview, progress: Progress = SILENT) -> Counter[bytes]:
    """Count the pieces of text around bytes above 127, over the whole file."""
    found: Counter[bytes] = Counter()
    for start in range(0, len(data), BLOCK):
        progress(JUDGING, start, len(data))
        block = bytes(data[start:start + BLOCK])
        if not block.isascii() and len(found) < _ENOUGH:
            found.update(_HIGH.findall(block))
    return found


def ranked(pieces: Counter[bytes], names: Iterable[str] = SINGLE) -> tuple[tuple[str, float], ...]:
    """Rank the single-byte sets by how well the pieces read; the first of equals stays first."""
    scores = []
    for name in names:
        total = sum(fitness(decoded(piece, name)) * min(count, 50) for piece, count in pieces.items())
        scores.append((name, total / max(1, sum(min(count, 50) for count in pieces.values()))))
    return tuple(sorted(scores, key=lambda item: -round(item[1], 3)))


def decoded(data: bytes, encoding: str) -> str:
    """Decode bytes so that none is lost: one that the encoding does not know stands for itself.

    Raises LookupError on a name nobody knows, UnicodeDecodeError where a wide encoding is broken.
    """
    name = PYTHON.get(encoding, encoding)
    if codecs.lookup(name).name in ("utf-8", "utf-8-sig"):
        text = data.decode("utf-8", "surrogateescape")
        return text if data.isascii() else _LONE.sub(lambda lone: _ESCAPED[ord(lone.group())], text)
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        if name not in ("cp1252", "cp1250"):
            raise
        return "".join(_byte(byte, name) for byte in data)


def _byte(byte: int, name: str) -> str:
    known = bytes([byte]).decode(name, "ignore")
    return known or chr(byte)
