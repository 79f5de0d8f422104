"""When the open work is checked: after each change what it touched, beside the window, and what is shown meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.change import Change
from ...core.progress import Progress
from ...workspace.check import Checked
from ...workspace.problems import with_headlines
from .merging import merged

if TYPE_CHECKING:
    from . import Bridge


class Checking:
    """Checks the work of a bridge; `stopped` tells whether the steward stopped the last check."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.forget()

    def forget(self) -> None:
        """Another work, or none: nothing waits to be checked."""
        self.stopped = False
        self._unchecked: Change | None = None

    def check(self, change: Change | None = None) -> None:
        """Check the work beside the window: all of it, or only what `change` touched."""
        bridge, here = self._bridge, self._bridge.workspace
        assert here is not None, "no file is open"
        self.stopped, still = False, here.still()
        def work(progress: Progress) -> Checked:
            return with_headlines(still, still.check(progress, change), progress)
        def then(answer: Checked) -> None:
            if here is bridge.workspace and here.accept(answer):
                self._unchecked = None
                bridge.note_recent()
                bridge.checked.emit(answer)
                bridge.restate()
        bridge.jobs.ask("check", work, then, failed=bridge.fail, stopped=self._stop)
        bridge.restate()

    def _stop(self) -> None:
        self.stopped = True
        self._bridge.restate()

    def follow(self, change: Change) -> None:
        """Check what a step touched, unless its findings are known; what waited to be checked is checked with it."""
        here = self._bridge.workspace
        assert here is not None, "no file is open"
        if here.document.schema is None:
            self._bridge.jobs.cancel("check")
        elif here.fresh:
            self._unchecked = None
            self._bridge.jobs.cancel("check")
        else:
            self._unchecked = merged(self._unchecked, change) if here.checked else None
            self.check(self._unchecked)
        self._bridge.restate()
