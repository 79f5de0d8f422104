"""A table that comes in pieces: its rows judged by the first and the last ones, and by what looks odd in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import floor

import polars as pl

from ..core.grid import Grid, no_spill
from ..core.problem import Problem
from ..core.reading import Asked, Reading
from ..core.table import ROW, Table
from ..core.text import Text
from . import columns, decimals, header, repeated, stacked, totals
from .sight import Leave, Sight, filled

# Rows kept whole at both ends: more than a proposal looks at from there, and a table up to FIRST is judged as any other.
FIRST, LAST = 25_000, 2_500
MOST = 250_000  # rows kept to be judged; where more look odd, the rest are taken for records
COMMENT = r"(?i)^\W*(?:#|page\b)|^\s*#"
SECTIONS = Text("Row {row} may name a section of the table. In a file this large, such rows are checked as records.",
                "La ligne {row} nomme peut-être une section du tableau. Dans un fichier aussi volumineux, "
                "de telles lignes sont vérifiées comme des enregistrements.")
TOO_ODD = Text("Many rows are unlike the others: totals, notes and other tables were looked for only at both ends of the file.",
               "De nombreuses lignes diffèrent des autres\u00a0: les totaux, les notes et les autres tableaux "
               "n’ont été cherchés qu’au début et à la fin du fichier.")

Judge = Callable[[Sight], "tuple[Sight, list[Leave], pl.Series]"]
Find = Callable[[Sight], "tuple[Sight, header.Header]"]


@dataclass(frozen=True)
class Shape:
    """How rows become records. Rows are named by their number: `gone` (blank ones apart), from `stop` on all are.

    `count` and `expected` are those of `columns.width`; `empty` are columns left out. `usual` is at least as many
    cells as rows usually fill.
    """

    header: tuple[int, ...]
    names: tuple[str, ...]
    count: int
    expected: int
    empty: tuple[int, ...]
    usual: int
    gone: frozenset[int] = frozenset()
    stop: int | None = None

    def fits(self, other: Shape) -> bool:
        """Tell whether another shape gives the same columns, and was looked for with an eye as wide."""
        return replace(self, gone=frozenset(), stop=None, usual=0) == replace(other, gone=frozenset(), stop=None, usual=0) \
            and self.usual >= other.usual


@dataclass
class InPieces:
    """Makes tables of grids, piece by piece. `shape` is known, or guessed from the first rows.

    After the last table `exact` is the shape that all rows together give, and `right` tells whether the tables were
    made so; if not, `again` starts anew with it. `said` are the sentences about what cannot be told in pieces.
    """

    asked: Asked
    find: Find
    judge: Judge
    nothing: Problem
    no_rows: Problem
    shape: Shape | None = None
    exact: Shape | None = None
    right: bool = True
    said: list[Text] = field(default_factory=list)
    _kept: list[Grid] = field(default_factory=list)
    _fills: Counter[int] = field(default_factory=Counter)
    _widths: Counter[int] = field(default_factory=Counter)
    _filled: set[int] = field(default_factory=set)
    _titles: list[str] = field(default_factory=list)
    _names: list[tuple[str | None, ...]] = field(default_factory=list)
    _seen: int = 0
    _rows: int = 0
    _after: int = 0

    def again(self) -> InPieces:
        """Return the same work with what is known now."""
        return InPieces(self.asked, self.find, self.judge, self.nothing, self.no_rows, self.exact)

    def tables(self, grids: Iterable[Grid], most: int | None = None) -> Iterator[Table]:
        """Yield the records in order; no table of more than `most` rows. Raises Problem F01 or F02 where there are none."""
        records = 0
        for table in self._all(grids, most):
            records += table.height
            yield table
        if not records:
            raise self.no_rows if self.exact is not None and self.exact.header else self.nothing

    def told(self, reading: Reading, sample: pl.DataFrame, first: int | None) -> Reading:
        """Add to a reading what all rows together say; `sample` holds records spread over the table, `first` its first row."""
        assert self.exact is not None
        rows = self.exact.header
        return replace(reading, header_rows=rows, first_data_row=first or (rows[-1] + 1 if rows else 1),
                       decimal=self.asked.decimal or decimals.judged(sample))

    def once_more(self, grids: Iterable[Grid], most: int | None = None) -> Iterator[Table]:
        """Yield the records again, as all rows together say; nothing is judged."""
        assert self.exact is not None
        for grid in grids:
            yield from cut(grid, filled(grid.frame), self.exact, self.asked, most)

    def _all(self, grids: Iterable[Grid], most: int | None) -> Iterator[Table]:
        held: list[Grid] = []
        for grid in grids:
            held.append(grid)
            waiting = sum(item.height for item in held)
            if waiting < LAST + (FIRST if self._seen == 0 else 1):
                continue
            whole = joined(held)
            yield from self._made(part(whole, 0, waiting - LAST), most)
            held = [part(whole, waiting - LAST, LAST)]
        yield from self._last(joined(held) if held else None, most)

    def _made(self, grid: Grid, most: int | None) -> Iterator[Table]:
        """Yield the tables of rows that are not the last ones."""
        fill = filled(grid.frame)
        if self._seen == 0:
            self._begin(grid, fill)
        self._look(grid, fill)
        assert self.shape is not None
        yield from cut(grid, fill, self.shape, self.asked, most)

    def _last(self, grid: Grid | None, most: int | None) -> Iterator[Table]:
        """Judge all rows that were kept, and yield the last tables accordingly."""
        if grid is None:
            return
        fill = filled(grid.frame)
        if self._seen == 0:
            self._begin(grid, fill)
        last = grid.rows[0]
        self._count(grid, fill)
        self._kept.append(grid)
        self.exact = self._judged()
        before, after = self.shape, self.exact
        assert before is not None
        if self._seen == grid.height:
            self.shape = after
        else:
            self.right = before.fits(after) and before.stop == after.stop and \
                {row for row in before.gone if row < last} == {row for row in after.gone if row < last}
        yield from cut(grid, fill, after if self.right else before, self.asked, most)

    def _begin(self, grid: Grid, fill: pl.Series) -> None:
        """Guess the shape from the first rows, and remember what headings and titles say."""
        head = part(grid, 0, min(grid.height, FIRST))
        sight, _ = self.find(Sight(head, self.asked, fill.head(head.height), stop=head.height))
        self._names = [sight.row(at) for at in sight.header]
        self._titles = [repeated.alike(cells[0]) for row in range(min(sight.header, default=0)) if (cells := sight.cells(row))]
        if self.shape is None:
            sight, leaves, keep = self.judge(Sight(head, self.asked, fill.head(head.height), stop=head.height))
            found = self._shaped(sight, leaves, keep, None)
            self.shape = replace(found, usual=min(grid.width, found.usual + 2))

    def _look(self, grid: Grid, fill: pl.Series) -> None:
        """Keep the rows that may not be records, with those around them; of the first rows all."""
        start = max(0, min(grid.height, FIRST - self._seen))
        self._count(grid, fill)
        if start:
            self._keep(part(grid, 0, start))
        rest = part(grid, start, grid.height - start)
        self._filled |= {index for index in set(range(rest.width)) - self._filled
                         if rest.height > rest.frame.to_series(index).null_count()}
        if not rest.height or self._rows > MOST:
            return
        wanted = self._odd(rest, fill.slice(start))
        if wanted.any():
            self._keep(some(rest, wanted))
        if self._rows > MOST:
            self.said.append(TOO_ODD)

    def _keep(self, grid: Grid) -> None:
        self._kept.append(grid)
        self._rows += grid.height

    def _count(self, grid: Grid, fill: pl.Series) -> None:
        """Count how full rows are, and how many cells they have."""
        self._seen += grid.height
        self._fills.update(dict(fill.value_counts().iter_rows()))
        there = fill > 0
        if grid.widths is None:
            self._widths[grid.width] += int(there.sum() or 0)
        else:
            self._widths.update(dict(grid.widths.filter(there).value_counts().iter_rows()))

    def _odd(self, grid: Grid, fill: pl.Series) -> pl.Series:
        """Return one boolean a row: true for those to keep."""
        assert self.shape is not None
        usual, frame = self.shape.usual, grid.frame
        blank = fill == 0
        gap = blank & (fill.shift(-1, fill_value=2) > 1)
        start = other_width(grid, self.shape) | gap
        single = pl.repeat(False, grid.height, dtype=pl.Boolean, eager=True)
        for row in self._names:
            single = marked(single, repeated.says_the_same(frame, row))
        thin = ((fill > 0) & (fill <= max(1, usual // 3))).arg_true()
        if thin.len():
            first = frame[thin].select(pl.coalesce(pl.all()).str.strip_chars()).to_series()
            single = marked(single, thin.filter(first.str.contains(COMMENT) | first.str.replace_all(r"\d+", "0").is_in(self._titles)))
        less = (fill * 3 < usual * 2).arg_true().cast(pl.Int64)
        single = marked(single, totals.begin_with_total(frame, less))
        near = around(start, 1, stacked.AROUND + 1, self._after) | around(single, 1, 1, 0)
        ends = start.arg_true()
        self._after = max(0, int(ends[-1]) + stacked.AROUND + 2 - grid.height if ends.len() else self._after - grid.height)
        return near & (~blank | gap)

    def _judged(self) -> Shape:
        """Judge the rows that were kept as if they were all; what must be counted over all rows was."""
        kept = joined(self._kept)
        sight = Sight(kept, self.asked, filled(kept.frame), stop=kept.height)
        whole = kept.height == self._seen
        if not whole:
            found, _ = self.find(sight)
            above = Counter(int(count) for count in sight.fill.head(found.first))
            sight = replace(sight, known_usual=usual_of(self._fills - above))
        sight, leaves, keep = self.judge(sight)
        self.said += [SECTIONS.with_(row=sight.number(leave.at[0])) for leave in leaves if leave.kind == "section"]
        return self._shaped(sight, leaves, keep, None if whole else self._widths)

    def _shaped(self, sight: Sight, leaves: list[Leave], keep: pl.Series, widths: Counter[int] | None) -> Shape:
        """Return the shape of what was judged."""
        counts = None
        if widths is not None and sight.grid.widths is not None:
            left = sight.grid.widths.filter(~keep & (sight.fill > 0))
            counts = widths - Counter(dict(left.value_counts().iter_rows()))
        count, expected = columns.width(sight, keep, counts)
        names = (*sight.names[:count], *("",) * (count - len(sight.names)))
        body = sight.grid.frame.filter(keep)
        seen = self._filled if widths is not None else set()
        empty = tuple(index for index, name in enumerate(names) if sight.header and not name.strip()
                      and index not in seen and body.height == body.to_series(index).null_count())
        out = sight.grid.rows.filter(~keep & (sight.fill > 0))
        stop = next((sight.number(leave.at[0]) for leave in leaves if leave.kind == "other_table" and leave.at
                     and leave.kind not in self.asked.refused), None)
        header_rows = tuple(sight.number(at) for at in sight.header)
        gone = frozenset(out.to_list()) | self.asked.dropped
        return Shape(header_rows, names, count, expected, empty, sight.usual, gone, stop)


def cut(grid: Grid, fill: pl.Series, shape: Shape, asked: Asked, most: int | None) -> Iterator[Table]:
    """Yield the records of a grid as tables."""
    size = max(1, most or grid.height)
    for start in range(0, grid.height, size):
        piece = part(grid, start, min(size, grid.height - start))
        yield table_of(piece, fill.slice(start, size), shape, asked)


def table_of(grid: Grid, fill: pl.Series, shape: Shape, asked: Asked) -> Table:
    """Return the records among some rows as a table of the whole table's columns."""
    keep = pl.repeat(True, grid.height, dtype=pl.Boolean, eager=True)
    if "blank" not in asked.refused:
        keep = (fill > 0) | grid.rows.is_in(sorted(asked.kept))
    first, last = int(grid.rows[0]), int(grid.rows[-1])
    gone = [row for row in (*shape.gone, *shape.header) if first <= row <= last]
    keep = keep & ~grid.rows.is_in(gone) if gone else keep
    keep = keep & (grid.rows < shape.stop) if shape.stop is not None and last >= shape.stop else keep
    even = shape.count == shape.expected == grid.width
    if grid.widths is None and not even:
        grid = replace(grid, widths=pl.repeat(grid.width, grid.height, dtype=ROW, eager=True))
    ragged = columns.ragged(Sight(grid, asked, fill), keep, shape.count, shape.expected)
    out = set(shape.empty)
    frame = grid.frame.select(name for at, name in enumerate(grid.frame.columns[:shape.count]) if at not in out)
    whole = bool(keep.all())
    names = [name for at, name in enumerate(shape.names) if at not in out]
    return Table.of(frame if whole else frame.filter(keep), names, grid.rows if whole else grid.rows.filter(keep),
                    ragged=ragged)


