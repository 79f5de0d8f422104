"""A guard against PySide6 6.12 on Python 3.11: it returns None, True and False without counting them, until an abort."""

from __future__ import annotations

import ctypes
import sys

# From Python 3.12 on, these are never freed and need no guard (PEP 683).
FIRST_SAFE = (3, 12)
CONSTANTS = (None, True, False, NotImplemented, Ellipsis)
ENOUGH = 1 << 40


def hold_none() -> None:
    """Raise the reference counts of the constants so far that uncounted returns cannot bring them to zero.

    Each void call into Qt takes one reference of None too many (measured: −1 a call of `QPainter.fillRect`, `setPen`…),
    some calls one of True or False; CPython 3.11 stops with “none_dealloc” or “bool_dealloc” when none is left. The
    count stands first in the object (CPython, 64 bits).
    """
    if sys.version_info >= FIRST_SAFE:
        return
    for constant in CONSTANTS:
        if sys.getrefcount(constant) < ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
