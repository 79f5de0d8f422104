"""Work that cannot be interrupted, waited for in a way that can."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from ..core.progress import Progress
from ..core.text import Text

T = TypeVar("T")
LOOK = 0.05  # seconds between looks at the stop button


class Later(Generic[T]):
    """A result that a thread of its own works on; one that nobody waits for any more is dropped."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._found: list[T] = []
        self._fault: BaseException | None = None
        self._done = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._found.append(self._work())
        except BaseException as fault:  # noqa: BLE001 raised again where the result is asked for
            self._fault = fault
        self._done.set()

    def result(self, progress: Progress, says: Text) -> T:
        """Wait for the result. Raises what the work raised, or Cancelled as soon as the user stops."""
        while not self._done.wait(LOOK):
            progress(says)
        if self._fault is not None:
            raise self._fault
        return self._found[0]
