"""Drawing in several turns of the event loop: what is seen first at once, the rest while the window answers."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

BUDGET = 0.012  # seconds after which a turn ends; painting and laying out come on top of it
PAUSE = True  # what a piece yields where the window is to answer before the next, however short it was


class Turns(QObject):
    """Does one piece of drawing after the other; each `yield` of the pieces is a place where the window may answer.

    The first turn is taken at once. `at_once` takes all of them then and there, as jobs that run inline do.
    """

    def __init__(self, parent: QObject, *, at_once: bool = False) -> None:
        super().__init__(parent)
        self._at_once, self._within = at_once, False
        self._pieces: Iterator[object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Tell whether pieces are left."""
        return self._pieces is not None

    def run(self, pieces: Iterator[object], *, later: bool = False) -> None:
        """Begin with other pieces, in this turn or (`later`) in the next; what is left of the last ones is dropped."""
        self._pieces = pieces
        if self._at_once:
            self.finish()
        elif later:
            self._timer.start()
        else:
            self._turn()

    def drop(self) -> None:
        """Forget what is left."""
        self._pieces = None
        self._timer.stop()

    def finish(self) -> None:
        """Do what is left here and now."""
        while self._pieces is not None and not self._within:
            self._piece()

    def _turn(self) -> None:
        began, more = time.perf_counter(), self._pieces is not None
        while more and not self._within:
            more = self._piece() is not PAUSE and self.busy and time.perf_counter() - began < BUDGET
        if self.busy:
            self._timer.start()

    def _piece(self) -> object:
        """Do one piece; return what it yields. A piece that raises is the last one."""
        pieces, self._within, ended = self._pieces, True, True
        try:
            said = next(pieces, self)
            ended = said is self
        finally:
            self._within = False
            if ended and self._pieces is pieces:
                self._pieces = None
        return said