def other_width(grid: Grid, shape: Shape) -> pl.Series:
    """Mark the first of rows whose count of cells differs alike from the usual."""
    if grid.widths is None:
        return pl.repeat(False, grid.height, dtype=pl.Boolean, eager=True)
    widths, own = grid.widths, shape.expected
    nothing = 2**32 - 1
    before, after = widths.shift(1, fill_value=nothing), widths.shift(-1, fill_value=widths[-1])
    return (widths != own) & (widths > 1) & (after == widths) & (before != widths)


def marked(mask: pl.Series, at: pl.Series | Sequence[int]) -> pl.Series:
    """Return a mask with more rows marked."""
    return mask.clone().scatter(at, True) if len(at) else mask


def around(mask: pl.Series, before: int, after: int, carried: int) -> pl.Series:
    """Mark some rows before and after each marked one too, and the first `carried` rows."""
    found = pl.repeat(False, mask.len(), dtype=pl.Boolean, eager=True)
    at = mask.arg_true().cast(pl.Int64)
    for step in range(-before, after + 1) if at.len() else ():
        near = at + step
        found = marked(found, near.filter((near >= 0) & (near < mask.len())))
    return marked(found, pl.int_range(0, min(carried, mask.len()), eager=True)) if carried else found


def usual_of(fills: Counter[int]) -> int:
    """Return how many cells two rows of three fill or fewer, as `Sight.usual` does of rows."""
    total = sum(count for fill, count in fills.items() if fill)
    place = floor(0.65 * (total - 1) + 0.5)
    for fill in sorted(fill for fill in fills if fill):
        place -= fills[fill]
        if place < 0:
            return fill
    return 0


