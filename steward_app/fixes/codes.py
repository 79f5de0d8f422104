"""Code lists: texts that say a code in other words are read as that code."""

from __future__ import annotations

import polars as pl

from ..core.text import Text
from ..core.types import like
from .proposal import Proposal
from .wrong import Wrong, fix

SAME = Text("Match these values to the list", "Associer ces valeurs à la liste")
NEAR = Text("Match these values to the nearest entry of the list",
            "Associer ces valeurs à l’élément le plus proche de la liste")


@fix("codes", mends="V11", safe=True, named=SAME)
def codes(wrong: Wrong) -> Proposal | None:
    """Propose a value map for texts that are a code, label or alias but for case, accents and spaces."""
    return mapped(wrong, wrong.plain)


@fix("near-codes", mends="V11", safe=False, named=NEAR)
def near_codes(wrong: Wrong) -> Proposal | None:
    """Propose a value map for texts that resemble one code; the steward looks at each."""
    near = pl.DataFrame({"same": wrong.plain, "like": like(wrong.texts, wrong.field, wrong.view.learned)})
    return mapped(wrong, near.select(pl.when(pl.col("same").is_null()).then("like")).to_series())


def mapped(wrong: Wrong, codes_of: pl.Series) -> Proposal | None:
    """Propose text → code beside what the mapping says already; true for next month's file too."""
    found = {text: code for text, code in zip(wrong.texts, codes_of, strict=True) if code is not None and code != text}
    return wrong.reading(values={**wrong.read.values, **found}) if found else None


FIXES = (codes, near_codes)
