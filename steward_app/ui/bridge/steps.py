"""How the document moves: edits, undo and redo one after the other, each large one worked out beside the window.

While one is worked out, what the steward presses is held, and let go when the step is taken: it meets the document that
it would have met if everything had been done at once, in the order in which it was pressed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ...core.edits import Edit
from ...core.progress import SILENT, Progress
from ...workspace import Moved, Workspace
from ...workspace.applying import light
from . import rereading, words
from .held import Held
from .said import Said

if TYPE_CHECKING:
    from . import Bridge

SAID = {"undo": words.UNDONE, "redo": words.REDONE}


@dataclass(frozen=True, eq=False)
class Wanted:
    """A step that is asked for: its kind, its edit or how to make it, who asks, and what is said when it is taken."""

    kind: str
    make: Callable[[], Edit]
    said: Callable[[Edit], Said | None]
    who: str = ""

    def worked_out(self, work: Workspace, progress: Progress = SILENT) -> Moved:
        """Work the step out on a work as it stands. Raises Cancelled."""
        return work.worked_out(self.kind, self.make(), self.who, progress)


class Steps(QObject):
    """The steps of the open work. `moved` is told of each that was taken."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._pending: tuple[Workspace, Wanted] | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._held = Held(self)

    @property
    def busy(self) -> bool:
        """Tell whether a step is being worked out."""
        return self._pending is not None

    def do(self, edit: Edit, who: str = "", said: Said | None = None) -> None:
        """Do an edit as one step."""
        self.after(lambda: self._go(Wanted("do", lambda: edit, lambda _: said, who), at_once=self._light(edit)))

    def do_made(self, make: Callable[[], Edit], who: str, said: Callable[[Edit], Said]) -> None:
        """Make an edit of the document as it stands, and do it as one step."""
        self.after(lambda: self._go(Wanted("do", make, said, who)))

    def again(self, kind: str) -> None:
        """Take the last step back (`undo`), or do again what was taken back (`redo`)."""
        self.after(lambda: self._again(kind))

    def after(self, then: Callable[[], None]) -> None:
        """Run something at once, or when the step under way is taken."""
        if self.busy:
            self._waiting.append(then)
        else:
            then()

    def finish(self) -> None:
        """Take the step under way here and now: the work is about to be closed."""
        while self._pending is not None:
            here, wanted = self._pending
            self._bridge.jobs.drop("step")
            self._pending = None
            self._take(wanted.worked_out(here), wanted)
            self._free()

    def _again(self, kind: str) -> None:
        here = self._bridge.workspace
        edit, named = (here.next_of(kind), here.can_undo if kind == "undo" else here.can_redo) if here else (None, None)
        if edit is not None and named is not None:
            said = Said(SAID[kind].with_(step=named), toast=False)
            self._go(Wanted(kind, lambda: edit, lambda _: said), at_once=self._light(edit))

    def _light(self, edit: Edit) -> bool:
        here = self._bridge.workspace
        return here is not None and light(edit, here.document.table)

    def _go(self, wanted: Wanted, *, at_once: bool = False) -> None:
        here = self._bridge.workspace
        assert here is not None, "no file is open"
        if at_once:
            self._take(wanted.worked_out(here), wanted)
            return
        self._pending, still = (here, wanted), here.still()
        self._held.hold()
        def work(progress: Progress) -> Moved:
            return wanted.worked_out(still, progress)
        def then(moved: Moved) -> None:
            self._pending = None
            self._take(moved, wanted)
            self._free()
        self._bridge.jobs.ask("step", work, then, failed=self._failed, stopped=self._stopped, lane="step")

    def _take(self, moved: Moved, wanted: Wanted) -> None:
        here = self._bridge.workspace
        assert here is not None, "no file is open"
        self._bridge.moved(here.take(moved))
        if moved.kind == "undo":
            rereading.put_by(self._bridge)
        if said := wanted.said(moved.edit):
            self._bridge.said.emit(said)

    def _failed(self, error: BaseException) -> None:
        self._stopped()
        self._bridge.fail(error)

    def _stopped(self) -> None:
        self._pending = None
        self._free()

    def _free(self) -> None:
        while self._waiting and not self.busy:
            self._waiting.popleft()()
        if not self.busy:
            self._held.let_go(lambda: self.busy)
