"""The shelf of station 2: a question about a newer version, the best fit at full width, the others side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QWidget

from ...core.schema import Schema
from ...core.text import Text
from .. import look
from ..bridge import Bridge
from ..widgets import Card, EmptyState, quiet
from .cards import BestCard, StandardCard
from .own import OwnStandards

OTHERS = Text("Show the other {n} standards", "Voir les {n} autres normes", "Show the other standard",
              "Voir l’autre norme")
NO_STANDARD = Text("No standard has these words.", "Aucune norme ne contient ces mots.")
SHOWN, SHOWN_WIDE = 4, 6
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Shelf(QScrollArea):
    """Shows standards in the order given. `chosen`, `used` and `guide` name one; `typed` is text for the search."""

    chosen = Signal(str)
    used = Signal(str)
    guide = Signal(str)
    typed = Signal(str)
    cleared = Signal()

    def __init__(self, bridge: Bridge, own: OwnStandards) -> None:
        super().__init__()
        self._bridge, self._own = bridge, own
        self.cards: list[Card] = []
        self.all, self.across = False, 2
        self._own_way: QPushButton | None = None
        self._wanted: int | None = None  # which card is to have the focus once they are there
        self._list = look.column(gap=10)
        inside = QWidget()
        inside.setProperty("ground", "window")
        look.stack(inside, self._list, None, margins=(4, 4, 12, 16))  # the ring of a card in hand stands outside it
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def most(self) -> int:
        """How many cards of the less likely are shown at first."""
        return SHOWN_WIDE if self.across == 3 else SHOWN

    def show_standards(self, schemas: Sequence[Schema], fits: Mapping[str, Any], chosen: str | None, *,
                       narrowed: bool) -> Iterator[object]:
        """Show standards one by one, best fit first; `narrowed` where a search or a theme took some away."""
        look.clear(self._list)
        self.cards, self._own_way = [], None
        if not narrowed and (card := self._own.version_card()) is not None:
            self._list.addWidget(card)
        best = fits.get(schemas[0].name) if schemas else None
        if best is not None and best.fits and not narrowed:
            headings = best.headings[:2 + self.across]
            self._add(self._list, BestCard(schemas[0], self._bridge, headings, best.found, best.score))
            schemas = schemas[1:]
            yield
            if schemas:
                self._list.addWidget(look.label(self.tr("Less likely"), "strong"))
        shown = schemas[:self.most] if self._short(schemas, fits, chosen, narrowed=narrowed) else schemas
        yield from self._lay(shown, fits)
        if len(shown) < len(schemas):
            more = OTHERS.with_(n=len(schemas) - len(shown))
            self._list.addLayout(look.row(quiet(self._bridge.text(more), self._show_all, icon="chevron-down"), None))
        if self._bridge.workspace is not None:
            self._list.addLayout(self._none_fits())
        for problem in self._bridge.catalogue.refused:
            said = look.label(problem.to(self._bridge.language), "body", "ink2", wrap=True)
            line = look.row(look.picture(look.mark("check", 15, behind="window")), said)
            line.setStretch(1, 1)
            self._list.addLayout(line)
        if not self.cards:
            self._list.addWidget(EmptyState(self._bridge.text(NO_STANDARD), "", self.tr("See all standards"),
                                            self.cleared.emit, icon="search", filled=False))
        self.choose(chosen)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.cards:
            QTimer.singleShot(0, self.cards[min(wanted, len(self.cards) - 1)].setFocus)

    def _lay(self, schemas: Sequence[Schema], fits: Mapping[str, Any]) -> Iterator[object]:
        grid = QGridLayout()
        grid.setSpacing(look.px(10))
        for column in range(self.across):
            grid.setColumnStretch(column, 1)
        self._list.addLayout(grid)
        for index, schema in enumerate(schemas):
            fit = fits.get(schema.name)
            card = StandardCard(schema, self._bridge, fit.found if fit else 0, fit.score if fit else 0.0)
            self._add(grid, card, index // self.across, index % self.across)
            yield

    def _short(self, schemas: Sequence[Schema], fits: Mapping[str, Any], chosen: str | None, *, narrowed: bool) -> bool:
        hidden = {schema.name for schema in schemas[self.most:]}
        return bool(fits) and not self.all and not narrowed and chosen not in hidden

    def _show_all(self) -> None:
        self.all = True
        self._wanted = len(self.cards)
        self.cleared.emit()

    def _none_fits(self) -> Any:
        self._own_way = quiet(self.tr("Bring your own standard…"), self._own.bring, icon="folder-open")
        draft = quiet(self.tr("Draft one from this file…"), self._own.draft, icon="table-properties")
        asks = look.label(self.tr("None of these fits?"), "body", "ink2")
        if self.across > 1:
            return look.row(asks, 8, self._own_way, 8, draft, None)
        return look.column(asks, look.row(self._own_way, None), look.row(draft, None), gap=4)

    def show_own_ways(self) -> None:
        """Bring the ways to a standard of one's own into view."""
        if self._own_way is not None:
            self.ensureWidgetVisible(self._own_way)
            self._own_way.setFocus()

    def _add(self, place: Any, card: Any, *where: int) -> None:
        name = card.schema.name
        card.pressed.connect(lambda: self.chosen.emit(name))
        card.activated.connect(lambda: self.used.emit(name))
        card.installEventFilter(self)
        self.cards.append(card)
        place.addWidget(card, *where)

    def choose(self, name: str | None) -> None:
        """Show one card as chosen, or none."""
        for card in self.cards:
            card.choose(card.schema.name == name)

    def card_of(self, name: str | None) -> Card | None:
        """Return the card of a standard, if it is shown."""
        return next((card for card in self.cards if card.schema.name == name), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the cards by arrows; F1 is the guide of the one in hand; typing goes to the search."""
        if not isinstance(event, QKeyEvent) or watched not in self.cards:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F1 and not event.modifiers():
            event.accept()  # else the window takes it for its own help
            return True
        return event.type() == QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, card: Any, event: QKeyEvent) -> bool:
        if event.key() in STEPS:
            place = self.cards.index(card) + STEPS[event.key()]
            if 0 <= place < len(self.cards):
                self.chosen.emit(self.cards[place].schema.name)
            return True
        if event.key() == Qt.Key.Key_F1 and not event.modifiers():
            self.guide.emit(card.schema.name)
            return True
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.typed.emit(event.text())
            return True
        return False
