"""Station 2: which standard the file follows; ranked cards, the best fit first, and what the chosen one asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ...core.change import Change
from ...core.schema import Schema, folded
from ...core.text import Text
from ...workspace import standard
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge
from ..turns import PAUSE, Turns
from ..widgets import Action, Head, SearchField, Select, quiet
from .about import AboutPane
from .aims import Aims
from .own import OwnStandards
from .shelf import Shelf

COMPARED = Text("Which standard does your file follow? We compared its {headings} headings and values with {n} standards.",
                "Quelle norme votre fichier suit-il? Ses {headings} en-têtes et ses valeurs ont été comparés à {n} normes.",
                "Which standard does your file follow? We compared its {headings} headings and values with one standard.",
                "Quelle norme votre fichier suit-il? Ses {headings} en-têtes et ses valeurs ont été comparés à une norme.")
NOTHING_FITS = Text("No standard looks like your file; you can still choose one.",
                    "Aucune norme ne ressemble à votre fichier; vous pouvez tout de même en choisir une.")
SEARCH = Text("Search {n} standards, in English or French", "Chercher parmi {n} normes, en français ou en anglais")
USE = Text("Use “{title}”", "Utiliser « {title} »")
SAVED = Text("Blank template saved as “{name}”.", "Gabarit vierge enregistré sous « {name} ».")


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
        self._stale, self._turns = False, Turns(self, at_once=bridge.jobs.inline)
        self._arriving = self._own_ways = False
        self.own = OwnStandards(self, bridge)
        self.aims = Aims(bridge, self._show)
        self.about = AboutPane(bridge, self._example, self.aims)
        self._lay_out()
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        self._opened(bridge.workspace)

    def _lay_out(self) -> None:
        bridge = self._bridge
        self.search = SearchField(bridge.text(SEARCH.with_(n=len(bridge.catalogue.standards))))
        self.search.setMinimumWidth(look.px(130))
        self.search.setMaximumWidth(max(look.px(330), self.search.whole))
        self.search.textChanged.connect(self.redraw)
        self.search.entered.connect(lambda _: self._use())
        themes = [(row[bridge.language], row["id"]) for row in bridge.catalogue.vocabularies["themes"]]
        self.theme = Select(self.tr("Theme"), [(self.tr("All themes"), ""), *themes])
        self.theme.setMinimumWidth(look.px(150))
        self.theme.setMaximumWidth(look.px(190))
        self.theme.currentIndexChanged.connect(lambda _: self.redraw())
        self.none_fits = quiet(self.tr("None of these fits"), self._none_fits, icon="circle-question-mark")
        self.shelf = Shelf(bridge, self.own)
        self.shelf.chosen.connect(self.choose)
        self.shelf.used.connect(lambda name: (self.choose(name), self._use()))
        self.shelf.guide.connect(lambda name: self._example("guide", bridge.catalogue.find(name)))
        self.shelf.typed.connect(lambda text: (self.search.setFocus(), self.search.insert(text)))
        self.shelf.cleared.connect(self._see_all)
        left = QWidget()
        tools = look.row(self.search, self.theme, None, self.none_fits, gap=8, margins=(4, 0, 12, 0))
        tools.setStretch(0, 6)
        tools.setStretch(1, 2)
        tools.setStretch(2, 1)
        look.stack(left, tools, 8, self.shelf, margins=(16, 14, 8, 0))
        left.layout().setStretch(2, 1)
        line = look.row(left, self.about, gap=0)
        line.setStretch(0, 1)
        self.setLayout(line)

    # Drawing

    def _opened(self, workspace: Any) -> None:
        self._ranked, self._chosen, self.own.pinned = (), None, ""
        self.aims.forget()
        if workspace is not None:
            self._chosen = workspace.document.schema.name if workspace.document.schema else None
            self._rank()
        self.redraw()

    def _changed(self, change: Change) -> None:
        document = self._bridge.workspace.document
        if change.standard:
            self._chosen = document.schema.name if document.schema else self._chosen
            self.redraw()
        elif change.decisions and change.who != "aims":
            self._show()
        if change.reading:
            self.aims.forget()
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
        order = [item.id for item in self._ranked if item.id in known] or list(known)
        wanted, theme = folded(self.search.text()).split(), self.theme.currentData()
        return [known[name] for name in order if all(word in self._words(known[name]) for word in wanted)
                and theme in ("", known[name].raw.get("theme"))]

    def _words(self, schema: Schema) -> str:
        parts = (schema.name, schema.title, schema.purpose, schema.description)
        names = [name for field in schema.fields for name in (field.title.en, field.title.fr)]
        return folded(" ".join([*(f"{p.en} {p.fr}" if isinstance(p, Text) else p for p in parts), *names]))

    def redraw(self) -> None:
        """Draw the cards anew, in the next turns; those of several wishes that come at once are drawn once."""
        self._stale = not self.isVisible()
        if self._stale:  # twenty cards are drawn when they are looked at, not while a file opens
            self.head_changed.emit(self.head())
            return
        self.search.setPlaceholderText(self._bridge.text(SEARCH.with_(n=len(self._bridge.catalogue.standards))))
        self._turns.run(self._drawn(), later=True)

    def _drawn(self) -> Iterator[object]:
        self._stale = not self.isVisible()
        if self._stale:  # another station was gone to meanwhile
            return
        in_hand = any(card.hasFocus() for card in self.shelf.cards)
        self.shelf.setUpdatesEnabled(False)  # until all of them are there
        yield from self.shelf.show_standards(self._schemas(), {item.id: item for item in self._ranked}, self._chosen,
                                             narrowed=bool(self.search.text() or self.theme.currentData()))
        self.shelf.setUpdatesEnabled(True)
        yield PAUSE
        self._show()
        if in_hand or self._arriving:
            self._arriving = False
            QTimer.singleShot(0, self._arrive)
        if self._own_ways:
            self._own_ways = False
            QTimer.singleShot(0, self.shelf.show_own_ways)

    def _see_all(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.theme.choose("")
        self.redraw()

    def _none_fits(self) -> None:
        if self.search.text() or self.theme.currentData():
            self._own_ways = True  # once the cards stand there
            self._see_all()
        else:
            QTimer.singleShot(0, self.shelf.show_own_ways)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the cards one, two or three across, as the width allows."""
        super().resizeEvent(event)
        room = self.width() - look.px(312)
        across = 1 if room < look.px(700) else 2 if room < look.px(1200) else 3
        if across != self.shelf.across:
            self.shelf.across = across
            self.redraw()

    def _show(self) -> None:
        self.shelf.choose(self._chosen)
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
        if (card := self.shelf.card_of(name)) is not None:
            card.setFocus()

    def _use(self) -> None:
        if self._chosen is None or self._bridge.workspace is None:
            return
        now = self._bridge.workspace.document.schema
        if now is not None and now.name == self._chosen:
            self._bridge.visit(Station.COLUMNS)
        else:
            quiet_ones = self.aims.quiet(self._bridge.catalogue.find(self._chosen))
            self._bridge.choose_standard(self._chosen, quiet=quiet_ones)

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
        """Return the keys of the cards."""
        return (self.tr("↑ ↓ choose"), self.tr("Enter use"), self.tr("F1 guide"), self.tr("Type to search"))

    def enter(self, visit: Any) -> None:
        """Begin on the chosen card."""
        if self._stale:
            self._arriving = True
            self.redraw()
        else:
            QTimer.singleShot(0, self._arrive)

    def _arrive(self) -> None:
        if self.isVisible():
            target = self.shelf.card_of(self._chosen) or next(iter(self.shelf.cards), self.search)
            target.setFocus()

    def commit(self) -> None:
        """Do nothing: nothing is edited here."""

    def act(self, action: str) -> None:
        """No menu item belongs to this page."""

    def panes(self) -> tuple[QWidget, ...]:
        """Search, the card chosen, the right pane."""
        card = self.shelf.card_of(self._chosen) or next(iter(self.shelf.cards), None)
        return tuple(part for part in (self.search, card, self.about) if part is not None)

    def keep(self) -> dict[str, Any]:
        """Keep the choice and the search."""
        return {"chosen": self._chosen, "search": self.search.text(), "pinned": self.own.pinned,
                "theme": self.theme.currentData()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Put them back."""
        self._chosen = kept.get("chosen") or self._chosen
        self.own.pinned = kept.get("pinned", "")
        self.theme.choose(kept.get("theme", ""))
        self.search.setText(kept.get("search", ""))
        self.redraw()
