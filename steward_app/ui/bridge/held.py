"""What a steward presses while a step is worked out: kept in order, and delivered when it is taken."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.Shortcut, QEvent.Type.InputMethod})
POINTER = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick,
                     QEvent.Type.ContextMenu})
FREE = "answers_while_held"  # the property of a widget that is always answered (the Cancel of the progress)


class Held(QObject):
    """Holds keys and clicks; looking and scrolling go on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._events: deque[tuple[QObject, QEvent]] = deque()
        self._holding = False

    def hold(self) -> None:
        """Hold what is pressed from now on."""
        if not self._holding:
            self._holding = True
            QCoreApplication.instance().installEventFilter(self)

    def let_go(self, busy: Callable[[], bool]) -> None:
        """Deliver what was held, in order; what follows a new step (`busy`) stays held."""
        self._holding = False
        QCoreApplication.instance().removeEventFilter(self)
        while self._events and not busy():
            receiver, event = self._events.popleft()
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                receiver = QApplication.focusWidget() or receiver
            if isValid(receiver):
                QCoreApplication.sendEvent(receiver, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold an event for a widget or a shortcut."""
        kind = event.type()
        if kind not in KEYS and kind not in POINTER:
            return False
        if kind != QEvent.Type.Shortcut and not isinstance(watched, QWidget):
            return False  # a window hands it on to its widget
        if isinstance(watched, QWidget) and free(watched):
            return False
        self._events.append((watched, event.clone()))
        event.accept()
        return True


def free(widget: QWidget | None) -> bool:
    """Tell whether a widget, or one it stands in, is always answered."""
    while widget is not None:
        if widget.property(FREE):
            return True
        widget = widget.parentWidget()
    return False
