"""Hints of personal information: in fields that may hold some, and in columns that feed nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema, folded
from ..core.standard import Standard
from ..core.table import nowhere, scattered
from .hints import Hint, by_heading, hints_of, likely, tell, verdict

SAMPLE = 10_000
SHORTEST = 6  # no hint holds in fewer characters: `a@b.ca`
FEW = 0.1  # under this share of different texts in a sample, each distinct text is looked at once


def may_be_personal(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise for fields with `privacy` person or free-text."""
    return {} if item.privacy in ("person", "free-text") else None


def left_over(view: View, columns: tuple[str, ...]) -> Iterable[Rule]:
    """Yield a rule for each column that feeds nothing; its heading alone may say what it holds."""
    used = view.mapping.used_columns
    for column in (column for column in columns if column not in used):
        named = by_heading(hints_of(view), column)
        yield Rule("P01", None, {"column": column} | ({"whole_column": True, "kind": named.id} if named else {}))


def told(view: View, rule: Rule, text: str) -> dict[str, Any]:
    """Return what kind of information a text seems to be."""
    kind = rule.get("kind")
    named = next((hint for hint in hints_of(view) if hint.id == kind), None)
    return {"personal": named.title if named else tell(hints_of(view), text, context_of(view, rule))}


@check("P01", "personal", Severity.CHECK, arises=may_be_personal, columns=left_over, eager=True, tells=told,
       says=Text("{n} cells look like personal information ({personal}).",
                 "{n} cellules semblent contenir un renseignement personnel ({personal}).",
                 "{where} looks like personal information ({personal}).",
                 "{where} semble contenir un renseignement personnel ({personal})."),
       do=Text("Review before publishing.", "Vérifiez-les avant la publication."),
       why=Text("What is published about a person cannot be taken back.",
                "Ce qui est diffusé sur une personne ne peut pas être retiré."),
       right="Brick garage", wrong="Call 613-555-0199")
def personal(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark cells that hold what a hint of `pii_patterns.json` describes; each distinct text is judged by itself."""
    source = standard.raw(rule.field) if rule.field else standard.table.frame[rule["column"]]
    return marked(source, hints_of(view), context_of(view, rule))


def context_of(view: View, rule: Rule) -> str:
    """Return the names around a cell, folded: its heading, its field's titles; worked out once a view."""
    key = ("context", rule.field, rule.get("column"))
    if key not in view.memo:
        view.memo[key] = folded(" ".join(names_around(view, rule)))
    found: str = view.memo[key]
    return found


def names_around(view: View, rule: Rule) -> list[str]:
    """Return the heading of a column that feeds nothing, or the titles and headings of a field."""
    if rule.field is None:
        return [str(rule.get("column") or "")]
    field, feed = view.field(rule.field), view.feed(rule.field)
    return [field.name, field.title.en, field.title.fr, *(feed.columns if feed else ())]


def marked(source: pl.Series, hints: tuple[Hint, ...], context: str) -> pl.Series:
    """Return one boolean a record; texts that repeat much are judged once each."""
    none = nowhere(len(source))
    any_of = likely(hints, context)
    longest = source.str.len_bytes().max()
    if not any_of or not isinstance(longest, int) or longest < SHORTEST:
        return none
    sample = source.head(SAMPLE)
    if len(source) > SAMPLE and sample.n_unique() < FEW * SAMPLE:
        distinct = source.unique().drop_nulls()
        some = distinct.filter(distinct.str.contains(any_of))
        wrong = some.filter(verdict(hints, some, context))
        return source.is_in(wrong.implode()).fill_null(False) if len(wrong) else none
    records = source.str.contains(any_of).arg_true()
    return scattered(none, records, verdict(hints, source.gather(records), context)) if len(records) else none


CHECKS = (personal,)