def part(grid: Grid, start: int, length: int) -> Grid:
    """Return consecutive rows of a grid."""
    if start == 0 and length >= grid.height:
        return grid
    index = pl.col("index").cast(pl.Int64)
    spill = grid.spill.filter(index.is_between(start, start + length - 1)).with_columns((index - start).cast(ROW))
    return replace(grid, frame=grid.frame.slice(start, length), rows=grid.rows.slice(start, length), spill=spill,
                   widths=grid.widths.slice(start, length) if grid.widths is not None else None)


def some(grid: Grid, wanted: pl.Series) -> Grid:
    """Return some rows of a grid. What they spill is left out: only its records need that."""
    return replace(grid, frame=grid.frame.filter(wanted), rows=grid.rows.filter(wanted), spill=no_spill(),
                   widths=grid.widths.filter(wanted) if grid.widths is not None else None)


def joined(grids: Sequence[Grid]) -> Grid:
    """Return grids under one another."""
    if len(grids) == 1:
        return grids[0]
    widths = None
    if any(grid.widths is not None for grid in grids):
        widths = pl.concat([grid.widths if grid.widths is not None else
                            pl.repeat(grid.width, grid.height, dtype=ROW, eager=True) for grid in grids])
    starts = [sum(grid.height for grid in grids[:at]) for at in range(len(grids))]
    spill = pl.concat([grid.spill.with_columns((pl.col("index") + start).cast(ROW))
                       for grid, start in zip(grids, starts, strict=True)])
    return replace(grids[0], frame=pl.concat([grid.frame for grid in grids], rechunk=False),
                   rows=pl.concat([grid.rows for grid in grids]), widths=widths, spill=spill)


__all__ = ["FIRST", "LAST", "InPieces", "Shape"]
