"""Work done beside the caller's own: polars lets other threads run, and much of it keeps one processor busy at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

T = TypeVar("T")
SMALL = 20_000  # records; under that a thread costs more than it gains
LARGE = 4_000_000  # records; above that what several checks hold at once is more than a small computer has
WORKERS = 2


class Later(Protocol):
    """Begin a piece of work; what comes back is called for its result."""

    def __call__(self, work: Callable[..., T], *given: object) -> Callable[[], T]:
        """Begin it."""
        ...


@contextmanager
def beside(height: int) -> Iterator[Later]:
    """Give a `later` for the work on so many records; small work and very large is done at once.

    Work not begun when it is left by an exception (Cancelled) is dropped.
    """
    if not SMALL <= height <= LARGE:
        yield at_once
        return
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="beside")
    try:
        yield lambda work, *given: pool.submit(work, *given).result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def at_once(work: Callable[..., T], *given: object) -> Callable[[], T]:
    """Do the work, and hold its result."""
    result = work(*given)
    return lambda: result
