"""What could be read another way: the encodings and separators that compete, with the lines that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..core.reading import Choice, Note
from ..core.text import Text
from . import dialect as dialects, encoding as encodings

ACCENTS = Text("Accents may be wrong: “{sample}”.", "Les accents semblent incorrects : « {sample} ».")
CHOOSE = Text("Choose the reading that looks right.", "Choisissez la lecture qui convient.")
GARBLED = Text("Accents were garbled before this file was saved: “{sample}”.",
               "Des accents ont été altérés avant l’enregistrement du fichier : « {sample} ».")
REPAIR = Text("They can be repaired.", "Ils peuvent être rétablis.")
MOST, LINES, CLOSE, POOR = 4, 3, 0.12, 0.45
UNKNOWN = -1
# Signs of UTF-8 that was read in another encoding, each with a byte that is rare: single bytes are found ten times faster.
# Ã or Â followed by a sign, â€ (Windows-1252); ├ followed by one (DOS); √ followed by one (Mac Roman).
GARBLE = ((b"\x83", b"\xc3\x83"), (b"\x82", b"\xc3\xa2\xe2\x82\xac"), (b"\x82", b"\xc3\x82"), (b"\x94", b"\xe2\x94\x9c"),
          (b"\x9a", b"\xe2\x88\x9a"))
_GARBLED = re.compile(rb"\xc3[\x83\x82]\xc2|\xc3\xa2\xe2\x82\xac|\xe2\x94\x9c(?:[\xc2\xc3\xc6]|\xe2\x8c)"
                      rb"|\xe2\x88\x9a(?:[\xc2\xc3]|\xe2\x88|\xe2\x80\xa0)")
_WORD = re.compile(r"\S*[^\x00-\x7f]\S*")
_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")


def of(data: memoryview, judged: encodings.Judged, guesses: Sequence[dialects.Guess],
       garble: int | None = UNKNOWN) -> tuple[dict[str, tuple[Choice, ...]], tuple[Note, ...]]:
    """Return the choices (`encoding`, `delimiter`) and the notes (F03) of a text.

    `garble` is where the first garbled accent stands, None where none does; it is looked for where it is not told.
    """
    choices: dict[str, tuple[Choice, ...]] = {}
    cuts = [Choice(guess.dialect.delimiter, (), round(guess.score, 3)) for guess in guesses if guess.width > 1]
    if cuts:
        choices["delimiter"] = tuple(cuts)
    if judged.scores:
        choices["encoding"] = competing(data, judged)
    return choices, notes(data, judged, choices.get("encoding", ()), garble)


def competing(data: memoryview, judged: encodings.Judged) -> tuple[Choice, ...]:
    """Return the encodings under which the lines with accents read differently, the best first."""
    lines = accented(data)
    found: dict[tuple[str, ...], Choice] = {}
    for name, score in judged.scores:
        sample = tuple(encodings.begun(line, name) for line in lines)
        found.setdefault(sample, Choice(name, sample, round(score, 3)))
    return tuple(found.values())[:MOST]


def accented(data: memoryview) -> list[bytes]:
    """Return the first lines that hold bytes above 127, cut around the first of them."""
    lines: list[bytes] = []
    for start in range(0, len(data), encodings.BLOCK):
        block = bytes(data[start:start + encodings.BLOCK])
        for line in _LINE.finditer(block) if not block.isascii() else ():
            text = line.group()
            at = next(index for index, byte in enumerate(text) if byte > 127)
            lines.append(text[max(0, at - 40):at + 40])
            if len(lines) == LINES:
                return lines
    return lines


def notes(data: memoryview, judged: encodings.Judged, choices: Sequence[Choice], garble: int | None) -> tuple[Note, ...]:
    """Say where the accents are doubtful, or were garbled before the file was saved."""
    if choices and (choices[0].score < POOR or (len(choices) > 1 and choices[0].score - choices[1].score < CLOSE)):
        return (Note("F03", ACCENTS.with_(sample=word(choices[0].sample)), CHOOSE),)
    if judged.stray:
        return (Note("F03", ACCENTS.with_(sample=word([around(data, first_stray(data))])), CHOOSE),)
    at = garbled(data) if garble == UNKNOWN and judged.encoding.startswith("utf-8") else garble
    if judged.encoding.startswith("utf-8") and at is not None:
        return (Note("F03", GARBLED.with_(sample=word([around(data, at)])), REPAIR),)
    return ()


def garbled(data: memoryview) -> int | None:
    """Return where text stands that was read in a wrong encoding and saved again; None where none does."""
    return garbled_in(data.obj)  # a map or bytes, searched where they lie


def garbled_in(raw: Any) -> int | None:
    """Return where garbled text stands in some bytes or a map of them; None where none does."""
    for start in range(0, len(raw), encodings.BLOCK):
        stop = start + encodings.BLOCK + 4
        if raw.find(b"\xc2", start, stop) >= 0 or raw.find(b"\xe2", start, stop) >= 0:  # every such sign has one of them
            rare = {byte for byte, _ in GARBLE if raw.find(byte, start, stop) >= 0}
            places = [at for byte, sign in GARBLE if byte in rare and (at := first_garbled(raw, sign, start, stop)) is not None]
            if places:
                return min(places)
    return None


def first_garbled(raw: Any, sign: bytes, start: int, stop: int) -> int | None:
    """Return where a sign stands first with what follows it in garbled text."""
    at = raw.find(sign, start, stop)
    while at >= 0:
        if _GARBLED.match(raw, at):
            return int(at)
        at = raw.find(sign, at + 1, stop)
    return None


def first_stray(data: memoryview) -> int:
    """Return where the first byte stands that is not UTF-8."""
    for start in range(0, len(data), encodings.BLOCK):
        try:
            bytes(data[start:start + encodings.BLOCK]).decode("utf-8")
        except UnicodeDecodeError as error:
            if error.reason != "unexpected end of data":
                return start + error.start
    return 0


def around(data: memoryview, at: int) -> str:
    """Return the text around a byte."""
    return encodings.decoded(bytes(data[max(0, at - 30):at + 30]), "utf-8")


def word(sample: Sequence[str]) -> str:
    """Return the first word with an accent, 30 characters at most."""
    found = next((match.group() for line in sample if (match := _WORD.search(line))), "")
    return found[:30]
