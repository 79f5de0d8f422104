"""Codes of a list: exactly as listed, or recognised by label, alias or likeness."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from ..mapping import ReadAs
from ..schema import CodeList, Field, folded
from .kind import FAULT, Kind, Learned, nothing_accepted, nothing_learnt

LIKE = 84.0  # a likeness (0 to 100) from which two folded words are thought to be one misspelt
SHORTEST = 4


def code(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read codes exactly as on the list."""
    return pl.when(text.is_in(list(list_of(field, learned).values))).then(text)


def list_of(field: Field, learned: Learned) -> CodeList:
    """Return the code list of a field, which `learned` carries."""
    found = learned.get(("codes", field.name))
    return found if isinstance(found, CodeList) else CodeList(field.name, ())


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the code whose own name, label or alias a text is, after folding."""
    names = list_of(field, learned).by_folded
    return pl.Series("plain", [names.get(folded(text)) for text in distinct], dtype=pl.String)


def like(distinct: pl.Series, field: Field, learned: Learned) -> pl.Series:
    """Return the one code that each text resembles, null where none or several do; to be asked, never assumed."""
    names = list_of(field, learned).by_folded
    return pl.Series("like", [likest(folded(text), names) for text in distinct], dtype=pl.String)


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


CODE = Kind("code", pl.String(), ("V11", "V12"), code, faults, plain, nothing_accepted, nothing_learnt)
