"""Telephone numbers: `613-555-0199`, `613-555-0199 x12`."""

from __future__ import annotations

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, always, nothing_accepted, nothing_learnt, spaced, worked

SHAPE = "^[0-9]{3}-[0-9]{3}-[0-9]{4}(?: x[0-9]{1,6})?$"
DIALLED = "^[2-9][0-9]{2}-[0-9]{3}-[0-9]{4}(?: x[0-9]{1,6})?$"
EXTENSION = r"(?:x|ext\.?|extension|poste|p\.|#)\s?:?\s?([0-9]{1,6})$"


def phone(text: pl.Expr, field: Field, read: ReadAs, learned: Learned) -> pl.Expr:
    """Read ten digits with hyphens, and an extension after ` x`."""
    return pl.when(text.str.contains(SHAPE)).then(text)


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the ten digits of any usual writing; a country code of 1 is dropped, no area code begins with 0 or 1."""
    low = spaced(pl.col("text").str.to_lowercase())
    more = low.str.extract(EXTENSION, 1)
    body = low.str.replace(rf",?\s?{EXTENSION}", "")
    digits = pl.when(body.str.contains(r"^[0-9()+./\s–-]+$")).then(body.str.replace_all("[^0-9]", ""))
    ten = digits.str.replace("^1([0-9]{10})$", "$1")
    written = ten.str.replace("^([0-9]{3})([0-9]{3})([0-9]{4})$", "$1-$2-$3") + (" x" + more).fill_null("")
    return worked(distinct, pl.when(written.str.contains(DIALLED)).then(written), "plain")


PHONE = Kind("phone", pl.String(), ("V16",), phone, always("V16"), plain, nothing_accepted, nothing_learnt)
