"""What a kind of value is: how its text is read, what is wrong with text that cannot be, and what it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from ..mapping import ReadAs
from ..schema import Field

Learned = Mapping[tuple[str, str], Any]
Value = Callable[[pl.Expr, Field, ReadAs, Learned], pl.Expr]
Meaning = Callable[[pl.Series, Field, ReadAs, Learned], pl.Series]
Looks = Callable[[pl.Series, Field, ReadAs, Learned], pl.DataFrame]
Learn = Callable[[pl.Series, pl.Series, Field, ReadAs], dict[str, Any]]

# What may be wrong with a text, by check id; the number is what `name|fault` holds. 0: nothing.
FAULTS = ("", "V02", "F06", "V03", "V04", "V05", "V06", "V07", "V08", "V11", "V12", "V13", "V15", "V16", "V17")
FAULT = {check: number for number, check in enumerate(FAULTS)}
BLANKS = "\u00a0\u202f\u2007\u2009\u200a\u200b\ufeff\t\r\n"
LEFT, RIGHT = r"^[\s\u{a0}\u{202f}\u{2007}\u{200b}\u{feff}]+", r"[\s\u{a0}\u{202f}\u{2007}\u{200b}\u{feff}]+$"


@dataclass(frozen=True)
class Kind:
    """One kind of value. Texts given to `faults`, `accepted` and `plain` are distinct and could not be read as they are.

    `value(text, field, read, learned)`: the typed value of a plain form, null otherwise; None where any text is a value.
    `accepted(distinct, …)`: the plain form of the texts that the mapping's reading accepts, null for the others.
    `plain(distinct, …)`: the plain form a text stands for, null where it has no single meaning. Fixes use this.
    `faults(distinct, …)`: exactly one fault each, as a number of FAULTS (UInt8).
    `looks(distinct, …)`: `accepted` and `own` (the faults) at once, where that is cheaper.
    `learn(distinct, values, field, read)`: what the whole column teaches: `{what: fact}`; empty where nothing.
    """

    name: str
    dtype: pl.DataType
    family: tuple[str, ...]
    value: Value | None
    faults: Meaning
    plain: Meaning
    accepted: Meaning
    learn: Learn
    looks: Looks | None = None

    def look(self, distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.DataFrame:
        """Return `accepted` and `own`, one row a text."""
        if self.looks is not None:
            return self.looks(distinct, field, read, learned)
        return pl.DataFrame({"accepted": self.accepted(distinct, field, read, learned),
                             "own": self.faults(distinct, field, read, learned)})


def nothing_accepted(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Accept no text beyond the plain form."""
    return pl.Series("plain", [None], dtype=pl.String).new_from_index(0, len(distinct))


def nothing_learnt(distinct: pl.Series, values: pl.Series, field: Field, read: ReadAs) -> dict[str, Any]:
    """Learn nothing from the column."""
    return {}


def always(check: str) -> Meaning:
    """Return a `faults` that gives every text the same fault."""
    def faults(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
        return pl.Series("fault", [FAULT[check]], dtype=pl.UInt8).new_from_index(0, len(distinct))
    return faults


def worked(distinct: pl.Series, expression: pl.Expr, name: str) -> pl.Series:
    """Evaluate an expression of `text` over some texts."""
    return distinct.alias("text").to_frame().select(expression.alias(name)).to_series()


def trimmed(text: pl.Expr) -> pl.Expr:
    """Take the blanks off both ends, non-breaking and invisible ones included."""
    return text.str.replace(LEFT, "").str.replace(RIGHT, "")


def spaced(text: pl.Expr) -> pl.Expr:
    """Make every run of blanks one space, and none at the ends."""
    return text.str.replace_all(r"[\s\u{a0}\u{202f}\u{2007}\u{2009}\u{200b}\u{feff}]+", " ").str.strip_chars(" ")


def number_of(check: str) -> pl.Expr:
    """Return a fault as a literal of the right type."""
    return pl.lit(FAULT[check], dtype=pl.UInt8)
