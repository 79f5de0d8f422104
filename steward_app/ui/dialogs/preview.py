"""Dialog 2: what a fix would change, value by value, each with a tick box."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ...core.schema import folded
from ...core.text import Text, number
from .. import look
from ..widgets import SearchField, Select, quiet, rich
from ..widgets.texts import say
from .frame import Frame
from .preview_drawn import ROW, LineDelegate

NOWHERE = QModelIndex()
WILL = Text("{n} of {all} cells will change", "{n} cellules sur {all} changeront",
            "{n} of {all} cells will change", "{n} cellule sur {all} changera")
STAY = Text(", {n} stay as they are", ", {n} resteront telles quelles", ", {n} stays as it is", ", {n} restera telle quelle")
APPLY = Text("Apply to {n} cells", "Appliquer à {n} cellules", "Apply to {n} cell", "Appliquer à {n} cellule")
ALL_VALUES = Text("All {n} values", "Les {n} valeurs", "{n} value", "{n} valeur")
TWO_WAYS = Text("**{n} cells** to look at", "**{n} cellules** à regarder", "**{n} cell** to look at",
                "**{n} cellule** à regarder")
ONE_STEP = Text("One step: Ctrl+Z brings everything back. Each change is listed in the package.",
                "Une seule étape\u00a0: Ctrl+Z annule tout. Chaque changement est consigné dans le paquet.")


@dataclass(frozen=True)
class Line:
    """One distinct value: before, after, in how many cells; `note` makes it doubtful; `group` is its problem."""

    before: str
    after: str
    count: int
    note: str = ""
    ticked: bool = True
    group: str = ""


@dataclass(frozen=True)
class Preview:
    """What the dialog shows: its title, a fact (column, reading), the lines, and cells that stay in any case."""

    title: str
    fact: str
    lines: tuple[Line, ...]
    stay: int = 0
    icon: str = "wand-sparkles"
    note: Text = field(default=ONE_STEP)


class Lines(QAbstractTableModel):
    """The lines that the filter shows, with a band before each group."""

    def __init__(self, preview: Preview, language: str) -> None:
        super().__init__()
        self._preview, self._language = preview, language
        self.ticks = [line.ticked for line in preview.lines]
        self.shown: list[int | str] = []
        self.most = max((line.count for line in preview.lines), default=1)
        self.filter("", doubtful=False)

    def filter(self, text: str, *, doubtful: bool) -> None:
        """Show the lines that hold a text, or only the doubtful ones."""
        self.beginResetModel()
        wanted, group = folded(text), ""
        self.shown = []
        for index, line in enumerate(self._preview.lines):
            if (doubtful and not line.note) or (wanted and wanted not in folded(f"{line.before} {line.after}")):
                continue
            if line.group and line.group != group:
                group = line.group
                self.shown.append(group)
            self.shown.append(index)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex = NOWHERE) -> int:
        """Tick, before, after, cells, note."""
        return 5

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, its words, or whether it is ticked."""
        shown = self.shown[index.row()]
        if isinstance(shown, str):
            return shown if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        line = self._preview.lines[shown]
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", line.before, line.after, number(line.count, self._language), line.note)[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return line, self.ticks[shown]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if self.ticks[shown] else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.before} → {line.after}, {line.count}, {line.note}"
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Before"), self.tr("After"), self.tr("Cells"), "")[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def tick(self, rows: list[int], ticked: bool) -> None:
        """Tick or untick some of the rows shown."""
        for row in rows:
            if isinstance(self.shown[row], int):
                self.ticks[self.shown[row]] = ticked
        self.dataChanged.emit(self.index(0, 0), self.index(max(0, len(self.shown) - 1), 4))

    def cells(self) -> int:
        """Return how many cells the ticked lines change."""
        return sum(line.count for line, on in zip(self._preview.lines, self.ticks, strict=True) if on)


class LineTable(QTableView):
    """The table: Space ticks, Ctrl+A ticks all."""

    def __init__(self, model: Lines, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setProperty("bare", True)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setFixedHeight(look.px(30))
        header.setSectionsClickable(False)
        for section, width in ((0, 40), (3, 160), (4, 190)):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(section, look.px(width))
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._span)
        self._span()

    def _span(self) -> None:
        self.clearSpans()
        for row, shown in enumerate(self.model().shown):
            if isinstance(shown, str):
                self.setSpan(row, 0, 1, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space, all by Ctrl+A; Enter applies."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        every = event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and rows:
            _, on = self.model().index(rows[0], 0).data(Qt.ItemDataRole.UserRole) or (None, True)
            self.model().tick(rows, not on)
        elif every:
            self.model().tick(list(range(len(self.model().shown))), True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: Any) -> None:
        """Tick by a click on the box."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0 and (found := index.data(Qt.ItemDataRole.UserRole)):
            self.model().tick([index.row()], not found[1])


class PreviewDialog(Frame):
    """Before and after of the distinct values; answers with the lines that stay ticked."""

    def __init__(self, parent: QWidget | None, preview: Preview, language: str) -> None:
        super().__init__(parent, preview.title, " ", icon=preview.icon, width=720)
        self._preview, self._language = preview, language
        self.model = Lines(preview, language)
        self.search = SearchField(self.tr("Find a value"), 220)
        self.search.textChanged.connect(self._filter)
        doubtful = sum(line.count for line in preview.lines if line.note)
        choices = [(ALL_VALUES.with_(n=len(preview.lines)).to(language), False), (self.tr("To look at"), True)]
        self.which = Select(self.tr("Values shown"), choices if doubtful else choices[:1], 170)
        self.which.currentIndexChanged.connect(self._filter)
        tools = look.row(self.search, self.which, None, gap=10)
        if doubtful:
            tools.addWidget(rich(TWO_WAYS.with_(n=doubtful).to(language)))
            tools.addWidget(quiet(self.tr("Show only these"), lambda: self.which.setCurrentIndex(1)))
        self.table = LineTable(self.model, self.tr("Values before and after"))
        self.content.addLayout(tools)
        self.content.addWidget(self.table, 1)
        self.foot(preview.note.to(language), ("cancel", self.tr("Cancel"), False), ("apply", "", True))
        self.model.dataChanged.connect(self._count)
        self._count()
        window = parent.window() if parent else None
        room = window.size() * 0.7 if window else QSize(0, 0)
        wanted = QSize(max(look.px(800), min(room.width(), look.px(1000))), max(look.px(574), room.height()))
        self.resize(wanted.boundedTo(self.room()))
        self.table.setFocus()
        if self.model.shown:
            self.table.selectRow(next((r for r, s in enumerate(self.model.shown) if isinstance(s, int)), 0))

    def _filter(self) -> None:
        self.model.filter(self.search.text(), doubtful=bool(self.which.currentData()))

    def _count(self) -> None:
        change = self.model.cells()
        total = sum(line.count for line in self._preview.lines) + self._preview.stay
        will = WILL.with_(n=change, all=total).to(self._language)
        will += STAY.with_(n=total - change).to(self._language) if total > change else ""
        say(self.line, f"{self._preview.fact} · {will}" if self._preview.fact else will)
        button = self.buttons["apply"]
        words = APPLY.with_(n=change).to(self._language)
        button.setText(words)
        button.setAccessibleName(words)
        button.setEnabled(change > 0)

    def ticked(self) -> tuple[int, ...] | None:
        """Show the dialog; return the indices of the lines that stay ticked, None if cancelled."""
        if self.ask() != "apply":
            return None
        return tuple(index for index, on in enumerate(self.model.ticks) if on)
