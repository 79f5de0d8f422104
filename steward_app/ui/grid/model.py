"""What the grid shows, in pages of Python tuples: text, marks and headings, for painting and for screen readers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from ...core import glance
from ...core.changes import one_cell
from ...core.document import Document
from ...core.edits import Edit
from ...core.findings import Findings, Problems
from ...core.marks import Marks
from ...core.schema import Field
from ...core.shown import Shown
from ...core.text import Text
from .texts import written

PAGE = 128
PAGES_KEPT = 24
SAMPLE = 60  # records by which a column is written at the left or at the right


@dataclass(frozen=True, eq=False)
class GridState:
    """One version of a document as the grid shows it. `message` says what is wrong with one cell."""

    document: Document
    findings: Findings | None = None
    edits: tuple[Edit, ...] = ()
    language: str = "en"
    message: Callable[[Problems, int], Text] | None = None
    read_only: bool = False


@dataclass(frozen=True)
class Heading:
    """What the header says of a column: the field's title over the file's own heading; its worst severity."""

    title: str
    source: str
    numeric: bool = False
    mark: str = ""


@dataclass(eq=False)
class Page:
    """Some rows as they are drawn: the texts, the marks by column, who wrote them, and the rows of the sheet."""

    start: int
    rows: list[tuple[str | None, ...]]
    marks: list[dict[int, Problems]]
    hands: list[dict[int, int]]
    numbers: list[int | None]
    records: list[int] = field(default_factory=list)


class GridModel(QAbstractTableModel):
    """A table over the column store. It changes nothing: typing emits `edited` with an Edit."""

    edited = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: GridState | None = None
        self._marks = Marks()
        self._pages: OrderedDict[int, Page] = OrderedDict()
        self.shown = Shown(0)
        self.headings: list[Heading] = []
        self.key_columns: tuple[int, ...] = ()

    @property
    def state(self) -> GridState | None:
        """The version on screen."""
        return self._state

    def show(self, state: GridState, shown: Shown | None = None) -> None:
        """Show a version of a document, and which of its records (all, unless said)."""
        self.beginResetModel()
        self._take(state)
        self.shown = shown or Shown.all_of(state.document.table)
        self.endResetModel()

    def forget(self) -> None:
        """Show nothing, and hold nothing of what was shown."""
        self.beginResetModel()
        self._state, self._marks, self.shown, self.headings, self.key_columns = None, Marks(), Shown(0), [], ()
        self._pages.clear()
        self.endResetModel()

    def renew(self, state: GridState) -> None:
        """Show another version of the same rows: nothing moves, only texts and marks change."""
        self._take(state)
        if self.shown.height:
            self.dataChanged.emit(self.index(0, 0), self.index(self.shown.height - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def choose(self, shown: Shown) -> None:
        """Show other records of the same version."""
        self.beginResetModel()
        self._pages.clear()
        self.shown = shown
        self.endResetModel()

    def _take(self, state: GridState) -> None:
        known = self._state
        self._state = state
        self._pages.clear()
        self._marks = Marks.of(state.document, state.findings, state.edits, self._marks)
        same = known is not None and known.document.mapping is state.document.mapping and (
            known.document.schema is state.document.schema and known.language == state.language)
        numeric = [h.numeric for h in self.headings] if same else None
        self.headings = list(headings(state, self._marks, numeric))
        self.key_columns = key_columns(state.document)

    def page(self, position: int) -> Page:
        """Return the page that holds a position; the last few are kept."""
        start = position - position % PAGE
        page = self._pages.get(start)
        if page is None:
            page = self._fetch(start)
            self._pages[start] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(start)
        return page

    def _fetch(self, start: int) -> Page:
        assert self._state is not None
        table, shown, stop = self._state.document.table, self.shown, start + PAGE
        return Page(start, shown.rows(table, start, stop), self._marks.page(shown, start, stop),
                    self._marks.written(shown, start, stop), shown.numbers(table, start, stop),
                    shown.records(start, stop))

    def text(self, position: int, column: int) -> str | None:
        """Return the text of a cell as the file or the steward wrote it; None where it is empty."""
        page = self.page(position)
        return page.rows[position - page.start][column]

    def problem(self, position: int, column: int) -> Problems | None:
        """Return the worst problem of a cell."""
        page = self.page(position)
        return page.marks[position - page.start].get(column)

    def record(self, position: int) -> int:
        """Return the record at a position."""
        return self.shown.record(position)

    def key(self, position: int) -> str:
        """Return what names a record: its sheet where there are several, and the text of its key columns."""
        page = self.page(position)
        row = page.rows[position - page.start]
        keys = [written(row[column]) for column in self.key_columns if row[column]]
        sheet = glance.sheet_of(self._state.document.table, self.record(position)) if self._state else None
        return " · ".join([sheet, *keys] if sheet else keys)

    def number(self, position: int) -> int | None:
        """Return the row of the sheet at a position."""
        if (page := self._pages.get(position - position % PAGE)) is not None:
            return page.numbers[position - page.start]
        return self.shown.numbers(self._state.document.table, position, position + 1)[0] if self._state else None

    def said(self, position: int, column: int) -> str:
        """Return what is wrong with a cell, in words; empty where nothing is."""
        problem, state = self.problem(position, column), self._state
        if problem is None or state is None:
            return ""
        words = state.message(problem, self.record(position)) if state.message else problem.check.says
        return words.to(state.language)

    # What Qt asks. Painting never comes here: the view reads the pages.

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows are shown."""
        return 0 if parent.isValid() else min(self.shown.height, 2_000_000_000)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text to a screen reader, a tooltip or an editor."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return written(self.text(index.row(), index.column()))
        if role == Qt.ItemDataRole.EditRole:
            return self.text(index.row(), index.column()) or ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.said(index.row(), index.column()) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [self.text(index.row(), index.column()) or self.tr("empty"), self.said(index.row(), index.column())]
            return ". ".join(word for word in words if word)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading, or the row's number and key."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            heading = self.headings[section]
            return f"{heading.title}\n{heading.source}" if heading.source else heading.title
        number = self.number(section)
        return " ".join(word for word in (str(number or ""), self.key(section)) if word)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Say what may be done with a cell."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._state is None or self._state.read_only else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for an edit; unchanged text is none."""
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or self._state is None:
            return False
        if text == (self.text(index.row(), index.column()) or ""):
            return False
        column = self._state.document.table.columns[index.column()]
        self.edited.emit(one_cell(column, self.record(index.row()), text))
        return True


