"""The cells of an XLSX sheet, taken from its XML some megabytes at a time, whole columns at once."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from ..core.progress import Progress
from ..core.table import ROW
from ..core.text import Text
from .cells import number_text
from .seen import Seen
from .serials import DATE, DURATION, NUMBER, durations, moments
from .sharedstrings import in_runs, unescaped
from .sheetxml import CHUNK, note_hidden, note_merges, pieces
from .xmltags import column_index

READING = Text("Reading the rows", "Lecture des lignes")
TEXT, SHARED, BOOLEAN, ISO = "text", "shared", "boolean", "iso"
TYPES = {"s": SHARED, "str": TEXT, "inlineStr": TEXT, "e": TEXT, "b": BOOLEAN, "d": ISO}
FEW = 100  # cells of a column that are worth a part of their own
LAST_ROW, LAST_COLUMN, MOST_CELLS, MOST_AT_ONCE = 1_048_576, 16_384, 60_000_000, 4 * CHUNK
# A cell after `<c `: its column, its row, its other attributes, and its value where nothing but <v> or <t> stands before.
_CELL = r'^r="([A-Z]{1,3})([0-9]{1,7})"([^>]*)>(?:<v>|<is><t>)?([^<]*)'
_VALUE = r"^[^>]*>\s*(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?\s*(?:<v[^>]*>|<is>\s*<t[^>]*>)([^<]*)<"
_ODD = re.compile(rb"<\w+:(?:sheetData|row|c)\b|<c[>\s]*>|<c\s+\w+='|<!(?!--)|<row\b[^>]*='")


class Odd(Exception):
    """The XML is not written in the plain way: the general reader must read it."""


@dataclass(eq=False)
class Cells:
    """The filled cells of one sheet, column by column, and what else its XML holds."""

    seen: Seen = field(default_factory=Seen)
    rows: int = 0  # the last row that holds something
    count: int = 0
    _parts: dict[int, list[pl.DataFrame]] = field(default_factory=dict)
    _wide: list[pl.DataFrame] = field(default_factory=list)  # not yet parted
    _table: pl.DataFrame | None = None

    def add(self, cells: pl.DataFrame) -> None:
        """Take cells in: `column` (from 0), `row` (from 1), `text`."""
        self.rows = max(self.rows, int(cells["row"].max() or 0))  # type: ignore[arg-type]
        self.count += cells.height
        self._wide += [cells]
        if cells.height > FEW * cells["column"].n_unique():
            self._part()

    def _part(self) -> None:
        """Part the cells by columns: some thousand of each at a time, or a very wide sheet would fall into too many parts."""
        if not self._wide:
            return
        cells, self._wide = pl.concat(self._wide), []
        for (column,), part in cells.partition_by("column", as_dict=True, include_key=False).items():
            self._parts.setdefault(column, []).append(part)

    @property
    def columns(self) -> list[int]:
        """The columns that hold something, from 0, rising."""
        self._part()
        return sorted(self._parts)

    def table(self) -> pl.DataFrame:
        """Return the rows as text, from the first row of the sheet and from the first column that holds something.

        Columns between are kept, unless a stray cell far out would make the table absurdly wide. The cells are let go
        of as their columns are made: both at once would take twice the room.
        """
        if self._table is None:
            used = self.columns
            between = range(used[0], used[-1] + 1) if used else range(0)
            wide = len(between) * self.rows > max(20_000_000, 20 * self.count)
            empty = pl.repeat(None, self.rows, dtype=pl.String, eager=True)
            self._table = pl.DataFrame([self._column(at, empty).alias(str(index))
                                        for index, at in enumerate(used if wide else between)])
        return self._table

    def _column(self, at: int, empty: pl.Series) -> pl.Series:
        if at not in self._parts:
            return empty
        parts, self._parts[at] = self._parts[at], []
        return placed(pl.concat(parts, rechunk=True), self.rows)


def placed(cells: pl.DataFrame, height: int) -> pl.Series:
    """Return a column of text from its filled cells; of two for one row the later one holds."""
    at, text = cells["row"] - 1, cells["text"]
    if cells.height == height and bool((at == pl.int_range(height, dtype=ROW, eager=True)).all()):
        return text
    where = pl.repeat(None, height, dtype=ROW, eager=True).scatter(at, pl.int_range(cells.height, dtype=ROW, eager=True))
    return text.gather(where)


def read(book: zipfile.ZipFile, part: str, styles: Mapping[int, str], strings: pl.Series,
         progress: Progress) -> Cells:
    """Read the cells of one sheet. Raises Odd where its XML is not written in the plain way."""
    cells, whole, done = Cells(), False, 0
    for piece in pieces(book, part):
        progress(READING, cells.rows, cells.rows * book.getinfo(part).file_size // max(1, done))
        done += len(piece)
        if (not cells.count and _ODD.search(piece[:1 << 16])) or len(piece) > MOST_AT_ONCE:
            raise Odd
        note_hidden(piece, cells.seen)
        body, end, tail = (piece, b"", b"") if piece.endswith(b"</row>") else piece.partition(b"</sheetData>")
        whole = whole or bool(end) or b"<sheetData/>" in body
        note_merges(tail, cells.seen)
        if b"<c " in body:
            cells.add(cells_of(body, styles, strings, cells.seen))
        if cells.count > MOST_CELLS:
            raise Odd
    if not whole or cells.rows > LAST_ROW or max(cells.columns, default=0) >= LAST_COLUMN:
        raise Odd
    return cells


def cells_of(piece: bytes, styles: Mapping[int, str], strings: pl.Series, seen: Seen) -> pl.DataFrame:
    """Return the filled cells of a piece: `column` (from 0), `row` (from 1), `text`."""
    whole = pl.Series("cell", [piece], dtype=pl.Binary).cast(pl.String)
    raw = whole.str.split("<c ").explode().slice(1)
    found = raw.str.extract_groups(_CELL).struct.unnest().rename(lambda name: f"_{name}")
    if found["_1"].null_count():
        raise Odd
    letters = found["_1"].unique().to_list()
    numbered = pl.col("_1").replace_strict(letters, [column_index(name.encode()) for name in letters], return_dtype=pl.UInt16)
    frame = found.select(numbered.alias("column"), pl.col("_2").cast(ROW).alias("row"), pl.col("_3").alias("said"),
                         pl.col("_4").alias("text"), raw.alias("raw"))
    frame = kinds(valued(frame, seen), styles)
    parts = [part.select("column", "row", in_words(part["text"], str(key[0]), strings).alias("text"))
             for key, part in frame.partition_by("kind", as_dict=True, include_key=False).items()]
    return pl.concat(parts).filter(pl.col("text").str.len_bytes() > 0) if parts else frame.select("column", "row", "text")


def valued(frame: pl.DataFrame, seen: Seen) -> pl.DataFrame:
    """Return the cells that have a value; those with a formula, a style of their text or several runs are looked at again."""
    bare = frame["text"].str.len_bytes() == 0
    again = frame.filter(bare & ~frame["said"].str.ends_with("/"))
    simple = frame.filter(~bare).select("column", "row", "said", "text")
    if not again.height:
        return simple
    formula = again["raw"].str.contains("<f[ >/]")
    seen.formulas += int(formula.sum())
    if bool(again["raw"].str.contains("<!", literal=True).any()):
        raise Odd
    found = again.with_columns(pl.col("raw").str.extract(_VALUE, 1).alias("text"))
    unkept = formula & (found["text"].fill_null("").str.len_bytes() == 0) & ~found["said"].str.contains('t="str"', literal=True)
    seen.empty += int(unkept.sum())
    runs = found.filter(pl.col("text").is_null() & pl.col("raw").str.contains("<is>", literal=True))
    runs = runs.with_columns(pl.Series("text", [in_runs(raw) for raw in runs["raw"]], dtype=pl.String))
    return pl.concat([simple, *(part.filter(pl.col("text").str.len_bytes() > 0).select(simple.columns) for part in (found, runs))])


def kinds(frame: pl.DataFrame, styles: Mapping[int, str]) -> pl.DataFrame:
    """Add what kind of value each cell holds, by its type and its style."""
    said = frame["said"].unique().to_list()
    known = [kind_of(text, styles) for text in said]
    if len(set(known)) == 1:
        return frame.with_columns(pl.lit(known[0]).alias("kind"))
    return frame.with_columns(pl.col("said").replace_strict(said, known, return_dtype=pl.String).alias("kind"))


def kind_of(said: str, styles: Mapping[int, str]) -> str:
    """Return the kind that the attributes of a cell tell. Raises Odd on a type nobody knows."""
    attributes = dict(re.findall(r'(\w+)="([^"]*)"', said))
    known = attributes.get("t", "n")
    if known != "n":
        if known not in TYPES:
            raise Odd
        return TYPES[known]
    style = attributes.get("s", "0")
    return styles.get(int(style), NUMBER) if style.isdigit() else NUMBER


def in_words(raw: pl.Series, kind: str, strings: pl.Series) -> pl.Series:
    """Return the values of one kind as text."""
    if kind == TEXT:
        return unescaped(raw)
    if kind == SHARED:
        return strings.gather(raw.cast(ROW))
    if kind == BOOLEAN:
        return raw.replace_strict({"1": "TRUE", "true": "TRUE"}, default="FALSE", return_dtype=pl.String)
    if kind == ISO:
        return raw.str.replace(r"T00:00:00(?:\.0+)?Z?$", "").str.replace(r"Z$", "")
    amounts = raw.str.strip_chars().cast(pl.Float64)
    if kind == DURATION:
        return durations(amounts)
    written = number_text(amounts)
    if kind.startswith(DATE):
        return moments(amounts, kind).zip_with(moments(amounts, kind).is_not_null(), written)
    return written if kind == NUMBER else with_zeros(written, int(kind))


def with_zeros(written: pl.Series, digits: int) -> pl.Series:
    """Return whole numbers with the zeros that their format shows."""
    whole = written.str.contains(r"^[0-9]+$")
    return written.str.zfill(digits).zip_with(whole, written)
