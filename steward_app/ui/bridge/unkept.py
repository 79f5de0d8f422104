"""Says at once when the disk refuses an edit, and when it takes it after all; the journal itself keeps trying."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from ...workspace import kept
from . import words
from .said import Noticed

if TYPE_CHECKING:
    from . import Bridge


class Unkept(QObject):
    """Listens to the journal of the open work; what it hears reaches the window on the window's thread."""

    heard = Signal(object)  # the fault, None when all is kept

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.heard.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def watch(self, work: kept.Open) -> None:
        """Listen to a work that was just opened."""
        if work.journal is not None:
            work.journal.listener = self.heard.emit

    def _say(self, fault: Exception | None) -> None:
        work = self._bridge.work
        if work is None or work.journal is None:
            return
        if fault is None:
            self._bridge.noticed.emit(Noticed(words.KEPT_AGAIN, tone="ok"))
            return
        full = getattr(fault, "errno", 0) == errno.ENOSPC or "full" in str(fault)  # SQLite says it in words
        said = words.DISK_FULL if full else words.DISK_REFUSES
        self._bridge.noticed.emit(Noticed(said, words.TRY_AGAIN, work.journal.flush, tone="check"))
