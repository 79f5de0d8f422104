"""What was noticed in the file: each thing with its reason, its rows, and one button to accept or refuse it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from ...core.reading import LEFT_OUT, MENDED, Asked, Note, Proposal, Reading
from ...core.sheets import Parts
from ...core.text import Text
from .. import look
from ..widgets import Elided, icon_button, secondary, separator
from ..widgets.tall import Tall
from .reading import NOTHING, rows_named

WIDTH, QWIDGETSIZE_MAX = 300, (1 << 24) - 1
KEEP = Text("Keep as records", "Garder comme enregistrements", "Keep as a record", "Garder comme enregistrement")
LEAVE = Text("Leave out", "Omettre")
TAKE_BACK = Text("Take back", "Reprendre")
FILL = Text("Fill the blanks down", "Recopier vers le bas")
REPAIR = Text("Repair the accents", "Rétablir les accents")
AS_IT_WAS = Text("Leave as it was", "Laisser tel quel")
AS_WRITTEN = Text("Read the lines as written", "Lire les lignes telles quelles")
MEND = Text("Mend the lines", "Corriger les lignes")
READ_THAT = Text("Read that table instead", "Lire plutôt ce tableau")
ROW = Text("Row {rows}", "Ligne {rows}")
ROWS = Text("Rows {rows}", "Lignes {rows}")
AND_MORE = Text("{rows} and {n} more", "{rows} et {n} autres", "{rows} and {n} more", "{rows} et {n} autre")
KEPT = Text("These rows are now records.", "Ces lignes sont maintenant des enregistrements.",
            "This row is now a record.", "Cette ligne est maintenant un enregistrement.")
LEFT = Text("These rows are left out again.", "Ces lignes sont de nouveau omises.", "This row is left out again.",
            "Cette ligne est de nouveau omise.")
FILLED = Text("The blanks are filled in the table.", "Les cellules vides sont remplies dans le tableau.")
REPAIRED = Text("The accents are repaired in the table.", "Les accents sont rétablis dans le tableau.")
AGAIN = Text("The table is as the file has it.", "Le tableau est tel que dans le fichier.")
OTHER = Text("The other table is now read.", "L’autre tableau est maintenant lu.")
IN_THE_TABLE = Text("Done in the table; the rows of the file stay as they are.",
                    "Fait dans le tableau; les lignes du fichier restent telles quelles.")
OFFERS = {"fill_down": (FILL, FILLED), "fill_merged": (FILL, FILLED), "mojibake": (REPAIR, REPAIRED)}
# A remark that says again what a proposal says.
SAID_BY = {"F03": "mojibake", "F05": "header", "F07": "fill_merged", "F08": "total"}
NAMED = 3


@dataclass(frozen=True)
class Item:
    """One thing noticed: its sentence, more in small, the button with what it asks for and what it says, its first row."""

    says: Text
    more: Text = NOTHING
    button: Text | None = None
    asked: Asked | None = None
    after: Text = NOTHING
    row: int | None = None
    offer: bool = False


def noticed(reading: Reading) -> tuple[Item, ...]:
    """Return what was noticed: offers not taken up first, then rows left out, then remarks."""
    items = [*offers(reading), *mended(reading), *(
        left_out(p, reading.asked, reading.parts) for p in reading.proposals if p.kind in LEFT_OUT)]
    return tuple(sorted([*items, *remarks(reading)], key=lambda item: not item.offer))


def remarks(reading: Reading) -> list[Item]:
    """Return the remarks that no proposal says already, those of one kind together."""
    said = {p.kind for p in reading.proposals}
    kinds: dict[str, list[Note]] = {}
    for note in reading.notes:
        if SAID_BY.get(note.code) not in said:
            kinds.setdefault(note.code, []).append(note)
    return [Item(together([note.says for note in notes], "\n"), notes[0].do) for notes in kinds.values()]


def together(sentences: list[Text], sign: str = " ") -> Text:
    """Join sentences in both languages."""
    return Text(sign.join(each.to("en") for each in sentences), sign.join(each.to("fr") for each in sentences))


def offers(reading: Reading) -> list[Item]:
    """Return what can be done and is not done by itself: blanks filled, accents repaired."""
    found = []
    for kind, (words, after) in OFFERS.items():
        mine = [p for p in reading.proposals if p.kind == kind]
        if mine:
            says = together([p.reason for p in mine])
            done, accepted = mine[0].applied, reading.asked.accepted
            asked = reading.asked.but(accepted=accepted - {kind} if done else accepted | {kind})
            found.append(Item(says, IN_THE_TABLE, AS_IT_WAS, asked, AGAIN) if done else
                         Item(says, NOTHING, words, asked, after, offer=True))
    return found


def mended(reading: Reading) -> list[Item]:
    """Return what was taken off the lines before they were cut, and the way to read them as they are written."""
    found = []
    for proposal in reading.proposals:
        if proposal.kind in MENDED:
            refused, kind = reading.asked.refused, proposal.kind
            asked = reading.asked.but(refused=refused | {kind} if proposal.applied else refused - {kind})
            found.append(Item(proposal.reason, NOTHING, AS_WRITTEN if proposal.applied else MEND, asked, AGAIN))
    return found


def left_out(proposal: Proposal, asked: Asked, parts: Parts = ()) -> Item:
    """Return one group of rows that are no records, and the way to say otherwise."""
    kind, rows = proposal.kind, list(proposal.rows)
    if kind == "by_hand":
        button, after, then = TAKE_BACK, KEPT, asked.but(dropped=asked.dropped - set(rows))
    elif kind == "other_table":
        button, after, then = READ_THAT, OTHER, asked.but(header_rows=(rows[0],))
    elif proposal.applied:
        button, after, then = KEEP, KEPT, asked.but(refused=asked.refused | {kind})
    else:
        button, after, then = LEAVE, LEFT, asked.but(refused=asked.refused - {kind})
    once = not parts  # rows of several sheets are not named by their numbers alone
    named = len(rows) == 1 and "row" in proposal.reason.facts  # its sentence says which row it is
    return Item(proposal.reason, where(rows) if once and not named else NOTHING, button.with_(n=len(rows)), then,
                after.with_(n=len(rows)), rows[0] if rows else None)


def where(rows: list[int]) -> Text:
    """Name the rows, the first few where they are many and apart."""
    if not rows:
        return NOTHING
    near = len(rows) <= NAMED or rows[-1] - rows[0] == len(rows) - 1
    named = rows_named(rows if near else rows[:NAMED])
    rest = AND_MORE.with_(rows=named, n=len(rows) - NAMED)
    return (ROW if len(rows) == 1 else ROWS).with_(rows=named if near else rest)


class Line(QFrame):
    """One thing noticed; a click on it shows its first row."""

    def __init__(self, item: Item, language: str, ask: Callable[[Asked, Text], object], show: Callable[[int], object]) -> None:
        super().__init__()
        self._item, self._show = item, show
        says = look.label(item.says.to(language), "body", wrap=True)
        sign = (look.mark("better", 14) if item.offer else look.mark("ready", 14, "ink2") if item.button
                else look.pixmap("info", "ink2", 14))
        words = look.column(says, gap=2)
        if more := item.more.to(language):
            words.addWidget(look.label(more, "caption", "ink2", wrap=True))
        self.button = None
        if item.button is not None and item.asked is not None:
            self.button = secondary(item.button.to(language), lambda: ask(item.asked, item.after), small=True)
            self.button.setAccessibleDescription(item.says.to(language))
            words.addSpacing(look.px(6))
            words.addLayout(look.row(self.button, None))
        pictured = look.column(3, look.picture(sign), None)
        line = look.row(pictured, words, gap=8, margins=(0, 10, 0, 10))
        line.setStretch(1, 1)
        self.setLayout(line)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show its first row in the grid."""
        if self._item.row is not None:
            self._show(self._item.row)


