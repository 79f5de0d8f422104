"""The forms that federal reference data give to provinces and dates, for text that no standard asks to be so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import polars as pl

from .mapping import ReadAs
from .schema import Field, folded
from .text import Text
from .types import of

NAMES = ("alpha", "iso", "en", "fr", "abbr_en", "abbr_fr")  # columns of the reference list that name a province
A_DATE = Field("date", "date", Text("", ""), Text("", ""))


def alpha_codes(distinct: pl.Series, provinces: Iterable[Mapping[str, str]]) -> pl.Series:
    """Return the alpha code of each text that names a province or territory, null for the others."""
    known = {folded(row[name]): row["alpha"] for row in provinces for name in NAMES if row.get(name)}
    return pl.Series("alpha", [known.get(folded(text)) for text in distinct], dtype=pl.String)


def iso_dates(distinct: pl.Series) -> pl.Series:
    """Return each text that reads one way as a date, written as ISO 8601-1 does; null for the others.

    Text with a time is left alone, which a day would cut off; so are bare digits, which may be anything.
    """
    told = ~distinct.str.contains(r"^[0-9]+$|:|[0-9] ?h")
    plain = of(A_DATE).plain(distinct, A_DATE, ReadAs(), {})
    return pl.select(pl.when(told).then(plain)).to_series().alias("iso")
