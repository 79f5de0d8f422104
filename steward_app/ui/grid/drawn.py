"""The small shapes on cells: triangle, dot, lozenge, pencil and wand. Shape first, colour second."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ...core.marks import BY_FIX
from .. import look

# Numbers keep so much free at the right that marks never move digits; text keeps PADDING.
ROOM_FOR_MARK = 18
PADDING = 8


def mark(painter: QPainter, severity: str, cell: QRect) -> None:
    """Draw the mark of a severity in the top right corner of a cell."""
    colour = look.color(severity if severity in look.SOFTS else "better")
    right, top = float(cell.right() + 1), float(cell.top())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if severity == "must":
        side = look.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(right - side, top), QPointF(right, top), QPointF(right, top + side)]))
    elif severity == "check":
        side = look.px(7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(right - side - look.px(4), top + look.px(4), side, side))
    else:
        _lozenge(painter, colour, right, top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _lozenge(painter: QPainter, colour: object, right: float, top: float) -> None:
    half = look.px(8) / 2
    x, y = right - look.px(4) - half, top + look.px(4) + half
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half),
                                   QPointF(x - half, y)]))


def hand(painter: QPainter, who: int, cell: QRect) -> None:
    """Draw the pencil of a steward's own edit, or the wand of a fix."""
    image = look.pixmap("wand-sparkles" if who == BY_FIX else "pencil", "accent", 12)
    painter.drawPixmap(cell.right() - look.px(14), cell.top() + look.px(3), image)
