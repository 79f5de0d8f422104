"""The question of the accents: the same line read in two or three encodings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ...core.reading import Choice, Reading
from ...core.text import Text
from .. import look
from ..widgets import Elided
from .asking import Option, Question

ASKS = Text("Which of these looks right?", "Laquelle de ces lectures est la bonne?")
ONCE = Text("Accents are stored differently from one program to another.",
            "D’un programme à l’autre, les accents ne sont pas enregistrés de la même façon.")
NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "windows-1252": "Windows-1252", "cp1252": "Windows-1252",
         "iso8859-15": "ISO 8859-15", "iso-8859-15": "ISO 8859-15", "iso-8859-1": "ISO 8859-1", "mac-roman": "Mac Roman",
         "cp850": "CP850", "cp863": "CP863", "utf-16": "UTF-16"}
MOST, SHOWN = 3, 30


def in_doubt(reading: Reading) -> bool:
    """Tell whether the accents are an open question: noticed (F03), several readings, none chosen."""
    noticed = any(note.code == "F03" for note in reading.notes)
    return noticed and reading.asked.encoding is None and len(reading.choices.get("encoding", ())) > 1


def telling(choices: tuple[Choice, ...]) -> list[str]:
    """Return, for each reading, the piece of the first line on which they do not agree."""
    lines = [choice.sample[0] if choice.sample else "" for choice in choices]
    for several in zip(*(choice.sample for choice in choices), strict=False):
        if len(set(several)) > 1:
            lines = list(several)
            break
    first = next((i for i, letters in enumerate(zip(*lines, strict=False)) if len(set(letters)) > 1), 0)
    start = max(0, first - SHOWN // 2)
    return [line[start:start + SHOWN].strip(" ;,\t-") for line in lines]


def accents_question(reading: Reading, language: str, answer: Callable[[str], object]) -> Question:
    """Return the question; `answer` is given the encoding."""
    choices = reading.choices["encoding"][:MOST]
    options = [Option(choice.value, NAMES.get(choice.value, choice.value), lambda sample=sample: proof(sample))
               for choice, sample in zip(choices, telling(choices), strict=True)]
    return Question(ASKS.to(language), ONCE.to(language), options, answer)


def proof(sample: str) -> QWidget:
    """Return the sample as it would be read; what cannot be printed shows as a box."""
    shown = "".join(letter if letter.isprintable() else "\u25a1" for letter in sample)
    host = QWidget()
    look.stack(host, Elided(shown, "strong"))
    return host
