"""Station 2: which standard the file follows; ranked cards, the best fit first, and what the chosen one asks for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ...core.change import Change
from ...core.schema import Schema, folded
from ...core.text import Text
from ...workspace import standard
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge
from ..widgets import Action, Card, EmptyState, Head, SearchField, quiet
from .about import AboutPane
from .cards import BestCard, StandardCard
from .own import OwnStandards

COMPARED = Text("Which standard does your file follow? We compared its {headings} headings and values with {n} standards.",
                "Quelle norme votre fichier suit-il? Ses {headings} en-têtes et ses valeurs ont été comparés à {n} normes.",
                "Which standard does your file follow? We compared its {headings} headings and values with one standard.",
                "Quelle norme votre fichier suit-il? Ses {headings} en-têtes et ses valeurs ont été comparés à une norme.")
NOTHING_FITS = Text("No standard looks like your file; you can still choose one.",
                    "Aucune norme ne ressemble à votre fichier; vous pouvez tout de même en choisir une.")
SEARCH = Text("Search {n} standards, in English or French", "Chercher parmi {n} normes, en français ou en anglais")
USE = Text("Use “{title}”", "Utiliser « {title} »")
SAVED = Text("Blank template saved as “{name}”.", "Gabarit vierge enregistré sous « {name} ».")
OTHERS = Text("Show the other {n} standards", "Voir les {n} autres normes", "Show the other standard",
              "Voir l’autre norme")
SHOWN = 4
NO_STANDARD = Text("No standard has these words.", "Aucune norme ne contient ces mots.")


class StandardPage(QWidget):
    """Station 2."""

    ACTIONS: frozenset[str] = frozenset()
    head_changed = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setProperty("ground", "window")
        self._ranked: tuple[Any, ...] = ()
        self._chosen: str | None = None
        self._cards: list[Card] = []
        self._all, self._across, self._stale = False, 2, False
        schemas = bridge.catalogue.standards
        self.search = SearchField(bridge.text(SEARCH.with_(n=len(schemas))), 400)
        self.search.textChanged.connect(self.redraw)
        self.search.entered.connect(lambda _: self._use())
        self._list = look.column(gap=10)
        inside = QWidget()
        inside.setProperty("ground", "window")
        look.stack(inside, self._list, None, margins=(0, 0, 12, 16))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget()
        look.stack(left, look.row(self.search, None), 12, self._area, margins=(20, 14, 8, 0))
        left.layout().setStretch(2, 1)
        self.own = OwnStandards(self, bridge)
        self.about = AboutPane(bridge, self._example)
        line = look.row(left, self.about, gap=0)
        line.setStretch(0, 1)
        self.setLayout(line)
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        self._opened(bridge.workspace)

    # Drawing

    def _opened(self, workspace: Any) -> None:
        self._ranked, self._chosen, self.own.pinned = (), None, ""
        if workspace is not None:
            self._chosen = workspace.document.schema.name if workspace.document.schema else None
            self._rank()
        self.redraw()

    def _changed(self, change: Change) -> None:
        document = self._bridge.workspace.document
        if change.standard:
            self._chosen = document.schema.name if document.schema else self._chosen
            self.redraw()
        if change.reading:
            self._rank()

    def _rank(self) -> None:
        document, catalogue = self._bridge.workspace.document, self._bridge.catalogue
        indexes = self._bridge.indexes
        self._bridge.ask("rank", lambda _: standard.ranked(document, catalogue, indexes), self._found)

    def _found(self, ranked: tuple[Any, ...]) -> None:
        self._ranked = ranked
        if self._chosen is None and ranked and ranked[0].fits:
            self._chosen = ranked[0].id
        self.redraw()

    def _fit(self, name: str | None) -> Any:
        return next((item for item in self._ranked if item.id == name), None)

    def _schemas(self) -> list[Schema]:
        known = {schema.name: schema for schema in self._bridge.catalogue.standards}
        order = [item.id for item in self._ranked] or list(known)
        wanted = folded(self.search.text()).split()
        found = [known[name] for name in order if name in known]
        return [schema for schema in found if all(word in self._words(schema) for word in wanted)]

    def _words(self, schema: Schema) -> str:
        parts = (schema.name, schema.title, schema.purpose, schema.description)
        names = [name for field in schema.fields for name in (field.title.en, field.title.fr)]
        return folded(" ".join([*(f"{p.en} {p.fr}" if isinstance(p, Text) else p for p in parts), *names]))

    def redraw(self) -> None:
        """Draw the cards anew."""
        self._stale = not self.isVisible() and self._bridge.workspace is not None
        if self._stale:  # twenty cards are drawn when they are looked at, not while a file opens
            self.head_changed.emit(self.head())
            return
        look.clear(self._list)
        self._cards = []
        self.search.setPlaceholderText(self._bridge.text(SEARCH.with_(n=len(self._bridge.catalogue.standards))))
        if not self.search.text() and (card := self.own.version_card()) is not None:
            self._list.addWidget(card)
        schemas = self._schemas()
        best = self._fit(schemas[0].name) if schemas else None
        if schemas and best is not None and best.fits and not self.search.text():
            self._add(self._list, BestCard(schemas[0], self._bridge, best.headings[:2 + self._across], best.found, best.score))
            schemas = schemas[1:]
            if schemas:
                self._list.addWidget(look.label(self.tr("Less likely"), "strong"))
        rest = len(schemas) - self._most
        schemas = schemas[:self._most] if self._short(schemas) else schemas
        grid = QGridLayout()
        grid.setSpacing(look.px(10))
        for index, schema in enumerate(schemas):
            fit = self._fit(schema.name)
            card = StandardCard(schema, self._bridge, fit.found if fit else 0, fit.score if fit else 0.0)
            self._add(grid, card, index // self._across, index % self._across)
        for column in range(self._across):
            grid.setColumnStretch(column, 1)
        self._list.addLayout(grid)
        if len(schemas) == self._most and rest > 0:
            more = quiet(self._bridge.text(OTHERS.with_(n=rest)), self._show_all, icon="chevron-down")
            self._list.addLayout(look.row(more, None))
        if self._bridge.workspace is not None and not self.search.text():
            self._list.addLayout(self._none_fits())
        if not self._cards:
            everything = EmptyState(self._bridge.text(NO_STANDARD), "", self.tr("See all standards"), self.search.clear,
                                    icon="search", filled=False)
            self._list.addWidget(everything)
        self._show()

    def _none_fits(self) -> Any:
        bring = quiet(self.tr("Bring your own standard…"), self.own.bring, icon="folder-open")
        draft = quiet(self.tr("Draft one from this file…"), self.own.draft, icon="table-properties")
        asks = look.label(self.tr("None of these fits?"), "body", "ink2")
        if self._across > 1:
            return look.row(asks, 8, bring, 8, draft, None)
        return look.column(asks, look.row(bring, None), look.row(draft, None), gap=4)

    @property
    def _most(self) -> int:
        """How many cards of the less likely are shown at first."""
        return 6 if self._across == 3 else SHOWN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the cards one, two or three across, as the width allows."""
        super().resizeEvent(event)
        room = self.width() - look.px(312)
        across = 1 if room < look.px(700) else 2 if room < look.px(1200) else 3
        if across != self._across:
            self._across = across
            self.redraw()

    def _short(self, schemas: list[Schema]) -> bool:
        hidden = {schema.name for schema in schemas[self._most:]}
        return bool(self._ranked) and not self._all and not self.search.text() and self._chosen not in hidden

    def _show_all(self) -> None:
        self._all = True
        self.redraw()
        self._cards[self._most + 1].setFocus()

    def _add(self, place: Any, card: Any, *where: int) -> None:
        card.pressed.connect(lambda: self.choose(card.schema.name))
        card.activated.connect(lambda: (self.choose(card.schema.name), self._use()))
        card.installEventFilter(self)
        self._cards.append(card)
        place.addWidget(card, *where)

    def _show(self) -> None:
        for card in self._cards:
            card.choose(card.schema.name == self._chosen)
        schema = next((s for s in self._bridge.catalogue.standards if s.name == self._chosen), None)
        here = self._bridge.workspace
        self.about.show_standard(schema, self._fit(self._chosen), here.document.table.width if here else 0)
        self.about.setVisible(schema is not None)
        self.head_changed.emit(self.head())

    def shelf_changed(self, name: str) -> None:
        """Show the shelf anew: a standard of the steward's own was kept."""
        self._chosen = name
        if self._bridge.workspace is not None:
            self._rank()
        self.redraw()

    # Choosing

    def choose(self, name: str) -> None:
        """Choose a card; nothing is done yet."""
        self._chosen = name
        self._show()
        next(card for card in self._cards if card.schema.name == name).setFocus()

    def _use(self) -> None:
        if self._chosen is None or self._bridge.workspace is None:
            return
        now = self._bridge.workspace.document.schema
        if now is not None and now.name == self._chosen:
            self._bridge.visit(Station.COLUMNS)
        else:
            self._bridge.choose_standard(self._chosen)

    def _example(self, key: str, schema: Schema) -> None:
        bridge = self._bridge
        if key in ("guide", "edit"):
            bridge.show_guide(schema, self.window()) if key == "guide" else self.own.edit(schema)
            return
        if key == "template":
            name = Path(bridge.folder()) / f"{schema.name}.xlsx"
            path = bridge.dialogs.save_file(self.window(), self.tr("Save the blank template"), name, "Excel (*.xlsx)")
            if path is not None:
                bridge.do_beside("template", lambda _: standard.write_template(schema, path, bridge.language),
                                 lambda _: bridge.say(SAVED.with_(name=path.name)))
        elif (sample := bridge.catalogue.sample(schema.name, key, bridge.language)) is not None:
            bridge.open(sample)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Walk the cards by arrows; typing goes to the search."""
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress or watched not in self._cards:
            return False
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            place = self._cards.index(watched) + steps[event.key()]
            if 0 <= place < len(self._cards):
                self.choose(self._cards[place].schema.name)
            return True
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus()
            self.search.insert(event.text())
            return True
        return False

    # The window's protocol

    def head(self) -> Head:
        """Say what was compared; offer to use the chosen standard."""
        bridge = self._bridge
        here = bridge.workspace
        lead = ""
        if here is not None and self._ranked:
            fits = self._ranked[0].fits
            lead = bridge.text(COMPARED.with_(headings=here.document.table.width, n=len(self._ranked)) if fits
                               else NOTHING_FITS)
        schema = next((s for s in bridge.catalogue.standards if s.name == self._chosen), None)
        if schema is None:
            go = Action(self.tr("Continue to Columns"), lambda: bridge.visit(Station.COLUMNS), arrow=True)
        elif here is not None and here.document.schema is not None and here.document.schema.name == schema.name:
            go = Action(self.tr("Continue to Columns"), self._use, "primary", arrow=True)
        else:
            go = Action(bridge.text(USE.with_(title=schema.title)), self._use, "primary", arrow=True)
        return Head(self.tr("Standard"), lead, (go,))

    def hints(self) -> tuple[str, ...]:
        """The keys of the cards."""
        return (self.tr("↑ ↓ choose"), self.tr("Enter use"), self.tr("Type to search"))

    def enter(self, visit: Any) -> None:
        """Begin on the chosen card."""
        if self._stale:
            self.redraw()
        chosen = next((card for card in self._cards if card.schema.name == self._chosen), None)
        target = chosen or (self._cards[0] if self._cards else self.search)
        target.setFocus()

    def commit(self) -> None:
        """Nothing is edited here."""

    def act(self, action: str) -> None:
        """No menu item belongs to this page."""

    def panes(self) -> tuple[QWidget, ...]:
        """Search, cards, the right pane."""
        return (self.search, *self._cards[:1], self.about)

    def keep(self) -> dict[str, Any]:
        """Keep the choice and the search."""
        return {"chosen": self._chosen, "search": self.search.text(), "pinned": self.own.pinned}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put them back."""
        self._chosen = kept.get("chosen") or self._chosen
        self.own.pinned = kept.get("pinned", "")
        self.search.setText(kept.get("search", ""))
        self.redraw()