class NoticedPane(QFrame):
    """A pane beside the raw rows that lists what was noticed."""

    def __init__(self, ask: Callable[[Asked, Text], object], show: Callable[[int], object], close: Callable[[], object],
                 language: str) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        look.fixed(self, WIDTH)
        self._ask, self._show, self._close, self._language = ask, show, close, language
        self.lines: list[Line] = []
        self._list = look.column()
        inside = QWidget()
        inside.setProperty("ground", "surface")
        inside.setLayout(self._list)
        self._area = Tall()
        self._area.setWidget(inside)
        self.shut = icon_button("x", self.tr("Close what was noticed"), close)
        title = look.row(Elided(self.tr("What was noticed"), "section"), self.shut, gap=4)
        title.setStretch(0, 1)
        look.stack(self, title, self._area, margins=(14, 4, 6, 8))
        self.layout().setStretch(1, 1)

    def widen(self, alone: bool) -> None:
        """Take the whole width where the raw rows have given way."""
        self.setMinimumWidth(look.px(WIDTH))
        self.setMaximumWidth(QWIDGETSIZE_MAX if alone else look.px(WIDTH))

    def event(self, event: QEvent) -> bool:
        """Keep Esc, which closes the pane, from the window."""
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def list(self, items: tuple[Item, ...]) -> None:
        """Show other things."""
        focused = next((i for i, line in enumerate(self.lines) if line.button and line.button.hasFocus()), None)
        look.clear(self._list)
        self.lines = [Line(item, self._language, self._ask, self._show) for item in items]
        for index, line in enumerate(self.lines):
            if index:
                self._list.addWidget(separator())
            self._list.addWidget(line)
        self._list.addStretch(1)
        self._area.settle()
        if focused is not None and focused < len(self.lines) and self.lines[focused].button:
            self.lines[focused].button.setFocus()
