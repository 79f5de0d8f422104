"""Two folders change places in one instant, where the system has a call for it (Linux, macOS)."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

AT_FDCWD = -100
LINUX_EXCHANGE = 2
MACOS_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one disk; False where the system or the disk cannot. Never leaves either half done."""
    if sys.platform not in ("linux", "darwin"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        call = getattr(library, "renamex_np", None)
        return call is not None and call(first, second, ctypes.c_uint(MACOS_SWAP)) == 0
    call = getattr(library, "renameat2", None)
    return call is not None and call(AT_FDCWD, first, AT_FDCWD, second, ctypes.c_uint(LINUX_EXCHANGE)) == 0
