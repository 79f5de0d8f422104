"""What the workspace knows of columns and values, as the right pane asks about it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from ...core import glance
from ...core.document import Document
from ...core.mapping import CHECK
from ...core.schema import Code, CodeList, Field, Schema, folded
from ...core.shown import Shown, holding
from ...core.text import Text, date, percent
from ...workspace import columns
from ...workspace.columns import FieldRow, ValueRow
from . import words
from .side import Answer

MOST, NEAR, FITS = 3, 0.7, 0.9


def hint(field: Field, schema: Schema, language: str) -> str:
    """Return the line under a field's title: its description, or the length of its list."""
    codes = schema.codes(field.name)
    if codes is not None:
        return words.LIST_OF.with_(n=len(codes.codes)).to(language)
    return first_sentence(field.description.to(language))


def first_sentence(text: str) -> str:
    """Return the first sentence of a description, without its full stop."""
    return text.split(". ", maxsplit=1)[0].split("; ", maxsplit=1)[0].rstrip(".")


def answers(found: Sequence[object], document: Document, language: str) -> tuple[Answer, ...]:
    """Return the best candidates as numbered answers."""
    return tuple(answer(item, document, language) for item in found[:MOST])


def answer(item: object, document: Document, language: str) -> Answer:
    """Return one candidate as an answer."""
    column, table = item.column, document.table  # type: ignore[attr-defined]
    share = item.fit if item.fit is not None else glance.filled(table, column)  # type: ignore[attr-defined]
    reason = words.WHY[item.why]  # type: ignore[attr-defined]
    if item.since is not None:  # type: ignore[attr-defined]
        reason = words.SINCE.with_(date=date(item.since, language))  # type: ignore[attr-defined]
    why = reason.to(language)
    if item.vetoed:  # type: ignore[attr-defined]
        why = f"{why}; {words.VETOED.to(language)}"
    return Answer(column, column, share, percent(round(share * 1000), 1000, language), why, glance.samples(table, column, 3))


def conflict(row: FieldRow, schema: Schema, fit: float | None, language: str) -> str:
    """Return what speaks against a suggestion, in a few words; nothing where nearly all of its values fit."""
    if fit is None or fit >= FITS:
        return ""
    kind = row.field.type
    said = words.NOT_LISTED if schema.codes(row.field.name) else words.NOT_DATES if kind in ("date", "datetime") else (
        words.NOT_NUMBERS if kind in ("number", "integer") else words.NOT_FITTING)
    return said.with_(share=percent(round((1 - fit) * 1000), 1000, language)).to(language)


def codes_like(codes: CodeList, row: ValueRow) -> tuple[Code, ...]:
    """Return the codes a value may mean, the likeliest first."""
    return tuple(sorted(codes.codes, key=lambda code: likeness(code, row), reverse=True)[:MOST])


def likeness(code: Code, row: ValueRow) -> float:
    """Return how alike a value and a code's names are, 0 to 1; 2 where the value is known to mean it."""
    if code.code == row.code:
        return 2.0
    sought = folded(row.text)
    names = {folded(name) for name in (code.code, code.label.en, code.label.fr, *code.aliases)}
    return max(difflib.SequenceMatcher(None, sought, name).ratio() for name in names if name)


def likely(codes: CodeList, row: ValueRow) -> str:
    """Return the code worth choosing beforehand; none where nothing is near, so that Enter cannot do harm."""
    best = codes_like(codes, row)[:1]
    return best[0].code if best and likeness(best[0], row) >= NEAR else ""


def code_answers(codes: CodeList, row: ValueRow, language: str) -> tuple[Answer, ...]:
    """Return the likeliest codes as numbered answers, the other language under each."""
    other = "en" if language == "fr" else "fr"
    return tuple(Answer(code.code, code.label.to(language), why=code.label.to(other)) for code in codes_like(codes, row))


def some_rows(document: Document, column: str, text: str) -> tuple[tuple[str, str, str], ...]:
    """Return a few rows that hold a value: row of the sheet, key, the value itself."""
    table = document.table
    shown = Shown.all_of(table).only(holding(table, column, text))
    key = document.schema.primary_key[0] if document.schema and document.schema.primary_key else ""
    feed = document.mapping.feed(key)
    named = feed.columns[0] if feed and feed.feeds and feed.columns else None
    numbers = shown.numbers(table, 0, MOST)
    keys = [glance.text_at(table, named, record) or "" if named else "" for record in shown.records(0, MOST)]
    return tuple((str(number or "+"), name, text) for number, name in zip(numbers, keys, strict=True))


def needs_you(row: FieldRow, open_values: frozenset[str]) -> bool:
    """Tell whether a field waits for the steward."""
    suggested = row.feed is not None and row.state == CHECK
    return suggested or (row.field.level == "required" and row.state == "none") or row.field.name in open_values


def lead(rows: Sequence[FieldRow], open_values: frozenset[str]) -> Text:
    """Return the sentence under the title."""
    missing = sum(row.state == "none" and row.field.level == "required" for row in rows)
    suggested = sum(row.state == CHECK for row in rows)
    due = [(n, phrase, part) for n, phrase, part in (
        (missing, words.MISSING, words.OF_MISSING), (suggested, words.TO_CHECK, words.OF_MATCHES),
        (len(open_values), words.OPEN_VALUES, words.OF_VALUES)) if n]
    if not due:
        return words.SETTLED.with_(n=sum(row.state not in ("none", "absent") for row in rows))
    if len(due) == 1:
        return due[0][1].with_(n=due[0][0])
    parts = [part.with_(n=n) for n, _, part in due]
    what = Text(*(", ".join(part.to(language) for part in parts) for language in ("en", "fr")))
    return words.TO_SETTLE.with_(n=sum(needs_you(row, open_values) for row in rows), what=what)


def fact_of(rows: Sequence[FieldRow]) -> tuple[Text, str]:
    """Return what a band says of its fields, and its mark."""
    found = sum(row.state not in ("none", "absent", "check") for row in rows)
    check = sum(row.state == "check" for row in rows)
    lacking = any(row.state == "none" and row.field.level == "required" for row in rows)
    mark = "must" if lacking else "check" if check else "ready"
    said = words.FOUND_CHECK if check else words.FOUND
    return said.with_(n=found, all=len(rows), check=check), mark


def open_values(document: Document) -> frozenset[str]:
    """Return the fields fed with values that lead to no code."""
    return columns.fields_with_open_values(document)
