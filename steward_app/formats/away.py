"""Reading in another process, which can be watched, stopped, and lost without harm."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path
from typing import Any, Self

from ..core.grid import Grid
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.reading import Asked, Reading
from ..core.text import Text
from . import wire
from .words import fault

WATCH = 0.05  # seconds between looks at the memory
SILENCE = 300.0  # seconds without a word before a reader counts as hung
ROOM, SWELL = 320 << 20, 25  # memory a reader may take: this, and so many times the size of its file
LEAST_ROOM = 200 << 20
AGAIN = ("xlsx", "xlsm")
# Memory that the reader lets go of stays with it for a while (glibc): asking the system again cost a sixth of its time.
KEPT = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(64 << 20)}


class Lost(Exception):
    """The reading process died, hung, or took too much memory."""


class Away:
    """A reading process, started when first needed and kept for the next file; `close` ends it.

    Not for two threads at a time. Use it in a `with`, or keep one for as long as a window lives.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._lines: queue.Queue[str | None] = queue.Queue()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the process ahead of need, without waiting for it."""
        if self._process is None or self._process.poll() is not None:
            self._start()
            self._send({"warm": True})

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(BrokenPipeError):  # what was still to be sent has no reader any more
                    pipe.close()

    def read(self, path: Path, kind: str, asked: Asked, progress: Progress, scratch: Path) -> tuple[Grid, Reading]:
        """Read a file there. Raises Problem F01 as a reader does, or where it is lost, Cancelled if stopped."""
        try:
            return self._asked(path, kind, asked, progress, scratch)
        except Lost:
            if kind not in AGAIN:
                raise fault("big", path) from None
        try:
            return self._asked(path, kind, asked, progress, scratch, sparse=True)
        except Lost:
            raise fault("big", path) from None

    def _asked(self, path: Path, kind: str, asked: Asked, progress: Progress, scratch: Path,
               *, sparse: bool = False) -> tuple[Grid, Reading]:
        into = scratch / f"{uuid.uuid4().hex}.arrow"
        limit = allowed(path)
        if self._process is None or self._process.poll() is not None:
            self._start()
        self._send({"path": str(path.absolute()), "kind": kind, "asked": asked.as_json(), "scratch": str(scratch),
                    "into": str(into), "sparse": sparse})
        try:
            return wire.unpack(self._answer(progress, limit), into)
        except Problem:
            raise  # an answer like another: the process waits for the next file
        except BaseException:
            self.close()
            raise
        finally:
            for part in scratch.glob(f"{into.stem}.*"):
                part.unlink(missing_ok=True)

    def _start(self) -> None:
        self.close()
        self._lines = queue.Queue()
        self._process = subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            encoding="utf-8", env={**os.environ, **KEPT}, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0))
        threading.Thread(target=pump, args=(self._process.stdout, self._lines), daemon=True).start()

    def _send(self, said: dict[str, Any]) -> None:
        if self._process is None or self._process.stdin is None:
            raise Lost
        try:
            self._process.stdin.write(json.dumps(said) + "\n")
            self._process.stdin.flush()
        except OSError:
            raise Lost from None

    def _answer(self, progress: Progress, limit: int) -> dict[str, Any]:
        """Wait for the answer, pass progress on, and watch. Raises Lost, Cancelled, or the reader's Problem."""
        heard = time.monotonic()
        step: tuple[Text, int, int] = (Text("Opening", "Ouverture"), 0, 0)
        while True:
            progress(*step)
            if self._process is None or resident(self._process.pid) > limit or time.monotonic() - heard > SILENCE:
                raise Lost
            try:
                line = self._lines.get(timeout=WATCH)
            except queue.Empty:
                continue
            if line is None:
                raise Lost
            heard = time.monotonic()
            said = json.loads(line)
            if "problem" in said:
                raise wire.raised(said["problem"])
            if "done" in said:
                return dict(said["done"])
            if "step" in said:
                en, fr, done, total = said["step"]
                step = (Text(en, fr), done, total)


def command() -> list[str]:
    """Return how the reading process is started, from source or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read"]
    program = (f"import sys; sys.path.insert(0, {str(Path(__file__).parents[2])!r}); "
               "from steward_app.formats.child import main; sys.exit(main())")
    return [sys.executable, "-c", program]


def pump(pipe: Any, lines: queue.Queue[str | None]) -> None:
    """Move lines from a pipe to a queue; None when it ends."""
    try:
        for line in pipe:
            lines.put(line)
    except (OSError, ValueError):
        pass  # the pipe was closed under us: the process is gone
    lines.put(None)


def allowed(path: Path) -> int:
    """Return how much memory a reader may take for a file: by its size, and at most half of what is free."""
    import psutil

    free: int = psutil.virtual_memory().available
    return max(LEAST_ROOM, min(ROOM + SWELL * path.stat().st_size, free // 2))


def resident(pid: int) -> int:
    """Return the resident memory of a process, 0 if it is gone."""
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def folder(scratch: Path | None) -> tempfile.TemporaryDirectory[str]:
    """Return a folder that removes itself, inside the scratch folder (made if need be) if there is one."""
    if scratch is not None:
        scratch.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix="read-", dir=scratch, ignore_cleanup_errors=True)
