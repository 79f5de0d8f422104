"""A scroll area whose inside is never squeezed: it is as high as its wrapped words need at this width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Tall(QScrollArea):
    """A vertical scroll area without a frame; call `settle` after its inside changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def settle(self) -> None:
        """Give the inside the height that its layout needs at the present width."""
        inside = self.widget()
        if inside is None or inside.layout() is None:
            return
        inside.layout().activate()
        inside.setMinimumHeight(max(0, inside.layout().totalHeightForWidth(self.viewport().width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Settle anew for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.settle()
