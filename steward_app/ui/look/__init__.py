"""Colours, sizes, fonts, icons: nothing outside this folder names a colour or a size."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ..steady import hold_none
from . import icons
from .sheet import palette, sheet, system_colours as colours_of
from .style import LedgerStyle, RingStyle, draw_box
from .tokens import DENSITIES, GRID_ROW, ROLES, SOFTS, THEMES, Look

__all__ = [
    "DENSITIES",
    "GRID_ROW",
    "ROLES",
    "SOFTS",
    "THEMES",
    "Look",
    "base_size",
    "clear",
    "color",
    "column",
    "current",
    "draw_box",
    "edge",
    "ellipsis_width",
    "font",
    "grid_row",
    "hex",
    "icon",
    "label",
    "logo",
    "logo_icon",
    "mark",
    "mark_icon",
    "picture",
    "pixmap",
    "px",
    "ring_style",
    "row",
    "set_property",
    "stack",
    "system_colours",
    "system_theme",
    "use",
    "veil",
]


def use(app: QApplication, look: Look, folder: Path) -> None:
    """Dress the application; windows made afterwards follow. `folder` holds the icons."""
    hold_none()
    dressed = (look, folder, app.font().family())
    if getattr(app, "steward_dressed", None) == dressed:
        if app.font() != font("body"):  # somebody gave it another since
            app.setFont(font("body"))
        return
    app.steward_look, app.steward_icons, app.steward_dressed = look, folder, dressed
    app.steward_family = app.font().family()
    _pixmap.cache_clear()
    if not hasattr(app, "steward_style"):  # it asks for the look as it draws; to replace it would end what still has it
        app.steward_style = LedgerStyle()
        app.setStyle(app.steward_style)
    app.setPalette(palette(look))
    app.setFont(font("body"))
    app.setStyleSheet(sheet(look))


def ring_style() -> RingStyle:
    """Return the style of focus rings: one for the life of the application, which may still look at it after a ring went."""
    app = QApplication.instance()
    if not hasattr(app, "steward_ring"):
        app.steward_ring = RingStyle()
    return app.steward_ring


def current() -> Look:
    """Return the look of the running application."""
    return getattr(QApplication.instance(), "steward_look", None) or Look()


def base_size(app: QApplication, factor: float = 1.0) -> int:
    """Return the height of body text for the system's own font size."""
    return round(QFontInfo(app.font()).pixelSize() * 1.08 * factor)


def system_theme(app: QApplication) -> str:
    """Return what the system asks for: `light`, `dark` or `contrast`."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def system_colours(app: QApplication) -> tuple[tuple[str, str], ...]:
    """Return the colours of a Windows contrast theme by token; nothing under any other system or theme. (look.md §3)"""
    if sys.platform != "win32" or system_theme(app) != "contrast":
        return ()
    ours = app.palette()
    app.setPalette(QPalette())  # drops ours, so that the system's own shows
    found = colours_of(app.palette())
    app.setPalette(ours)
    return found


def px(size: float) -> int:
    """Return a size of the design as it is on this screen."""
    return current().px(size)


def grid_row() -> int:
    """Return the height of a grid row at the density chosen."""
    return px(GRID_ROW[current().density])


def hex(token: str) -> str:
    """Return a token's colour as #RRGGBB."""
    return current().hex(token)


def color(token: str) -> QColor:
    """Return a token's colour."""
    return QColor(current().hex(token))


def edge() -> QPen:
    """Return the pen around a soft fill: a hairline in high contrast, nothing in the other themes. (look.md §3)"""
    return QPen(color("line"), 1) if current().theme == "contrast" else QPen(Qt.PenStyle.NoPen)


def veil() -> QColor:
    """Return the colour that dims a window behind a dialog."""
    return QColor(10, 20, 22, 128)


def font(role: str = "body") -> QFont:
    """Return the font of a role, digits tabular where the font has them."""
    return QFont(_font(_family(), current().text_px(role), ROLES[role][1]))


def _family() -> str:
    return getattr(QApplication.instance(), "steward_family", "") or QApplication.font().family()


@lru_cache(maxsize=64)
def _font(family: str, size: int, weight: int) -> QFont:
    made = QFont(family)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if weight == 600 else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def pixmap(name: str, token: str = "ink2", size: int = 16, pad: int = 0) -> QPixmap:
    """Return an icon of the set in a token's colour."""
    app = QApplication.instance()
    return _pixmap("icon", str(app.steward_icons), name, hex(token), "", px(size), app.devicePixelRatio(), px(pad))


