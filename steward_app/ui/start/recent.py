"""The recent files: arrows choose, Enter opens, Del forgets (with Undo)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ...core.text import Text, date
from .. import look
from ..bridge import Bridge, Said

ROW, IN_SIGHT, FRAME = 54, 4, 4
ROWS = Text("{n} rows", "{n} lignes", "{n} row", "{n} ligne")
TO_FIX = Text("{n} to fix", "{n} à corriger")
TO_CHECK = Text("{n} to check", "{n} à vérifier")
READY = Text("Ready", "Prêt")
CREATED = Text("Package created", "Paquet créé")
FORGOTTEN = Text("“{name}” is no longer on the list.", "« {name} » ne figure plus dans la liste.")
PUT_BACK = Text("Put it back", "L’y remettre")
NONE_YET = Text("No standard yet", "Norme à choisir")


def chip_of(entry: dict[str, Any]) -> tuple[str, Text] | None:
    """Return what the chip says of a file: to fix, to check, ready, package created."""
    counts = entry.get("counts") or {}
    if entry.get("package"):
        return "ok", CREATED
    if counts.get("must"):
        return "must", TO_FIX.with_(n=counts["must"])
    if counts.get("check"):
        return "check", TO_CHECK.with_(n=counts["check"])
    return ("ok", READY) if counts and entry.get("standard") else None


class RecentRows(QStyledItemDelegate):
    """Draws a recent file: icon, name, standard and rows, chip."""

    def __init__(self, bridge: Bridge, parent: QListWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        """Give rows 54."""
        return QSize(0, look.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Draw one file."""
        entry, box = index.data(Qt.ItemDataRole.UserRole), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(box, look.color("accent_soft"))
        size = look.px(20)
        spot = QRect(box.left() + look.px(14), box.center().y() - size // 2, size, size)
        painter.drawPixmap(spot, look.pixmap("file-spreadsheet", "accent", 20))
        right = self._chip(painter, box, entry)
        left, half = box.left() + look.px(46), box.height() // 2
        width = right - left - look.px(8)
        painter.setPen(look.color("ink"))
        painter.setFont(look.font("strong"))
        name = painter.fontMetrics().elidedText(entry["name"], Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRect(left, box.top() + look.px(8), width, half - look.px(8)), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(look.color("ink2"))
        painter.setFont(look.font("caption"))
        painter.drawText(QRect(left, box.top() + half, width, half - look.px(8)), Qt.AlignmentFlag.AlignVCenter,
                         index.data(Qt.ItemDataRole.UserRole + 1))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.color("focus"), look.px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), look.px(4), look.px(4))
        painter.restore()

    def _chip(self, painter: QPainter, box: QRect, entry: dict[str, Any]) -> int:
        found = chip_of(entry)
        if found is None:
            return box.right()
        kind, words = found[0], self._bridge.text(found[1])
        painter.setFont(look.font("caption_strong"))
        width = painter.fontMetrics().horizontalAdvance(words) + look.px(38)
        chip = QRect(box.right() - width - look.px(12), box.center().y() - look.px(11), width, look.px(22))
        painter.setPen(look.edge())
        painter.setBrush(look.color(f"{kind}_soft"))
        painter.drawRoundedRect(chip, look.px(11), look.px(11))
        size = look.px(14)
        mark = look.mark("ready" if kind == "ok" else kind, 14, behind=f"{kind}_soft")
        painter.drawPixmap(QRect(chip.left() + look.px(8), chip.center().y() - size // 2 + 1, size, size), mark)
        painter.setPen(look.color(kind))
        painter.drawText(chip.adjusted(look.px(28), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
        return chip.left()


class RecentList(QListWidget):
    """The recent files, newest first."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setAccessibleName(self.tr("Recent files"))
        self.setProperty("round", True)
        self.setItemDelegate(RecentRows(bridge, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.itemActivated.connect(self._open)
        self.itemClicked.connect(self._open)

    def refresh(self) -> None:
        """Read the list anew; a file that is gone stays, its work may reopen."""
        self.clear()
        for entry in self._bridge.memory.recent():
            item = QListWidgetItem(entry["name"])
            facts = self._facts(entry)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setData(Qt.ItemDataRole.UserRole + 1, facts)
            chip = chip_of(entry)
            said = f"{entry['name']}. {facts}. {self._bridge.text(chip[1]) if chip else ''}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(entry["path"])
            self.addItem(item)
        self.setVisible(self.count() > 0)
        self.setMinimumHeight(min(self.count(), IN_SIGHT) * look.px(ROW) + look.px(FRAME))
        self.setMaximumHeight(self.count() * look.px(ROW) + look.px(FRAME))

    def _facts(self, entry: dict[str, Any]) -> str:
        language = self._bridge.language
        standard = self._bridge.title_of(entry.get("standard"))
        rows = self._bridge.text(ROWS.with_(n=entry.get("rows", 0)))
        return " · ".join([standard or self._bridge.text(NONE_YET), rows,
                           when(entry["date"], language, self._bridge.today)])

    def _open(self, item: QListWidgetItem) -> None:
        self._bridge.open(Path(item.data(Qt.ItemDataRole.UserRole)["path"]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forget by Del."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            entry = item.data(Qt.ItemDataRole.UserRole)
            self._bridge.remembering(lambda: self._bridge.memory.drop_recent(entry["path"]))
            self.refresh()
            self._bridge.said.emit(Said(FORGOTTEN.with_(name=entry["name"]), button=PUT_BACK,
                                        run=lambda: self._put_back(entry)))
        else:
            super().keyPressEvent(event)

    def _put_back(self, entry: dict[str, Any]) -> None:
        self._bridge.remembering(lambda: self._bridge.memory.opened(entry))
        self.refresh()


def when(moment: str, language: str, today: dt.date) -> str:
    """Write when a file was last open: today with its hour, else the day."""
    then = dt.datetime.fromisoformat(moment)
    if then.date() != today:
        return date(then.date(), language)
    if language == "fr":
        return f"aujourd’hui, {then.hour}\u00a0h\u00a0{then.minute:02}"
    return f"today, {then.hour}:{then.minute:02}"
