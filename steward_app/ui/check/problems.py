"""The list of problems: bands by severity, one row for each rule and column, drawn by a delegate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...core.schema import SEVERITY_WORDS, Severity
from .. import look
from . import words

BAND, PAD, LEFT, RIGHT, LINES, GAP = 28, 8, 34, 70, 3, 3
ORDER = (Severity.MUST, Severity.CHECK, Severity.BETTER)
Key = tuple[str, str | None]


@dataclass(frozen=True)
class Entry:
    """One problem as the list draws it; `solved` ones keep their place until the list is made anew."""

    key: Key
    severity: str
    headline: str
    title: str
    cells: int
    share: str
    safe: bool
    solved: bool = False
    whole: str = ""  # the headline in full, where the list shows it in short
    of_column: bool = False  # a fault of the column: there is no cell to count


@dataclass(frozen=True)
class Group:
    """A band: a severity and what it counts."""

    severity: str
    fact: str


class ProblemModel(QAbstractListModel):
    """Bands and problems. `renew` keeps every row where it is; `show` sorts anew."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.entries: list[Entry] = []
        self.rows: list[Entry | Group] = []

    def show(self, entries: Iterable[Entry]) -> None:
        """Show problems in their order, solved ones left out."""
        self._lay(list(entries))

    def renew(self, entries: Iterable[Entry]) -> bool:
        """Show new counts in place; solved problems stay with a tick and 0. Returns whether rows were added."""
        fresh = {entry.key: entry for entry in entries}
        kept = [fresh.pop(entry.key, replace(entry, cells=0, share="", solved=True)) for entry in self.entries]
        if fresh:
            self._lay(kept + list(fresh.values()))
            return True
        self.entries = kept
        self.rows = list(self._laid(kept))
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.rows) - 1)))
        return False

    def _lay(self, entries: list[Entry]) -> None:
        self.beginResetModel()
        self.entries = entries
        self.rows = list(self._laid(entries))
        self.endResetModel()

    def _laid(self, entries: list[Entry]) -> Iterable[Entry | Group]:
        for severity in ORDER:
            mine = [entry for entry in entries if entry.severity == severity]
            if mine:
                yield Group(severity, self._fact(mine))
                yield from mine

    def _fact(self, entries: list[Entry]) -> str:
        open_ = sum(not entry.solved for entry in entries)
        parts = [words.PROBLEMS.with_(n=open_)]
        cells = sum(entry.cells for entry in entries if not entry.of_column)
        if cells or not any(entry.of_column for entry in entries):
            parts.append(words.CELLS.with_(n=cells))
        return " · ".join(part.to(self._language) for part in parts)

    def row_of(self, key: Key | None) -> int:
        """Return where a problem stands; −1 where it does not."""
        return next((i for i, row in enumerate(self.rows) if isinstance(row, Entry) and row.key == key), -1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many bands and problems."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Bands cannot be chosen."""
        group = isinstance(self.rows[index.row()], Group)
        return Qt.ItemFlag.NoItemFlags if group else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row for the delegate, or its words for a screen reader."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Entry):
            return row.whole or None
        return None

    def _said(self, row: Entry | Group) -> str:
        severity = SEVERITY_WORDS[Severity(row.severity)].to(self._language)
        if isinstance(row, Group):
            return f"{severity}: {row.fact}"
        cells = "" if row.of_column else words.CELLS.with_(n=row.cells).to(self._language)
        safe = self.tr("has a safe fix") if row.safe else ""
        said = (row.whole or row.headline).removesuffix(".")
        return ". ".join(part for part in (severity, said, row.title, cells, row.share, safe) if part)


class ProblemDelegate(QStyledItemDelegate):
    """Draws bands and problem rows; heights follow the headline, three lines at most."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        """As high as the headline needs, whether chosen or not."""
        row = index.data(Qt.ItemDataRole.UserRole)
        width = self.parent().viewport().width()
        if isinstance(row, Group):
            return QSize(width, look.px(BAND))
        caption = QFontMetrics(look.font("caption")).height() if row.title else 0
        lines = len(self.lines(row, width)) * QFontMetrics(look.font("body")).lineSpacing()
        return QSize(width, max(look.px(46), lines + caption + look.px(2 * PAD + GAP)))

    def lines(self, row: Entry, width: int) -> list[str]:
        """Return the lines of a headline, three at most."""
        return wrapped(row.headline, look.font("body"), width - look.px(LEFT + RIGHT), LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if isinstance(row, Group):
            self._band(painter, option.rect, row)
        else:
            self._problem(painter, option, row)
        painter.restore()

    def _band(self, painter: QPainter, box: QRect, row: Group) -> None:
        painter.fillRect(box, look.color("sunken"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        size = look.px(14)
        painter.drawPixmap(box.left() + look.px(13), box.center().y() - size // 2, look.mark(row.severity, 14, behind="sunken"))
        painter.setFont(look.font("strong"))
        painter.setPen(look.color("ink"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        name = SEVERITY_WORDS[Severity(row.severity)].to(self.parent().language)
        painter.drawText(box.adjusted(look.px(LEFT), 0, 0, 0), middle, name)
        used = look.px(LEFT + 24) + QFontMetrics(look.font("strong")).horizontalAdvance(name)
        small = QFontMetrics(look.font("caption"))
        fact = row.fact if small.horizontalAdvance(row.fact) <= box.width() - used else row.fact.rpartition(" · ")[2]
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        painter.drawText(box.adjusted(0, 0, -look.px(12), 0), middle | int(Qt.AlignmentFlag.AlignRight), fact)

    def _problem(self, painter: QPainter, option: QStyleOptionViewItem, row: Entry) -> None:
        box, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent_soft" if chosen else "surface"
        painter.fillRect(box, look.color(ground))
        if chosen:
            painter.fillRect(QRect(box.left(), box.top(), look.px(4), box.height()), look.color("accent"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        sign = "ready" if row.solved else row.severity
        painter.drawPixmap(box.left() + look.px(8), box.top() + look.px(9), look.mark(sign, 17, behind=ground))
        self._words(painter, box, row)
        self._counts(painter, box, row)
        if chosen and self.parent().hasFocus():
            painter.setPen(look.color("focus"))
            painter.drawRect(box.adjusted(0, 0, -1, -2))
            painter.drawRect(box.adjusted(1, 1, -2, -3))

    def _words(self, painter: QPainter, box: QRect, row: Entry) -> None:
        metrics, x, y = QFontMetrics(look.font("body")), box.left() + look.px(LEFT), box.top() + look.px(PAD)
        painter.setFont(look.font("body"))
        painter.setPen(look.color("ink2" if row.solved else "ink"))
        for line in self.lines(row, box.width()):
            painter.drawText(x, y + metrics.ascent(), line)
            y += metrics.lineSpacing()
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        small, room = QFontMetrics(look.font("caption")), box.width() - look.px(LEFT + RIGHT)
        title = small.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(x, y + look.px(GAP) + small.ascent(), title)

    def _counts(self, painter: QPainter, box: QRect, row: Entry) -> None:
        right, top = box.right() - look.px(11), box.top() + look.px(PAD)
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("strong"))
        painter.setPen(look.color("ink"))
        line = QFontMetrics(look.font("strong")).height()
        count = "–" if row.of_column and not row.solved else self.parent().number(row.cells)
        painter.drawText(QRect(right - look.px(80), top, look.px(80), line), flags, count)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        below = QRect(right - look.px(80), top + line + look.px(1), look.px(80), line)
        painter.drawText(below, flags, row.share)
        if row.safe and not row.solved:
            width = QFontMetrics(look.font("caption")).horizontalAdvance(row.share)
            painter.drawPixmap(right - width - look.px(20), below.center().y() - look.px(7), look.pixmap("wand-sparkles", "accent", 14))


class ProblemList(QListView):
    """The list; choosing moves the grid and leaves the focus here, Enter goes to the grid."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, language: str, number: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.number = language, number
        self.problems = ProblemModel(language, self)
        self.setModel(self.problems)
        self.setItemDelegate(ProblemDelegate(self))
        self.setProperty("bare", True)
        self.setAccessibleName(self.tr("Problems"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._moved)

    def choose(self, key: Key | None) -> bool:
        """Choose a problem without a signal; return whether it is in the list."""
        row = self.problems.row_of(key)
        self._quiet = True
        index = self.problems.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        self._quiet = False
        if row >= 0:
            self.scrollTo(self.problems.index(0) if row == 1 else index)
            self.scrollTo(index)
        return row >= 0

    def show_anew(self, entries: Iterable[Entry], key: Key | None = None) -> None:
        """Show problems in their order, one of them chosen."""
        self._quiet = True
        self.problems.show(entries)
        self._quiet = False
        self.choose(key)

    def renew(self, entries: Iterable[Entry], key: Key | None) -> None:
        """Show new counts in place."""
        self._quiet = True
        added = self.problems.renew(entries)
        self._quiet = False
        if added:
            self.choose(key)

    def neighbour(self, key: Key | None, step: int) -> Key | None:
        """Return the next or the previous open problem of the list."""
        keys = [row.key for row in self.problems.rows if isinstance(row, Entry)]
        open_ = {row.key for row in self.problems.rows if isinstance(row, Entry) and not row.solved}
        at = keys.index(key) if key in keys else -1 if step > 0 else len(keys)
        rest = keys[at + 1:] if step > 0 else keys[:max(at, 0)][::-1]
        return next((each for each in rest if each in open_), None)

    def _moved(self, now: QModelIndex, _: QModelIndex) -> None:
        row = now.data(Qt.ItemDataRole.UserRole) if now.isValid() else None
        if isinstance(row, Entry) and not self._quiet:
            self.chosen.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the grid."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the headlines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break a text into lines of a width; the last of `most` lines ends with … where more would follow."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    spans: list[tuple[int, int]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    lines = [text[start:start + length].strip() for start, length in spans[:most]]
    if len(spans) > most:
        rest = text[spans[most - 1][0]:].strip()
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines
