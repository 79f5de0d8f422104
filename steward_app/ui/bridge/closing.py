"""Works that are being closed: their last steps are written beside the window, and their tables let go there."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from ...workspace import kept
from ..jobs import Jobs

KIND = "closing"


class Closing:
    """Closes one work after the other, before the next is opened (they share a lane)."""

    def __init__(self, jobs: Jobs, failed: Callable[[BaseException], None]) -> None:
        self._jobs, self._failed = jobs, failed
        self._open: deque[kept.Open] = deque()
        self._lock, self._count = threading.Lock(), 0

    def put(self, work: kept.Open) -> None:
        """Close a work that nobody shows any more."""
        self._open.append(work)
        self._count += 1  # each is a kind of its own: none gives way to the next
        self._jobs.ask(f"{KIND}:{self._count}", lambda _: self._one(), lambda _: None, failed=self._failed, quiet=True,
                       lane="do")

    def finish(self) -> None:
        """Close here and now what is not closed yet: the program ends."""
        while self._one():
            pass

    def _one(self) -> bool:
        with self._lock:
            if not self._open:
                return False
            self._open.popleft().close()
            return True
