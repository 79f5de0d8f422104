"""The cards of the standards: the best fit at full width, the others two by two."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ...core.schema import Schema, entries
from ...core.text import Text
from .. import look
from ..bridge import Bridge
from ..widgets import Card, Elided, Value

REQUIRED = Text("{n} required", "{n} obligatoires", "{n} required", "{n} obligatoire")
RECOMMENDED = Text("{n} recommended", "{n} recommandés", "{n} recommended", "{n} recommandé")
OPTIONAL = Text("{n} optional", "{n} facultatifs", "{n} optional", "{n} facultatif")
FITS = Text("{n} headings fit", "{n} en-têtes correspondent", "{n} heading fits", "{n} en-tête correspond")
VERSION = Text("Version {version}", "Version {version}")
CHIPS = 5


class FitBar(QWidget):
    """A bar of how much of a standard was found; the number stands beside it in words."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self._share = min(1.0, max(0.0, share))

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(look.px(96), look.px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and what was found."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.color("sunken"))
            painter.fillRect(0, 0, round(self.width() * self._share), self.height(), look.color("accent"))


def levels(schema: Schema, bridge: Bridge, *, whole: bool) -> str:
    """Write “2 required · 13 recommended · 26 optional”."""
    counts = {level: sum(1 for f in schema.fields if f.level == level) for level in ("required", "recommended", "optional")}
    words = [REQUIRED.with_(n=counts["required"]), RECOMMENDED.with_(n=counts["recommended"])]
    words += [OPTIONAL.with_(n=counts["optional"])] if whole else []
    return " · ".join(bridge.text(word) for word in words)


def version(schema: Schema, bridge: Bridge) -> str:
    """Write “Version 1.0”."""
    return bridge.text(VERSION.with_(version=schema.version.rsplit(".", 1)[0]))


def dated(schema: Schema, bridge: Bridge) -> str:
    """Write “Version 1.0 · June 2026”; without the month where the changelog does not name the version."""
    said = version(schema, bridge)
    days = (str(entry.get("date")) for entry in entries(schema.raw, "changelog") if entry.get("version") == schema.version)
    day = next(days, "")
    try:
        return f"{said} · {month(dt.date.fromisoformat(day), bridge)}"
    except ValueError:
        return said


def month(day: dt.date, bridge: Bridge) -> str:
    """Write “June 2026”."""
    return bridge.date(day).partition(" ")[2]


def theme(schema: Schema, bridge: Bridge) -> str:
    """Return the theme of a standard in words; nothing where it names none."""
    rows = bridge.catalogue.vocabularies.get("themes", ())
    return next((row[bridge.language] for row in rows if row["id"] == schema.raw.get("theme")), "")


def titled(schema: Schema, bridge: Bridge) -> QVBoxLayout:
    """Return the title of a standard over its theme."""
    under = theme(schema, bridge)
    return look.column(look.label(bridge.text(schema.title), "section", wrap=True),
                       *([look.label(under, "caption", "ink2")] if under else []), gap=1)


class StandardCard(Card):
    """One standard: title, purpose, how it fits, its size and version."""

    def __init__(self, schema: Schema, bridge: Bridge, found: int, share: float) -> None:
        super().__init__(chooses=True, name=bridge.text(schema.title))
        self.schema = schema
        self.setMinimumHeight(look.px(116))
        title = titled(schema, bridge)
        right: list[QWidget] = []
        if found:
            fits = look.label(bridge.text(FITS.with_(n=found)), "caption_strong", "ink2")
            fits.setAlignment(Qt.AlignmentFlag.AlignRight)
            bar = FitBar(share)
            bar.setFixedSize(bar.sizeHint())
            right = [fits, bar]
        side = look.column(*right, None, gap=6)
        for part in right:
            side.setAlignment(part, Qt.AlignmentFlag.AlignRight)
        head = look.row(title, side, gap=12)
        head.setStretch(0, 1)
        purpose = look.label(bridge.text(schema.purpose), "body", wrap=True)
        foot = look.row(Elided(levels(schema, bridge, whole=False), "caption", "ink2"), None,
                        look.label(version(schema, bridge), "caption", "ink2"))
        look.stack(self, head, 6, purpose, None, 8, foot, margins=(16, 12, 16, 12))
        self.setAccessibleDescription(bridge.text(schema.purpose))


class Headings(QWidget):
    """Headings as tiles, as many as there is room for; the last tile tells how many more there are."""

    def __init__(self, headings: tuple[str, ...], found: int) -> None:
        super().__init__()
        self._tiles, self._more, self._found = [Value(heading[:28]) for heading in headings], Value(""), found
        self.setLayout(look.row(*self._tiles, self._more, None, gap=8))
        self.setMinimumWidth(look.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the last tiles where they lack room."""
        super().resizeEvent(event)
        room, shown = self.width() - look.px(64), 0
        for tile in self._tiles:
            room -= tile.sizeHint().width() + look.px(8)
            fits = room >= 0 or not shown
            tile.setVisible(fits)
            shown += fits
        self._more.setText(f"+ {self._found - shown}")
        self._more.setVisible(self._found > shown)


class BestCard(Card):
    """The standard that looks like the file, with the headings that decided it."""

    def __init__(self, schema: Schema, bridge: Bridge, headings: tuple[str, ...], found: int, share: float) -> None:
        super().__init__(chooses=True, name=bridge.text(schema.title))
        self.schema = schema
        looks = look.label(self.tr("Looks like your file"), "strong", "accent")
        bar = FitBar(share)
        bar.setFixedSize(bar.sizeHint())
        side = look.column(looks, bar, None, gap=8)
        side.setAlignment(bar, Qt.AlignmentFlag.AlignRight)
        head = look.row(look.column(titled(schema, bridge), 6,
                                    look.label(bridge.text(schema.purpose), "body", wrap=True)), side, gap=12)
        head.setStretch(0, 1)
        decided = look.label(self.tr("Decided by these headings of yours"), "caption", "ink2")
        chips = Headings(headings[:CHIPS], found)
        foot = look.row(Elided(levels(schema, bridge, whole=True), "caption", "ink2"), None,
                        look.label(dated(schema, bridge), "caption", "ink2"))
        look.stack(self, head, 10, decided, 5, chips, 12, foot, margins=(17, 13, 17, 12))
        self.setAccessibleDescription(bridge.text(schema.purpose))
