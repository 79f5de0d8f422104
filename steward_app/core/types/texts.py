"""Text of any shape: what is written is the value."""

from __future__ import annotations

import polars as pl

from ..mapping import ReadAs
from ..schema import Field
from .kind import Kind, Learned, always, nothing_accepted, nothing_learnt


def plain(distinct: pl.Series, field: Field, read: ReadAs, learned: Learned) -> pl.Series:
    """Return the texts as they are."""
    return distinct


TEXT = Kind("text", pl.String(), (), None, always(""), plain, nothing_accepted, nothing_learnt)
