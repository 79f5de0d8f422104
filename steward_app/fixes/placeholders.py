"""Words that stand where a cell should be empty."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

READ = Text("Read these words as empty", "Traiter ces mots comme des cellules vides")
EMPTY = Text("Leave these cells empty", "Laisser ces cellules vides")


@fix("missing-words", mends="V02", safe=True, named=READ)
def missing_words(wrong: Wrong) -> Proposal | None:
    """Propose to read the words as empty in this field; true for next month's file too."""
    words = tuple(dict.fromkeys((*wrong.read.missing, *wrong.texts)))
    return wrong.reading(missing=words) if len(words) > len(wrong.read.missing) else None


@fix("placeholders", mends="V02", safe=True, named=EMPTY)
def placeholders(wrong: Wrong) -> Proposal | None:
    """Propose to empty the cells."""
    return wrong.rewritten(pl.Series("after", [""] * len(wrong.texts), dtype=pl.String))


FIXES = (missing_words, placeholders)
