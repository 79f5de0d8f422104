"""What the file said: named columns of text, immutable, columnar."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, TypeVar

import polars as pl

from .reading import Peek, Reading
from .sheets import Parts

ROW = pl.UInt32
T = TypeVar("T")
SPAN = 1 << 16  # records: the part of a long column that an edit copies


@dataclass(frozen=True, eq=False)
class Table:
    """Records as text, null where a cell is empty (never empty text).

    `frame` has one String column per source column, named by `keys` (unique); `headings` are the headings as the
    file has them ("" where there is none). `rows` gives each record's row as a spreadsheet shows it (UInt32, from 1;
    null for a row typed in the app); where `parts` names several sheets or files read as one, it counts on from one to the
    next (see `sheets`). `ragged` holds the records whose count of cells differs from the header:
    `index` (UInt32, record), `surplus` (Int32, + too many, − too few), `text` (String, the surplus cells, tab-joined).
    """

    frame: pl.DataFrame
    headings: tuple[str, ...]
    rows: pl.Series
    ragged: pl.DataFrame = field(default_factory=lambda: no_ragged())
    parts: Parts = ()
    memo: dict[tuple[str, str, int | None], Any] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, frame: pl.DataFrame, headings: Sequence[str], rows: pl.Series | None = None,
           first_row: int = 2, ragged: pl.DataFrame | None = None, parts: Parts = ()) -> Table:
        """Make a table of a frame of text columns in file order; columns are renamed to their keys."""
        keys = column_keys(headings)
        named = frame.rename(dict(zip(frame.columns, keys, strict=True)))
        numbers = rows if rows is not None else pl.int_range(first_row, first_row + frame.height, dtype=ROW, eager=True)
        return cls(named, tuple(headings), numbers.rename("row"), ragged if ragged is not None else no_ragged(), parts)

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the columns, in file order."""
        return tuple(self.frame.columns)

    @property
    def height(self) -> int:
        """How many records."""
        return self.frame.height

    @property
    def width(self) -> int:
        """How many columns."""
        return self.frame.width

    def heading(self, column: str) -> str:
        """Return the heading of a column as the file has it."""
        return self.headings[self.frame.get_column_index(column)]

    def cells(self, column: str, records: pl.Series) -> pl.Series:
        """Return the text of some records (indices from 0) of one column."""
        return self.frame[column].gather(records)

    def put(self, column: str, records: pl.Series, text: pl.Series) -> Table:
        """Return a table with new text in some cells of one column; every other column is shared."""
        return self.with_column(column, rewritten(self.frame[column], records, text.cast(pl.String)))

    def with_column(self, column: str, text: pl.Series) -> Table:
        """Return a table with one column replaced; every other column is shared."""
        place = self.frame.get_column_index(column)
        made = replace(self, frame=self.frame.clone().replace_column(place, text.alias(column)))
        made.memo.update({key: value for key, value in dict(self.memo).items() if key[1] != column})
        return made

    def once(self, what: str, column: str, most: int | None, work: Callable[[], T]) -> T:
        """Work out what a screen shows of a column once: it holds as long as the column does."""
        key = (what, column, most)
        if key not in self.memo:
            self.memo[key] = work()
        found: T = self.memo[key]
        return found

    def page(self, start: int, stop: int) -> list[tuple[str | None, ...]]:
        """Return the records `start` to `stop` as tuples; for screens, never for whole tables."""
        return self.frame.slice(start, max(0, stop - start)).rows()

    def gathered(self, records: Sequence[int]) -> list[tuple[str | None, ...]]:
        """Return some records as tuples, in the order given."""
        return self.frame[list(records)].rows() if len(records) else []

    def without(self, records: pl.Series) -> Table:
        """Return a table without some records; their row numbers go with them."""
        keep = ~pl.int_range(0, self.height, dtype=ROW, eager=True).is_in(records.cast(ROW).implode())
        shift = keep.cast(ROW).cum_sum() - 1
        stays = self.ragged.filter(keep.gather(self.ragged["index"])) if self.ragged.height else self.ragged
        ragged = stays.with_columns(shift.gather(stays["index"]).alias("index")) if stays.height else stays
        return replace(self, frame=self.frame.filter(keep), rows=self.rows.filter(keep), ragged=ragged)

    def equals(self, other: Table) -> bool:
        """Tell whether two tables hold the same headings, rows and text."""
        return (self.headings == other.headings and self.rows.equals(other.rows)
                and self.frame.equals(other.frame))


