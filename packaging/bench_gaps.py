"""Watches an event loop: how long it was away, by the clock and by the CPU time of its own thread, and where it stood."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

TICK = 4  # milliseconds between two looks at the clock
LONG = 0.03  # seconds after which it is asked where the thread stands
EACH = 0.005
LINES = 6


@dataclass(frozen=True)
class Seen:
    """One step: the longest gap of the loop in seconds (clock), the longest turn of its thread (CPU).

    `took` is how long it took, `peak` the most resident bytes meanwhile.
    """

    name: str
    gap: float
    cpu: float
    took: float
    peak: int
    where: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the line a program reads."""
        return asdict(self)


class Where(threading.Thread):
    """Notes where the watched thread stands while it is away from its loop for long."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._watched = threading.get_ident()
        self.last = time.perf_counter()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.start()

    def run(self) -> None:
        """Look every few milliseconds."""
        while True:
            time.sleep(EACH)
            if time.perf_counter() - self.last > LONG:
                frame = sys._current_frames().get(self._watched)  # noqa: SLF001 - the one way to see another thread
                self.found[tuple(places(frame))] += 1

    def told(self) -> tuple[str, ...]:
        """Return where it stood most often, and forget."""
        said = tuple(f"{count * EACH * 1e3:4.0f} ms  {' < '.join(stack)}" for stack, count in self.found.most_common(LINES))
        self.found.clear()
        return said


def places(frame: Any) -> list[str]:
    """Return the innermost places of our own code on a stack, innermost first; what is called there first of all."""
    stack = traceback.extract_stack(frame)[::-1]
    mine = [f"{item.filename.rsplit('/steward_app/', 1)[-1]}:{item.lineno} {item.name}"
            for item in stack if "/steward_app/" in item.filename]
    return mine[:LINES]


class Gaps:
    """A timer in the loop: what passed between two of its ticks is time in which nobody was answered."""

    def __init__(self, where: Where | None = None) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._where = where
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)
        self._forget()

    def _forget(self) -> None:
        self._clock, self._cpu = time.perf_counter(), time.thread_time()
        self._gap = self._turn = 0.0
        if self._where:
            self._where.last = self._clock

    def _tick(self) -> None:
        clock, cpu = time.perf_counter(), time.thread_time()
        self._gap, self._turn = max(self._gap, clock - self._clock - TICK / 1e3), max(self._turn, cpu - self._cpu)
        self._clock, self._cpu = clock, cpu
        if self._where:
            self._where.last = clock

    def begin(self, do: Callable[[], object]) -> None:
        """Begin a step; what it does at once counts as one turn of the loop."""
        self._forget()
        if self._where:
            self._where.told()
        do()

    def end(self, name: str, took: float, peak: int) -> Seen:
        """Return what was seen since `begin`."""
        return Seen(name, self._gap, self._turn, took, peak, self._where.told() if self._where else ())
