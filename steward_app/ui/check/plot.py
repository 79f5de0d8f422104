"""The drawing of station 4's map: ground, lines of the globe, outlines, dots and lozenges, scale bar, the ringed point."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...core.chart import Box, Chart
from .. import look

KM_PER_DEGREE = 111.2
EDGE, DOT, LOZENGE, RING, NEAR = 12, 2.0, 5.5, 9.5, 12
BAR = 130  # the scale bar is at most so wide
LINES = 4  # about so many lines of the globe across the shorter side
POLE = 85.0  # beyond, a degree of longitude is too short to draw by


class Plot(QWidget):
    """A map without tiles: equirectangular, true at the middle latitude. `chosen` tells the record of a lozenge."""

    chosen = Signal(int)

    def __init__(self, number: Callable[[float], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.chart: Chart | None = None
        self._path = QPainterPath()
        self._colour = "must"
        self.record: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of the points"))

    def sizeHint(self) -> QSize:
        """Ask for little: the page gives what the grid leaves."""
        return QSize(look.px(240), look.px(140))

    minimumSizeHint = sizeHint

    def show_chart(self, chart: Chart | None, colour: str = "must") -> None:
        """Draw another map, or none; `colour` is the token of the lozenges."""
        self.chart, self._colour = chart, colour
        self._path = outlines(chart) if chart is not None else QPainterPath()
        self.update()

    def ring(self, record: int | None) -> None:
        """Ring the point of a record, where it is drawn as a lozenge."""
        if record != self.record:
            self.record = record
            self.update()

    # Where things stand

    def _scale(self, box: Box) -> tuple[float, float]:
        """Return the pixels of one degree of longitude and of latitude."""
        narrow = math.cos(math.radians(max(-POLE, min(POLE, (box.south + box.north) / 2))))
        inner, tall = max(1, self.width() - 2 * look.px(EDGE)), max(1, self.height() - 2 * look.px(EDGE))
        down = min(tall / (box.north - box.south), inner / (narrow * (box.east - box.west)))
        return down * narrow, down

    def _placing(self, box: Box) -> Callable[[float, float], QPointF]:
        """Return what places a point; thousands of them share the scale."""
        across, down = self._scale(box)
        left = self.width() / 2 - (box.west + box.east) / 2 * across
        top = self.height() / 2 + (box.south + box.north) / 2 * down
        return lambda longitude, latitude: QPointF(left + longitude * across, top - latitude * down)

    def _place(self, box: Box, longitude: float, latitude: float) -> QPointF:
        return self._placing(box)(longitude, latitude)

    def place_of(self, longitude: float, latitude: float) -> QPointF:
        """Return where a point is drawn: at the edge where it lies beyond the map."""
        assert self.chart is not None
        return self._within()(self._place(self.chart.shown, longitude, latitude))

    def _within(self) -> Callable[[QPointF], QPointF]:
        """Return what brings a point that lies beyond the map to its edge."""
        edge, right, foot = look.px(EDGE), self.width() - look.px(EDGE), self.height() - look.px(EDGE)
        return lambda point: QPointF(min(max(point.x(), edge), right), min(max(point.y(), edge), foot))

    def beyond(self) -> int:
        """Count the lozenges that lie beyond the map."""
        if self.chart is None:
            return 0
        place, room = self._placing(self.chart.shown), QRectF(self.rect())
        return sum(not room.contains(place(x, y)) for x, y, _ in self.chart.marked)

    # Choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the record of the lozenge under the mouse."""
        if self.chart is None:
            return
        place, within = self._placing(self.chart.shown), self._within()
        def far(mark: tuple[float, float, int]) -> float:
            away = within(place(mark[0], mark[1])) - event.position()
            return math.hypot(away.x(), away.y())
        near = min(self.chart.marked, key=far, default=None)
        if near is not None and far(near) <= look.px(NEAR):
            self._choose(near[2])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from lozenge to lozenge with Left and Right, in the order of the file."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        records = [record for *_, record in self.chart.marked] if self.chart else []
        if way is None or not records:
            super().keyPressEvent(event)
            return
        at = records.index(self.record) + way if self.record in records else 0
        self._choose(records[at % len(records)])

    def _choose(self, record: int) -> None:
        self.ring(record)
        self.chosen.emit(record)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go to the map."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they no longer do."""
        super().focusOutEvent(event)
        self.update()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map from the ground up."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), look.color("sunken"))
            if self.chart is not None:
                self._lines(painter, self.chart.shown)
                self._outlines(painter, self.chart)
                self._box(painter, self.chart)
                self._points(painter, self.chart)
                self._bar(painter, self._scale(self.chart.shown)[1])
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _lines(self, painter: QPainter, box: Box) -> None:
        across, down = self._scale(box)
        step = rounded(min(self.width() / across, self.height() / down) / LINES)
        painter.setFont(look.font("caption"))
        places = max(0, -math.floor(math.log10(step)))
        for middle, size, scale, upright in (((box.west + box.east) / 2, self.width(), across, True),
                                             ((box.south + box.north) / 2, self.height(), down, False)):
            first, last = (math.ceil((middle - size / scale / 2) / step), math.floor((middle + size / scale / 2) / step))
            for degrees in (round(turn * step, places) for turn in range(first, last + 1)):
                at = size / 2 + (degrees - middle) * scale * (1 if upright else -1)
                painter.setPen(QPen(look.color("line"), 1))
                painter.drawLine(*((at, 0, at, size_of(self)[1]) if upright else (0, at, size_of(self)[0], at)))
                said = self._degrees(degrees, upright=upright)
                if upright and at + 3 + look.ellipsis_width(said, "caption") > self.width() - look.px(2 * EDGE):
                    continue  # it would be cut, or lie under a point that is drawn at the edge
                painter.setPen(look.color("ink2"))
                painter.drawText(QPointF(at + 3, self.height() - 5) if upright else QPointF(5, at - 3), said)

    def _degrees(self, degrees: float, *, upright: bool) -> str:
        """Write a line of the globe as a map does: 71.12° W, 46.2° N."""
        said = self._number(abs(degrees)).removesuffix(".0").removesuffix(",0")
        if upright:
            return (self.tr("{n}° E") if degrees > 0 else self.tr("{n}° W")).format(n=said)
        return (self.tr("{n}° N") if degrees >= 0 else self.tr("{n}° S")).format(n=said)

    def _outlines(self, painter: QPainter, chart: Chart) -> None:
        across, down = self._scale(chart.shown)
        pen = QPen(look.color("control"), 1.2, Qt.PenStyle.DotLine)
        pen.setCosmetic(True)  # as wide whatever the scale
        painter.save()
        painter.translate(self._place(chart.shown, 0, 0))
        painter.scale(across, -down)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self._path)
        painter.restore()

    def _box(self, painter: QPainter, chart: Chart) -> None:
        painter.setPen(QPen(look.color("accent"), 1.6, Qt.PenStyle.DashLine))
        box = chart.common
        painter.drawRect(QRectF(self._place(chart.shown, box.west, box.north),
                                self._place(chart.shown, box.east, box.south)))

    def _points(self, painter: QPainter, chart: Chart) -> None:
        place = self._placing(chart.shown)
        pen = QPen(look.color("accent"), 2 * look.px(DOT))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)  # a point is as round as its pen
        painter.setPen(pen)
        painter.drawPoints([place(longitude, latitude) for longitude, latitude in chart.good])
        painter.setPen(QPen(look.color("surface"), 1))
        painter.setBrush(look.color(self._colour))
        half, chosen, within = look.px(LOZENGE), None, self._within()
        for longitude, latitude, record in chart.marked:
            at = within(place(longitude, latitude))
            painter.drawPolygon([at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half),
                                 at + QPointF(-half, 0)])
            chosen = at if record == self.record else chosen
        if chosen is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("ink"), 2))
            painter.drawEllipse(chosen, look.px(RING), look.px(RING))

    def _bar(self, painter: QPainter, down: float) -> None:
        kilometre = down / KM_PER_DEGREE
        length = rounded(look.px(BAR) / kilometre, down=True)
        said = self.tr("{n} km").format(n=self._number(int(length))) if length >= 1 else \
            self.tr("{n} m").format(n=self._number(round(length * 1000)))
        wide, right, low = length * kilometre, self.width() - look.px(14), look.px(30)
        ground = max(wide, look.px(64)) + look.px(12)
        painter.fillRect(QRectF(right - ground + look.px(6), low - look.px(22), ground, look.px(30)), look.color("sunken"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink"))
        painter.drawText(QRectF(right - look.px(BAR), low - look.px(22), look.px(BAR), look.px(18)),
                         Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, said)
        painter.setPen(QPen(look.color("ink"), 1.6))
        for start, end in (((right - wide, low), (right, low)), ((right - wide, low - 4), (right - wide, low + 4)),
                           ((right, low - 4), (right, low + 4))):
            painter.drawLine(QPointF(*start), QPointF(*end))


def size_of(widget: QWidget) -> tuple[int, int]:
    """Return the width and the height of a widget."""
    return widget.width(), widget.height()


def rounded(value: float, *, down: bool = False) -> float:
    """Return the next larger (or smaller) of 1, 2 and 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(value))
    steps = [power * each for each in (1, 2, 5, 10)]
    return max(step for step in steps if step <= value * 1.0001) if down else min(s for s in steps if s >= value * 0.9999)


def outlines(chart: Chart) -> QPainterPath:
    """Return the outlines of a map as one path, in degrees."""
    path = QPainterPath()
    for ring in chart.rings:
        path.moveTo(*ring[0])
        for longitude, latitude in ring[1:]:
            path.lineTo(longitude, latitude)
    return path
