"""What each key of a recipe may hold: a file written by hand is refused by the name of what is wrong in it."""

from __future__ import annotations

from typing import Any

from ..core.problem import Problem
from ..core.shape import Misshapen, Shape, anything, counted, flag, many, maybe, named, record, text
from ..core.text import Text

MISWRITTEN = Text("“{key}” is not written the way a recipe needs it.", "« {key} » n’est pas écrit comme dans une recette.")
CORRECT = Text("Correct the recipe and try again.", "Corrigez la recette, puis réessayez.")


def edit(value: Any, key: str) -> None:
    """Ask for the keys of one kind of edit."""
    record(("edit",), edit=text)(value, key)
    EDITS.get(value["edit"], anything)(value, key)


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


def whole(raw: Any) -> None:
    """Raise Problem R95 naming the first key of a recipe that is not written as it should be."""
    try:
        RECIPE(raw, "recipe")
    except Misshapen as error:
        raise Problem("R95", MISWRITTEN, CORRECT, {"key": error.key}) from error
