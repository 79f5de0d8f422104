"""The small drawn parts of a mapping row: samples, coverage, state."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from .. import look
from ..grid.texts import written

STATE_KIND = {"matched": ("ok", ""), "check": ("check", ""), "absent": ("quiet", ""), "constant": ("accent", "pin"),
              "combined": ("accent", "combine"), "split": ("accent", "split")}


def state_kind(state: str, level: str) -> tuple[str, str]:
    """Return the chip kind and icon of a state; a required field not found is a triangle, a recommended one a lozenge."""
    if state == "none":
        return {"required": "must", "recommended": "better"}.get(level, "quiet"), ""
    return STATE_KIND[state]


class Samples(QWidget):
    """A few of the column's own values, as many as there is room for; a conflict stands after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._conflict = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(26))

    def show_texts(self, texts: tuple[str, ...], conflict: str = "") -> None:
        """Show other values."""
        self._texts, self._conflict = tuple(written(text) for text in texts), conflict
        self.setAccessibleName(", ".join((*self._texts, conflict) if conflict else self._texts))
        self.setToolTip("\n".join((*self._texts, conflict) if conflict else self._texts))
        self.update()

    def sizeHint(self) -> QSize:
        """The room of the design."""
        return QSize(look.px(206), look.px(26))

    def minimumSizeHint(self) -> QSize:
        """One short value."""
        return QSize(look.px(90), look.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the values that fit whole; a single long one is shortened."""
        with QPainter(self) as painter:
            draw_samples(painter, self.rect(), self._texts, self._conflict)


class Bar(QWidget):
    """A bar and what it says: how much of a column is filled, or how many rows hold a value."""

    def __init__(self, width: int = 44, room: int = 50, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar, self._share, self._words, self._token = width, 0.0, "", "accent"
        self.resize_to(width, room)

    def resize_to(self, width: int, room: int) -> None:
        """Take another width of the bar and of the words; a bar of no width leaves the words alone."""
        self._bar = width
        self.setFixedSize(look.px(width + room), look.px(22))
        self.update()

    def show_share(self, share: float, words: str, token: str = "accent") -> None:
        """Show another share, 0 to 1."""
        self._share, self._words, self._token = min(max(share, 0.0), 1.0), words, token
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the bar and the words."""
        with QPainter(self) as painter:
            draw_bar(painter, self.rect(), self._bar, self._share, self._words, self._token)


class Track(QWidget):
    """A bar as wide as it may be, without words; they stand beside it."""

    def __init__(self, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = min(max(share, 0.0), 1.0)
        self.setFixedHeight(look.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track."""
        with QPainter(self) as painter:
            draw_track(painter, self.rect(), self._share, "accent")


def in_two(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Break a text in two lines at a space where one lacks room."""
    if metrics.horizontalAdvance(text) <= room or " " not in text:
        return [text]
    words, first = text.split(" "), 1
    while first < len(words) - 1 and metrics.horizontalAdvance(" ".join(words[:first + 1])) <= room:
        first += 1
    return [" ".join(words[:first]), " ".join(words[first:])]


def shorten(button: QPushButton, whole: str, room: int) -> None:
    """Write a button's words, shortened with … where they lack room; the whole is then in its tooltip."""
    beside = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text().replace("&&", "&"))
    shown = button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, max(look.px(40), room - beside))
    button.setText(shown.replace("&", "&&"))
    button.setToolTip(whole if shown != whole else "")


def draw_samples(painter: QPainter, box: QRect, texts: tuple[str, ...], conflict: str) -> None:
    """Draw values as tiles, as many as fit; what speaks against them stands after them."""
    metrics, x, pad, gap = QFontMetrics(look.font("body")), box.left(), look.px(9), look.px(6)
    held = QFontMetrics(look.font("caption_strong")).horizontalAdvance(conflict) + 2 * pad + gap if conflict else 0
    for index, text in enumerate(texts):
        room = box.right() - held - x
        if index and metrics.horizontalAdvance(text[:200]) + 2 * pad > room:
            break
        shown = metrics.elidedText(text[:200], Qt.TextElideMode.ElideRight, max(0, room - 2 * pad))
        x += tile(painter, QRect(x, box.top() + look.px(1), 0, box.height() - look.px(2)), shown, "sunken", "ink", "body") + gap
    if conflict:
        tile(painter, QRect(x, box.top() + look.px(1), 0, box.height() - look.px(2)), conflict, "check_soft", "check",
             "caption_strong")


def tile(painter: QPainter, box: QRect, text: str, ground: str, tone: str, role: str) -> int:
    """Draw one value on its tint; return how wide it is."""
    font = look.font(role)
    box.setWidth(QFontMetrics(font).horizontalAdvance(text) + look.px(18))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(ground))
    painter.drawRoundedRect(box, look.px(3), look.px(3))
    painter.setFont(font)
    painter.setPen(look.color(tone))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return box.width()


def draw_bar(painter: QPainter, box: QRect, width: int, share: float, said: str, token: str) -> None:
    """Draw a track, its bar and what it says."""
    if not said:
        return
    if width:
        draw_track(painter, QRect(box.left(), box.top(), look.px(width), box.height()), share, token)
    painter.setFont(look.font("body"))
    painter.setPen(look.color("ink2"))
    painter.drawText(box.adjusted(look.px(width + 4), 0, 0, 0),
                     int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), said)


def draw_track(painter: QPainter, box: QRect, share: float, token: str) -> None:
    """Draw a track in the middle of a box, and how much of it is reached."""
    thick = look.px(5)
    track = QRect(box.left(), box.center().y() - thick // 2, box.width(), thick)
    painter.fillRect(track, look.color("sunken"))
    done = max(2, round(track.width() * share)) if share else 0
    painter.fillRect(QRect(track.left(), track.top(), done, thick), look.color(token))


def draw_chip(painter: QPainter, left: int, middle: int, said: str, kind: str, icon: str) -> None:
    """Draw a chip as the widget draws it: a mark or icon and a word on its soft fill."""
    soft = kind in look.SOFTS or kind == "accent"
    ground = f"{kind}_soft" if soft else "sunken"
    font = look.font("caption_strong" if soft else "caption")
    sign = look.pixmap(icon, "accent", 14) if icon else (
        look.mark("ready" if kind == "ok" else kind, 14, behind=ground) if kind in look.SOFTS else None)
    before = look.px(27) if sign is not None else look.px(10)
    box = QRect(left, middle - look.px(11), before + QFontMetrics(font).horizontalAdvance(said) + look.px(10), look.px(22))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = look.current().theme == "contrast"
    painter.setPen(look.color("line") if edged else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(ground))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), look.px(11), look.px(11))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if sign is not None:
        painter.drawPixmap(box.left() + look.px(8), middle - look.px(7), sign)
    painter.setFont(font)
    painter.setPen(look.color(kind if soft else "ink"))
    painter.drawText(box.adjusted(before, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), said)