@dataclass(frozen=True, eq=False)
class Opened:
    """What opening a file gives: the table, how it was read, and the raw rows for the screen."""

    table: Table
    reading: Reading
    peek: Peek = field(default_factory=Peek)


def nowhere(height: int) -> pl.Series:
    """Return a mask that marks no record."""
    return pl.Series("mask", [False], dtype=pl.Boolean).new_from_index(0, height)


def scattered(column: pl.Series, records: pl.Series, values: pl.Series) -> pl.Series:
    """Return a copy of a column with new values in some records; the column itself is untouched."""
    return column.clone().scatter(records, values)


def rewritten(column: pl.Series, records: pl.Series, values: pl.Series) -> pl.Series:
    """Return a copy of a column with new text in some records; where they stand close together, only that part is copied.

    Parts begin at fixed places, so that no number of edits cuts a column into more and more of them.
    """
    if len(records) == len(column) and bool((records == pl.int_range(len(column), dtype=ROW, eager=True)).all()):
        return values.alias(column.name)
    first, last = records.min(), records.max()
    if not isinstance(first, int) or not isinstance(last, int) or first // SPAN != last // SPAN or len(column) <= 2 * SPAN:
        return scattered(column, records, values)
    start = first // SPAN * SPAN
    middle = scattered(column.slice(start, SPAN), records - start, values)
    parts = [column.slice(0, start), middle, column.slice(start + SPAN)]
    return pl.concat([part for part in parts if len(part)], rechunk=False)


def under_one_another(tables: Sequence[Table]) -> Table:
    """Return tables of the same columns as one."""
    if len(tables) == 1:
        return tables[0]
    starts = accumulate((table.height for table in tables), initial=0)
    ragged = pl.concat([table.ragged.with_columns((pl.col("index") + start).cast(ROW))
                        for table, start in zip(tables, starts, strict=False)])
    return replace(tables[0], frame=pl.concat([table.frame for table in tables]),
                   rows=pl.concat([table.rows for table in tables]), ragged=ragged)


def no_ragged() -> pl.DataFrame:
    """Return the empty `ragged` frame."""
    return pl.DataFrame(schema={"index": ROW, "surplus": pl.Int32, "text": pl.String})


def letter(index: int) -> str:
    """Return the letters a spreadsheet gives a column: 0 is A, 26 is AA."""
    letters = ""
    while index >= 0:
        index, rest = divmod(index, 26)
        letters = chr(65 + rest) + letters
        index -= 1
    return letters


def column_keys(headings: Sequence[str]) -> list[str]:
    """Name columns uniquely: `City`, `City (2)`, `(C)` where there is no heading. (schema-format.md §6)"""
    keys: list[str] = []
    seen: dict[str, int] = {}
    taken = set(headings)
    for index, heading in enumerate(headings):
        base = heading if heading.strip() else f"({letter(index)})"
        seen[base] = seen.get(base, 0) + 1
        key = base if seen[base] == 1 else f"{base} ({seen[base]})"
        while key in keys or (seen[base] > 1 and key in taken):
            seen[base] += 1
            key = f"{base} ({seen[base]})"
        keys.append(key)
    return keys


def records_of(mask: pl.Series) -> pl.Series:
    """Return the indices (UInt32) where a mask is true; null counts as false."""
    return mask.fill_null(False).arg_true().cast(ROW)


def by_heading(table: Table) -> Mapping[str, int]:
    """Return the position of each column key."""
    return {key: index for index, key in enumerate(table.columns)}
