"""Icons, severity and station marks and the logo, drawn from SVG in the colour asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# `c` is the token's colour, `o` the colour behind. Drawn on a 20 px grid.
MARKS = {
    "blocks": '<path d="M6.2 1.5h7.6L18.5 6.2v7.6l-4.7 4.7H6.2l-4.7-4.7V6.2z" fill="{c}"/>'
              '<path d="M5.5 10h9" stroke="{o}" stroke-width="2.6"/>',
    "must": '<path d="M10 1.6 19 17.6H1z" fill="{c}"/><path d="M10 7v5.2" stroke="{o}" stroke-width="2.1"/>'
            '<circle cx="10" cy="15" r="1.25" fill="{o}"/>',
    "check": '<circle cx="10" cy="10" r="8.6" fill="{c}"/><path d="M7.6 7.7a2.5 2.5 0 1 1 3.7 2.2c-.9.5-1.3.9-1.3 1.8" '
             'fill="none" stroke="{o}" stroke-width="1.9"/><circle cx="10" cy="14.6" r="1.2" fill="{o}"/>',
    "better": '<path d="M10 2.2 17.8 10 10 17.8 2.2 10z" fill="none" stroke="{c}" stroke-width="2"/>'
              '<path d="M10 13V7.4M7.6 9.6 10 7.2l2.4 2.4" fill="none" stroke="{c}" stroke-width="1.7"/>',
    "ready": '<path d="M3 10.6 8 15.4 17.2 5" fill="none" stroke="{c}" stroke-width="2.8"/>',
    "done": '<circle cx="10" cy="10" r="8" fill="{c}"/>'
            '<path d="M6 10.3 9 13.2 14.2 7" fill="none" stroke="{o}" stroke-width="2.2"/>',
    "todo": '<circle cx="10" cy="10" r="7" fill="{o}" stroke="{c}" stroke-width="1.8"/>',
    "half": '<circle cx="10" cy="10" r="7" fill="{o}" stroke="{c}" stroke-width="1.8"/>'
            '<path d="M10 3a7 7 0 0 1 0 14z" fill="{c}"/>',
}
LOGO = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="{tile}"/>'
        '<rect x="12" y="7" width="13" height="4" fill="{rows}"/><rect x="6" y="13" width="19" height="4" fill="{rows}"/>'
        '<path d="M7 22.6 11.2 26.4 25 19.6" fill="none" stroke="{tick}" stroke-width="4"/></svg>')
# The mark outside the window (task bar, installer) keeps its own colours whatever the theme.
LOGO_OUTSIDE = {"tile": "#0F3A3D", "rows": "#FFFFFF", "tick": "#FFD36A"}


def mark_svg(name: str, colour: str, behind: str) -> str:
    """Return a severity or station mark as SVG."""
    inside = MARKS[name].format(c=colour, o=behind)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">{inside}</svg>'


def icon_svg(folder: Path, name: str, colour: str) -> str:
    """Return an icon of the set, recoloured, with the thinner stroke of the design."""
    svg = (folder / f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.8"')


def drawn(svg: str, size: int, ratio: float, pad_right: int = 0) -> QPixmap:
    """Draw an SVG into a square pixmap; `pad_right` leaves free pixels after it (icon and word must not touch)."""
    pixmap = QPixmap(round((size + pad_right) * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
