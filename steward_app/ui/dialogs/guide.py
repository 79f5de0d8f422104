"""The guide of a standard, read in the app; it can be saved as a web page."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from .. import look
from .frame import Frame


class GuideDialog(Frame):
    """A standard's fields, rules and lists, to read and to search by eye."""

    def __init__(self, parent: QWidget | None, title: str, text: str, at: str = "") -> None:
        super().__init__(parent, title, icon="book-open", width=860)
        self.reader = QTextBrowser()
        self.reader.setOpenLinks(False)
        self.reader.setAccessibleName(title)
        self.reader.document().setDefaultStyleSheet(
            f"th {{ text-align: left }} .quiet, dt {{ color: {look.hex('ink2')} }} "
            f"table {{ border-collapse: collapse; border: 1px solid {look.hex('line')} }} "
            f"td, th {{ border: 1px solid {look.hex('line')} }}")
        self.reader.setHtml(text)
        self.reader.setMinimumHeight(self.high(440))
        self.content.addWidget(self.reader, 1)
        self.foot("", ("save", self.tr("Save as a web page…"), False), ("close", self.tr("Close"), True))
        self.reader.setFocus()
        self._at = at

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the field that was asked about, once the page is laid out."""
        super().showEvent(event)
        if self._at:
            QTimer.singleShot(0, lambda: self.reader.scrollToAnchor(self._at))
