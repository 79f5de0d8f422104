"""Where a command speaks: results on stdout, talk and Problems on stderr, in the chosen language."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from ..core.problem import Problem
from ..core.progress import Progress, Step
from ..core.text import Text, percent

UNWRITTEN = Text("The answer cannot be written: the disk or the program that takes it refuses.",
                 "La réponse ne peut pas être écrite\u00a0: le disque ou le programme qui la reçoit la refuse.")
ELSEWHERE = Text("Make room, or send the answer elsewhere.", "Libérez de l’espace ou envoyez la réponse ailleurs.")
# A terminal's progress line is written again at most this often, in seconds.
EVERY = 0.2


def whole(stream: TextIO) -> None:
    """Let a stream carry every letter: UTF-8 into files and pipes on every system, and no letter stops a terminal.

    What no encoding has (bytes in a file's name) is written as the escape that JSON reads back.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def open_stream(name: str) -> TextIO:
    """Return a stream of this program, or one that nobody reads where whoever started it had closed it."""
    found: TextIO | None = getattr(sys, name)
    return found if found is not None else io.StringIO()


@contextlib.contextmanager
def taken() -> Iterator[None]:
    """Turn an answer that cannot be written into Problem E02; that nobody listens any more is left to the caller."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Problem("E02", UNWRITTEN, ELSEWHERE) from error


@dataclass
class Out:
    """One command's voice. `as_json` says that stdout carries JSON, one document a line; faults of ours go to `log`."""

    language: str
    as_json: bool = False
    quiet: bool = False
    stdout: TextIO = field(default_factory=lambda: open_stream("stdout"))
    stderr: TextIO = field(default_factory=lambda: open_stream("stderr"))
    log: Path = Path("steward.log")
    _last: float = 0.0
    _width: int = 0

    def result(self, answer: dict[str, Any]) -> None:
        """Write one answer as a line of JSON."""
        self._clear()
        with taken():
            print(json.dumps(answer, ensure_ascii=False), file=self.stdout, flush=True)

    def say(self, *texts: Text | str) -> None:
        """Write lines for a person; nothing where stdout carries JSON."""
        self._clear()
        if not self.as_json:
            with taken():
                for text in texts:
                    print(text.to(self.language) if isinstance(text, Text) else text, file=self.stdout)
                self.stdout.flush()

    def problem(self, problem: Problem, file: str | None = None) -> None:
        """Write a Problem on stderr, the file's name before it. Where even that is refused, the exit code alone tells."""
        where = f"{file}: " if file and self.language == "en" else f"{file}\u00a0: " if file else ""
        with contextlib.suppress(OSError):
            self._clear()
            print(f"{where}{problem.to(self.language)}", file=self.stderr, flush=True)

    @property
    def progress(self) -> Progress:
        """A Progress that writes on a terminal's stderr, and nowhere else."""
        return Progress(self._tell) if self.stderr.isatty() and not self.quiet else Progress()

    def _tell(self, step: Step) -> None:
        if time.monotonic() - self._last < EVERY:
            return
        self._last = time.monotonic()
        share = f" {percent(step.done, step.total, self.language)}" if step.total else ""
        line = f"{step.says.to(self.language)}{share}"
        print("\r" + line.ljust(self._width), end="", file=self.stderr, flush=True)
        self._width = max(self._width, len(line))

    def _clear(self) -> None:
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=self.stderr, flush=True)
            self._width = 0