def headings(state: GridState, marks: Marks, numeric: list[bool] | None) -> Iterable[Heading]:
    """Yield the heading of each column."""
    document = state.document
    worst: dict[int, str] = {}
    for columns, problem in marks.cells:
        worst.update(dict.fromkeys(columns, str(problem.severity)))
    for index, column in enumerate(document.table.columns):
        fields = document.mapping.fields_of(column) if document.schema else ()
        title = " / ".join(document.schema[name].title.to(state.language) for name in fields if document.schema)
        own = document.table.headings[index].strip() or column
        right = numeric[index] if numeric else is_numeric(document, fields, column)
        yield Heading(title or own, own if title else "", right, worst.get(index, ""))


def is_numeric(document: Document, fields: tuple[str, ...], column: str) -> bool:
    """Tell whether a column is written at the right: its field is a number, else most of its first texts are."""
    if fields and document.schema:
        return numeric_field(document.schema[fields[0]])
    def most() -> bool:
        texts = [text for text in document.table.frame[column].head(SAMPLE).to_list() if text]
        return bool(texts) and sum(map(_plain_number, texts)) > 0.8 * len(texts)
    return document.table.once("numeric", column, SAMPLE, most)


def numeric_field(field_: Field) -> bool:
    """Tell whether a field holds numbers."""
    return field_.type in ("integer", "number")


def _plain_number(text: str) -> bool:
    if text.isalpha():
        return False
    bare = text.strip().removeprefix("-").replace(",", "").replace(".", "").replace(" ", "").strip("$")
    return bare.isdigit() and not (len(bare) > 1 and text.startswith("0") and "." not in text)


def key_columns(document: Document) -> tuple[int, ...]:
    """Return the columns that feed the standard's key."""
    if document.schema is None:
        return ()
    places = {key: index for index, key in enumerate(document.table.columns)}
    feeds = (document.mapping.feed(name) for name in document.schema.primary_key)
    return tuple(dict.fromkeys(places[c] for feed in feeds if feed and feed.feeds for c in feed.columns if c in places))
