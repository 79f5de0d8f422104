"""Start: where a file comes in, what was open before, and a file to practise on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from ...core.text import Text
from .. import look
from ..bridge import Bridge
from ..widgets import Banner, Card, Elided, Head, primary, quiet, secondary
from ..widgets.tall import Tall
from .recent import RecentList

STACKED_UNDER, DROP, DROP_ALONE = 800, 240, 340
KEPT = Text("All {n} changes were kept.", "Les {n} modifications ont été conservées.", "The change was kept.",
            "La modification a été conservée.")
STOPPED = Text("**{name}** was open when the computer stopped.",
               "**{name}** était ouvert lorsque l’ordinateur s’est arrêté.")


class DropZone(QFrame):
    """A dashed frame with the only filled button."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setProperty("card", "drop")
        self.setMinimumHeight(look.px(182))
        self.setMaximumHeight(look.px(DROP))
        title = look.label(self.tr("Drop a spreadsheet here"), "section")
        kinds = look.label(self.tr("Excel, CSV, OpenDocument, JSON, GeoJSON, Shapefile (zip), Parquet and more"), "body",
                           "ink2", wrap=True)
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = primary(self.tr("Open a file…"), lambda: bridge.please("open"), icon="folder-open")
        key = look.label("Ctrl+O", "body", "ink2")
        image = look.picture(look.pixmap("file-spreadsheet", "accent", 38))
        look.stack(self, None, look.row(None, image, None), 10, look.row(None, title, None), 4, kinds, 12,
                   look.row(None, self.button, key, None), None, margins=(16, 16, 16, 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed frame."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("control"), look.px(2), Qt.PenStyle.DashLine))
            edge = look.px(1)
            painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), look.px(6), look.px(6))


