"""Which encoding a text is in, judged over all its bytes above 127."""

from __future__ import annotations

import codecs
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from ..core.progress import SILENT, Progress
from ..core.text import Text
from . import foreign
from .letters import fitness

BLOCK, PIECE = 1 << 20, 1 << 16
MARKS = (  # the longer first: UTF-32's mark begins as UTF-16's does
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE = ("windows-1252", "mac-roman", "iso8859-15", "cp850", "cp863")
PYTHON = {"windows-1252": "cp1252", "mac-roman": "mac_roman", "windows-1253": "cp1253", **foreign.WIDE}
STRANGE, MUCH = 0.6, 0.3
JUDGING = Text("Looking at the accents", "Examen des accents")
OFTEN, PLENTY = 100, 100_000
_ENOUGH = 10_000
_ESCAPED = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
            for byte in range(128, 256)}


class Bytes(Protocol):
    """The bytes of a text, looked at slice by slice: a map of them, or a file."""

    def __len__(self) -> int: ...

    def __getitem__(self, at: slice, /) -> bytes | memoryview: ...


@dataclass(frozen=True)
class Judged:
    """The encoding chosen, how the others fare (best first), and whether there is anything to doubt."""

    encoding: str
    scores: tuple[tuple[str, float], ...] = ()
    stray: int = 0


def judge(data: Bytes, progress: Progress = SILENT) -> Judged:
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
    pieces = contexts(data, progress)
    scores = ranked(pieces)
    return abroad(data, pieces, scores) if scores[0][1] < STRANGE else Judged(scores[0][0], scores)


def abroad(data: Bytes, pieces: Counter[bytes], scores: tuple[tuple[str, float], ...]) -> Judged:
    """Judge a text that reads badly in the encodings that Canada uses: one of another country must read much better."""
    found = foreign.ranked(lambda: (bytes(data[start:start + BLOCK]) for start in range(0, len(data), BLOCK)), pieces)
    better = [item for item in found if item[1] > max(scores[0][1], 0) + MUCH]
    merged = tuple(sorted((*better, *scores), key=lambda item: -round(item[1], 3)))
    return Judged(merged[0][0], merged)


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


def count_stray(data: Bytes, progress: Progress = SILENT) -> tuple[int, int]:
    """Count the bytes that are not UTF-8, and the characters beyond ASCII that are (10,000 of each at most)."""
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
        try:
            told += len(block) - len(block.decode("utf-8"))  # at least one byte more for each character beyond ASCII
        except UnicodeDecodeError:
            text = block.decode("utf-8", "surrogateescape")
            lost = len(_LONE.findall(text))
            stray, told = stray + lost, told + len(block) - len(text)
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


def contexts(data: Bytes, progress: Progress = SILENT) -> Counter[bytes]:
    """Count the bytes above 127 with the byte before and the byte after, over the whole file."""
    import numpy as np

    found: Counter[int] = Counter()
    seen = 0
    for start in range(0, len(data), BLOCK):
        progress(JUDGING, start, len(data))
        if seen > PLENTY:
            break
        part = np.frombuffer(b" " + bytes(data[start:start + BLOCK]) + b" ", dtype=np.uint8)
        at = np.flatnonzero(part > 127)
        seen += len(at)
        triples = (part[at - 1].astype(np.uint32) << 16) | (part[at].astype(np.uint32) << 8) | part[at + 1]
        kinds, counts = np.unique(triples, return_counts=True)
        found.update(dict(zip(kinds.tolist(), counts.tolist(), strict=True)))
    return Counter({kind.to_bytes(3, "big"): count for kind, count in found.items()})


def ranked(pieces: Counter[bytes], names: Iterable[str] = SINGLE) -> tuple[tuple[str, float], ...]:
    """Rank the single-byte sets by how well the pieces read; the first of equals stays first.

    The others are scored by the pieces that they read otherwise than the best: a thousand é that both read the same
    say nothing of the one sign that they do not.
    """
    read = {name: {piece: decoded(piece, name) for piece in pieces} for name in names}
    scores = {name: mean((fitness(text), pieces[piece]) for piece, text in texts.items()) for name, texts in read.items()}
    best, score = max(scores.items(), key=lambda item: round(item[1], 3))
    lags = {name: mean((fitness(read[best][piece]) - fitness(text), pieces[piece])
                       for piece, text in texts.items() if text != read[best][piece]) for name, texts in read.items()}
    return tuple(sorted(((name, score - lag) for name, lag in lags.items()), key=lambda item: -round(item[1], 3)))


def mean(weighed: Iterable[tuple[float, int]]) -> float:
    """Return the mean of some values, each as often as it was met, but no more than `OFTEN` times; 0 of none."""
    pairs = [(value, min(count, OFTEN)) for value, count in weighed]
    return sum(value * count for value, count in pairs) / max(1, sum(count for _, count in pairs))


def utf8(data: memoryview, encoding: str, progress: Progress = SILENT) -> bytes:
    """Return the text as UTF-8. A single-byte text is turned in pieces that stay in the processor's cache.

    Raises LookupError on a name nobody knows, UnicodeDecodeError where a wide encoding is broken.
    """
    if encoding in ("utf-8", "utf-8-sig") and (sound := _sound(data)) is not None:
        return sound
    if encoding not in SINGLE:
        return decoded(bytes(data), encoding).encode("utf-8", "surrogatepass")
    turned, made = turning(encoding), io.BytesIO()
    for start in progress.over(range(0, len(data), PIECE), JUDGING, len(data) // PIECE, every=64):
        made.write(turned(bytes(data[start:start + PIECE])))
    return made.getvalue()


def turning(encoding: str) -> Callable[[bytes], bytes]:
    """Return what turns a piece of single-byte text into UTF-8; a piece of Windows-1252 that is Latin-1 is read as such."""
    import numpy as np

    signs, like_latin = table(encoding), encoding == "windows-1252"

    def turned(piece: bytes) -> bytes:
        latin = piece.decode("latin-1").encode() if like_latin else b""
        if latin and (b"\xc2" not in latin or not ((np.frombuffer(piece, dtype=np.uint8) ^ 0x80) < 0x20).any()):
            return latin
        return codecs.charmap_decode(piece, "strict", signs)[0].encode()

    return turned


def _sound(data: memoryview) -> bytes | None:
    """Return the bytes themselves where they are UTF-8 throughout."""
    whole = bytes(data)
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return whole


def table(encoding: str) -> str:
    """Return the character of each of the 256 bytes; one that the encoding does not know stands for itself."""
    name = PYTHON.get(encoding, encoding)
    return "".join(bytes([byte]).decode(name, "ignore") or chr(byte) for byte in range(256))


def decoded(data: bytes, encoding: str) -> str:
    """Decode bytes so that none is lost. Raises LookupError or UnicodeDecodeError as `utf8` does."""
    name = PYTHON.get(encoding, encoding)
    known = codecs.lookup(name).name
    if known in ("utf-8", "utf-8-sig"):
        text = data.decode("utf-8", "surrogateescape")
        return text if data.isascii() else _LONE.sub(lambda lone: _ESCAPED[ord(lone.group())], text)
    if known in ("cp1252", "cp1250", "cp1253", "iso8859-7"):
        return codecs.charmap_decode(data, "strict", table(encoding))[0]
    return data.decode(name)


def begun(data: bytes, encoding: str) -> str:
    """Decode the beginning of a text, which may end inside a character."""
    if encoding in foreign.WIDE:
        return codecs.getincrementaldecoder(foreign.WIDE[encoding])("replace").decode(data)
    return decoded(data, encoding)
