"""The rail: the belt as a line through five marks, and the way to practice, help and settings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from .. import look

WIDTH, HEIGHT = 188, 64
COMPACT, HEIGHT_COMPACT = 78, 68
MARK_X, MARK = 26, 16
SIGNS = {"todo": "todo", "in_progress": "half", "needs_you": "must", "done": "done"}


@dataclass(frozen=True)
class Stop:
    """What the rail shows of one station: key, name, state (of `SIGNS`), the state in words."""

    key: str
    name: str
    state: str = "todo"
    words: str = ""


def fitted(font: QFont, text: str, width: int) -> QFont:
    """Return a font in which a text fits a width: a wide one, where the system has no other, is drawn smaller."""
    fitting, size = QFont(font), QFontInfo(font).pixelSize()
    while size > 1 and QFontMetrics(fitting).horizontalAdvance(text) > width:
        size -= 1
        fitting.setPixelSize(size)
    return fitting


class StopButton(QAbstractButton):
    """One station on the rail. Never disabled: where it cannot be opened, the window says why."""

    def __init__(self, stop: Stop, first: bool, last: bool) -> None:
        super().__init__()
        self.stop, self._first, self._last, self._compact = stop, first, last, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("onrail", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_stop(stop)

    def show_stop(self, stop: Stop) -> None:
        """Show another state."""
        self.stop = stop
        self.setAccessibleName(f"{stop.name}, {stop.words}")
        self.setToolTip(stop.words if self._compact else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(look.px(COMPACT if self._compact else WIDTH), look.px(HEIGHT_COMPACT if self._compact else HEIGHT))

    def set_compact(self, compact: bool) -> None:
        """Show the icon over the word, where the window is narrow; the state is in the tooltip."""
        self._compact = compact
        self.setToolTip(self.stop.words if compact else "")
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the belt, the tab of the current station, the mark, the name and the state."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._belt(painter)
            if self.isChecked():
                self._tab(painter)
            behind = "window" if self.isChecked() else "rail"
            self._mark(painter, behind)
            if self._compact:
                self._word(painter)
                return
            left, width = look.px(47), self.width() - look.px(50)
            painter.setFont(fitted(look.font("station"), self.stop.name, width))
            painter.setPen(look.color("ink" if self.isChecked() else "rail_ink"))
            middle, half = self.height() // 2, look.px(20)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(left, middle - half, width, half), flags, self.stop.name)
            painter.setFont(look.font("caption"))
            painter.setPen(look.color("ink2" if self.isChecked() else "rail_ink2"))
            painter.drawText(QRect(left, middle, width, half), flags, self.stop.words)

    def _word(self, painter: QPainter) -> None:
        painter.setFont(look.font("caption_strong" if self.isChecked() else "caption"))
        painter.setPen(look.color("ink" if self.isChecked() else "rail_ink"))
        box = QRect(look.px(4), look.px(26), self.width() - look.px(6), self.height() - look.px(26))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, self.stop.name)

    @property
    def _spot(self) -> tuple[int, int]:
        """Where the middle of the mark is."""
        if self._compact:
            return self.width() // 2, look.px(15)
        return look.px(MARK_X), self.height() // 2

    def _belt(self, painter: QPainter) -> None:
        if self._compact:
            return
        x, middle = look.px(MARK_X), self.height() / 2
        painter.setPen(QPen(look.color("rail_line"), look.px(2)))
        top = middle if self._first else 0
        painter.drawLine(x, round(top), x, round(middle if self._last else self.height()))

    def _tab(self, painter: QPainter) -> None:
        left = look.px(2 if self._compact else 8)
        box = QRectF(left, look.px(4 if not self._compact else 0), self.width(),
                     self.height() - look.px(8 if not self._compact else 2))
        path = QPainterPath()
        path.addRoundedRect(box.adjusted(0, 0, look.px(8), 0), look.px(6), look.px(6))
        painter.fillPath(path, look.color("window"))
        if look.current().theme == "contrast":
            painter.setPen(QPen(look.color("rail_line"), 1))
            painter.drawPath(path)
        painter.fillRect(QRectF(left, look.px(8), look.px(3), self.height() - look.px(16)),
                         look.color("accent"))

    def _mark(self, painter: QPainter, behind: str) -> None:
        sign, size = SIGNS[self.stop.state], look.px(MARK + 2)
        tones = {"must": "must" if self.isChecked() else "rail_must"}
        token = tones.get(sign, "accent" if self.isChecked() else "rail_ink")
        x, y = self._spot
        box = QRect(x - size // 2, y - size // 2, size, size)
        if sign == "must":
            painter.fillRect(box, look.color(behind))
        painter.drawPixmap(box, look.mark(sign, MARK + 2, token, behind))


class Rail(QFrame):
    """The left rail."""

    asked = Signal(str)

    def __init__(self, stops: list[Stop], feet: list[tuple[str, str, str]], name: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        look.fixed(self, WIDTH)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, look.px(8))
        place.setSpacing(0)
        self._title = title = look.label("Steward", "section", "rail_ink")
        self._top = look.row(look.picture(look.logo(26)), title, None, gap=10, margins=(13, 9, 0, 9))
        place.addLayout(self._top)
        place.addSpacing(look.px(10))
        self.stops: dict[str, StopButton] = {}
        for index, stop in enumerate(stops):
            button = StopButton(stop, index == 0, index == len(stops) - 1)
            button.clicked.connect(lambda _=False, key=stop.key: self._clicked(key))
            self.stops[stop.key] = button
            place.addWidget(button)
        place.addStretch(1)
        self._icons = {key: icon for key, icon, _ in feet}
        self.feet = {key: self._foot(key, icon, text) for key, icon, text in feet}
        for foot in self.feet.values():
            place.addWidget(foot)
        self._current, self._compact = stops[0].key, False

    def set_compact(self, compact: bool) -> None:
        """Take 78 instead of 188."""
        if compact == self._compact:
            return
        self._compact = compact
        look.fixed(self, COMPACT if compact else WIDTH)
        self._title.setVisible(not compact)
        self._top.setContentsMargins(look.px((COMPACT - 26) // 2 if compact else 13), look.px(9), 0, look.px(9))
        for stop in self.stops.values():
            stop.set_compact(compact)
        for key, foot in self.feet.items():
            foot.setText("" if compact else foot.accessibleName())
            foot.setToolTip(foot.accessibleName() if compact else "")
            foot.setIcon(look.icon(self._icons[key], "rail_ink2", 18, 0 if compact else 10))
            foot.setIconSize(look.icon_size(18, 0 if compact else 10))
            look.set_property(foot, compact=compact)

    def _foot(self, key: str, icon: str, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setAccessibleName(text)
        made.setProperty("kind", "rail")
        made.setProperty("onrail", True)
        made.setIcon(look.icon(icon, "rail_ink2", 18, 10))
        made.setIconSize(look.icon_size(18, 10))
        made.setFont(look.font("body"))
        made.clicked.connect(lambda: self.asked.emit(key))
        return made

    def _clicked(self, key: str) -> None:
        self.choose(self._current)
        self.asked.emit(key)

    def choose(self, key: str) -> None:
        """Show a station as the current one."""
        self._current = key
        self.stops[key].setChecked(True)

    def show_stops(self, stops: list[Stop]) -> None:
        """Show other states, in place."""
        for stop in stops:
            self.stops[stop.key].show_stop(stop)
