"""Codes of a list: exactly as listed, or recognised by label, alias or likeness."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import polars as pl

from ..mapping import ReadAs
from ..schema import PLURAL, TWICE, CodeList, Field, folded
from .kind import FAULT, Kind, Learned, nothing_accepted, worked

LIKE = 84.0  # a likeness (0 to 100) from which two folded words are thought to be one misspelt
SHORTEST = 4
MANY = 2_000  # different texts that are no code, from which on a column is no list of codes


def code(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read codes exactly as on the list."""
    return pl.when(text.is_in(list(list_of(field, learned).values))).then(text)


def list_of(field: Field, learned: Learned) -> CodeList:
    """Return the code list of a field, which `learned` carries."""
    found = learned.get(("codes", field.name))
    return found if isinstance(found, CodeList) else CodeList(field.name, ())


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the code whose own name, label or alias a text is, after folding: Issued, délivrés, or Issued/Délivré."""
    codes = list_of(field, learned)
    names = dict(codes.by_folded)
    if not names:
        return nothing_accepted(distinct, field, read, learned)
    bare = folds(distinct)
    found = bare.replace_strict(names, default=None, return_dtype=pl.String)
    if found.null_count():
        single = bare.str.replace_all(PLURAL, "${1}")
        found = found.fill_null(single.replace_strict(dict(codes.by_single), default=None, return_dtype=pl.String))
    twice = distinct.filter((found.is_null() & distinct.str.contains(TWICE)).fill_null(False))
    if len(twice):
        halves = pl.Series([codes.stands_for(text) for text in twice], dtype=pl.String)
        found = found.fill_null(distinct.replace_strict(twice, halves, default=None, return_dtype=pl.String))
    return found.alias("plain")


def like(distinct: pl.Series, field: Field, learned: Learned) -> pl.Series:
    """Return the one code that each text resembles or falls under, null where none or several do; asked, never assumed.

    A text may only add something in brackets to a name: Renovation (no zoning check).
    Where the column holds too many different texts to be codes at all, none is thought to be one misspelt.
    """
    if learned.get(("free", field.name)):
        return nothing_accepted(distinct, field, ReadAs(), learned).alias("like")
    codes = list_of(field, learned)
    return pl.Series("like", [nearest(text, codes) if text is not None else None for text in distinct], dtype=pl.String)


def nearest(text: str, codes: CodeList) -> str | None:
    """Return the one code that a text resembles or falls under, None where there is none or several.

    The part of `N/A / Complete` that the list knows speaks for it; a likeness is asked only of what it knows no part of.
    """
    names = codes.by_near
    bare, outside = folded(text), folded(re.sub(r"\([^()]*\)", " ", text))
    known = {names[half] for half in codes.halves(text) if half in names}
    if bare in names or outside in names:
        return names.get(bare) or names[outside]
    if known:
        return known.pop() if len(known) == 1 else None
    return likest(bare, names)


def likest(bare: str, names: Mapping[str, str]) -> str | None:
    """Return the code of the most similar name, null under LIKE or where two codes tie."""
    from rapidfuzz import fuzz, process

    if len(bare) < SHORTEST:
        return None
    found = process.extract(bare, list(names), scorer=fuzz.ratio, score_cutoff=LIKE, limit=2)
    codes = {names[name] for name, score, _ in found if score == found[0][1]}
    return codes.pop() if len(codes) == 1 else None


def faults(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Give V11 where a code is near, V12 where none is."""
    frame = pl.DataFrame({"plain": plain(distinct, field, read, learned), "like": like(distinct, field, learned)})
    near = pl.coalesce("plain", "like").is_not_null()
    return frame.select(pl.when(near).then(FAULT["V11"]).otherwise(FAULT["V12"]).cast(pl.UInt8).alias("fault")).to_series()


def folds(texts: pl.Series) -> pl.Series:
    """Fold texts as `schema.folded` does a word."""
    bare = pl.col("text").str.to_lowercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "")
    for long, short in (("œ", "oe"), ("æ", "ae"), ("ß", "ss")):
        bare = bare.str.replace_all(long, short, literal=True)
    return worked(texts, bare.str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars(" "), "folded")


def learn(distinct: pl.Series, values: pl.Series, field: Field, read: ReadAs) -> dict[str, Any]:
    """Return whether the column holds free text rather than codes: `{"free": True}`."""
    return {"free": True} if distinct.n_unique() > MANY else {}


CODE = Kind("code", pl.String(), ("V11", "V12"), code, faults, plain, nothing_accepted, learn)
