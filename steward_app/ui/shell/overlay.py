"""What lies over the page: progress after 400 ms with Cancel, “Drop to open”, and a picture while the window is made anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from .. import look
from ..widgets import secondary

AFTER = 400


class ProgressOverlay(QFrame):
    """A card over the page that says what is done, how far, and can be cancelled. Not modal."""

    def __init__(self, parent: QWidget, cancel: Callable[[str], object]) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        look.fixed(self, 480)
        self._title = look.label("", "strong")
        self._bar = QProgressBar(textVisible=False)
        self._fact = look.label("", "caption", "ink2")
        self.button = secondary(self.tr("Cancel"), lambda: cancel(self.kind), small=True)
        top = look.row(self._title, None, self.button)
        look.stack(self, top, 10, self._bar, 8, self._fact, margins=(16, 12, 16, 12))
        self.kind = ""
        self.setProperty("answers_while_held", True)
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self._appear)
        self._clock = QElapsedTimer()
        self.hide()

    def begin(self, kind: str) -> None:
        """Count down to appearing for a job."""
        if self.kind != kind:
            self.kind = kind
            self._title.setText(self.tr("One moment"))
            self._bar.setRange(0, 0)
            self._fact.setText("")
            self._clock.restart()
            self._timer.start()

    def step(self, says: str, done: int, total: int, counted: str) -> None:
        """Show where the job stands; `counted` is the whole line under the bar."""
        self._title.setText(says)
        self._bar.setRange(0, total or 0)
        self._bar.setValue(done)
        self._fact.setText(counted)

    def end(self, kind: str) -> None:
        """Leave when the job has ended."""
        if kind == self.kind:
            self.kind = ""
            self._timer.stop()
            self.hide()

    @property
    def seconds(self) -> float:
        """How long the job has run."""
        return self._clock.elapsed() / 1000 if self._clock.isValid() else 0.0

    def _appear(self) -> None:
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stand in the upper middle of the page."""
        around = self.parentWidget().rect()
        self.move((around.width() - self.width()) // 2, min(look.px(140), (around.height() - self.height()) // 2))


class DropOverlay(QWidget):
    """Covers the window while files hover over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a soft ground, a dashed frame and the words."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = look.color("accent_soft")
            ground.setAlpha(246)
            painter.fillRect(self.rect(), ground)
            painter.setPen(QPen(look.color("accent"), look.px(2), Qt.PenStyle.DashLine))
            edge = look.px(20)
            painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), look.px(8), look.px(8))
            painter.setPen(look.color("ink"))
            painter.setFont(look.font("verdict"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to open"))


class Picture(QWidget):
    """What a window showed last, over it while its parts go."""

    def __init__(self, window: QWidget) -> None:
        shown = window.grab()
        super().__init__(window)
        self._shown = shown
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._shown)
