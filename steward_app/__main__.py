"""Where the program starts: the window, the command line, or the reading child."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from .paths import Paths


def main(argv: list[str] | None = None) -> int:
    """Open the window (with a FILE: opens it there), or answer a command. Returns the exit code."""
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["--read"]:
        from .formats.child import main as read

        return int(read(words[1:]))
    paths, today = Paths.here(), dt.date.today()
    if not for_the_window(words):
        from . import cli

        return cli.main(words, paths, today)
    from .ui.first import run

    return int(run(Path(words[0]) if words else None, paths, today))


def for_the_window(words: list[str]) -> bool:
    """Tell whether these words open the window: nothing, or one file. (The command line is loaded only where it must be.)"""
    if len(words) > 1 or any(word.startswith("-") for word in words):
        return False
    if not words or Path(words[0]).suffix:
        return True
    from . import cli

    return not cli.is_command(words)


if __name__ == "__main__":
    sys.exit(main())
