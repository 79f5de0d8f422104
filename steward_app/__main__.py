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
    from . import cli

    paths, today = Paths.here(), dt.date.today()
    if cli.is_command(words) or any(word.startswith("-") for word in words) or len(words) > 1:
        return cli.main(words, paths, today)
    from .ui.app import run

    return int(run(Path(words[0]) if words else None, paths, today))


if __name__ == "__main__":
    sys.exit(main())
