"""Station 1: the raw rows, where the headings are, what is no record, and how the text was read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ...core.change import Change
from ...core.reading import Asked, Reading
from ...core.text import Text
from ...workspace import questions
from ...workspace.states import Station
from .. import look
from ..bridge import Bridge, Said
from ..widgets import Action, Elided, Head, Select, quiet, secondary
from ..widgets.cards import Banner
from .accents import accents_question, in_doubt
from .asking import Question
from .cards import ReadingCard
from .dates import date_question
from .reading import choosables, facts, header_words, notes_words
from .rows import RawGrid, RawRows

HEADER_NOW = Text("Row {row} is now the header. Columns and checks were redone.",
                  "La ligne {row} sert maintenant d’en-tête. Colonnes et vérifications ont été refaites.")
HEADERS_NOW = Text("Rows {first} and {row} are now the header. Columns and checks were redone.",
                   "Les lignes {first} et {row} servent maintenant d’en-tête. Colonnes et vérifications ont été refaites.")
READ_ANEW = Text("The file was read another way. Columns and checks were redone.",
                 "Le fichier a été relu autrement. Colonnes et vérifications ont été refaites.")
NAMED = {
    "header_rows": Text("choose the header row", "choix de la ligne d’en-tête"),
    "encoding": Text("choose the encoding", "choix de l’encodage"),
    "delimiter": Text("choose the separator", "choix du séparateur"),
    "decimal": Text("choose the decimal mark", "choix du signe décimal"),
    "sheet": Text("choose a sheet", "choix d’une feuille"),
    "rows": Text("leave a row out or take it back", "ligne omise ou reprise"),
}
ORDER_NOW = Text("Dates of “{column}” are read {order}.", "Les dates de « {column} » sont lues {order}.")
ORDERS = {"dmy": Text("day first", "jour en premier"), "mdy": Text("month first", "mois en premier")}


class FilePage(QWidget):
    """Station 1."""

    ACTIONS: frozenset[str] = frozenset()
    head_changed = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.setProperty("ground", "window")
        self.rows = RawRows(bridge.language)
        self.grid = RawGrid(self.rows, self.tr("First rows of the file"))
        self.grid.header_asked.connect(self._header)
        self.grid.row_asked.connect(self._toggle_row)
        self._found: tuple[questions.TwoWays, ...] = ()
        self._question: Question | None = None
        self._stale, self.cards = False, {}
        self._banner, self._sheet, self._asks, self._cards = (look.column(), look.row(gap=10), look.column(gap=8),
                                                              look.row(gap=10))
        look.stack(self, self._banner, 8, self._sheet, 8, self.grid, 8, self._asks, 8, self._cards,
                   margins=(20, 10, 20, 10))
        self.layout().setStretch(4, 1)
        bridge.opened.connect(self._opened)
        bridge.changed.connect(self._changed)
        self._opened(bridge.workspace)

    # Drawing

    def _opened(self, workspace: Any) -> None:
        self._found = ()
        if workspace is not None:
            self._draw()
            self._look_for_questions()

    def _changed(self, change: Change) -> None:
        if change.reading:
            self._draw()
            self._look_for_questions()
        elif change.mapping:
            self._ask()

    def _look_for_questions(self) -> None:
        table = self._bridge.workspace.document.table
        self._bridge.ask("questions", lambda _: questions.questions(table), self._questions)

    def _questions(self, found: tuple[questions.TwoWays, ...]) -> None:
        self._found = found
        self._ask()

    @property
    def _reading(self) -> Reading:
        return self._bridge.workspace.document.reading

    def _draw(self) -> None:
        reading, language = self._reading, self._bridge.language
        self.rows.show(self._bridge.peek, reading)
        look.clear(self._banner)
        title, reason = header_words(reading)
        two = quiet(self.tr("Two heading rows"), self._two_rows)
        if len(reading.header_rows) != 1:
            two.hide()
        other = secondary(self.tr("Choose another row"), self._choose_row, small=True)
        self._banner.addWidget(Banner("accent", title.to(language), reason.to(language), icon="table-properties",
                                      buttons=(two, other)))
        self._draw_sheet(reading)
        self._ask()

    def _draw_sheet(self, reading: Reading) -> None:
        look.clear(self._sheet)
        if reading.sheets:
            self._sheet.addWidget(look.label(self.tr("Sheet"), "body", "ink2"))
            hidden = self.tr("hidden")
            number = self._bridge.number
            names = [(f"{sheet.name} ({number(sheet.rows)} × {number(sheet.columns)})" + (f" · {hidden}" if sheet.hidden else ""),
                      sheet.name) for sheet in reading.sheets]
            select = Select(self.tr("Sheet"), names, 240)
            select.choose(reading.sheet)
            select.currentIndexChanged.connect(lambda: self._choose("sheet", select.currentData()))
            self._sheet.addWidget(select)
        self._sheet.addWidget(Elided(facts(self._bridge.workspace.document).to(self._bridge.language), "body", "ink2"), 1)
        if reading.notes:
            words = self.tr("See notes ({n})").format(n=len(reading.notes))
            self._sheet.addWidget(quiet(words, self._notes, icon="message-square"))

    def _ask(self) -> None:
        if self._bridge.workspace is None:
            return
        document = self._bridge.workspace.document
        open_ones = questions.open_questions(self._found, document)
        self._bridge.see(questions=len(open_ones) + in_doubt(document.reading))
        self._stale = not self.isVisible()
        if self._stale:  # drawn when it is looked at, not while another station is
            return
        look.clear(self._asks)
        self._question = self._asked(document.reading, open_ones)
        if self._question is not None:
            self._asks.addWidget(self._question)
        look.clear(self._cards)
        self.cards = {}
        for what in choosables(document, self._found, len(open_ones), self._bridge.language):
            card = ReadingCard(what, self.tr("Detected"), self.tr("Please check"), self._choose)
            self.cards[what.key] = card
            self._cards.addWidget(card, 1)
        self.head_changed.emit(self.head())

    def _asked(self, reading: Reading, open_ones: tuple[questions.TwoWays, ...]) -> Question | None:
        language = self._bridge.language
        if in_doubt(reading):
            return accents_question(reading, language, lambda encoding: self._choose("encoding", encoding))
        return date_question(open_ones[0], language, self._answer) if open_ones else None

    # Choosing

    def _read(self, asked: Asked, named: Text, after: Text) -> None:
        self._bridge.read_again(asked, named, after)

    def _header(self, rows: tuple[int, ...]) -> None:
        if rows == self._reading.header_rows:
            return
        after = (HEADER_NOW if len(rows) == 1 else HEADERS_NOW).with_(row=str(rows[-1]), first=str(rows[0]))
        self._read(self._reading.asked.but(header_rows=rows), NAMED["header_rows"], after)

    def _two_rows(self) -> None:
        last = self._reading.header_rows[-1]
        self._header((last, last + 1))

    def _choose_row(self) -> None:
        self._bridge.say(self.hint_choose())
        self.grid.setFocus()
        self.grid.selectRow(max(0, self.grid.currentIndex().row()))

    def hint_choose(self) -> Text:
        """Return how another header row is chosen."""
        return Text("Choose a row with the arrows, then Enter; or click its number.",
                    "Choisissez une ligne avec les flèches, puis Entrée; ou cliquez son numéro.")

    def _toggle_row(self, row: int) -> None:
        asked, reading = self._reading.asked, self._reading
        if row in reading.header_rows:
            return
        out = any(row in p.rows and p.applied for p in reading.proposals if p.kind != "header")
        if out:
            asked = asked.but(kept=asked.kept | {row}, dropped=asked.dropped - {row})
        else:
            asked = asked.but(dropped=asked.dropped | {row}, kept=asked.kept - {row})
        self._read(asked, NAMED["rows"], READ_ANEW)

    def _choose(self, key: str, value: Any) -> None:
        if key == "dates":
            self._answer_all(value)
            return
        asked = self._reading.asked
        if key == "sheet":
            asked = replace(Asked(), encoding=asked.encoding)
        self._read(asked.but(**{key: value or None}), NAMED[key], READ_ANEW)

    def _answer(self, column: str, order: str) -> None:
        edit = questions.answered(self._bridge.workspace.document, column, order)
        self._bridge.do(edit, "file", Said(ORDER_NOW.with_(column=column, order=ORDERS[order]), undo=True))

    def _answer_all(self, order: str) -> None:
        for item in self._found:
            if order in ORDERS:
                self._answer(item.column, order)

    def _notes(self) -> None:
        says, do = (self._bridge.text(part) for part in notes_words(self._reading))
        self._bridge.dialogs.help(self.window(), says, do, [])

    # The window's protocol

    def head(self) -> Head:
        """Name the file, its size, and that it is never changed."""
        here = self._bridge.workspace
        if here is None:
            return Head(self.tr("File"))
        asks = bool(questions.open_questions(self._found, here.document)) or in_doubt(here.document.reading)
        size = self._bridge.number(max(1, round(here.document.reading.bytes / 1024)))
        lead = self.tr("{name} · {size} kB · read as it is, never changed").format(name=here.path.name, size=size)
        go = Action(self.tr("Continue to Standard"), lambda: self._bridge.visit(Station.STANDARD),
                    "secondary" if asks else "primary", arrow=True)
        return Head(self.tr("File"), lead, (Action(self.tr("Open another file…"), lambda: self._bridge.please("open")), go))

    def hints(self) -> tuple[str, ...]:
        """The keys of the raw rows."""
        return (self.tr("Enter header row"), self.tr("Shift+Enter second header row"), self.tr("Space leave out"))

    def enter(self, visit: Any) -> None:
        """Begin in the raw rows."""
        if self._stale:
            self._ask()
        self.grid.setFocus()
        if self.rows.rowCount() and not self.grid.currentIndex().isValid():
            header = self._reading.header_rows
            numbers = [number for number, _ in self.rows.rows]
            self.grid.setCurrentIndex(self.rows.index(numbers.index(header[0]) if header and header[0] in numbers else 0, 0))
            self.grid.scrollToTop()

    def filled(self) -> QPushButton | None:
        """Confirm, while a question is open."""
        return self._question.button if self._question else None

    def commit(self) -> None:
        """Nothing is edited here."""

    def act(self, action: str) -> None:
        """No menu item belongs to this page."""

    def panes(self) -> tuple[QWidget, ...]:
        """Raw rows, the question, the cards."""
        asks = [self._question.button] if self._question else []
        return (self.grid, *asks, *[card.select for card in self.cards.values()][:1])

    def keep(self) -> dict[str, Any]:
        """Keep the scroll."""
        return {"scroll": self.grid.verticalScrollBar().value(), "row": self.grid.currentIndex().row()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Scroll back."""
        self.grid.verticalScrollBar().setValue(kept.get("scroll", 0))
