"""Long work: the latest of a kind wins, Cancel is answered, and the end always comes on the main thread."""

from __future__ import annotations

import threading

import pytest

from steward_app.core.text import Text
from steward_app.ui.jobs import Jobs

HERE = Text("Here", "Ici")


def refuse(error):
    raise error


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


def test_an_answer_comes_back_on_the_main_thread(qtbot, jobs):
    got = []
    jobs.ask("a", lambda _: threading.current_thread().name, lambda answer: got.append(
        (answer, threading.current_thread() is threading.main_thread())), failed=refuse)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [("steward-ask", True)]


def test_the_latest_of_a_kind_wins(qtbot, jobs):
    got, gate = [], threading.Event()
    jobs.ask("a", lambda _: gate.wait(5) and "old", got.append, failed=refuse)
    jobs.ask("a", lambda _: "new", got.append, failed=refuse)
    gate.set()
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["new"]


def test_cancel_is_answered_at_the_next_step(qtbot, jobs):
    got, begun = [], threading.Event()
    def work(progress):
        begun.set()
        while True:
            progress(HERE)
    jobs.ask("a", work, got.append, failed=refuse, stopped=lambda: got.append("stopped"))
    assert begun.wait(5)
    jobs.cancel("a")
    qtbot.waitUntil(lambda: got == ["stopped"])
    assert not jobs.running("a")


def test_a_fault_reaches_whoever_asked(qtbot, jobs):
    got = []
    jobs.do("a", lambda _: 1 / 0, got.append, failed=got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], ZeroDivisionError)


def test_the_beginning_the_steps_and_the_end_are_reported(qtbot, jobs):
    seen = []
    jobs.reported.connect(seen.append)
    jobs.ask("a", lambda progress: progress(HERE, 3, 10), lambda _: None, failed=refuse)
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen[0].begun and (seen[1].step.done, seen[1].step.total, seen[2].step) == (3, 10, None)


def test_nothing_is_heard_after_closing(qtbot, qapp):
    made, got, gate = Jobs(), [], threading.Event()
    made.ask("a", lambda _: gate.wait(5), got.append, failed=refuse)
    made.close()
    gate.set()
    qapp.processEvents()
    assert got == []


def test_inline_work_is_done_at_once(qapp):
    got = []
    Jobs(inline=True).ask("a", lambda _: 7, got.append, failed=refuse)
    assert got == [7]
