"""What personal information looks like: the hints of `pii_patterns.json`, tried on a few candidate texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from ..core.schema import folded
from ..core.text import Text
from ..core.view import View

LONGEST_CARD = 19
BC_WEIGHTS = (2, 4, 8, 5, 10, 9, 7, 3)
SOMETHING = Text("detail", "détail")
# Unicode word ends cost twenty times the rest of a pattern; without them it only finds more, and `verdict` is exact.
WORD_END = r"\b"
# A number with one decimal mark is a sum or a coordinate, whatever its digits look like.
DECIMAL = r"^\s*[+-]?[0-9]+[.,][0-9]+\s*$"
# Five decimals or more belong to a coordinate, wherever they stand.
COORDINATE = r"[0-9]{1,3}[.,][0-9]{5,}"


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
    words: frozenset[str] = frozenset()

    def at_home(self, context: str) -> bool:
        """Tell whether it counts among these names (folded) whatever stands beside it in the cell."""
        return not self.needs_context or any(re.search(rf"\b{re.escape(folded(word))}\b", context) for word in self.context)


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
             tuple(item.get("context") or ()), bool(item.get("needs_context")),
             frozenset(folded(name) for name in item.get("columns") or ()),
             areas if item.get("check") == "area_code" else frozenset(item.get("roles") or ()))
        for item in raw.get("patterns") or ())


def by_heading(hints: tuple[Hint, ...], heading: str) -> Hint | None:
    """Return the hint whose column names a heading is, after folding."""
    bare = folded(heading)
    return next((hint for hint in hints if bare in hint.columns), None)


def likely(hints: tuple[Hint, ...], context: str) -> str:
    """Return one pattern that every text a hint may hold for matches: the hints' own, or the words they need near."""
    ready = [hint.pattern for hint in hints if hint.pattern and hint.at_home(context)]
    words = [word for hint in hints if hint.pattern and not hint.at_home(context) for word in hint.context]
    whole = "|".join([f"(?:{pattern})" for pattern in ready] + ([near(words)] if words else []))
    return whole.replace(WORD_END, "")


def verdict(hints: tuple[Hint, ...], texts: pl.Series, context: str) -> pl.Series:
    """Return one boolean a text: true where any hint holds. Each hint looks only at what the ones before it left."""
    frame = texts.alias("text").to_frame().with_row_index("place")
    frame = frame.filter(~pl.col("text").str.contains(DECIMAL)).with_columns(
        pl.col("text").str.replace_all(COORDINATE, " "))
    done = [pl.Series([], dtype=pl.UInt32)]
    for hint in (hint for hint in hints if hint.pattern):
        some = frame.filter(frame["text"].str.contains(hint.pattern))
        if some.height:
            done.append(some.filter(holds(hint, context))["place"])
            frame = frame.filter(~pl.col("place").is_in(done[-1].implode()))
    return pl.int_range(len(texts), dtype=pl.UInt32, eager=True).is_in(pl.concat(done).implode())


def near(words: Iterable[str]) -> str:
    """Return the pattern of some words, whole, in any case, accents as they are met."""
    return rf"(?i)\b(?:{'|'.join(re.escape(word) for word in dict.fromkeys(words))})\b"


def tell(hints: tuple[Hint, ...], text: str, context: str) -> Text:
    """Return the title of the first hint that holds for one text."""
    one = pl.Series([text], dtype=pl.String)
    return next((hint.title for hint in hints if hint.pattern and verdict((hint,), one, context)[0]), SOMETHING)


def holds(hint: Hint, context: str) -> pl.Expr:
    """Return whether `text` holds what a hint describes, its test and its context included."""
    match = pl.col("text").str.extract(f"({hint.pattern})", 1)
    good = match.is_not_null() & TESTS[hint.test](match, hint.words)
    return good if hint.at_home(context) else good & pl.col("text").str.contains(near(hint.context))


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