def mark(name: str, size: int = 17, token: str | None = None, behind: str = "surface") -> QPixmap:
    """Return a severity or station mark; its colour is its own token unless another is named."""
    own = {"ready": "ok", "done": "ok", "todo": "ink2", "half": "accent"}
    colour = hex(token or own.get(name, name))
    app = QApplication.instance()
    return _pixmap("mark", "", name, colour, hex(behind), px(size), app.devicePixelRatio(), 0)


def logo(size: int) -> QPixmap:
    """Return the mark of the program as it stands on the rail."""
    parts = {"tile": hex("mark_tile"), "rows": hex("mark_rows"), "tick": hex("mark_tick")}
    return icons.drawn(icons.LOGO.format(**parts), px(size), QApplication.instance().devicePixelRatio())


def logo_icon() -> QIcon:
    """Return the window's icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 256):
        made.addPixmap(icons.drawn(icons.LOGO.format(**icons.LOGO_OUTSIDE), size, 1.0))
    return made


@lru_cache(maxsize=512)
def _pixmap(kind: str, folder: str, name: str, colour: str, behind: str, size: int, ratio: float, pad: int) -> QPixmap:
    svg = icons.icon_svg(Path(folder), name, colour) if kind == "icon" else icons.mark_svg(name, colour, behind)
    return icons.drawn(svg, size, ratio, pad)


def icon(name: str, token: str = "ink2", size: int = 16, pad: int = 0) -> QIcon:
    """Return an icon of the set for a button or a menu; a disabled one is drawn in `control`."""
    made = QIcon(pixmap(name, token, size, pad))
    made.addPixmap(pixmap(name, "control", size, pad), QIcon.Mode.Disabled)
    return made


def mark_icon(name: str, size: int = 17, token: str | None = None, behind: str = "surface") -> QIcon:
    """Return a mark as an icon."""
    return QIcon(mark(name, size, token, behind))


def label(text: str = "", role: str = "body", tone: str = "ink", *, wrap: bool = False) -> QLabel:
    """Return a label in a role and a tone; text is shown as it is, never as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(role))
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def picture(image: QPixmap) -> QLabel:
    """Return a label that shows a mark or icon and says nothing to a screen reader."""
    made = QLabel()
    made.setPixmap(image)
    made.setFixedSize(image.deviceIndependentSize().toSize())
    return made


def set_property(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties that the style sheet reads, and dress the widget again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _filled(layout: QBoxLayout, parts: tuple[QWidget | QLayout | int | None, ...], gap: int, margins: tuple[int, ...]
            ) -> None:
    layout.setSpacing(px(gap))
    layout.setContentsMargins(*(px(side) for side in margins))
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(px(part))
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def column(*parts: QWidget | QLayout | int | None, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
           ) -> QVBoxLayout:
    """Return a column of widgets and layouts; None stretches, a number is free space."""
    made = QVBoxLayout()
    _filled(made, parts, gap, margins)
    return made


def row(*parts: QWidget | QLayout | int | None, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
        ) -> QHBoxLayout:
    """Return a row of widgets and layouts; None stretches, a number is free space."""
    made = QHBoxLayout()
    _filled(made, parts, gap, margins)
    return made


def stack(parent: QWidget, *parts: QWidget | QLayout | int | None, gap: int = 0,
          margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
    """Lay parts out from top to bottom inside a widget."""
    parent.setLayout(column(*parts, gap=gap, margins=margins))


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if inner := item.layout():
            clear(inner)
        elif widget := item.widget():
            widget.hide()
            widget.deleteLater()


def fixed(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    """Hold a widget at a width or height of the design."""
    if width:
        widget.setFixedWidth(px(width))
    if height:
        widget.setFixedHeight(px(height))
    return widget


def ellipsis_width(text: str, role: str = "body") -> int:
    """Return how wide a text is in a role."""
    from PySide6.QtGui import QFontMetrics
    return QFontMetrics(font(role)).horizontalAdvance(text)


def icon_size(size: int = 16, pad: int = 0) -> QSize:
    """Return the size to give `setIconSize`."""
    return QSize(px(size) + px(pad), px(size))


def but(**changes: object) -> Callable[[Look], Look]:
    """Return a function that changes parts of a look."""
    return lambda look: replace(look, **changes)