class Number(QWidget):
    """A round number before one of the three sentences."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(look.px(24), look.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc and the number."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(self.rect())
            painter.setPen(look.color("on_accent"))
            painter.setFont(look.font("caption_strong"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


class StartPage(QWidget):
    """What a steward sees before a file is open."""

    ACTIONS: frozenset[str] = frozenset()
    head_changed = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setProperty("ground", "window")
        self.drop = DropZone(bridge)
        self.recent = RecentList(bridge)
        self._notice = look.column(gap=0)
        title = look.label(self.tr("Turn a messy spreadsheet into a dataset others can trust"), "verdict", wrap=True)
        self._lists = look.row(self._recent_side(), *([self._practice()] if bridge.practice_files else []), gap=24)
        self._lists.setStretch(0, 1)
        self._three = self._steps()
        self._inside = QWidget()
        look.stack(self._inside, title, 12, self._notice, self.drop, 20, self._three, 24, self._lists,
                   margins=(40, 24, 40, 8))
        self._inside.layout().setStretch(self._inside.layout().count() - 1, 1)
        self._inside.setProperty("ground", "window")
        area = Tall()
        area.setWidget(self._inside)
        look.stack(self, area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands side by side under one another where the window is narrow."""
        super().resizeEvent(event)
        way, narrow = QBoxLayout.Direction, self.width() < look.px(STACKED_UNDER)
        for line in (self._three, self._lists):
            line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        side = look.px(20 if narrow else 40)
        self._inside.layout().setContentsMargins(side, look.px(24), side, look.px(8))

    def _steps(self) -> Any:
        words = ((self.tr("Open"), self.tr("Your file is read, never changed.")),
                 (self.tr("Confirm and fix"), self.tr("Steward proposes, you decide.")),
                 (self.tr("Publish"), self.tr("A package portals accept.")))
        line = look.row(gap=10)
        for number, (name, sentence) in enumerate(words, start=1):
            text = look.column(look.label(name, "strong"), look.label(sentence, "body", "ink2", wrap=True), None, gap=2)
            step = look.row(Number(number), text, gap=10)
            step.setStretch(1, 1)
            line.addLayout(step, 1)
        return line

    def _recent_side(self) -> QWidget:
        host = QWidget()
        self._none = Card()
        words = look.label(self.tr("The files you open are listed here, with what is left to do."), "body", "ink2", wrap=True)
        line = look.row(look.picture(look.pixmap("history", "ink2", 18)), words, gap=10, margins=(14, 16, 14, 16))
        line.setStretch(1, 1)
        self._none.setLayout(line)
        look.stack(host, look.label(self.tr("Recent"), "section"), 8, self.recent, self._none, None)
        host.layout().setStretch(2, 1000)
        return host

    def _practice(self) -> QWidget:
        card = Card()
        title = look.label(self.tr("Open a practice file"), "section")
        head = look.row(look.picture(look.pixmap("graduation-cap", "accent", 18)), title, None, gap=10)
        parts: list[Any] = [head, 6]
        for path in self._bridge.practice_files:
            name, fact = self._bridge.text(practice_name(path)), self._bridge.text(practice_fact(path))
            parts.append(self._lesson(path, name, fact))
        look.stack(card, *parts, None, margins=(14, 14, 14, 14))
        host = QWidget()
        look.stack(host, look.label(" ", "section"), 8, card, None)
        host.setMinimumWidth(look.px(352))
        return host

    def _lesson(self, path: Path, name: str, fact: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "lesson")
        button.setAccessibleName(f"{name}. {fact}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        words = look.column(look.label(name, "strong"), Elided(fact, "body", "ink2"), gap=2)
        line = look.row(words, look.picture(look.pixmap("chevron-right", "ink2", 16)), margins=(6, 6, 6, 6))
        line.setStretch(0, 1)
        button.setLayout(line)
        button.clicked.connect(lambda: self._bridge.open(path))
        return button

    # The window's protocol

    def head(self) -> Head | None:
        """Start draws its own head."""
        return None

    def hints(self) -> tuple[str, ...]:
        """Return the keys of Start."""
        listed = (self.tr("Enter opens a recent file"), self.tr("Del forgets it")) if self.recent.count() else ()
        return (self.tr("Ctrl+O open a file"), *listed)

    def enter(self, visit: Any) -> None:
        """Show what is recent; the focus is on the way in."""
        self.recent.refresh()
        empty = self.recent.count() == 0
        self._none.setVisible(empty)
        self.drop.setMaximumHeight(look.px(DROP_ALONE if empty else DROP))
        self._inside.layout().setStretchFactor(self.drop, 3 if empty else 0)
        self._offer()
        self.drop.button.setFocus()

    def _offer(self) -> None:
        look.clear(self._notice)
        for work in self._bridge.unfinished()[:1]:
            sentence = self._bridge.text(STOPPED.with_(name=work.path.name))
            more = self._bridge.text(KEPT.with_(n=work.steps))
            go = secondary(self.tr("Continue where I was"), lambda work=work: self._bridge.resume(work), small=True)
            later = quiet(self.tr("Not now"), lambda work=work: self._not_now(work))
            self._notice.addWidget(Banner("check", sentence, more, icon="history", buttons=(go, later)))
            self._notice.addSpacing(look.px(14))

    def _not_now(self, work: Any) -> None:
        self._bridge.not_now(work)
        self._offer()

    def commit(self) -> None:
        """Do nothing: nothing is edited here."""

    def act(self, action: str) -> None:
        """No menu item belongs to Start."""

    def panes(self) -> tuple[QWidget, ...]:
        """Drop zone, then recent files."""
        return (self.drop.button, self.recent)

    def filled(self) -> QPushButton:
        """Return the way in."""
        return self.drop.button

    def keep(self) -> dict[str, Any]:
        """Return nothing: there is nothing to keep."""
        return {}

    def restore(self, kept: dict[str, Any]) -> None:
        """Do nothing: there is nothing to restore."""


PRACTICE = {
    "permi": (Text("Open an ugly file", "Ouvrir un fichier en désordre"),
                Text("Titles above the headings, wrong accents", "Titres avant les en-têtes, accents abîmés")),
    "dates": (Text("Dates nobody agrees on", "Des dates ambiguës"),
              Text("03/04/2026: April or March?", "03/04/2026\u00a0: avril ou mars?")),
}
PLAIN = Text("A file to practise on", "Un fichier pour s’exercer")


def practice_name(path: Path) -> Text:
    """Return what a practice file teaches; its own name where it is not known."""
    return next((name for key, (name, _) in PRACTICE.items() if key in path.stem), Text(path.stem, path.stem))


def practice_fact(path: Path) -> Text:
    """Return the fact beside a practice file."""
    return next((fact for key, (_, fact) in PRACTICE.items() if key in path.stem), PLAIN)
