"""What a fault of ours leaves behind: kinds and places in the log, one sentence for the person."""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path

from ..core.problem import Problem
from ..core.text import Text

FAULT = Text("Something went wrong in the app, not in your data. The log is at {log}.",
             "Un problème est survenu dans l’application, pas dans vos données. Le journal se trouve ici\u00a0: {log}.")
UNLOGGED = Text("Something went wrong in the app, not in your data ({kind}). The log could not be written.",
                "Un problème est survenu dans l’application, pas dans vos données ({kind}). Le journal n’a pas pu être écrit.")


def noted(error: BaseException, log: Path) -> Problem:
    """Write where a fault happened to the log, never messages (they may hold cell values); return what to say of it.

    It never raises: it is the last net. A log that cannot be written is not named, and the kind of fault is.
    """
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(error.__traceback__))
    with contextlib.suppress(OSError, ValueError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as lines:
            lines.write(f"{type(error).__name__}\n{places}")
        return Problem("S01", FAULT, Text("", ""), {"log": str(log)})
    return Problem("S01", UNLOGGED, Text("", ""), {"kind": type(error).__name__})
