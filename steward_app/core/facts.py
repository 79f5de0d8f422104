"""The facts that a finding's words may ask for, one function each; what no hole asks for is not worked out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from . import sheets
from .feeding import raw_text
from .findings import Problems
from .schema import Rule, folded
from .standard import part_of, standard_of
from .suggesting import beside, suggested
from .table import Table
from .text import Text
from .types import dates
from .view import View

LONGEST = 40
NOTHING = Text("", "")
EMPTY = Text("an empty cell", "une cellule vide")
THE_CELL = Text("The cell", "La cellule")
ANOTHER = Text("another day", "un autre jour")
NO_ROW = Text("(new)", "(nouvelle)")
EXAMPLES = {"postal-code": "K1A 0B1", "fsa": "K1A", "phone": "613-555-0199", "email": "info@ville.ca",
            "uri": "https://www.ville.ca"}


@dataclass(frozen=True, eq=False)
class Case:
    """One problem, and the record it is told by: the one asked for, else the first."""

    problem: Problems
    view: View
    table: Table
    asked: int | None

    @property
    def rule(self) -> Rule:
        """The rule that was broken."""
        return self.problem.rule

    @property
    def record(self) -> int | None:
        """The record that serves as the example, None where the problem has no row."""
        if self.asked is not None or self.problem.mask is None:
            return self.asked
        first = self.problem.mask.arg_max()
        return first if first is not None and self.problem.mask[first] else None

    def raw(self, name: str | None) -> str | None:
        """Return the text that a field has in the record."""
        feed = self.view.feed(name or "")
        if self.record is None or feed is None or not feed.feeds:
            return None
        one = part_of(self.table, self.record, 1).frame
        found: str | None = one.with_columns(raw_text(feed).alias("\0raw"))["\0raw"][0]
        return found

    def text(self, name: str | None) -> str | Text:
        """Return a field's text for a sentence: shortened, or the words for an empty cell."""
        found = self.raw(name)
        return EMPTY if found is None else short(found)

    def title(self, name: str | None) -> Text:
        """Return the title of a field."""
        field = self.view.schema.by_name.get(name or "")
        return field.title if field is not None else Text(str(name or ""), str(name or ""))


def count(case: Case) -> int:
    """Return how many cells are spoken of."""
    return 1 if case.asked is not None else case.problem.cells


def short(text: str) -> str:
    """Cut a long text for a sentence."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def value(case: Case) -> str | Text:
    """Return the wrong text."""
    return short(raw_of(case)) if case.problem.column is not None else case.text(case.rule.field)


def raw_of(case: Case) -> str:
    """Return the whole wrong text, from the field or from the column that feeds nothing."""
    column = case.problem.column
    if column is not None:
        return (case.table.frame[column][case.record] if case.record is not None else None) or ""
    return case.raw(case.rule.field) or ""


def suggestion(case: Case) -> str | Text:
    """Return the right text (a code by its label), or nothing where it is not known."""
    raw, name = case.raw(case.rule.field), case.rule.field
    right = suggestion_of(case.problem, case.view, raw, case.raw(beside(case.problem))) if raw is not None else None
    codes = case.view.codes(name) if name and name in case.view.schema.by_name else None
    if codes is None or not right:
        return right or ""
    label = codes.label(right)
    said = {folded(label.en), folded(label.fr)}
    return right if folded(raw or "") in said else label  # the label itself was written: then the code is meant


def suggestion_of(problem: Problems, view: View, text: str, other: str | None = None) -> str | None:
    """Return the right text for one wrong text of a problem, None where it is not known; `other` stands beside it."""
    others = pl.Series([other], dtype=pl.String) if other is not None else None
    found: str | None = suggested(view, problem, pl.Series([text], dtype=pl.String), others)[0]
    return found


def arrow(case: Case) -> Text:
    """Return `: wrong → right`, or nothing where the right text is not known."""
    right = suggestion(case)
    if not right:
        return NOTHING
    return Text(": {value} → {right}", "\u00a0: {value} → {right}").with_(value=value(case), right=right)


def two_days(case: Case, place: int) -> dt.date | Text:
    """Return one of the days that an ambiguous date may be."""
    found = dates.seen(pl.Series([case.raw(case.rule.field) or ""]))
    ways = [found[name][0] for name in ("dmy", "mdy", "short_dmy", "short_mdy", "short_ymd")]
    days = list(dict.fromkeys(way for way in ways if way is not None))
    return dt.date.fromisoformat(days[place]) if place < len(days) else ANOTHER


def limit(case: Case, *names: str) -> Any:
    """Return a limit of the rule, dates as dates; a year is a name, not a number to be grouped."""
    then = case.rule.get("then")
    params = {**case.rule.params, **(then if isinstance(then, dict) else {})}
    found = next((params[name] for name in names if params.get(name) is not None), "")
    if found == "today":
        return case.view.today
    field = case.view.schema.by_name.get(case.rule.field or "")
    if field is not None and field.type == "year":
        return str(found)
    is_date = isinstance(found, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", found)
    return dt.date.fromisoformat(found) if is_date else found


def example(case: Case) -> Text | str:
    """Return a right value: the field's own example, else the usual one of its kind."""
    field = case.view.schema.by_name.get(case.rule.field or "")
    if field is None:
        return ""
    return field.example or EXAMPLES.get(field.kind or "") or EXAMPLES.get(field.format) or case.problem.check.right


