"""A closed list, drawn: the list itself is made when it is opened, so that a hundred of them cost nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from .. import look
from .fields import Select

HEIGHT = 30


class Choices(QStandardItemModel):
    """What may be chosen, as words and keys; many rows share it."""

    def __init__(self, entries: Iterable[tuple[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: dict[str, str] = {}
        for words, key in entries:
            self.words[key] = words
            item = QStandardItem(words)
            item.setData(key, Qt.ItemDataRole.UserRole)
            item.setToolTip(key if key != words else "")
            self.appendRow(item)


class Opened(Select):
    """The list while it is open."""

    closed = Signal()

    def hidePopup(self) -> None:
        """Tell that it closes, with an answer or without."""
        super().hidePopup()
        self.closed.emit()


class Choice(QWidget):
    """Shows the words of one key. A click or `open` lists the others; `picked` tells the one that was taken."""

    picked = Signal(str)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices, self._key, self._instead = choices, "", ""
        self._list: Opened | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look.px(HEIGHT))

    @property
    def key(self) -> str:
        """The key in use."""
        return self._key

    @property
    def words(self) -> str:
        """What is shown."""
        return self._instead or self._choices.words.get(self._key, "")

    def choose(self, key: str, instead: str = "") -> None:
        """Show another key, or words `instead` that no key stands for."""
        if (key, instead) != (self._key, self._instead):
            self._key, self._instead = key, instead
            if self._list is not None:
                self._list.choose(key)
            self.update()

    def open(self) -> None:
        """List what may be chosen."""
        if self._list is None:
            self._list = Opened(self.accessibleName(), parent=self)
            self._list.setModel(self._choices)
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays with the row
            self._list.activated.connect(lambda _: self.picked.emit(self._list.currentData()))
            self._list.closed.connect(self._list.hide)
        self._list.choose(self._key)
        self._list.setPlaceholderText(self._instead)
        self._list.setGeometry(self.rect())
        self._list.show()
        self._list.showPopup()

    def sizeHint(self) -> QSize:
        """As high as every field."""
        return QSize(look.px(100), look.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its words shortened with … where they lack room, then the chevron."""
        bold = look.px(2) if look.current().theme == "contrast" else 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("control"), bold))
            painter.setBrush(look.color("surface"))
            edge = bold / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), look.px(4), look.px(4))
            painter.setFont(look.font("body"))
            painter.setPen(look.color("ink"))
            room = self.width() - look.px(44)
            shown = QFontMetrics(look.font("body")).elidedText(self.words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(self.rect().adjusted(look.px(10), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
            size = look.px(14)
            painter.drawPixmap(self.width() - size - look.px(8), (self.height() - size) // 2,
                               look.pixmap("chevron-down", "ink2", 14))
