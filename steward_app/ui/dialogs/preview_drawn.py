"""The drawing of dialog 2's lines: tick box, tinted values with an arrow between, bar, chip, and the ring of the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from .. import look

if TYPE_CHECKING:
    from .preview import Line

ROW = 38


class LineDelegate(QStyledItemDelegate):
    """Draws a tick box, the tinted values, the arrow, the bar and the chip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """Give lines 38."""
        return QSize(0, look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one cell of a line."""
        found, box = index.data(Qt.ItemDataRole.UserRole), option.rect
        painter.fillRect(box, look.color("select" if option.state & option.state.State_Selected else "surface"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if found is None:
            self._band(painter, box, index)
            return
        line, ticked = found
        draw = (self._tick, self._before, self._after, self._bar, self._note)[index.column()]
        draw(painter, option, index, line, ticked)
        if self.parent().hasFocus() and index.row() == self.parent().currentIndex().row():
            self._ring(painter, option, index)

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw this cell's part of the ring around the row that has the keyboard."""
        box, last = option.rect.adjusted(0, 0, 0, -1), index.model().columnCount() - 1
        painter.setPen(QPen(look.color("focus"), look.px(2)))
        edge = look.px(2) // 2
        inner = box.adjusted(edge, edge, -edge, -edge)
        painter.drawLine(box.left(), inner.top(), box.right(), inner.top())
        painter.drawLine(box.left(), inner.bottom(), box.right(), inner.bottom())
        if index.column() == 0:
            painter.drawLine(inner.left(), box.top(), inner.left(), box.bottom())
        if index.column() == last:
            painter.drawLine(inner.right(), box.top(), inner.right(), box.bottom())

    def _band(self, painter: QPainter, box: QRect, index: QModelIndex) -> None:
        painter.fillRect(box, look.color("sunken"))
        painter.setFont(look.font("strong"))
        painter.setPen(look.color("ink"))
        painter.drawText(box.adjusted(look.px(12), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, index.data() or "")

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Any, line: Line, ticked: bool) -> None:
        side = look.px(18)
        box = QRectF(option.rect.left() + look.px(12), option.rect.center().y() - side / 2, side, side)
        look.draw_box(painter, box, on=ticked)

    def _before(self, painter: QPainter, option: QStyleOptionViewItem, index: Any, line: Line, ticked: bool) -> None:
        self._tint(painter, option.rect, line.before, "must_soft" if ticked else "sunken", "body", arrow=True)

    def _after(self, painter: QPainter, option: QStyleOptionViewItem, index: Any, line: Line, ticked: bool) -> None:
        self._tint(painter, option.rect, line.after, "ok_soft" if ticked else "sunken", "strong" if ticked else "body")

    def _tint(self, painter: QPainter, box: QRect, text: str, token: str, role: str, *, arrow: bool = False) -> None:
        font = look.font(role)
        painter.setFont(font)
        shown = text.replace("\n", "⏎") or self.tr("empty")
        room = box.width() - look.px(36 if arrow else 12)
        words = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room - look.px(20))
        width = painter.fontMetrics().horizontalAdvance(words) + look.px(20)
        tint = QRect(box.left() + look.px(2), box.center().y() - look.px(12), width, look.px(24))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.edge())
        painter.setBrush(look.color(token))
        painter.drawRoundedRect(tint, look.px(3), look.px(3))
        painter.setPen(look.color("ink" if text else "ink2"))
        painter.drawText(tint, Qt.AlignmentFlag.AlignCenter, words)
        if arrow:
            size = look.px(14)
            painter.drawPixmap(QRect(box.right() - look.px(24), box.center().y() - size // 2, size, size),
                               look.pixmap("arrow-right", "ink2", 14))
        painter.restore()

    def _bar(self, painter: QPainter, option: QStyleOptionViewItem, index: Any, line: Line, ticked: bool) -> None:
        box, most = option.rect, index.model().most
        bar = QRect(box.left() + look.px(4), box.center().y() - look.px(3), look.px(90), look.px(6))
        painter.fillRect(bar, look.color("sunken"))
        done = QRect(bar.left(), bar.top(), max(2, round(bar.width() * line.count / most)), bar.height())
        painter.fillRect(done, look.color("accent" if ticked else "control"))
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink"))
        painter.drawText(box.adjusted(0, 0, -look.px(14), 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                         index.data())

    def _note(self, painter: QPainter, option: QStyleOptionViewItem, index: Any, line: Line, ticked: bool) -> None:
        if not line.note:
            return
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("caption_strong"))
        words = painter.fontMetrics().elidedText(line.note, Qt.TextElideMode.ElideRight, box.width() - look.px(48))
        width = painter.fontMetrics().horizontalAdvance(words) + look.px(38)
        chip = QRect(box.left() + look.px(4), box.center().y() - look.px(11), width, look.px(22))
        painter.setPen(look.edge())
        painter.setBrush(look.color("check_soft"))
        painter.drawRoundedRect(chip, look.px(11), look.px(11))
        size = look.px(14)
        painter.drawPixmap(QRect(chip.left() + look.px(8), chip.center().y() - size // 2 + 1, size, size),
                           look.mark("check", 14, behind="check_soft"))
        painter.setPen(look.color("check"))
        painter.drawText(chip.adjusted(look.px(27), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