def how_many(case: Case) -> int:
    """Return the number a phrase calls `k`: choices of a list, cells too many or too few, rows with one value."""
    if case.problem.check.id in ("R03", "R06"):
        there = case.table.ragged.filter(pl.col("index") == case.record)["surplus"]
        return abs(int(there[0])) if len(there) else 0
    if "k" in case.problem.known:
        return case.problem.known["k"]
    if case.problem.check.id == "R05":
        return len(alike(case, [str(case.rule.field)]))
    codes = case.view.codes(case.rule.field or "") if case.rule.field in case.view.schema.by_name else None
    return len(codes.codes) if codes is not None else 0


def alike(case: Case, names: list[str]) -> pl.Series:
    """Return the records whose text in some fields is that of the case's record."""
    feeds = {name: feed for name in names if (feed := case.view.feed(name)) is not None and feed.feeds}
    if case.record is None or not feeds:
        return pl.Series([], dtype=pl.UInt32)
    same = [raw_text(feed).eq_missing(pl.lit(case.raw(name), dtype=pl.String)) for name, feed in feeds.items()]
    columns = [column for feed in feeds.values() for column in feed.columns]
    return case.table.frame.select(list(dict.fromkeys(columns))).select(pl.all_horizontal(same).alias("same"))["same"].arg_true()


def row(case: Case, record: int | None) -> str | Text:
    """Return the row of the source sheet, as a spreadsheet shows it: a name, not a number to be grouped."""
    found = case.table.rows[record] if record is not None else None
    return NO_ROW if found is None else sheets.called(case.table.parts, found)


def other_row(case: Case) -> str | Text:
    """Return another row with the same key."""
    others = alike(case, list(case.view.schema.primary_key))
    there = next((int(record) for record in others.head(2) if record != case.record), None)
    return row(case, there)


def quoted(titles: list[Text], joint: Text) -> Text:
    """Join titles in quotes: “A” or “B”."""
    en = f" {joint.en} ".join(f"“{title.en}”" for title in titles)
    fr = f" {joint.fr} ".join(f"«\u00a0{title.fr}\u00a0»" for title in titles)
    return Text(en, fr)


AND, OR, PLUS = Text("and", "et"), Text("or", "ou"), Text("+", "+")


def key(case: Case) -> Text:
    """Return the titles of the key's fields that something feeds."""
    return quoted([case.title(name) for name in case.view.schema.primary_key if case.view.fed(name)], AND)


def groups(case: Case) -> Text:
    """Return the groups of which one is asked for."""
    parts = [quoted([case.title(name) for name in group], AND) for group in case.rule.get("groups", ())]
    return Text(" or ".join(part.en for part in parts), " ou ".join(part.fr for part in parts))


def other_name(case: Case) -> str | None:
    """Return the other field that a rule names."""
    for name in ("notBefore", "date", "province", "with"):
        found = case.rule.get(name)
        if found:
            return str(found[0] if isinstance(found, list | tuple) else found)
    when = case.rule.get("when")
    return next(iter(when), None) if isinstance(when, dict) else None


def others(case: Case) -> Text:
    """Return the titles of the fields that go with the one marked."""
    names = case.rule.get("with") or ()
    return quoted([case.title(name) for name in ([names] if isinstance(names, str) else names)], AND)


def parts(case: Case) -> Text:
    """Return the titles of what a total is made of, joined by plus signs."""
    return quoted([case.title(name) for name in case.rule.get("parts") or ()], PLUS)


def added_up(case: Case) -> float | int | Text:
    """Return what the parts of a total add up to in the record."""
    names = [name for name in case.rule.get("parts") or () if case.view.fed(name)]
    if case.record is None or not names:
        return NOTHING
    one, _ = standard_of(case.view, part_of(case.table, case.record, 1), fields=names, learn=False)
    total = round(sum(float(one.value(name)[0] or 0) for name in names), 4)
    return int(total) if total == int(total) else total


def point(case: Case) -> str:
    """Return a point as its two texts."""
    return f"{case.raw(case.rule.field) or ''}, {case.raw(other_name(case)) or ''}"


def province(case: Case) -> Text | str:
    """Return the name of the province beside a postal code."""
    name = other_name(case)
    codes = case.view.codes(name) if name and name in case.view.schema.by_name else None
    found = case.raw(name)
    return codes.label(found) if codes is not None and found else case.text(name)


def where(case: Case) -> Text:
    """Return what is spoken of: a whole column by its heading, or the cell."""
    column = case.problem.column
    if column is None or case.problem.mask is not None:
        return THE_CELL
    return Text(f"Column “{column}”", f"La colonne «\u00a0{column}\u00a0»")


FACTS: dict[str, Callable[[Case], Any]] = {
    "n": count, "rows": count, "title": lambda case: case.title(case.rule.field), "value": value, "suggestion": suggestion,
    "arrow": arrow, "first": lambda case: two_days(case, 0), "second": lambda case: two_days(case, 1),
    "min": lambda case: limit(case, "min", "minLength", "minimum"),
    "max": lambda case: limit(case, "max", "maxLength", "maximum"),
    "length": lambda case: len(case.raw(case.rule.field) or ""), "example": example, "k": how_many,
    "row": lambda case: row(case, case.record), "a": lambda case: row(case, case.record), "b": other_row,
    "key": key, "groups": groups, "other": lambda case: case.title(other_name(case)),
    "other_value": lambda case: case.text(other_name(case)), "others": others, "point": point, "province": province,
    "date": value, "where": where, "parts": parts, "sum": added_up,
}
