"""The open file read another way, beside the window; an edit that comes between is not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.progress import Progress
from ...core.reading import Asked
from ...core.table import Opened
from ...core.text import Text
from ...workspace import kept, reread
from . import opening
from .said import Said

if TYPE_CHECKING:
    from . import Bridge


def read_again(bridge: Bridge, asked: Asked, named: Text, after: Text | None = None) -> None:
    """Read the open file as it is asked, as one undo step; `after` is what is said of it."""
    here = bridge.workspace
    assert here is not None, "no file is open"
    still = here.still()
    def work(progress: Progress) -> tuple[Opened, reread.Reread]:
        opened = bridge.belt.open(here.path, asked, progress)
        opening.keep_peek(kept.folder_for(bridge.paths.works, here.path), opened.peek)
        schema = still.document.schema
        known = bridge.memory.columns(schema.name) if schema else None
        return opened, reread.reread(still, opened, named, known)
    def then(answer: tuple[Opened, reread.Reread]) -> None:
        if here.document is not still.document:  # an edit came between: it is replayed too
            read_again(bridge, asked, named, after)
            return
        bridge.peek = answer[0].peek or bridge.peek
        here.opened = answer[1].opened
        bridge.do(answer[1].edit, "file", said=Said(answer[1].said or after or named, undo=True))
    bridge.jobs.do("open", work, bridge.settled(here, then), failed=bridge.fail, stopped=lambda: None)


def put_by(bridge: Bridge) -> None:
    """Pack the table of a reading that was just taken back, beside the window: only *redo* may want it."""
    here = bridge.workspace
    assert here is not None, "no file is open"
    step = here.taken_back[-1]
    if reread.holds_much(step.edit):
        bridge.jobs.ask("put by", lambda _: reread.put_by(step.edit), lambda edit: here.put_by(step, edit),
                        failed=bridge.fail, quiet=True, lane="put by")
