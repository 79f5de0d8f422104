"""Postal codes: `K1A 0B1`, and the first three characters, `K1A`."""

from __future__ import annotations

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import BLANKS, Kind, Learned, always, nothing_accepted, nothing_learnt, worked

FSA = "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z]"
LDU = "[0-9][ABCEGHJ-NPRSTV-Z][0-9]"


def postal_code(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read `K1A 0B1` or its first three characters."""
    return pl.when(text.str.contains(f"^{FSA}(?: {LDU})?$")).then(text)


def fsa(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read the first three characters of a postal code."""
    return pl.when(text.str.contains(f"^{FSA}$")).then(text)


def joined() -> pl.Expr:
    """Write in capitals without blanks, hyphens and points."""
    return pl.col("text").str.to_uppercase().str.replace_all(rf"[\s.–-]|[{BLANKS}]", "")


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return `K1A 0B1` for `k1a0b1`."""
    whole = joined().str.replace(f"^({FSA})({LDU})$", "$1 $2")
    return worked(distinct, pl.when(whole.str.contains(f"^{FSA}(?: {LDU})?$")).then(whole), "plain")


def plain_fsa(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return `K1A` for `K1A 0B1`."""
    whole = joined()
    return worked(distinct, pl.when(whole.str.contains(f"^{FSA}(?:{LDU})?$")).then(whole.str.slice(0, 3)), "plain")


POSTAL_CODE = Kind("postal-code", pl.String(), ("V15",), postal_code, always("V15"), plain, nothing_accepted,
                   nothing_learnt)
FIRST_THREE = Kind("fsa", pl.String(), ("V15",), fsa, always("V15"), plain_fsa, nothing_accepted, nothing_learnt)
