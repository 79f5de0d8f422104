"""Identifiers that a spreadsheet took for numbers: zeros put back, exponents written out where no digit is lost."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

ZEROS = Text("Put the zeros back in front", "Remettre les zéros initiaux")
DIGITS = Text("Write these identifiers with all their digits", "Écrire ces identifiants avec tous leurs chiffres")
SHORTENED = r"^([0-9])(?:[.,]([0-9]+))?[eE]\+([0-9]{1,3})$"


@fix("zeros", mends="V20", safe=False, named=ZEROS)
def zeros(wrong: Wrong) -> Proposal | None:
    """Propose as many zeros in front as the rule's width asks for."""
    return wrong.rewritten(wrong.texts.str.strip_chars().str.zfill(int(wrong.rule["width"])))


@fix("all-digits", mends="V21", safe=False, named=DIGITS)
def all_digits(wrong: Wrong) -> Proposal | None:
    """Propose the number written out, where its decimals reach as far as its exponent: 1.11E+02 is 111.

    Elsewhere the last digits are gone, and only the source file has them.
    """
    found = wrong.texts.str.strip_chars().to_frame("text").select(
        pl.col("text").str.extract(SHORTENED, 1).alias("first"), pl.col("text").str.extract(SHORTENED, 2).fill_null("").alias("rest"),
        pl.col("text").str.extract(SHORTENED, 3).cast(pl.Int32).alias("exponent"))
    whole = pl.col("rest").str.len_bytes() == pl.col("exponent")
    return wrong.rewritten(found.select(pl.when(whole).then(pl.col("first") + pl.col("rest"))).to_series())


FIXES = (zeros, all_digits)
