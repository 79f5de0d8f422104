"""Labels: one that shortens and tells the whole in its tooltip, one with bold numbers."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .. import look

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_COUNT = re.compile(r"\s\([\d\s,]+\s(?:rows?|lignes?|cells?|cellules?)\)")
_ENDS = re.compile(r"(?<=[.?!])\s(?=[A-ZÀ-Ý0-9«“])")
LONG = 84  # about what three lines of a problem list hold


def bold_numbers(text: str) -> str:
    """Return markup for a sentence whose `**…**` are strong; everything else is shown as it is."""
    return _BOLD.sub(r'<span style="font-weight:600">\1</span>', html.escape(text, quote=False))


def plain(text: str) -> str:
    """Return a sentence without its `**`."""
    return _BOLD.sub(r"\1", text)


def as_title(sentence: str) -> str:
    """Return a sentence as a title: without its full stop, where it is the only one."""
    alone = len(_ENDS.split(sentence)) == 1
    return sentence[:-1] if alone and sentence.endswith(".") else sentence


def in_short(headline: str) -> str:
    """Return a headline for a list: without the example and the count, which stand beside it."""
    before, arrow, _ = headline.partition("→")
    cut = before.rfind(": ") if arrow else -1
    said = _COUNT.sub("", headline[:cut].rstrip() if cut > 0 else headline)
    return as_title(_ENDS.split(said)[0] if len(said) > LONG else said)


def breakable(text: str, most: int = 24) -> str:
    """Return a text in which a long run without a space may break anywhere: a narrow pane would else be cut."""
    return " ".join("\u200b".join(word[at:at + 8] for at in range(0, len(word), 8)) if len(word) > most else word
                    for word in text.split(" "))


def rich(text: str, role: str = "body", tone: str = "ink", *, wrap: bool = False) -> QLabel:
    """Return a label whose `**…**` are strong."""
    made = look.label("", role, tone, wrap=wrap)
    say(made, text)
    return made


def say(target: QLabel, text: str) -> None:
    """Put a sentence with `**…**` into a label."""
    target.setTextFormat(Qt.TextFormat.RichText)
    target.setText(bold_numbers(text))
    target.setAccessibleName(plain(text))


class Elided(QLabel):
    """A one-line label that ends with … where it lacks room; the whole is in the tooltip and the accessible name."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "ink", parent: QWidget | None = None,
                 where: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._where = where
        self.setFont(look.font(role))
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setAccessibleName(text)
        self._tell()

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self.text()) + look.px(4), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Let the label shrink to a few letters."""
        return QSize(look.px(24), super().minimumSizeHint().height())

    @property
    def elided(self) -> bool:
        """Tell whether the text lacks room."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: object) -> None:
        """Tell the whole in the tooltip when it no longer fits."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(self.text() if self.elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(look.color(self.property("tone") or "ink"))
            box = self.contentsRect()
            shown = QFontMetrics(self.font()).elidedText(self.text(), self._where, box.width())
            painter.drawText(box, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
