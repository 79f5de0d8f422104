"""Where the program starts: the window, the command line, or the reading child."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Answer = Callable[[list[str], Any, Any], int]


def main(argv: list[str] | None = None) -> int:
    """Open the window (with a FILE: opens it there), or answer a command. Returns the exit code."""
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == ["--read"]:
        from .formats.child import main as read

        return int(read(words[1:]))
    with stopped_at_once():
        import datetime as dt

        from .paths import Paths

        paths, today, windowed = Paths.here(), dt.date.today(), for_the_window(words)
        answer = windows_answer() if windowed else commands_answer()
    return answer(words, paths, today)


def commands_answer() -> Answer:
    """Load the command line."""
    from . import cli

    return cli.main


def windows_answer() -> Answer:
    """Load the first window."""
    from pathlib import Path

    from .settings import Settings, for_every_command
    from .ui.first import run

    def answer(words: list[str], paths: Any, today: Any) -> int:
        files, spoken = for_every_command(words)
        settings = Settings.read(paths.config / "settings.json")
        settings.spoken = spoken
        return int(run(Path(files[0]) if files else None, paths, today, settings))

    return answer


def for_the_window(words: list[str]) -> bool:
    """Tell whether these words open the window: nothing, or one file, where there is a screen to show it on.

    What every command takes (`--lang`, `--quiet`) may stand before the file or after it.
    """
    from .settings import for_every_command

    rest, _ = for_every_command(words)
    if len(rest) > 1 or any(word.startswith("-") for word in rest) or not has_screen():
        return False
    return not rest or bool(os.path.splitext(rest[0])[1]) or os.path.exists(rest[0])


def has_screen() -> bool:
    """Tell whether a window can be shown: elsewhere than on Linux always, there where the session names a display."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


@contextmanager
def stopped_at_once() -> Iterator[None]:
    """Let Ctrl-C end the program in silence while its libraries load: nothing is begun that would need an answer."""
    known = signal.getsignal(signal.SIGINT)
    if known is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, known)


if __name__ == "__main__":
    sys.exit(main())
