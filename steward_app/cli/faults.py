"""What a fault of ours leaves behind: kinds and places in the log, one sentence for the person."""

from __future__ import annotations

import traceback
from pathlib import Path

from ..core.problem import Problem
from ..core.text import Text

FAULT = Text("Something went wrong in the app, not in your data. The log is at {log}.",
             "Un problème est survenu dans l’application, pas dans vos données. Le journal se trouve ici\u00a0: {log}.")


def noted(error: BaseException, log: Path) -> Problem:
    """Write where a fault happened to the log, never messages (they may hold cell values); return what to say of it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    places = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(error.__traceback__))
    with log.open("a", encoding="utf-8") as lines:
        lines.write(f"{type(error).__name__}\n{places}")
    return Problem("S01", FAULT, Text("", ""), {"log": str(log)})
