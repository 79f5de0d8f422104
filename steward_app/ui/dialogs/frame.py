"""The frame of every dialog: a title, a line under it, the content, and a foot with at most one filled button."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from .. import look
from ..widgets import FocusFrame, primary, rich, secondary

AROUND = 190  # title, line, foot and margins: what stands over and under the part that scrolls


class Dim(QWidget):
    """Dims the window behind a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the veil."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.veil())


class Frame(QDialog):
    """A dialog whose buttons each answer with a key; Esc answers None, and the focus goes back where it was."""

    def __init__(self, parent: QWidget | None, title: str, line: str = "", *, icon: str = "", mark: str = "",
                 width: int = 520) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.answer: str | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.setMinimumWidth(min(look.px(width), self.room().width()))
        self.title, self.line = look.label(title, "dialog", wrap=True), rich(line, "body", "ink2", wrap=True)
        if not line:
            self.line.hide()
        image = look.pixmap(icon, "accent", 22) if icon else look.mark(mark, 22) if mark else None
        top = [look.picture(image)] if image is not None else []
        head = look.row(*top, self.title, gap=10)
        head.setStretch(len(top), 1)
        self.content = look.column(gap=10)
        self._place = look.column(head, 6, self.line, 12, gap=0, margins=(24, 20, 24, 16))
        self._place.addLayout(self.content, 1)
        self._foot = QFrame()
        self._foot.setProperty("ground", "window")
        self._foot_line = look.row(gap=10, margins=(24, 12, 24, 12))
        self._foot.setLayout(self._foot_line)
        whole = look.column(self._place, self._foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.ring = FocusFrame(self)

    def foot(self, note: str, *buttons: tuple[str, str, bool]) -> None:
        """Fill the foot: a note at the left, then buttons as (key, words, whether filled), left to right."""
        self.note = look.label(note, "body", "ink2", wrap=True)
        self._foot_line.addWidget(self.note, 1)
        for key, text, filled in buttons:
            button = (primary if filled else secondary)(text, lambda key=key: self.finish(key))
            button.setDefault(filled)
            button.setAutoDefault(filled)
            self.buttons[key] = button
            self._foot_line.addWidget(button)
        if not any(filled for _, _, filled in buttons) and buttons:
            self.buttons[buttons[-1][0]].setDefault(True)

    def add(self, *parts: QWidget) -> None:
        """Put parts under one another."""
        for part in parts:
            self.content.addWidget(part)

    def room(self) -> QSize:
        """Return how large the dialog may be: the screen without the frame of the system, or a larger window."""
        screen = self.screen().availableSize() - QSize(look.px(8), 40)
        return screen.expandedTo(self.parentWidget().window().size()) if self.parentWidget() else screen

    def high(self, height: int) -> int:
        """Return a height of the design for the part that scrolls, less where large letters leave less of the screen."""
        return max(look.px(90), min(look.px(height), self.room().height() - look.px(AROUND)))

    def add_scrolling(self, inside: QWidget, height: int) -> None:
        """Put a part that scrolls where it lacks room."""
        inside.setProperty("ground", "surface")
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(self.high(height))
        self.content.addWidget(area, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Be wide enough for every button, and as high as the words need at that width."""
        super().showEvent(event)
        self.layout().activate()
        self.setMinimumWidth(min(max(self.minimumWidth(), self.layout().minimumSize().width()), self.room().width()))
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self.layout().hasHeightForWidth():
            wanted = QSize(self.width(), self.layout().totalHeightForWidth(self.width()))
            self.resize(wanted.boundedTo(self.room()))

    def finish(self, key: str | None) -> None:
        """Close with an answer."""
        self.answer = key
        self.accept()

    def ask(self) -> str | None:
        """Show the dialog over the dimmed window; return the key of the button, None for Esc."""
        window = self.parentWidget().window() if self.parentWidget() else None
        before = QApplication.focusWidget()
        veil = Dim(window) if window else None
        breathe()  # a large form was made in this turn: it is dressed and shown in the next
        try:
            self.exec()
        finally:
            if veil:
                veil.deleteLater()
            self.deleteLater()  # once its answer was read: the window would else keep every dialog it ever showed
        if before is not None and window is not None and isValid(before) and before.window() is window:
            before.setFocus()
        return self.answer


def breathe() -> None:
    """Let the window have one turn, without what is pressed."""
    turn = QEventLoop()
    QTimer.singleShot(0, turn.quit)
    turn.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
