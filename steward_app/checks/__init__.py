"""The checks, family by family, in running order. What is not named here does not exist."""

from __future__ import annotations

from ..core.check import listed
from . import formula, keys, lists, order, places, postal, presence, privacy, rows, rules, shapes, spaces, types

CHECKS = listed(presence, formula, types, lists, shapes, spaces, order, places, postal, rules, keys, rows, privacy)

__all__ = ["CHECKS"]
