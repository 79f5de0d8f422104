"""The window: rail, top bar, head, page and status line, and the way from one station to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from ..core.change import Change
from ..core.text import Text
from ..workspace.states import NAMES, STATE_WORDS, State, Station
from . import look
from .bridge import Blocked, Bridge, Pleased, Visit
from .file.page import FilePage
from .pages import Pages
from .shell.commands import Commands
from .shell.menus import Menus
from .shell.overlay import DropOverlay, Picture, ProgressOverlay
from .shell.palette import Palette
from .shell.rail import Rail, Stop
from .shell.status import StatusLine
from .shell.toast import Toast
from .shell.topbar import TopBar
from .shell.voice import Voice
from .standard.page import StandardPage
from .start.page import StartPage
from .turns import PAUSE, Turns
from .widgets import FocusFrame, HeadBar, banner

# The width of the design under which the rail gives way, and the height (but for the title bar) under which the head does.
WIDE, LOW = 1240, 528
START_HERE = Text("Start here", "Commencez ici")


def stations() -> dict[Station, type]:
    """Return the kind of page of each station; a new screen is one line here."""
    from .check.page import CheckPage
    from .columns.page import ColumnsPage
    from .publish.page import PublishPage

    return {Station.FILE: FilePage, Station.STANDARD: StandardPage, Station.COLUMNS: ColumnsPage,
            Station.CHECK: CheckPage, Station.PUBLISH: PublishPage}


class Window(QWidget):
    """The one window of a work."""

    _owed = False  # the focus is owed to a filled button that is still to come

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.setWindowIcon(look.logo_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.bridge, self.station, self._alt, self._start = bridge, None, False, None
        self.pages, self._put_off = Pages(stations(), bridge, self._placed), {}
        self._connected: list[Any] = []
        self._lay_out()
        self._listen()
        self.refresh()
        self.turns = Turns(self, at_once=bridge.jobs.inline)

    def make_others(self) -> None:
        """Make the pages that nobody has gone to yet, in quiet moments."""
        self.turns.run(self.pages.others(), later=True)

    def _placed(self, page: Any) -> None:
        """Take a page that was just made; it hears the bridge before the window does, which shows what it has drawn."""
        self._hear_nothing()
        self._hear()
        self.stack.addWidget(page)
        page.head_changed.connect(lambda _, page=page: self._show_head(page))

    @property
    def start(self) -> StartPage:
        """What is shown while no file is open; made when it is first asked for."""
        if self._start is None:
            self._start = StartPage(self.bridge)
            self.stack.addWidget(self._start)
        return self._start

    def _lay_out(self) -> None:
        self.commands = Commands(self)
        self.menus = Menus(self.commands.run, self.commands.answers, self.bridge.language)
        self.top = TopBar(self.menus, self.tr("Français"))
        self.head, self.status = HeadBar(), StatusLine(self.tr("Stays on this computer"))
        self.voice = Voice(self, self.tr("Undo"))
        self.notice, self.stack = self.voice.notice, QStackedWidget()
        feet = [("help", "circle-question-mark", self.tr("Help")), ("settings", "settings", self.tr("Settings"))]
        if self.bridge.practice_files:
            feet.insert(0, ("practice", "graduation-cap", self.tr("Practice")))
        self.rail = Rail(self._stops(), feet, self.tr("Stations"))
        right = look.column(self.top, self.head, self.voice.host, self.stack)
        right.setStretchFactor(self.stack, 1)
        body = look.row(look.column(self.rail), right, gap=0)
        body.setStretch(1, 1)
        right.addWidget(self.status)
        self.setLayout(body)
        self.toast, self.drop = Toast(self), DropOverlay(self)
        self.progress = ProgressOverlay(self, self.bridge.jobs.cancel)
        self.palette_pane = Palette(self, self.commands)
        self.ring = FocusFrame(self)

    def _hear(self) -> None:
        bridge = self.bridge
        for signal, slot in ((bridge.opened, self._opened), (bridge.changed, self._changed), (bridge.stood, self._stood),
                             (bridge.said, self.voice.say), (bridge.reported, self.voice.report),
                             (bridge.visited, self._visited), (bridge.blocked, self._blocked),
                             (bridge.failed, self.voice.failed), (bridge.pleased, self._pleased),
                             (bridge.noticed, self.voice.noticed), (bridge.differs, self.commands.differs)):
            signal.connect(slot)
            self._connected.append((signal, slot))

    def _hear_nothing(self) -> None:
        for signal, slot in self._connected:
            signal.disconnect(slot)
        self._connected.clear()

    def _listen(self) -> None:
        self._hear()
        self.rail.asked.connect(lambda key: self.commands.run(f"station:{key}" if key in NAMES else key))
        self.top.asked.connect(self.commands.run)
        keys = {"F6": lambda: self.walk(1), "Shift+F6": lambda: self.walk(-1), "Ctrl+Return": self._press_filled,
                "Ctrl+Enter": self._press_filled, "Ctrl+PgDown": lambda: self.commands.step(1),
                "Ctrl+PgUp": lambda: self.commands.step(-1), "Esc": self._escape,
                "Ctrl+S": lambda: self.commands.run("kept")}
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self, run)
        self.addActions(list(self.menus.actions_by_name.values()))  # their keys work while the bar is folded away

    # What the window shows

    @property
    def page(self) -> Any:
        """The page in front."""
        return self.pages[self.station] if self.station else self.start

    def show_page(self, visit: Visit | None) -> None:
        """Bring a station to the front; None is Start."""
        if self.station:
            self.page.commit()
        self.station = visit.station if visit else None
        self.voice.clear()
        self.stack.setCurrentWidget(self.page)
        if self.station in self._put_off:
            self.page.restore(self._put_off.pop(self.station))
        self.rail.choose(self.station or Station.FILE)
        self._show_head(self.page)
        self.commands.refresh()
        self.page.enter(visit or Visit(None))
        self._owed = getattr(self.page, "first_is_filled", False)
        self._pay()
        self.status.hint(self.page.hints())

    def _pay(self) -> None:
        """Give the focus to the filled button of the head, as soon as it has one, where the page begins there."""
        if self._owed and self.head.filled is not None:
            self._owed = False
            self.head.filled.show()  # a widget just laid out is shown with the next event only, and takes no focus before
            self.head.filled.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> dict[Station, dict[str, Any]]:
        """Return where each page stands, for the window that takes over."""
        return self._put_off | {station: page.keep() for station, page in self.pages.made.items()
                                if station not in self._put_off}

    def restore(self, kept: dict[Station, dict[str, Any]]) -> None:
        """Put the page in front back as it stood; each of the others when it is first gone to."""
        self._put_off = dict(kept)
        if self.station in self._put_off:
            self.page.restore(self._put_off.pop(self.station))

    def _show_head(self, page: Any) -> None:
        if page is not self.page:
            return
        head = page.head()
        self.head.setVisible(head is not None)
        if head is not None:
            held = self.head.filled is not None and self.focusWidget() is self.head.filled
            self.head.show_head(head)
            self.status.hint(page.hints())
            self._owed = self._owed or (held and self.head.filled is None)  # it comes again once the check has ended
            self._pay()

    def refresh(self) -> None:
        """Show the name of the file, of the standard and of the steps."""
        here = self.bridge.workspace
        name = here.path.name if here else ""
        schema = here.document.schema if here else None
        standard = self.bridge.text(schema.title) + f" {schema.version.rsplit('.', 1)[0]}" if schema else ""
        self.setWindowTitle(f"{name} — Steward" if name else "Steward")
        self.top.show_file(name, standard or (self.tr("no standard yet") if name else ""))
        undo, redo = (here.can_undo, here.can_redo) if here else (None, None)
        steps = [self.bridge.text(step) if step else "" for step in (undo, redo)]
        self.top.show_steps(*steps)
        self.menus.name_steps(*steps)
        self.rail.show_stops(self._stops())

    def _stops(self) -> list[Stop]:
        states, closed = self.bridge.states(), self.bridge.workspace is None
        def words(station: Station, state: State, count: int) -> str:
            first = closed and station is Station.FILE and state is State.TODO
            return self.bridge.text(START_HERE if first else STATE_WORDS[state].with_(n=count))
        return [Stop(station, self.bridge.text(NAMES[station]), str(state), words(station, state, count))
                for station, (state, count) in states.items()]

    # What the bridge says

    def _opened(self, workspace: Any) -> None:
        self._put_off.clear()
        self.toast.hide()
        self.status.say("")
        self.refresh()
        self.show_page(Visit(Station.FILE) if workspace else None)

    def _changed(self, change: Change) -> None:
        self.refresh()
        if self.station:
            self._show_head(self.page)

    def _stood(self, _: object) -> None:
        self.rail.show_stops(self._stops())

    def _visited(self, visit: Visit) -> None:
        self.show_page(visit)

    def _blocked(self, blocked: Blocked) -> None:
        sentence = self.bridge.text(blocked.why)
        if self.station is not None and blocked.station != self.station:
            self.show_page(Visit(blocked.station))
        self.voice.show_notice(banner("check", sentence), sentence)
        self.page.enter(Visit(blocked.station))

    def _pleased(self, pleased: Pleased) -> None:
        self.commands.run(pleased.action)

    # Keys

    def walk(self, step: int) -> None:
        """Go to the next or previous pane."""
        panes = [self.rail.stops[self.station or Station.FILE], self.top.find]
        panes += self.head.buttons[:1] if self.head.isVisible() else []
        panes += [pane for pane in self.page.panes() if pane.isVisible()]
        panes += [self.toast.button] if self.toast.isVisible() and self.toast.button.isVisible() else []
        now = QApplication.focusWidget()
        inside = [i for i, pane in enumerate(panes) if now is pane or (now and pane.isAncestorOf(now))]
        if not inside and now and self.rail.isAncestorOf(now):
            inside = [0]
        target = panes[((inside[-1] if inside else -1) + step) % len(panes)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _press_filled(self) -> None:
        filled = self.page.filled() if hasattr(self.page, "filled") else None
        button = filled or self.head.filled
        if button is not None:
            button.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember Alt alone, which calls a folded top bar."""
        self._alt = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Call a folded top bar, or let it go, after Alt alone."""
        if self._alt and event.key() == Qt.Key.Key_Alt and self.top.folded:
            self._alt = False
            self._call_top(not self.top.called)
            return
        super().keyReleaseEvent(event)

    def _call_top(self, called: bool) -> None:
        self.top.call(called)
        if called:
            self.menus.setFocus()
            self.menus.setActiveAction(self.menus.actions()[0])
        else:
            self.page.setFocus()

    def _escape(self) -> None:
        now = QApplication.focusWidget()
        if self.top.called:
            self._call_top(False)
        elif self.palette_pane.isVisible():
            self.palette_pane.close_palette()
        elif self.toast.isVisible():
            self.toast.hide()
        elif not isinstance(now, QLineEdit | QPlainTextEdit):
            self.voice.clear()

    # Windows, files

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what floats in its place."""
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < look.px(WIDE))
        low = self.height() < look.px(LOW)
        self.head.set_low(low)
        self.top.fold(low)
        self.top.fit(self.width())
        for part in (self.toast, self.progress, self.palette_pane):
            part.place()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cover the window while files hover over it."""
        if event.mimeData().hasUrls() and QApplication.activeModalWidget() is None:
            event.acceptProposedAction()
            self.drop.appear()

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Uncover the window."""
        self.drop.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.drop.hide()
        self.commands.dropped([url.toLocalFile() for url in event.mimeData().urls()])

    def let_go(self) -> None:
        """Listen no more: another window takes over."""
        self._hear_nothing()
        self.turns.drop()
        if (check := self.pages.made.get(Station.CHECK)) is not None:
            check.let_go()  # what is left of a window for a while holds no table

    def empty(self) -> Iterator[object]:
        """Let everything inside go, page by page, under a picture of it: another window takes over."""
        picture = Picture(self)
        yield PAUSE
        self.stack.hide()
        for page in self.pages.made.values():
            self.stack.removeWidget(page)
            page.deleteLater()
            yield PAUSE
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if part is not picture:
                part.deleteLater()
        yield PAUSE

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave without a question about losing work: there is none to lose."""
        event.setAccepted(self.commands.may_close())
