"""What is looked at before any reader touches a file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from .words import fault


def regular(path: Path) -> int:
    """Return the size of an ordinary file that may be read. Raises Problem F01 on anything else."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise fault("missing", path) from None
    except (OSError, ValueError):
        raise fault("locked", path) from None
    if stat.S_ISDIR(found.st_mode):
        raise fault("folder", path)
    if not stat.S_ISREG(found.st_mode):
        raise fault("special", path)
    if found.st_size == 0:
        raise fault("empty", path)
    if not os.access(path, os.R_OK):
        raise fault("locked", path)
    return found.st_size
