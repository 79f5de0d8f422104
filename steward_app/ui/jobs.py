"""The one place where long work runs: one executor, one signal, and nothing of Qt off the main thread."""

from __future__ import annotations

import _thread
import queue
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ..core.progress import Cancelled, Progress, Step

T = TypeVar("T")
TELL_EVERY = 0.05
# Seconds after which another thread lets the window have its turn. A screen that is drawn gives its turn away at each call
# into Qt and waits so long for the next one: with 0.001, what takes 40 ms was seen to take 200 while a file is read.
SWITCH = 0.0001


@dataclass(eq=False)
class Job:
    """One piece of work: its kind, what it does, and who gets the answer (all called on the main thread)."""

    kind: str
    work: Callable[[Progress], Any]
    then: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    stopped: Callable[[], None] | None = None
    quiet: bool = False
    halt: threading.Event = field(default_factory=threading.Event)
    told: float = 0.0


@dataclass(frozen=True)
class Report:
    """What the executor says of a job: that it has begun, a step, or its end (`step` is None)."""

    kind: str
    step: Step | None = None
    quiet: bool = False
    begun: bool = False


@dataclass(frozen=True, eq=False)
class _Message:
    job: Job
    step: Step | None = None
    answer: Any = None
    error: BaseException | None = None


class Lane:
    """One thread that runs jobs in turn. It is a daemon: quitting never waits for it."""

    def __init__(self, name: str, post: Callable[[_Message], None]) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._post, self._name = post, f"steward-{name}"
        _thread.start_new_thread(self._run, ())  # `Thread.start` would wait until the new thread has had its turn

    def put(self, job: Job | None) -> None:
        """Add a job at the end; None ends the thread."""
        self._jobs.put(job)

    def _run(self) -> None:
        threading.current_thread().name = self._name
        while (job := self._jobs.get()) is not None:
            self._post(performed(job, self._post))
            del job  # a lane that waits holds no table


def performed(job: Job, post: Callable[[_Message], None]) -> _Message:
    """Run a job where we are and return its end."""
    def tell(step: Step) -> None:
        now = time.monotonic()
        if now - job.told >= TELL_EVERY:
            job.told = now
            post(_Message(job, step=step))
    if job.halt.is_set():
        return _Message(job, error=Cancelled())
    try:
        return _Message(job, answer=job.work(Progress(tell, job.halt.is_set)))
    except BaseException as error:  # noqa: BLE001 - raised again or shown on the main thread
        return _Message(job, error=error)


class Jobs(QObject):
    """Runs *ask* work (reads) and *do* work (changes) beside the window; the latest job of a kind wins."""

    reported = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        super().__init__(parent)
        self._inline, self._open = inline, True
        self._running: dict[str, Job] = {}
        self._held: deque[_Message] | None = None
        self._posted.connect(self._received, Qt.ConnectionType.QueuedConnection)
        self._lanes: dict[str, Lane] = {}
        if not inline:
            sys.setswitchinterval(SWITCH)

    def ask(self, kind: str, work: Callable[[Progress], T], then: Callable[[T], None], *,
            failed: Callable[[BaseException], None], stopped: Callable[[], None] | None = None, quiet: bool = False,
            lane: str = "ask") -> None:
        """Run `work(progress)` beside the window and hand its answer to `then`; an older job of the kind is stopped.

        `failed` gets whatever was raised; `stopped` is called where the steward cancelled. `quiet` shows no progress.
        """
        self.drop(kind)
        job = Job(kind, work, then, failed, stopped, quiet)
        self._running[kind] = job
        self.reported.emit(Report(kind, None, quiet, begun=True))
        if self._inline:
            self._received(performed(job, self._received))
            return
        self._lane(lane).put(job)

    def do(self, kind: str, work: Callable[[Progress], T], then: Callable[[T], None], *,
           failed: Callable[[BaseException], None], stopped: Callable[[], None] | None = None) -> None:
        """Run work that changes something; such jobs follow one another in a thread of their own."""
        self.ask(kind, work, then, failed=failed, stopped=stopped, lane="do")

    def cancel(self, kind: str) -> None:
        """Stop the job of a kind; its `stopped` is called when it has."""
        if job := self._running.get(kind):
            job.halt.set()

    def drop(self, kind: str) -> None:
        """Stop the job of a kind and forget it: whatever it still says is heard by nobody."""
        if job := self._running.pop(kind, None):
            job.halt.set()

    @property
    def inline(self) -> bool:
        """Tell whether jobs run where they are asked for, as tests want it."""
        return self._inline

    def hold(self) -> None:
        """Keep answers until `go_on`: nobody is there to hear them."""
        if self._held is None:
            self._held = deque()

    def go_on(self) -> None:
        """Hand on the answers that were kept, in their order."""
        held, self._held = self._held or deque(), None
        for message in held:
            self._received(message)

    def running(self, kind: str) -> bool:
        """Tell whether a job of this kind is under way."""
        return kind in self._running

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds under way, the latest last."""
        return tuple(self._running)

    def close(self) -> None:
        """Stop everything and listen no more; never waits."""
        self._open = False
        for job in self._running.values():
            job.halt.set()
        self._running.clear()
        for lane in self._lanes.values():
            lane.put(None)

    def _lane(self, name: str) -> Lane:
        if name not in self._lanes:
            self._lanes[name] = Lane(name, self._post)
        return self._lanes[name]

    def _post(self, message: _Message) -> None:
        if self._open:
            self._posted.emit(message)

    def _received(self, message: _Message) -> None:
        job = message.job
        if self._held is not None:
            self._held.append(message)
            return
        if not self._open or self._running.get(job.kind) is not job:
            return
        if message.step is not None:
            self.reported.emit(Report(job.kind, message.step, job.quiet))
            return
        del self._running[job.kind]
        self.reported.emit(Report(job.kind, None, job.quiet))
        if isinstance(message.error, Cancelled):
            if job.stopped:
                job.stopped()
        elif message.error is not None:
            job.failed(message.error)
        else:
            job.then(message.answer)
