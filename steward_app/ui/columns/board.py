"""The left of station 3: bands and rows, one for each field and each other column, kept in place while they change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ...core.schema import LEVELS, Schema, folded
from ...core.table import Table
from ...workspace.columns import FieldRow, OtherRow
from .. import look
from ..turns import PAUSE, Turns
from ..widgets import Band, Choices
from . import told, words
from .lines import ABSENT, COMBINE, CONSTANT, NOTHING, SPLIT, FieldLine, Line, OtherLine
from .values import ValueTable


class Board(QScrollArea):
    """All rows. `chosen` names a field or a column; `asked` carries keys; `picked` a choice in a row's list."""

    chosen = Signal(str)
    asked = Signal(str, str)
    picked = Signal(str, str)

    def __init__(self, language: str, number: Callable[[float], str], *, at_once: bool = True,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._turns, self._sought_last = Turns(self, at_once=at_once), ("", "", frozenset[str]())
        self._language, self._number = language, number
        self.lines: dict[str, Line] = {}
        self._bands: dict[str, QVBoxLayout] = {}
        self._schema: Schema | None = None
        self._table: tuple[str, ...] = ()
        self._extra: QWidget | None = None
        self.current = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Fields of the standard"))
        host = QWidget()
        host.setProperty("ground", "surface")
        self._place = look.column()
        host.setLayout(self._place)
        self.setWidget(host)

    def show_rows(self, schema: Schema, table: Table, rows: Sequence[FieldRow], others: Sequence[OtherRow]) -> Iterator[object]:
        """Show the mapping, row by row where they are made anew: for another standard or another table."""
        if schema is not self._schema or table.columns != self._table:
            yield from self._build(schema, table, rows)
            yield PAUSE
        for row in rows:
            self.lines[row.field.name].show_row(row, told.hint(row.field, schema, self._language))
        self._turns.run(self._others_shown(others))
        for level in LEVELS:
            self._show_band(level, [row for row in rows if row.field.level == level])
        kept = sum(row.extra is not None for row in others)
        self._say_band("others", words.OTHERS.to(self._language),
                       words.OTHERS_FACT.with_(n=len(others), kept=kept).to(self._language), "", bool(others))

    @property
    def building(self) -> bool:
        """Tell whether rows are still to be made."""
        return self._schema is None

    def _build(self, schema: Schema, table: Table, rows: Sequence[FieldRow]) -> Iterator[object]:
        self.close_extra()
        self._turns.drop()
        look.clear(self._place)
        self.lines, self._bands, self._schema = {}, {}, None
        yield PAUSE  # the page itself is shown first
        choices = self._choices(table)
        for level in (*LEVELS, "others"):
            holder = QVBoxLayout()
            self._bands[level] = holder
            self._place.addLayout(holder)
            for row in rows if level != "others" else ():
                if row.field.level == level:
                    line = FieldLine(row, told.hint(row.field, schema, self._language), choices, self._language)
                    line.picked.connect(self.picked)
                    self._add(f"{row.field.name}", line)
                    yield
        self._others = QVBoxLayout()
        self._place.addLayout(self._others)
        self._place.addStretch(1)
        self._schema, self._table = schema, table.columns

    def _choices(self, table: Table) -> Choices:
        entries = [(self.tr("Choose a column…"), NOTHING), *((column, column) for column in table.columns),
                   (self.tr("Not in this file"), ABSENT), (self.tr("One value for all rows…"), CONSTANT),
                   (self.tr("Combine columns…"), COMBINE), (self.tr("Split a column…"), SPLIT)]
        return Choices(entries, self)

    def _add(self, name: str, line: Line, place: QVBoxLayout | None = None) -> None:
        line.chosen.connect(self._choose)
        line.asked.connect(self.asked)
        self.lines[name] = line
        (place or self._place).addWidget(line)

    def _others_shown(self, others: Sequence[OtherRow]) -> Iterator[object]:
        """Show the other columns, a few a turn: a wide table has hundreds."""
        known = {row.column: row for row in others}
        for name in [n for n, line in self.lines.items() if isinstance(line, OtherLine) and n not in known]:
            line = self.lines.pop(name)
            self._others.removeWidget(line)
            line.hide()
            line.deleteLater()
        for row in others:
            line = self.lines.get(row.column)
            if isinstance(line, OtherLine):
                line.show_row(row)
            elif line is None:
                self._add(row.column, OtherLine(row, self._language), self._others)
                yield
        self.find(*self._sought_last)

    def _show_band(self, level: str, rows: Sequence[FieldRow]) -> None:
        said, mark = told.fact_of(rows)
        self._say_band(level, words.LEVELS[level].to(self._language), said.to(self._language), mark, bool(rows))

    def _say_band(self, level: str, name: str, fact: str, mark: str, shown: bool) -> None:
        holder = self._bands[level]
        known = holder.itemAt(0).widget() if holder.count() else None
        if known is not None and known.property("said") == (name, fact, mark):
            return
        look.clear(holder)
        if shown:
            band = Band(name, fact, mark)
            band.setProperty("said", (name, fact, mark))
            holder.addWidget(band)

    # Choosing

    def _choose(self, name: str) -> None:
        if name == self.current:
            return
        for each in (self.current, name):
            if each in self.lines:
                self.lines[each].choose(each == name)
        self.current = name
        self.chosen.emit(name)

    def take_focus(self, name: str) -> None:
        """Choose a row, bring it into view and give it the keyboard."""
        if name in self.lines:
            line = self.lines[name]
            self.ensureWidgetVisible(line, 0, look.px(60))
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose(name)

    def shown_names(self) -> list[str]:
        """Return the rows on screen, in order."""
        return [name for name in self._ordered() if not self.lines[name].isHidden()]

    def _ordered(self) -> list[str]:
        fields = [n for level in LEVELS for n, line in self.lines.items()
                  if isinstance(line, FieldLine) and line.row.field.level == level]
        return fields + [n for n, line in self.lines.items() if isinstance(line, OtherLine)]

    def move(self, name: str, step: int) -> None:
        """Take the focus to a neighbour; far steps stop at the ends."""
        names = self.shown_names()
        if name in names:
            self.take_focus(names[min(max(names.index(name) + step, 0), len(names) - 1)])

    def find(self, text: str, state: str, open_values: frozenset[str]) -> int:
        """Show only the rows that hold a text and are in a state; return how many."""
        self._sought_last = (text, state, open_values)
        sought, shown = folded(text), 0
        for line in self.lines.values():
            fits = (not sought or sought in folded(self._sought(line))) and self._in_state(line, state, open_values)
            if line.isHidden() == fits:
                line.setVisible(fits)
            shown += fits
        return shown

    def _sought(self, line: Line) -> str:
        if isinstance(line, FieldLine):
            feed = line.row.feed
            return " ".join((*line.row.field.names, line.shown.hint, *(feed.columns if feed else ())))
        return line.name

    def _in_state(self, line: Line, state: str, open_values: frozenset[str]) -> bool:
        if not state:
            return True
        if not isinstance(line, FieldLine):
            return False
        if state == "needs":
            return told.needs_you(line.row, open_values)
        return line.row.state == state or (state == "matched" and line.row.state in ("combined", "split", "constant"))

    # What opens inside a row

    def open_extra(self, name: str, widget: QWidget) -> None:
        """Open a widget under a row; another one closes."""
        self.close_extra()
        line = self.lines[name]
        self._extra = widget
        self._fit()
        self._place.insertWidget(self._place.indexOf(line) + 1, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out to what is open under a row."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if isinstance(self._extra, ValueTable):
            self._extra.fit(self.viewport().width())

    def close_extra(self) -> None:
        """Close what is open under a row."""
        if self._extra is not None:
            self._place.removeWidget(self._extra)
            self._extra.hide()
            self._extra.deleteLater()
            self._extra = None

    def see_all_of(self, name: str) -> None:
        """Bring a row and what is open under it into view, the row's top first."""
        line = self.lines[name]
        top = line.mapTo(self.widget(), QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(max(0, top - look.px(30)))
