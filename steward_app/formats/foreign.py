"""Texts of East Asia and Greece: asked only where a text reads badly in every encoding that Canada uses."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from .letters import SIGNS

WIDE = {"shift_jis": "cp932", "euc-jp": "euc_jp", "euc-kr": "cp949", "big5": "cp950", "gb18030": "gb18030"}
GREEK = ("iso8859-7", "windows-1253")
SEEN, LEAST_KANA, LEAST_LATE, ASIDE = 1 << 18, 0.1, 0.1, 0x3000
FEWEST = 8  # characters that a text must hold before they tell anything


def ranked(data: Callable[[], Iterator[bytes]], pieces: Mapping[bytes, int]) -> list[tuple[str, float]]:
    """Rank these encodings, 0 to 1, leaving out those in which the text is broken.

    `data` gives the bytes of the text, block by block; `pieces` counts each byte above 127 with its neighbours.
    """
    found = [(name, score) for name in GREEK if (score := greek(pieces, name)) > 0]
    for name, codec in WIDE.items():
        text = decoded(data(), codec)
        if text is not None and (score := at_home(text, name)) > 0:
            found.append((name, score))
    return sorted(found, key=lambda item: -round(item[1], 3))


def decoded(blocks: Iterator[bytes], codec: str) -> str | None:
    """Return the first characters of a text, None where any of it is broken in an encoding."""
    decoder, parts, size = codecs.getincrementaldecoder(codec)(), [], 0
    try:
        for block in blocks:
            part = decoder.decode(block)
            if size < SEEN:
                parts.append(part)
                size += len(part)
        parts.append(decoder.decode(b"", True))
    except UnicodeDecodeError:
        return None
    return "".join(parts)


def at_home(text: str, name: str) -> float:
    """Return the share of the characters beyond ASCII that a text of that country is made of.

    The ideographs that schools teach first stand first in each of these sets (JIS X 0208, GB 2312 and Big5, level 1).
    """
    signs = Counter(char for char in text if char > "\x7f" and not _aside(char))
    count = sum(signs.values())
    if count < FEWEST:
        return 0.0
    if name in ("shift_jis", "euc-jp"):
        kana = sum(often for char, often in signs.items() if _is_kana(char))
        home = _share(signs, lambda char: _is_kana(char) or _level(char, "euc_jp", 0xB0, 0xCF))
        return home if kana > LEAST_KANA * count else 0.0
    if name == "euc-kr":
        return _share(signs, lambda char: "\uac00" <= char <= "\ud7a3")
    if name == "big5":
        return _share(signs, lambda char: _level(char, "cp950", 0xA4, 0xC6, least=0x40))
    if _share(signs, lambda char: _level(char, "gb18030", 0xC9, 0xD7)) < LEAST_LATE:
        return 0.0  # Korean: its syllables stand in the rows before
    return _share(signs, lambda char: _level(char, "gb18030", 0xB0, 0xD7))


def _aside(char: str) -> bool:
    """Tell whether a character is punctuation, or a Latin letter or sign as wide as an ideograph."""
    return char in SIGNS or ASIDE <= ord(char) <= ASIDE + 0x20 or "\uff01" <= char <= "\uff5e"


def _is_kana(char: str) -> bool:
    return "\u3041" <= char <= "\u30fe"


def _share(signs: Counter[str], common: Callable[[str], bool]) -> float:
    return sum(count for char, count in signs.items() if common(char)) / sum(signs.values())


def _level(char: str, codec: str, first: int, last: int, least: int = 0xA1) -> bool:
    """Tell whether a character stands in some rows of a set of two bytes."""
    try:
        pair = char.encode(codec)
    except UnicodeEncodeError:
        return False
    return len(pair) == 2 and first <= pair[0] <= last and pair[1] >= least


def greek(pieces: Mapping[bytes, int], name: str) -> float:
    """Return how well a text reads as Greek: its letters beside one another, and none beside a Latin one."""
    total = count = 0.0
    for piece, often in pieces.items():
        text = piece.decode(name.replace("windows-", "cp"), "replace")
        total += often * _placed(text[1], text[0], text[2])
        count += often
    return max(0.0, total / count) if count >= FEWEST else 0.0


def _placed(char: str, before: str, after: str) -> float:
    latin = any(near.isascii() and near.isalpha() for near in (before, after))
    if _is_greek(char):
        return -1.0 if latin or (char.isupper() and before.islower()) else 1.0 if _is_greek(before) or _is_greek(after) else 0.2
    return 0.3 if char in SIGNS and not latin else -1.0


def _is_greek(char: str) -> bool:
    return "\u0384" <= char <= "\u03ce"
