"""Station 1: the raw rows, where the headings are, what is no record, and how the text was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from ...core.change import Change
from ...core.document import Document
from ...core.reading import Reading
from ...core.text import Text, size
from ...workspace import questions
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge
from ..turns import PAUSE, Turns
from ..widgets import Action, Elided, Head, quiet, secondary
from ..widgets.cards import Banner
from ..widgets.tall import Tall
from .accents import accents_question, in_doubt
from .asking import Question
from .cards import NEEDLESS, ReadingCard
from .choosing import Choosing
from .dates import date_question
from .noticed import NoticedPane, noticed
from .reading import choosables, facts, header_words, names_itself
from .rows import RawGrid, RawRows
from .sheets import SHEET, sheet_question, sheet_select, to_choose

OFFERED = {
    "choose_header": Text("Choose the header row…", "Choisir la ligne d’en-tête…"),
    "choose_encoding": Text("Choose the encoding…", "Choisir l’encodage…"),
    "choose_delimiter": Text("Choose the separator…", "Choisir le séparateur…"),
    "choose_decimal": Text("Choose the decimal mark…", "Choisir le signe décimal…"),
    "choose_dates": Text("Choose the date order of a column…", "Choisir le format de date d’une colonne…"),
    "see_noticed": Text("See what was noticed in the file", "Voir ce qui a été remarqué dans le fichier"),
}
HOW_TO_CHOOSE = Text("Choose a row with the arrows, then Enter; or click its number.",
                     "Choisissez une ligne avec les flèches, puis Entrée; ou cliquez sur son numéro.")
# Heights of the window (its title bar included) and widths of the page at which parts give way.
FOLDS_UNDER, TITLE_BAR, PAIRS_UNDER, ALONE_UNDER, LEAST = 700, 32, 880, 720, 96


class FilePage(QWidget):
    """Station 1."""

    ACTIONS: frozenset[str] = frozenset(OFFERED)
    head_changed = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.choosing = Choosing(bridge)
        self.setProperty("ground", "window")
        self.rows = RawRows(bridge.language)
        self.grid = RawGrid(self.rows, self.tr("First rows of the file"))
        self.grid.header_asked.connect(self.choosing.header)
        self.grid.row_asked.connect(self.choosing.row)
        self.noticed = NoticedPane(self.choosing.noticed, self.grid.show_row, lambda: self._show_noticed(False),
                                   bridge.language)
        self._found = questions.Looked()
        self._question: Question | None = None
        self._open: bool | None = None
        self._stale, self._new, self._shape, self.cards = False, True, (False, 4), {}
        self._turns = Turns(self, at_once=bridge.jobs.inline)
        self._lay_out()
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        self._opened(bridge.workspace)

    def _lay_out(self) -> None:
        self._banner, self._sheet, self._asks = look.column(), look.row(gap=10), look.column()
        self._cards = QGridLayout()
        self._cards.setSpacing(look.px(10))
        middle = look.row(self.grid, self.noticed, gap=10)
        middle.setStretch(0, 1)
        for part in (self.grid, self.noticed):  # they take what is left; the page scrolls only under this height
            part.setMinimumHeight(look.px(LEAST))
            part.setSizePolicy(part.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
        self._inside = QWidget()
        self._inside.setProperty("ground", "window")
        look.stack(self._inside, self._banner, self._sheet, middle, self._asks, self._cards, gap=8,
                   margins=(20, 10, 20, 10))
        self._inside.layout().setStretch(2, 1)
        self._area = Tall()
        self._area.setWidget(self._inside)
        look.stack(self, self._area)

    # Drawing

    def _opened(self, workspace: Any) -> None:
        self._found, self._open, self._new = questions.Looked(), None, True
        self._turns.drop()
        if workspace is not None:
            self._draw()
            self._look()

    def _changed(self, change: Change) -> None:
        if change.reading:
            self._draw()
            self._look()
        elif change.mapping:
            self._ask()

    def _look(self) -> None:
        table = self._bridge.workspace.document.table
        self._bridge.ask("questions", lambda _: questions.looked(table), self._looked)

    def _looked(self, found: questions.Looked) -> None:
        self._found = found
        self._ask()

    @property
    def _document(self) -> Document:
        return self._bridge.workspace.document

    @property
    def _reading(self) -> Reading:
        return self._document.reading

    def _draw(self) -> None:
        reading, language, peek = self._reading, self._bridge.language, self._bridge.peek
        own = names_itself(reading, peek)
        self.rows.show(peek, reading, self._document.table.headings if own else ())
        title, reason = header_words(self._document, peek)
        two = quiet(self.tr("Two heading rows"), self.choosing.two_rows)
        other = secondary(self.tr("Choose another row"), self._choose_row, small=True)
        buttons = () if own else (two, other) if len(reading.header_rows) == 1 else (other,)
        look.clear(self._banner)
        self._banner.addWidget(Banner("accent", title.to(language), reason.to(language), icon="table-properties",
                                      buttons=buttons))
        self._draw_sheet(reading)
        self._draw_noticed(reading)
        self._ask()

    def _draw_sheet(self, reading: Reading) -> None:
        look.clear(self._sheet)
        language = self._bridge.language
        if to_choose(reading):
            self._sheet.addWidget(look.label(SHEET.to(language), "body", "ink2"))
            self._sheet.addWidget(sheet_select(reading, language, self.choosing.sheet))
        self._sheet.addWidget(Elided(facts(self._document, language), "body", "ink2"), 1)

    def _draw_noticed(self, reading: Reading) -> None:
        items = noticed(reading)
        self.noticed.list(items)
        if items:
            words = self.tr("What was noticed ({n})").format(n=len(items))
            self._sheet.addWidget(quiet(words, lambda: self._show_noticed(self.noticed.isHidden()), icon="message-square"))
        if self._open is None and any(item.offer for item in items):
            self._open = True  # until the steward closes it
        self._place_noticed(bool(items) and bool(self._open))

    def _show_noticed(self, shown: bool) -> None:
        self._open = shown
        self._place_noticed(shown)
        (self.noticed.shut if shown else self.grid).setFocus()

    def _place_noticed(self, shown: bool) -> None:
        alone = shown and 0 < self.width() < look.px(ALONE_UNDER)
        self.noticed.widen(alone)
        self.noticed.setVisible(shown)
        self.grid.setVisible(not alone)

    def _ask(self) -> None:
        if self._bridge.workspace is None:
            return
        document = self._document
        open_ones = questions.open_questions(self._found.two_ways, document)
        others = in_doubt(document.reading) + bool(questions.rival_sheets(document.reading))
        self._bridge.see(questions=len(open_ones) + others)
        self._stale = not self.isVisible()
        if not self._stale:  # else drawn when it is looked at, not while another station is
            self._turns.run(self._drawn(document, open_ones), later=True)

    def _drawn(self, document: Document, open_ones: tuple[questions.TwoWays, ...]) -> Iterator[object]:
        look.clear(self._asks)
        self._question = self._asked(document.reading, open_ones)
        if self._question is not None:
            self._asks.addWidget(self._question)
        self.head_changed.emit(self.head())
        yield PAUSE
        self._draw_cards(len(open_ones))

    def _draw_cards(self, unanswered: int) -> None:
        look.clear(self._cards)
        low, across = self._shape
        self.cards = {}
        language = self._bridge.language
        shown = choosables(self._document, self._found, unanswered, self._bridge.peek, language)
        needless = all(what.state == NEEDLESS for what in shown)
        for at, what in enumerate(shown):
            card = ReadingCard(what, language, self._choose, folded=low or needless)
            self.cards[what.key] = card
            self._cards.addWidget(card, at // across, at % across)
        for column in range(4):
            self._cards.setColumnStretch(column, 1 if column < min(across, len(self.cards)) else 0)
        self._area.settle()

    def _asked(self, reading: Reading, open_ones: tuple[questions.TwoWays, ...]) -> Question | None:
        language = self._bridge.language
        if questions.rival_sheets(reading):
            return sheet_question(reading, language, self.choosing.sheet)
        if in_doubt(reading):
            return accents_question(reading, language, lambda encoding: self._choose("encoding", encoding))
        return date_question(open_ones[0], language, self.choosing.order) if open_ones else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the cards where the window is low, two by two where it is narrow."""
        super().resizeEvent(event)
        low = self.window().height() < look.px(FOLDS_UNDER - TITLE_BAR)
        shape = (low, 2 if self.width() < look.px(PAIRS_UNDER) else 4)
        if self._bridge.workspace is not None:
            self._place_noticed(not self.noticed.isHidden())
            if shape != self._shape:
                self._shape = shape
                if not self._stale:
                    self._draw_cards(len(questions.open_questions(self._found.two_ways, self._document)))

    def _choose(self, key: str, value: Any) -> None:
        self.choosing.card(key, value, self._found)

    def _choose_row(self) -> None:
        self._bridge.say(HOW_TO_CHOOSE)
        self.grid.setFocus()
        self.grid.selectRow(max(0, self.grid.currentIndex().row()))

    # The window's protocol

    def head(self) -> Head:
        """Name the file, its size, and that it is never changed."""
        here = self._bridge.workspace
        if here is None:
            return Head(self.tr("File"))
        large = size(here.document.reading.bytes, self._bridge.language)
        lead = self.tr("{name} · {size} · read as it is, never changed").format(name=here.path.name, size=large)
        go = Action(self.tr("Continue to Standard"), lambda: self._bridge.visit(Station.STANDARD),
                    "secondary" if self._question else "primary", arrow=True)
        return Head(self.tr("File"), lead, (Action(self.tr("Open another file…"), lambda: self._bridge.please("open")), go))

    def hints(self) -> tuple[str, ...]:
        """Return the keys of the raw rows."""
        header = () if self.rows.names else (self.tr("Enter header row"), self.tr("Shift+Enter second header row"))
        return (*header, self.tr("Space leave out"))

    def enter(self, visit: Any) -> None:
        """Begin in the raw rows."""
        if self._stale:
            self._ask()
        if self.rows.rowCount() and self._new:
            self._new = False
            header = self._reading.header_rows
            numbers = [number for number, _ in self.rows.rows]
            self.grid.setCurrentIndex(self.rows.index(numbers.index(header[0]) if header and header[0] in numbers else 0, 0))
            self.grid.scrollToTop()
        self.grid.setFocus()

    def filled(self) -> QPushButton | None:
        """Confirm, while a question is open."""
        return self._question.button if self._question else None

    def commit(self) -> None:
        """Do nothing: nothing is edited here."""

    def offered(self) -> dict[str, Text]:
        """Return what can be done here with the open file, beyond the menus: for the palette."""
        lists = {f"choose_{key}" for key, card in self.cards.items() if card.select is not None}
        own = set() if self.rows.names else {"choose_header"}
        seen = {"see_noticed"} if self.noticed.lines else set()
        return {action: words for action, words in OFFERED.items() if action in lists | own | seen}

    def act(self, action: str) -> None:
        """Show what was asked for: the row to choose, an open list, what was noticed."""
        if action == "choose_header":
            self._choose_row()
        elif action == "see_noticed":
            self._show_noticed(True)
        elif (card := self.cards.get(action.removeprefix("choose_"))) and card.select is not None:
            card.select.setFocus()
            card.select.showPopup()

    def panes(self) -> tuple[QWidget, ...]:
        """Raw rows, what was noticed, the question, the cards."""
        asks = [self._question.button] if self._question else []
        lists = [card.select for card in self.cards.values() if card.select is not None]
        return (self.grid, self.noticed.shut, *asks, *lists[:1])

    def keep(self) -> dict[str, Any]:
        """Keep the scroll, and whether what was noticed is shown."""
        return {"scroll": self.grid.verticalScrollBar().value(), "row": self.grid.currentIndex().row(), "open": self._open}

    def restore(self, kept: dict[str, Any]) -> None:
        """Scroll back."""
        self.grid.verticalScrollBar().setValue(kept.get("scroll", 0))
        self._open = kept.get("open")
        if self._open is not None and self._bridge.workspace is not None:
            self._place_noticed(self._open)
