"""Every edit of one workspace in order, cells included (SQLite): what makes a crash cost nothing."""

from __future__ import annotations

import contextlib
import json
import queue
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from ..core.edits import Edit, kept
from ..core.problem import Problem
from ..core.text import Text

FORMAT = 1
# What the disk refused is tried again after so many seconds.
AGAIN = 0.5
# A program that ends waits so long for the disk.
PATIENCE = 2.0
NEWER = Text("This work was made with a newer Steward.", "Ce travail vient d’une version plus récente de Steward.")
UPDATE = Text("Update Steward, then open it again.", "Mettez Steward à jour, puis rouvrez-le.")
TABLES = """
create table if not exists about (key text primary key, value text not null);
create table if not exists steps (n integer primary key, line text not null, cells blob not null, standing integer);
create index if not exists standing on steps (standing);
"""


@dataclass(frozen=True)
class Line:
    """One kept step: what it says, and its cells as Arrow bytes. `standing` is false after undo."""

    said: dict[str, Any]
    cells: bytes
    standing: bool


class Journal:
    """The journal of one workspace, written by a thread of its own, one transaction an edit (WAL, FULL).

    What could not be written is tried again, and nothing after it is written before it: a journal has no holes. `pending`
    counts the edits not yet on disk; `fault` holds the last error, None when all is kept; `listener` is
    told of each change of it, on the writer's thread.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.fault: Exception | None = None
        self.listener: Callable[[Exception | None], object] = lambda _: None
        self._orders: queue.Queue[tuple[Any, ...] | None] = queue.Queue()
        self._refusals, self._now, self._ending = 0, threading.Event(), False
        with contextlib.closing(connected(folder)) as base:
            if base.execute("pragma user_version").fetchone()[0] > FORMAT:
                raise Problem("J01", NEWER, UPDATE)
        self._thread = threading.Thread(target=self._write, name="journal", daemon=True)
        self._thread.start()

    def about(self, **facts: Any) -> None:
        """Keep facts of the work: path, hash, how it was read, whether it was closed cleanly."""
        self._orders.put(("about", facts))

    def done(self, edit: Edit) -> None:
        """Keep a step; what had been taken back is forgotten."""
        self._orders.put(("done", edit))

    def undone(self) -> None:
        """Keep that the last step was taken back."""
        self._orders.put(("stand", 0, "max"))

    def redone(self) -> None:
        """Keep that the first step taken back was done again."""
        self._orders.put(("stand", 1, "min"))

    def forget(self) -> None:
        """Drop every step: the work starts anew."""
        self._orders.put(("forget",))

    @property
    def pending(self) -> int:
        """How many orders are not yet on disk."""
        return self._orders.unfinished_tasks

    def flush(self, seconds: float = 2.0) -> bool:
        """Wait until everything is on disk, or the disk refuses once more, `seconds` at the most; tell whether it is."""
        refusals = self._refusals
        return self._kept_within(seconds, lambda: self._refusals > refusals)

    def _kept_within(self, seconds: float, enough: Callable[[], bool] = lambda: False) -> bool:
        with self._orders.all_tasks_done:
            self._now.set()
            self._orders.all_tasks_done.wait_for(lambda: not self._orders.unfinished_tasks or enough(), seconds)
        return not self.pending and self.fault is None

    def close(self, *, clean: bool = True) -> bool:
        """Write what is left, mark the work as closed, and stop; tell whether all is kept."""
        if clean:
            self.about(clean=True)
        kept = self._kept_within(PATIENCE)
        self._ending = True
        self._now.set()
        self._orders.put(None)
        self._thread.join(2.0)
        return kept

    def _write(self) -> None:
        base: sqlite3.Connection | None = None
        while (order := self._orders.get()) is not None:
            while True:
                try:
                    base = base or connected(self.folder)
                    with base:
                        written(base, order)
                    del order  # a thread that waits holds no table
                    self._tell(None)
                    break
                except Exception as error:  # noqa: BLE001  whatever it is, the steward is told that nothing more is kept
                    closed(base)
                    base = None
                    self._tell(error)
                    if self._ending:  # nothing after it either: there would be a hole
                        return
                    self._now.wait(AGAIN)
                    self._now.clear()
            self._orders.task_done()
        closed(base)
        self._orders.task_done()

    def _tell(self, fault: Exception | None) -> None:
        changed, self.fault = (fault is None) != (self.fault is None), fault
        if fault is not None:
            with self._orders.all_tasks_done:
                self._refusals += 1
                self._orders.all_tasks_done.notify_all()
        if changed:
            self.listener(fault)


def closed(base: sqlite3.Connection | None) -> None:
    """Close a base that the disk may have spoilt; the next one is opened anew."""
    with contextlib.suppress(sqlite3.Error):
        if base is not None:
            base.close()


def connected(folder: Path) -> sqlite3.Connection:
    """Open the base of a workspace: WAL, every commit on the disk before it returns."""
    base = sqlite3.connect(folder / "journal.sqlite")
    base.execute("pragma journal_mode=wal")
    base.execute("pragma synchronous=full")
    if base.execute("pragma user_version").fetchone()[0] == 0:
        base.executescript(f"{TABLES} pragma user_version={FORMAT};")
    return base


def written(base: sqlite3.Connection, order: tuple[Any, ...]) -> None:
    """Write one order of the queue."""
    if order[0] == "about":
        rows = [(key, json.dumps(value, ensure_ascii=False)) for key, value in order[1].items()]
        base.executemany("insert or replace into about values (?, ?)", rows)
    elif order[0] == "done":
        said, cells = kept(order[1])
        base.execute("delete from steps where standing = 0")
        base.execute("insert into steps (line, cells, standing) values (?, ?, 1)", (json.dumps(said, ensure_ascii=False), cells))
    elif order[0] == "stand":
        _, standing, pick = order
        base.execute(f"update steps set standing = ? where n = (select {pick}(n) from steps where standing = ?)",
                     (standing, 1 - standing))
    else:
        base.execute("delete from steps")


def kept_facts(folder: Path) -> dict[str, Any]:
    """Return what `about` kept of a workspace; empty where there is none."""
    if not (folder / "journal.sqlite").is_file():
        return {}
    with contextlib.closing(connected(folder)) as base:
        return {key: json.loads(value) for key, value in base.execute("select key, value from about")}


def kept_steps(folder: Path) -> int:
    """Return how many steps stand; the index answers, the cells of the steps are not read."""
    with contextlib.closing(connected(folder)) as base:
        return int(base.execute("select count(*) from steps where standing = 1").fetchone()[0])


def kept_lines(folder: Path) -> Iterator[Line]:
    """Yield the kept steps in order."""
    with contextlib.closing(connected(folder)) as base:
        for line, cells, standing in base.execute("select line, cells, standing from steps order by n"):
            yield Line(json.loads(line), cells, bool(standing))


class Lock:
    """A file of the workspace held for the life of the program: a crash frees it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file: IO[bytes] | None = None
        self._path = folder / "lock"

    def take(self) -> bool:
        """Take the lock; false where another window holds it."""
        file = self._path.open("a+b")
        try:
            hold(file)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def free(self) -> None:
        """Give the lock back."""
        if self._file:
            self._file.close()
            self._file = None


def hold(file: IO[bytes]) -> None:
    """Lock a file without waiting. Raises OSError where it is locked."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
