"""The command palette: everything by its words in either language, from one field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...core.schema import folded
from ...workspace.states import NAMES, Station
from .. import look
from ..i18n import read_phrases
from .menus import bare

if TYPE_CHECKING:
    from ..window import Window
    from .commands import Commands

ROW, BAND, MOST = 38, 30, 60


@dataclass(frozen=True)
class Entry:
    """One thing the palette can do: its group, words, a fact beside, its keys, the words that find it."""

    group: str
    text: str
    run: Callable[[], object]
    fact: str = ""
    keys: str = ""
    words: str = ""
    icon: str = ""
    mark: str = ""


class Rows(QStyledItemDelegate):
    """Draws a group's band or an entry."""

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        """Give entries 38 and bands 30."""
        return QSize(0, look.px(ROW if index.data(Qt.ItemDataRole.UserRole) else BAND))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw one row."""
        entry, box = index.data(Qt.ItemDataRole.UserRole), option.rect
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if entry is None:
            painter.setFont(look.font("caption_strong"))
            painter.setPen(look.color("ink2"))
            painter.drawText(box.adjusted(look.px(18), 0, 0, 0), left, index.data())
            return
        chosen = bool(option.state & option.state.State_Selected)
        if chosen:
            painter.fillRect(box, look.color("select"))
            painter.fillRect(QRect(box.left(), box.top(), look.px(4), box.height()), look.color("accent"))
        size = look.px(17)
        spot = QRect(box.left() + look.px(18), box.top() + (box.height() - size) // 2, size, size)
        image = look.mark(entry.mark, 17) if entry.mark else look.pixmap(entry.icon or "arrow-right", "ink2", 17)
        painter.drawPixmap(spot, image)
        self._words(painter, box, entry, chosen, left)

    def _words(self, painter: QPainter, box: QRect, entry: Entry, chosen: bool, left: Qt.AlignmentFlag) -> None:
        role = "strong" if chosen else "body"
        painter.setFont(look.font(role))
        painter.setPen(look.color("ink"))
        x = box.left() + look.px(46)
        keys = look.ellipsis_width(entry.keys, "caption") + look.px(24) if entry.keys else look.px(12)
        room = box.right() - keys - x
        words = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(x, box.top(), room, box.height()), left, words)
        x += look.ellipsis_width(words, role) + look.px(12)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink2"))
        painter.drawText(QRect(x, box.top(), max(0, box.right() - keys - x), box.height()), left, entry.fact)
        if entry.keys:
            painter.drawText(box.adjusted(0, 0, -look.px(14), 0),
                             Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, entry.keys)


class Field(QLineEdit):
    """The palette's field: arrows and Enter go to the list."""

    def __init__(self, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._keys = keys
        self.setProperty("ownfocus", True)
        self.setProperty("bare", True)
        self.setFont(look.font("lead"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the list its keys."""
        if not self._keys(event):
            super().keyPressEvent(event)


class Palette(QWidget):
    """Covers the window, dimmed, with a field and a list 96 from the top."""

    def __init__(self, window: Window, commands: Commands) -> None:
        super().__init__(window)
        self._window, self._commands, self._back = window, commands, None
        self._box = QFrame(self)
        self._box.setProperty("card", "plain")
        self.field, self.list = Field(self._keys), QListWidget()
        self.field.setPlaceholderText(self.tr("Find or do anything"))
        self.field.setAccessibleName(self.tr("Find or do anything"))
        self.field.textChanged.connect(self._search)
        self.list.setItemDelegate(Rows(self.list))
        self.list.setProperty("bare", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.itemClicked.connect(self._run)
        self._nothing = look.label(self.tr("Nothing matches. Try another word, in English or in French."), "body", "ink2",
                                   wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot = look.label("", "caption", "ink2")
        hint = look.label(self.tr("↑ ↓ choose   Enter do it   English or French words both work"), "caption", "ink2")
        band = QFrame()
        band.setProperty("ground", "sunken")
        band.setLayout(look.row(hint, None, self._foot, margins=(18, 6, 14, 6)))
        esc = look.label("Esc", "caption")
        esc.setProperty("key", True)
        top = look.row(look.picture(look.pixmap("search", "accent", 18)), self.field, esc, gap=10,
                       margins=(18, 12, 14, 12))
        look.stack(self._box, top, self.list, self._nothing, band, margins=(1, 1, 1, 1))
        for at in (1, 2):
            self._box.layout().setStretch(at, 1)
        self._entries: list[Entry] = []
        self._twins: dict[str, str] = {}
        self.hide()

    def open_palette(self) -> None:
        """Gather everything and show it."""
        self._back = QApplication.focusWidget()
        self._twins = self._twins or twins(self._commands.bridge.paths.assets / "i18n" / "fr.ts")
        self._entries = list(self._gathered())
        self.field.clear()
        self._search("")
        self.place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_palette(self) -> None:
        """Go back to where one was."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def place(self) -> None:
        """Cover the window."""
        around = self.parentWidget().rect()
        self.setGeometry(around)
        width = min(look.px(640), around.width() - look.px(40))
        height = min(look.px(548), around.height() - look.px(140))
        self._box.setGeometry((around.width() - width) // 2, look.px(96), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), look.veil())

    def mousePressEvent(self, event: object) -> None:
        """Close on a click beside the box."""
        self.close_palette()

    def _gathered(self) -> list[Entry]:
        bridge, window = self._commands.bridge, self._window
        found = []
        for name, action in window.menus.actions_by_name.items():
            text = bare(action.text())
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            found.append(Entry(self.tr("Actions"), text, action.trigger, keys=keys, icon=ICONS.get(name, "arrow-right"),
                               words=f"{text} {bare(self._twins.get(action.text(), ''))} {self._other(name)}"))
        found += self._offered()
        here = bridge.workspace
        if here is None or here.document.schema is None:
            return found
        for field in here.document.schema.fields:
            feed = here.document.mapping.feed(field.name)
            fact = " + ".join(feed.columns) if feed else ""
            run = self._to(Station.COLUMNS, field=field.name)
            found.append(Entry(self.tr("Columns"), bridge.text(field.title), run, fact, icon="columns-3",
                               words=f"{field.title.en} {field.title.fr} {field.name} {fact}"))
        return found + self._problems()

    def _offered(self) -> list[Entry]:
        """Return what pages offer beyond the menus."""
        bridge = self._commands.bridge
        return [Entry(self.tr("Actions"), bridge.text(words), lambda action=action: self._commands.run(action),
                      bridge.text(NAMES[station]), words=f"{words.en} {words.fr}")
                for station, page in self._window.pages.made.items() if bridge.workspace is not None and hasattr(page, "offered")
                for action, words in page.offered().items()]

    def _problems(self) -> list[Entry]:
        bridge = self._commands.bridge
        return [Entry(self.tr("Problems"), bridge.text(line.says), self._to(Station.CHECK, problem=line.key),
                      bridge.text(line.where), mark=str(line.severity), words=f"{line.says.en} {line.says.fr}")
                for line in bridge.problem_lines()]

    def _to(self, station: Station, **where: object) -> Callable[[], None]:
        return lambda: self._commands.bridge.visit(station, **where)

    def _other(self, name: str) -> str:
        station = name.partition(":")[2]
        return f"{NAMES[Station(station)].en} {NAMES[Station(station)].fr}" if station else name.replace("_", " ")

    def _search(self, text: str) -> None:
        wanted = folded(text).split()
        fits = [entry for entry in self._entries if all(word in folded(entry.words or entry.text) for word in wanted)]
        self.list.clear()
        group = ""
        for entry in fits[:MOST]:
            if entry.group != group:
                group = entry.group
                band = QListWidgetItem(group)
                band.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(band)
            item = QListWidgetItem(entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        self.list.setVisible(bool(fits))
        self._nothing.setVisible(not fits)
        if fits:
            self.list.setCurrentRow(1)
        self._foot.setText(self.tr("{found} of {all}").format(found=len(fits), all=len(self._entries)))

    def _keys(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if item := self.list.currentItem():
                self._run(item)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def _move(self, way: int) -> None:
        row = self.list.currentRow() + way
        while 0 <= row < self.list.count() and self.list.item(row).data(Qt.ItemDataRole.UserRole) is None:
            row += way
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _run(self, item: QListWidgetItem) -> None:
        if entry := item.data(Qt.ItemDataRole.UserRole):
            self.close_palette()
            entry.run()


def twins(path: Path) -> dict[str, str]:
    """Return for each phrase of the widgets its words in the other language, whichever that is."""
    pairs = [(source, french) for (_, source), french in read_phrases(path).items()]
    return {**{french: source for source, french in pairs}, **dict(pairs)}


ICONS = {"open": "folder-open", "practice": "graduation-cap", "settings": "settings", "undo": "undo-2",
         "redo": "redo-2", "language": "languages", "find": "search", "fix_safe": "wand-sparkles",
         "preview_fix": "wand-sparkles", "create_package": "package", "see_report": "book-open", "copy": "copy",
         "help": "circle-question-mark", "shortcuts": "keyboard", "about": "info", "close": "x"}
