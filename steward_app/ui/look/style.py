"""What a style sheet cannot draw: tick boxes, round buttons and the gap of the focus ring."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

from .tokens import Look

SIZES = {QStyle.PixelMetric.PM_IndicatorWidth: 18, QStyle.PixelMetric.PM_IndicatorHeight: 18,
         QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 18, QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 18,
         QStyle.PixelMetric.PM_FocusFrameHMargin: 4, QStyle.PixelMetric.PM_FocusFrameVMargin: 4,
         QStyle.PixelMetric.PM_CheckBoxLabelSpacing: 8, QStyle.PixelMetric.PM_RadioButtonLabelSpacing: 8}


def _look() -> Look:
    return getattr(QApplication.instance(), "steward_look", None) or Look()


class LedgerStyle(QProxyStyle):
    """Fusion, with the boxes of the design."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None,
                    widget: QWidget | None = None) -> int:
        """Give boxes 18 px and the focus ring its gap."""
        size = SIZES.get(metric)
        return super().pixelMetric(metric, option, widget) if size is None else _look().px(size)

    def drawPrimitive(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter,
                      widget: QWidget | None = None) -> None:
        """Draw tick boxes and round buttons; no dotted focus rectangle, the ring is drawn by the focus frame."""
        kind = QStyle.PrimitiveElement
        if element in (kind.PE_IndicatorCheckBox, kind.PE_IndicatorItemViewItemCheck):
            _box(painter, QRectF(option.rect), option.state, round_=False)
        elif element == kind.PE_IndicatorRadioButton:
            _box(painter, QRectF(option.rect), option.state, round_=True)
        elif element != kind.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)


class RingStyle(LedgerStyle):
    """The style of the focus ring alone. (Every widget asks for dozens of hints: they are not answered in Python.)"""

    def styleHint(self, hint: QStyle.StyleHint, option: QStyleOption | None = None, widget: QWidget | None = None,
                  data: object = None) -> int:
        """Keep the ring above its widget: a narrow parent would else cut it."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, data)


def draw_box(painter: QPainter, rect: QRectF, *, on: bool) -> None:
    """Draw a tick box in a delegate."""
    state = QStyle.StateFlag.State_Enabled | (QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off)
    _box(painter, rect, state, round_=False)


def _box(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, *, round_: bool) -> None:
    look = _look()
    on, partly = bool(state & QStyle.StateFlag.State_On), bool(state & QStyle.StateFlag.State_NoChange)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    accent = QColor(look.hex("accent" if enabled else "control"))
    side = min(rect.width(), rect.height(), look.px(18)) - 1
    box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent if on or partly else QColor(look.hex("control")), 1.2))
    painter.setBrush(QColor(look.hex("surface")) if round_ or not (on or partly) else accent)
    if round_:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 3, 3)
    if on or partly:
        _sign(painter, box, look, accent, round_=round_, partly=partly)
    painter.restore()


def _sign(painter: QPainter, box: QRectF, look: Look, accent: QColor, *, round_: bool, partly: bool) -> None:
    if round_:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        inset = box.width() * 0.26
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        return
    painter.setPen(QPen(QColor(look.hex("on_accent")), box.width() * 0.13, Qt.PenStyle.SolidLine,
                        Qt.PenCapStyle.RoundCap))
    x, y, s = box.x(), box.y(), box.width()
    points = ((0.25, 0.5), (0.75, 0.5)) if partly else ((0.22, 0.53), (0.42, 0.72), (0.8, 0.3))
    for (ax, ay), (bx, by) in pairwise(points):
        painter.drawLine(round(x + ax * s), round(y + ay * s), round(x + bx * s), round(y + by * s))
