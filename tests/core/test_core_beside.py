"""Work beside the caller's own: where it is done, what it gives, and what becomes of it when the caller leaves."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError

import pytest

from steward_app.core.beside import LARGE, SMALL, beside
from steward_app.core.progress import Cancelled


@pytest.mark.parametrize(("height", "apart"), [(SMALL - 1, False), (SMALL, True), (LARGE, True), (LARGE + 1, False)])
def test_small_and_very_large_work_is_done_at_once(height, apart):
    with beside(height) as later:
        found = later(threading.current_thread)
        assert (found() is not threading.current_thread()) == apart


def test_what_the_work_raises_is_raised_where_its_result_is_asked_for():
    with beside(SMALL) as later:
        found = later(int, "x")
        with pytest.raises(ValueError, match="x"):
            found()


def test_work_not_begun_is_dropped_when_the_caller_is_stopped():
    go, begun = threading.Event(), []

    def stopped():
        with beside(SMALL) as later:
            begun.extend(later(go.wait, 10) for _ in range(3))
            raise Cancelled

    with pytest.raises(Cancelled):
        stopped()
    go.set()
    with pytest.raises(CancelledError):
        begun[2]()
