"""Fields: search and select."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

from .. import look


class SearchField(QLineEdit):
    """A field with a glass; Esc empties it. Enter never reaches a default button."""

    entered = Signal(str)

    def __init__(self, hint: str, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("search", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self._glass = look.picture(look.pixmap("search", "ink2", 16))
        self._glass.setParent(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if width:
            look.fixed(self, width)

    @property
    def whole(self) -> int:
        """How wide the field must be for its hint to be read in full."""
        return look.ellipsis_width(self.placeholderText()) + look.px(32 + 8 + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the glass in its place."""
        super().resizeEvent(event)
        self._glass.move(look.px(10), (self.height() - self._glass.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Esc; keep Enter to oneself."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text())
        else:
            super().keyPressEvent(event)


SAMPLE = Qt.ItemDataRole.UserRole + 1


class Samples(QStyledItemDelegate):
    """Draws a choice of an open list with what it would make of the file beside it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Give a choice the height of a row."""
        return QSize(0, look.px(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw the name, then the sample in the second ink."""
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, look.color("select" if chosen else "surface"))
        box = option.rect.adjusted(look.px(9), 0, -look.px(9), 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        name = str(index.data() or "")
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, name)
        taken = painter.fontMetrics().horizontalAdvance(name) + look.px(24)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        room = box.adjusted(taken, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(str(index.data(SAMPLE) or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.restore()


class Select(QComboBox):
    """A combo box with the design's chevron; the wheel changes nothing unless it has the focus."""

    def __init__(self, name: str, choices: list[tuple[str, object]] | None = None, width: int = 0,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        for text, data in choices or []:
            self.addItem(text, data)
        if width:
            look.fixed(self, width)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.setMinimumContentsLength(6)
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def tell(self, samples: list[str]) -> None:
        """Show beside each choice, in the open list, what it would make of the file."""
        self.setItemDelegate(Samples(self))
        widest = 0
        for index, sample in enumerate(samples):
            self.setItemData(index, sample, SAMPLE)
            self.setItemData(index, f"{self.itemText(index)}, {sample}", Qt.ItemDataRole.AccessibleTextRole)
            widest = max(widest, look.ellipsis_width(self.itemText(index)) + look.ellipsis_width(sample, "caption"))
        self.view().setMinimumWidth(min(widest + look.px(64), look.px(460)))

    def choose(self, data: object) -> None:
        """Choose the entry that holds `data`, without a signal."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(data))
        self.blockSignals(blocked)

    def wheelEvent(self, event: object) -> None:
        """Scroll the page, not the choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, its words shortened with … where they lack room, then the chevron."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        words = option.currentText or self.placeholderText()
        room = self.width() - look.px(44)
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = look.px(14)
        box = QRect(self.width() - size - look.px(8), (self.height() - size) // 2, size, size)
        painter.drawPixmap(box, look.pixmap("chevron-down", "ink2" if self.isEnabled() else "control", 14))
        painter.end()
