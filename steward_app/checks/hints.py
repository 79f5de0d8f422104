"""What personal information looks like: the hints of `pii_patterns.json`, tried on a few candidate texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

import polars as pl

from ..core.schema import folded
from ..core.text import Text
from ..core.view import View

LONGEST_CARD = 19
BC_WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3)
SOMETHING = Text("detail", "détail")


@dataclass(frozen=True)
class Hint:
    """One kind of personal information: a pattern that any text may hold, a test on what matched, and names.

    `context` are words near which it counts (needed if `needs_context`); `columns` are headings that say it alone.
    """

    id: str
    title: Text
    pattern: str
    test: str
    context: tuple[str, ...]
    needs_context: bool
    columns: frozenset[str]
    words: frozenset[str] = field(default=frozenset())


def hints_of(view: View) -> tuple[Hint, ...]:
    """Return the hints of a view, read once; none where it has no list."""
    if "hints" not in view.memo:
        view.memo["hints"] = read_hints(view.vocabularies.get("pii") or {})
    found: tuple[Hint, ...] = view.memo["hints"]
    return found


def read_hints(raw: dict[str, Any]) -> tuple[Hint, ...]:
    """Read the list; area codes are handed to the test that needs them."""
    areas = frozenset(raw.get("area_codes") or ())
    return tuple(
        Hint(item["id"], Text(item["title"], item["title_fr"]), item.get("pattern") or "", item.get("check") or "",
             tuple(folded(word) for word in item.get("context") or ()), bool(item.get("needs_context")),
             frozenset(folded(name) for name in item.get("columns") or ()),
             areas if item.get("check") == "area_code" else frozenset(item.get("roles") or ()))
        for item in raw.get("patterns") or ())


def by_heading(hints: tuple[Hint, ...], heading: str) -> Hint | None:
    """Return the hint whose column names a heading is, after folding."""
    bare = folded(heading)
    return next((hint for hint in hints if bare in hint.columns), None)


def verdict(hints: tuple[Hint, ...], texts: pl.Series, context: str) -> pl.Series:
    """Return one boolean a text: true where any hint holds."""
    tests = [holds(hint, context) for hint in hints if hint.pattern]
    return texts.alias("text").to_frame().select(reduce(or_, tests).fill_null(False).alias("mask")).to_series()


def tell(hints: tuple[Hint, ...], text: str, context: str) -> Text:
    """Return the title of the first hint that holds for one text."""
    one = pl.Series([text], dtype=pl.String)
    return next((hint.title for hint in hints if hint.pattern and verdict((hint,), one, context)[0]), SOMETHING)


def holds(hint: Hint, context: str) -> pl.Expr:
    """Return whether `text` holds what a hint describes, its test and its context included."""
    match = pl.col("text").str.extract(f"({hint.pattern})", 1)
    good = match.is_not_null() & TESTS[hint.test](match, hint.words)
    if not hint.needs_context or any(re.search(rf"\b{re.escape(word)}\b", context) for word in hint.context):
        return good
    near = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in hint.context)
    return good & pl.col("text").str.contains(rf"(?i)\b(?:{near})\b")


def digits(match: pl.Expr) -> pl.Expr:
    """Keep the digits."""
    return match.str.replace_all("[^0-9]", "")


def digit(text: pl.Expr, place: int) -> pl.Expr:
    """Return one digit, counted from 0 on the left or from −1 on the right; 0 where there is none."""
    return text.str.slice(place, 1).cast(pl.Int32, strict=False).fill_null(0)


def anything(match: pl.Expr, words: frozenset[str]) -> pl.Expr:
    """Let every match count."""
    return pl.lit(True)


def luhn(match: pl.Expr, words: frozenset[str]) -> pl.Expr:
    """Tell whether the digits bear a right Luhn check digit."""
    backwards = digits(match).str.reverse()
    doubled = [(digit(backwards, place) * 2) for place in range(1, LONGEST_CARD, 2)]
    single = [digit(backwards, place) for place in range(0, LONGEST_CARD, 2)]
    total = sum((d - 9 * (d > 9).cast(pl.Int32) for d in doubled), pl.lit(0)) + sum(single, pl.lit(0))
    return (total % 10 == 0) & (digits(match).str.len_bytes() >= 9)


def mod11(match: pl.Expr, words: frozenset[str]) -> pl.Expr:
    """Tell whether ten digits bear the check digit of British Columbia's health numbers."""
    number = digits(match)
    total = sum((digit(number, place) * weight % 11 for place, weight in enumerate(BC_WEIGHTS, 1)), pl.lit(0))
    return (11 - total % 11) == digit(number, 9)


def ramq(match: pl.Expr, words: frozenset[str]) -> pl.Expr:
    """Tell whether the digits hold a birth date as Québec's health numbers do (50 added to the month for women)."""
    number = digits(match)
    month, day = digit(number, 2) * 10 + digit(number, 3), digit(number, 4) * 10 + digit(number, 5)
    return (month.is_between(1, 12) | month.is_between(51, 62)) & day.is_between(1, 31)


def area_code(match: pl.Expr, words: frozenset[str]) -> pl.Expr:
    """Tell whether a telephone number begins with a Canadian area code."""
    return digits(match).str.replace("^1", "").str.slice(0, 3).is_in(sorted(words))


def mailbox(match: pl.Expr, words: frozenset[str]) -> pl.Expr:
    """Tell whether an address is that of a person: `info@` and the like are an office's."""
    return ~match.str.split("@").list.first().str.to_lowercase().is_in(sorted(words))


TESTS: dict[str, Callable[[pl.Expr, frozenset[str]], pl.Expr]] = {
    "": anything, "luhn": luhn, "mod11": mod11, "ramq": ramq, "area_code": area_code, "mailbox": mailbox,
}
