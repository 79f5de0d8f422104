"""How long work reports, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from .text import Text

T = TypeVar("T")


class Cancelled(Exception):
    """The user stopped the work. Never shown as an error."""


@dataclass(frozen=True)
class Step:
    """Where long work stands: what it does, how much is done, of how much (0: unknown)."""

    says: Text
    done: int = 0
    total: int = 0


def _nowhere(step: Step) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


class Progress:
    """A listener and a stop button, handed down to whatever takes long.

    Call it at least twice a second: `progress(Text(…), done, total)` raises Cancelled if the user stopped.
    """

    def __init__(self, tell: Callable[[Step], None] = _nowhere, stopped: Callable[[], bool] = _never) -> None:
        self._tell, self.stopped = tell, stopped

    def __call__(self, says: Text, done: int = 0, total: int = 0) -> None:
        """Tell where the work stands. Raises Cancelled if the user stopped it."""
        if self.stopped():
            raise Cancelled
        self._tell(Step(says, done, total))

    def over(self, things: Iterable[T], says: Text, total: int = 0, every: int = 1) -> Iterator[T]:
        """Yield from `things`, reporting each `every`-th."""
        for index, thing in enumerate(things):
            if index % every == 0:
                self(says, index, total)
            yield thing


SILENT = Progress()
