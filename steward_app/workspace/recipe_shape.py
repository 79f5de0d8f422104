"""What each key of a recipe may hold: a file written by hand is refused by the name of what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..core.problem import Problem
from ..core.text import Text

Shape = Callable[[Any, str], None]
MISWRITTEN = Text("“{key}” is not written as a recipe has it.", "« {key} » n’est pas écrit comme dans une recette.")
CORRECT = Text("Correct the recipe and try again.", "Corrigez la recette, puis réessayez.")


def asked(holds: bool, key: str) -> None:
    """Raise Problem R95 naming a key that does not hold what it should."""
    if not holds:
        raise Problem("R95", MISWRITTEN, CORRECT, {"key": key})


def text(value: Any, key: str) -> None:
    """Ask for a text."""
    asked(isinstance(value, str), key)


def flag(value: Any, key: str) -> None:
    """Ask for true or false."""
    asked(isinstance(value, bool), key)


def counted(value: Any, key: str) -> None:
    """Ask for a whole number from 1."""
    asked(isinstance(value, int) and not isinstance(value, bool) and value > 0, key)


def maybe(shape: Shape) -> Shape:
    """Allow null."""
    return lambda value, key: None if value is None else shape(value, key)


def many(shape: Shape) -> Shape:
    """Ask for a list of something."""
    def lists(value: Any, key: str) -> None:
        asked(isinstance(value, list), key)
        for item in value:
            shape(item, key)
    return lists


def named(shape: Shape) -> Shape:
    """Ask for names, each with something."""
    def maps(value: Any, key: str) -> None:
        asked(isinstance(value, dict), key)
        for name, item in value.items():
            shape(item, f"{key}.{name}")
    return maps


def record(need: tuple[str, ...] = (), **shapes: Shape) -> Shape:
    """Ask for keys that each have a shape; those of `need` must be there. Other keys are the reader's to refuse."""
    def holds(value: Any, key: str) -> None:
        asked(isinstance(value, dict), key)
        for name in need:
            asked(name in value, name)
        for name, item in value.items():
            shapes.get(name, lambda *_: None)(item, name)
    return holds


def edit(value: Any, key: str) -> None:
    """Ask for the keys of one kind of edit."""
    record(("edit",), edit=text)(value, key)
    EDITS.get(value["edit"], lambda *_: None)(value, key)


WORDS, ROWS, PAIRS = maybe(many(text)), maybe(many(counted)), maybe(named(text))
EDITS: dict[str, Shape] = {
    "fix": record(("fix", "column"), fix=text, column=maybe(text)),
    "values": record(("column", "values"), column=text, values=named(text)),
    "key": record(("key", "column", "text"), key=named(text), column=text, text=maybe(text)),
}
READ = record(dates=maybe(text), numbers=maybe(text), missing=WORDS, yes_no=maybe(named(many(text))), values=PAIRS, unit=maybe(text))
FEED = record(columns=WORDS, constant=maybe(text), absent=maybe(flag), combine=maybe(text), split=maybe(text), part=maybe(counted),
              state=maybe(text), why=maybe(text), read=maybe(READ))
READING = record(encoding=maybe(text), delimiter=maybe(text), decimal=maybe(text), sheet=maybe(text), header_rows=ROWS, refused=WORDS,
                 accepted=WORDS, kept=ROWS, dropped=ROWS, dates=PAIRS)
SEEN = record(sha256=maybe(text), format=maybe(text), sheet=maybe(text), delimiter=maybe(text), encoding=maybe(text),
              header_rows=ROWS, columns=WORDS)
RECIPE = record(("recipe",), recipe=counted, standard=maybe(text), reading=maybe(READING),
                mapping=maybe(record(fields=maybe(named(FEED)), extras=PAIRS)), edits=maybe(many(edit)), seen=maybe(SEEN),
                decisions=maybe(many(record(("check",), check=text, field=maybe(text), value=maybe(text), reason=maybe(text)))))
