"""What the window says of its own accord: sentences, notices over the page, progress, and what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...core.text import Text
from .. import look
from ..bridge import Noticed, Said
from ..jobs import Report
from ..widgets import announce, banner, secondary

if TYPE_CHECKING:
    from ..window import Window

ANNOUNCE_AFTER = 5
DONE_SO_FAR = Text("{share}% done", "{share}\u00a0% effectué")


class Voice:
    """Speaks in one window: status line, toast, notice, progress, and to a screen reader."""

    def __init__(self, window: Window, undo: str) -> None:
        self._window, self._bridge, self._undo, self._quarter = window, window.bridge, undo, 0
        self.notice = QVBoxLayout()
        self.notice.setContentsMargins(look.px(20), look.px(10), look.px(20), 0)
        self.host = QWidget()
        self.host.setLayout(self.notice)
        self.host.hide()

    def say(self, said: Said) -> None:
        """Show a sentence in the status line, announce it, and offer the way back in the toast."""
        window, tell = self._window, self._bridge.text
        sentence, more = tell(said.text), tell(said.more) if said.more else ""
        window.status.say(sentence, done=True)
        announce(window, f"{sentence} {more}".strip())
        if said.undo:
            window.toast.say(sentence, more, self._undo, "Ctrl+Z", lambda: window.commands.run("undo"))
        elif said.toast and said.button and said.run:
            window.toast.say(sentence, more, tell(said.button), "", said.run)
        elif said.toast:
            window.toast.say(sentence, more)

    def report(self, report: Report) -> None:
        """Show how far work is, and tell its quarters where it takes long."""
        progress = self._window.progress
        if report.quiet:
            return
        if report.begun:
            progress.begin(report.kind)
        elif report.step is None:
            progress.end(report.kind)
        else:
            if not progress.kind:  # a window made anew meets work that began before it
                progress.begin(report.kind)
            if report.kind == progress.kind:
                self._step(report.step)

    def _step(self, step: Any) -> None:
        window = self._window
        counted = window.commands.counted(step, window.progress.seconds)
        window.progress.step(self._bridge.text(step.says), step.done, step.total, counted)
        quarter = 4 * step.done // step.total if step.total else 0
        if quarter > self._quarter and window.progress.seconds > ANNOUNCE_AFTER:
            announce(window, self._bridge.text(DONE_SO_FAR.with_(share=str(25 * quarter))))
        self._quarter = quarter

    def noticed(self, noticed: Noticed) -> None:
        """Show a banner over the page in front."""
        sentence, button = self._bridge.text(noticed.text), None
        if noticed.button and noticed.run:
            button = secondary(self._bridge.text(noticed.button), noticed.run, small=True)
        self.show_notice(banner(noticed.tone, sentence, button=button), sentence)

    def show_notice(self, notice: QWidget, sentence: str) -> None:
        """Show a banner in place of the last one, and tell it at once."""
        self.clear()
        self.notice.addWidget(notice)
        self.host.show()
        announce(self._window, sentence, urgent=True)

    def clear(self) -> None:
        """Take the banner away."""
        look.clear(self.notice)
        self.host.hide()

    def failed(self, problem: Any) -> None:
        """Tell a Problem and show its dialog."""
        announce(self._window, problem.to(self._bridge.language), urgent=True)
        self._bridge.dialogs.problem(self._window, problem)
