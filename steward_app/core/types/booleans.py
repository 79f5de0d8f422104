"""Yes and no, in both languages."""

from __future__ import annotations

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, always, nothing_learnt, spaced, worked

TRUE = ("true", "t", "yes", "y", "1", "1.0", "on", "x", "✓", "✔", "☑", "vrai", "v", "oui", "o")
FALSE = ("false", "f", "no", "n", "0", "0.0", "off", "☐", "faux", "non")


def boolean(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read one of the field's `trueValues` or `falseValues`."""
    yes, known = text.is_in(list(field.true_values)), text.is_in([*field.true_values, *field.false_values])
    return pl.when(known).then(yes)


def said(yes: tuple[str, ...], no: tuple[str, ...], field: Field, text: pl.Expr) -> pl.Expr:
    """Return the field's own word for true or false, null for any other word."""
    bare = spaced(text.str.to_lowercase())
    return (pl.when(bare.is_in([word.lower() for word in yes])).then(pl.lit(field.true_values[0]))
            .when(bare.is_in([word.lower() for word in no])).then(pl.lit(field.false_values[0])))


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the field's first word for true or false, for every word that means it."""
    yes = (*read.yes_no.get("true", ()), *field.true_values, *TRUE)
    no = (*read.yes_no.get("false", ()), *field.false_values, *FALSE)
    taken = {word.lower() for word in read.yes_no.get("false", ())}
    return worked(distinct, said(tuple(w for w in yes if w.lower() not in taken), no, field, pl.col("text")), "plain")


def accepted(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the field's own words for those that the mapping names."""
    yes, no = tuple(read.yes_no.get("true", ())), tuple(read.yes_no.get("false", ()))
    return worked(distinct, said(yes, no, field, pl.col("text")), "plain")


BOOLEAN = Kind("boolean", pl.Boolean(), ("V13",), boolean, always("V13"), plain, accepted, nothing_learnt)
