"""Where a command speaks: results on stdout, talk and Problems on stderr, in the chosen language."""

from __future__ import annotations

import io
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from ..core.problem import Problem
from ..core.progress import Progress, Step
from ..core.text import Text, percent

# A terminal's progress line is written again at most this often, in seconds.
EVERY = 0.2


def whole(stream: TextIO) -> None:
    """Let a stream carry every letter: UTF-8 into files and pipes on every system, and no letter stops a terminal.

    What no encoding has (bytes in a file's name) is written as the escape that JSON reads back.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


@dataclass
class Out:
    """One command's voice. `as_json` says that stdout carries JSON, one document a line; faults of ours go to `log`."""

    language: str
    as_json: bool = False
    quiet: bool = False
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)
    log: Path = Path("steward.log")
    _last: float = 0.0
    _width: int = 0

    def result(self, answer: dict[str, Any]) -> None:
        """Write one answer as a line of JSON."""
        self._clear()
        print(json.dumps(answer, ensure_ascii=False), file=self.stdout, flush=True)

    def say(self, *texts: Text | str) -> None:
        """Write lines for a person; nothing where stdout carries JSON."""
        self._clear()
        if not self.as_json:
            for text in texts:
                print(text.to(self.language) if isinstance(text, Text) else text, file=self.stdout)

    def problem(self, problem: Problem, file: str | None = None) -> None:
        """Write a Problem on stderr, the file's name before it."""
        self._clear()
        where = f"{file}: " if file and self.language == "en" else f"{file}\u00a0: " if file else ""
        print(f"{where}{problem.to(self.language)}", file=self.stderr)

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
