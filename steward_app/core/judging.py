"""The verdict on each distinct text that is no plain form: missing, accepted by the reading, or at fault, and how."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from .types import FAULT, Kind, Learned, of
from .types.kind import trimmed
from .view import View

# What spreadsheets write where a formula failed, in both languages.
ERRORS = ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
          "#VALEUR!", "#NOM?", "#NOMBRE!", "#NUL!", "#PROPAGATION!", "#CALCUL!", "#CHAMP!")


@dataclass(frozen=True, eq=False)
class Judged:
    """One field read: its values, its text after the reading, and its faults."""

    value: pl.Series
    text: pl.Series
    fault: pl.Series


def nothing_wrong(raw: pl.Series, value: pl.Series | None) -> Judged:
    """Return a field whose every text is a plain form; its faults are a column of zeros."""
    fault = pl.Series("fault", [0], dtype=pl.UInt8).new_from_index(0, len(raw))
    return Judged(raw if value is None else value, raw, fault)


def cases(words: frozenset[str]) -> frozenset[str]:
    """Return words as they are met: as listed, small, capital, and with one or every first letter large."""
    return frozenset(form for word in words for form in (word, word.lower(), word.upper(), word.capitalize(), word.title()))


def missing_words(view: View) -> frozenset[str]:
    """Return the standard's `missingValues`, the empty one apart."""
    return frozenset(view.schema.missing_values) - {""}


def placeholders(view: View) -> frozenset[str]:
    """Return the words that stand where a cell should be empty, in their usual cases."""
    found = view.memo.get("placeholders")
    if found is None:
        found = view.memo["placeholders"] = cases(frozenset(view.vocabularies.get("placeholders") or ())) - set(ERRORS)
    return found


def looked_for(view: View, name: str) -> list[str]:
    """Return the words to look for in the whole column of a field: those that would else pass as values."""
    found = view.memo.get(("looked_for", name))
    if found is None:
        found = view.memo[("looked_for", name)] = words_that_pass(view, name)
    return found


def words_that_pass(view: View, name: str) -> list[str]:
    """Work out the words of `looked_for`."""
    read, field = view.read(name), view.field(name)
    kind = of(field)
    special = {*missing_words(view), *read.missing, *read.values}
    if kind.value is None:
        return sorted(special | placeholders(view) | set(ERRORS))
    frame = pl.DataFrame({"text": sorted(special)}, schema={"text": pl.String})
    passes = frame.select(kind.value(pl.col("text"), field, read, view.learned).is_not_null()).to_series()
    return frame["text"].filter(passes).to_list()


def judge(view: View, name: str, distinct: pl.Series, learned: Learned) -> pl.DataFrame:
    """Return `from`, `to` (the text after the reading), `value` and `fault` for each distinct text.

    In order: missing by the mapping, missing by the standard (V02), a spreadsheet's error (F06), a plain form once
    the value map has been applied, accepted by the reading, a word without meaning in its type (V02), the type's own.
    """
    field, read = view.field(name), view.read(name)
    kind = of(field)
    frame = distinct.alias("from").to_frame()
    mapped = pl.col("from").replace(dict(read.values)) if read.values else pl.col("from")
    frame = frame.with_columns(to=mapped)
    texts = frame["to"]
    frame = frame.hstack(kind.look(texts, field, read, learned))
    empty = pl.col("from").is_in(list(read.missing)) | (pl.col("to").fill_null("") == "")
    nothing = pl.col("from").is_in(sorted(missing_words(view)))
    error = pl.col("to").is_in(ERRORS)
    passes = readable(kind, view, name, learned)
    hollow = pl.col("to").is_in(without_meaning(view, name, texts, learned))
    fault = (pl.when(empty).then(FAULT[""]).when(nothing).then(FAULT["V02"]).when(error).then(FAULT["F06"])
             .when(passes).then(pl.when(hollow).then(FAULT["V02"]).otherwise(FAULT[""]))
             .when(pl.col("accepted").is_not_null()).then(FAULT[""]).when(hollow).then(FAULT["V02"])
             .otherwise(pl.col("own")))
    to = pl.when(empty | nothing).then(None).when(error | passes).then(pl.col("to")) \
        .otherwise(pl.coalesce("accepted", "to"))
    frame = frame.with_columns(fault=fault.cast(pl.UInt8), to=to)
    return with_values(frame, kind, view, name, learned)


def without_meaning(view: View, name: str, texts: pl.Series, learned: Learned) -> list[str]:
    """Return the placeholder words among some texts that mean nothing in the field's type; blanks alone are one."""
    field, kind = view.field(name), of(view.field(name))
    bare = pl.col("text").str.strip_chars() if kind.value is None else trimmed(pl.col("text"))
    known = placeholders(view) | ({""} if kind.value is not None else set())
    words = texts.alias("text").to_frame().filter(bare.is_in(sorted(known))).to_series()
    if kind.value is None or not len(words):
        return words.to_list()
    return words.filter(kind.plain(words, field, view.read(name), learned).is_null()).to_list()


def readable(kind: Kind, view: View, name: str, learned: Learned) -> pl.Expr:
    """Tell which `to` are plain forms."""
    if kind.value is None:
        return pl.lit(True)
    return kind.value(pl.col("to"), view.field(name), view.read(name), learned).is_not_null()


def with_values(frame: pl.DataFrame, kind: Kind, view: View, name: str, learned: Learned) -> pl.DataFrame:
    """Add the typed value of what turned out to be readable."""
    to = pl.when(pl.col("fault") != FAULT["F06"]).then(pl.col("to"))
    value = to if kind.value is None else kind.value(to, view.field(name), view.read(name), learned)
    return frame.select("from", "to", value.alias("value"), "fault")
