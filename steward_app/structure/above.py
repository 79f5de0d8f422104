"""Titles, notes and comments above the headings."""

from __future__ import annotations

from ..core.text import Text
from .sight import Leave, Sight

REASON = Text("{n} rows stand above the headings.", "{n} lignes précèdent les en-têtes.",
              "{n} row stands above the headings.", "{n} ligne précède les en-têtes.")


def propose(sight: Sight) -> list[Leave]:
    """Leave out what stands above the headings, or above the first record where there are none."""
    end = min(sight.header, default=sight.first)
    at = tuple(row for row in range(end) if sight.fill[row] and row not in sight.gone)
    return [Leave("above", at, REASON.with_(n=len(at)))] if at else []
