"""A guard against PySide6 6.12 on Python 3.11: it returns None without counting it, until the interpreter aborts."""

from __future__ import annotations

import ctypes
import sys

# From Python 3.12 on, None is never freed and needs no guard (PEP 683).
FIRST_SAFE = (3, 12)
ENOUGH = 1 << 40


def hold_none() -> None:
    """Raise the reference count of None so far that uncounted returns cannot bring it to zero.

    Each void call into Qt takes one reference too many (measured: −1 a call of `QPainter.fillRect`, `setPen`…), and
    CPython 3.11 stops with “none_dealloc” when none is left. The count stands first in the object (CPython, 64 bits).
    """
    if sys.version_info >= FIRST_SAFE or sys.getrefcount(None) > ENOUGH // 2:
        return
    ctypes.c_ssize_t.from_address(id(None)).value += ENOUGH
