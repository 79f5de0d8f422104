"""Says a sentence to a screen reader, at most one a second."""

from __future__ import annotations

import time

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

_EVERY = 1.0


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> bool:
    """Announce a sentence; return whether it was said (one a second, but urgent ones always)."""
    app, now = QApplication.instance(), time.monotonic()
    if not sentence or (not urgent and now - getattr(app, "steward_said", 0.0) < _EVERY):
        return False
    app.steward_said = now
    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
    return True
