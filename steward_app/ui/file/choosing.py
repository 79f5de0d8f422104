"""What a steward decides about the reading of a file, each as one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace

from ...core.reading import Asked, Reading
from ...core.text import Text
from ...workspace import questions
from ..bridge import Bridge, Said

HEADER_NOW = Text("Row {row} is now the header. Columns and checks were redone.",
                  "La ligne {row} sert maintenant d’en-tête. Colonnes et vérifications ont été refaites.")
HEADERS_NOW = Text("Rows {first} and {row} are now the header. Columns and checks were redone.",
                   "Les lignes {first} et {row} servent maintenant d’en-tête. Colonnes et vérifications ont été refaites.")
READ_ANEW = Text("The file was read another way. Columns and checks were redone.",
                 "Le fichier a été relu autrement. Colonnes et vérifications ont été refaites.")
NAMED = {
    "header_rows": Text("choose the header row", "choisir la ligne d’en-tête"),
    "encoding": Text("choose the encoding", "choisir l’encodage"),
    "delimiter": Text("choose the separator", "choisir le séparateur"),
    "sheet": Text("choose a sheet", "choisir une feuille"),
    "rows": Text("leave a row out or take it back", "omettre ou reprendre une ligne"),
    "noticed": Text("accept or refuse what was noticed", "acceptation ou refus d’une remarque"),
}
ORDER_NOW = Text("Dates of “{column}” are read {order}.", "Les dates de « {column} » sont lues {order}.")
ORDERS = {"dmy": Text("day first", "jour en premier"), "mdy": Text("month first", "mois en premier")}
MARK_NOW = {".": Text("Numbers are read with a decimal point.", "Les nombres sont lus avec un point décimal."),
            ",": Text("Numbers are read with a decimal comma.", "Les nombres sont lus avec une virgule décimale.")}


class Choosing:
    """Turns clicks of station 1 into steps of the work."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    @property
    def _reading(self) -> Reading:
        return self._bridge.workspace.document.reading

    def _read(self, asked: Asked, named: Text, after: Text = READ_ANEW) -> None:
        self._bridge.read_again(asked, named, after)

    def header(self, rows: tuple[int, ...]) -> None:
        """Make rows the header."""
        if rows == self._reading.header_rows:
            return
        after = (HEADER_NOW if len(rows) == 1 else HEADERS_NOW).with_(row=rows[-1], first=rows[0])
        self._read(self._reading.asked.but(header_rows=rows), NAMED["header_rows"], after)

    def two_rows(self) -> None:
        """Make the row under the header a second header row."""
        last = self._reading.header_rows[-1]
        self.header((last, last + 1))

    def row(self, row: int) -> None:
        """Leave a row out, or take it back."""
        asked, reading = self._reading.asked, self._reading
        if row in reading.header_rows:
            return
        out = any(row in p.rows and p.applied for p in reading.proposals if p.kind != "header")
        if out:
            asked = asked.but(kept=asked.kept | {row}, dropped=asked.dropped - {row})
        else:
            asked = asked.but(dropped=asked.dropped | {row}, kept=asked.kept - {row})
        self._read(asked, NAMED["rows"])

    def noticed(self, asked: Asked, after: Text) -> None:
        """Accept or refuse something that was noticed; `after` is what is said then."""
        self._read(asked, NAMED["noticed"], after)

    def sheet(self, name: str) -> None:
        """Read another sheet; what was said of the rows of the old one does not hold for it."""
        self._read(replace(Asked(), encoding=self._reading.asked.encoding, sheet=name), NAMED["sheet"])

    def card(self, key: str, value: str, found: questions.Looked) -> None:
        """Take the choice of a reading card."""
        if key == "dates":
            for item in found.two_ways if value in ORDERS else ():
                self.order(item.column, value)
        elif key == "decimal":
            if value:
                edit = questions.answered_mark(self._bridge.workspace.document, value)
                self._bridge.do(edit, "file", Said(MARK_NOW[value], undo=True))
        else:
            self._read(self._reading.asked.but(**{key: value or None}), NAMED[key])

    def order(self, column: str, order: str) -> None:
        """Say in which order the dates of a column are written."""
        edit = questions.answered(self._bridge.workspace.document, column, order)
        self._bridge.do(edit, "file", Said(ORDER_NOW.with_(column=column, order=ORDERS[order]), undo=True))
