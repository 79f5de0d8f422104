"""How the benches measure: interleaved in random order inside one process, medians, CPU beside wall."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Timed:
    """Seconds of each run of one candidate."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median of the wall times."""
        return statistics.median(self.wall)

    @property
    def median_cpu(self) -> float:
        """The median of the CPU times, all threads of this process."""
        return statistics.median(self.cpu)

    def part(self, share: float) -> float:
        """Return the wall time that a share of the runs stays within (0.99: p99)."""
        ordered = sorted(self.wall)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def interleaved(candidates: Mapping[str, Callable[[], Any]], times: int = 5, seed: int = 7) -> dict[str, Timed]:
    """Time each candidate `times` times, in an order drawn anew each round, after one round that does not count."""
    for candidate in candidates.values():
        candidate()
    chance = random.Random(seed)
    wall: dict[str, list[float]] = {name: [] for name in candidates}
    cpu: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(times):
        for name in chance.sample(list(candidates), len(candidates)):
            gc.collect()
            began, used = time.perf_counter(), time.process_time()
            candidates[name]()
            wall[name].append(time.perf_counter() - began)
            cpu[name].append(time.process_time() - used)
    return {name: Timed(tuple(wall[name]), tuple(cpu[name])) for name in candidates}


@dataclass(frozen=True)
class Goal:
    """One line of the answer: a figure, and the goal it is held against."""

    name: str
    figure: float
    goal: float
    unit: str = "×"
    cpu: float | None = None
    note: str = ""
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether the goal is reached."""
        return self.figure >= self.goal if self.at_least else self.figure <= self.goal

    def line(self) -> str:
        """Return the line a person reads."""
        sign, mark = ("≥" if self.at_least else "≤"), ("holds " if self.holds else "MISSES")
        cpu = f"  (CPU {self.cpu:.2f})" if self.cpu is not None else ""
        return f"{mark}  {self.figure:10.2f} {self.unit:3} {sign} {self.goal:g}  {self.name}{cpu}  {self.note}".rstrip()

    def as_json(self) -> dict[str, Any]:
        """Return the line a program reads."""
        return {"name": self.name, "figure": round(self.figure, 4), "goal": self.goal, "unit": self.unit,
                "at_least": self.at_least, "holds": self.holds, "cpu": self.cpu and round(self.cpu, 4), "note": self.note}


def ratio(name: str, mine: Timed, theirs: Timed, goal: float, note: str = "") -> Goal:
    """Return a goal that is a ratio of two medians of the same run."""
    said = f"{mine.median:.3f} s / {theirs.median:.3f} s{'; ' + note if note else ''}"
    return Goal(name, mine.median / theirs.median, goal, cpu=mine.median_cpu / max(theirs.median_cpu, 1e-9), note=said)


def more(name: str, mine: Timed, less: Timed, theirs: Timed, goal: float) -> Goal:
    """Return a goal on what one candidate costs more than another, held against a third."""
    said = f"({mine.median:.3f} s − {less.median:.3f} s) / {theirs.median:.3f} s"
    cpu = (mine.median_cpu - less.median_cpu) / max(theirs.median_cpu, 1e-9)
    return Goal(name, (mine.median - less.median) / theirs.median, goal, cpu=cpu, note=said)
