"""Rows that hold nothing."""

from __future__ import annotations

from ..core.text import Text
from .sight import Leave, Sight

REASON = Text("{n} rows are blank.", "{n} lignes sont vides.", "{n} row is blank.", "{n} ligne est vide.")


def propose(sight: Sight) -> list[Leave]:
    """Leave out every blank row, wherever it stands; the one a file ends with counts too."""
    found = (sight.fill == 0).arg_true()
    at = tuple(row for row in found.to_list() if row not in sight.gone and row not in sight.header)
    return [Leave("blank", at, REASON.with_(n=len(at)))] if at else []
