"""Some records of a larger table with what was found in them: gathered from pieces, looked at together, and let go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from .feeding import raw_at
from .findings import Findings, Key, Problems
from .rows import Rows
from .standard import rows_of
from .table import ROW, Table, nowhere, records_of, under_one_another
from .view import View
from .words import LOOKED_AT


@dataclass(frozen=True, eq=False)
class Batch:
    """Records and their findings; the masks are of these records."""

    table: Table
    findings: Findings

    @property
    def height(self) -> int:
        """How many records."""
        return self.table.height


def marked_only(table: Table, findings: Findings) -> Batch | None:
    """Return the records of a piece in which something was found; None where nothing was."""
    records = records_of(findings.rows_marked())
    if not len(records):
        return None
    problems = {key: replace(problem, mask=problem.mask.gather(records)) for key, problem in findings.problems.items()
                if problem.mask is not None}
    return Batch(rows_of(table, records), Findings(problems, len(records)))


def together(batches: Sequence[Batch]) -> Batch:
    """Return several batches as one."""
    if len(batches) == 1:
        return batches[0]
    table = under_one_another([batch.table for batch in batches])
    every = {key: problem for batch in batches for key, problem in batch.findings.problems.items()}
    masks = {key: pl.concat([mask_of(batch, key) for batch in batches]) for key in every}
    problems = {key: replace(problem, mask=masks[key]) for key, problem in every.items()}
    return Batch(table, Findings(problems, table.height))


def with_others(batch: Batch, others: pl.DataFrame | None) -> Batch:
    """Return a batch with more records of its columns, in which nothing is marked."""
    if others is None or not others.height:
        return batch
    unknown = pl.repeat(None, others.height, dtype=ROW, eager=True).rename("row")
    more = Batch(replace(batch.table, frame=others, rows=unknown, ragged=batch.table.ragged.clear()), Findings())
    return together([batch, more])


def of_frame(table: Table, frame: pl.DataFrame | None) -> Table:
    """Return records of a table's columns, of which no row is known."""
    found = frame if frame is not None else table.frame.clear()
    return replace(none_of(table), frame=found, rows=pl.repeat(None, found.height, dtype=ROW, eager=True).rename("row"))


def none_of(table: Table) -> Table:
    """Return a table's columns without a record."""
    return rows_of(table, pl.Series([], dtype=ROW))


def mask_of(batch: Batch, key: Key) -> pl.Series:
    """Return where a problem stands in a batch."""
    problem = batch.findings.get(key)
    if problem is not None and problem.mask is not None:
        return problem.mask
    return nowhere(batch.height)


def alone(batch: Batch, problem: Problems) -> list[Batch]:
    """Return the records of a batch that one problem marks, with nothing else found."""
    return [all_marked(problem, rows_of(batch.table, problem.records()))] if problem.cells else []


def all_marked(problem: Problems, table: Table) -> Batch:
    """Return records that one problem marks, every one."""
    mask = pl.Series("mask", [True], dtype=pl.Boolean).new_from_index(0, table.height)
    return Batch(table, Findings({problem.key: replace(problem, mask=mask)}, table.height))


def first_marked(table: Table, problem: Problems, count: int) -> Table | None:
    """Return the first records that a problem marks; None where there is none to return."""
    records = problem.records().head(count)
    return rows_of(table, records) if len(records) else None


@dataclass
class Others:
    """How many different values a problem marks: of very many cells the first are counted, as `words.more` does."""

    cells: int = 0
    _met: pl.Series = field(default_factory=lambda: pl.Series("met", [], dtype=pl.UInt64))

    def add(self, table: Table, view: View, problem: Problems) -> None:
        """Count the values of a batch."""
        feed = view.feed(problem.rule.field or "")
        records = problem.records().head(max(0, LOOKED_AT - self.cells))
        if feed is None or not feed.columns or not len(records):
            return
        self.cells += len(records)
        texts = raw_at(table, view.mapping, str(problem.rule.field), records).drop_nulls()
        self._met = pl.concat([self._met, texts.hash(seed=1).rename("met")]).unique()

    @property
    def more(self) -> int:
        """How many beside one."""
        return max(0, len(self._met) - 1)


@dataclass
class Wanted:
    """Rows of the source to be found again, in one pass; `done` when no piece can hold more of them."""

    rows: pl.Series
    tables: list[Table] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The last of them; 0 where there is none."""
        return int(self.rows.max() or 0)  # type: ignore[arg-type]

    def look(self, table: Table) -> None:
        """Take those that a piece holds."""
        found = records_of(table.rows.is_in(self.rows.implode())) if len(self.rows) else self.rows
        if len(found):
            self.tables.append(rows_of(table, found))

    def done(self, table: Table) -> bool:
        """Tell whether the pieces after this one hold none."""
        return bool(table.height) and int(table.rows[-1]) >= self.last

    def of(self, rows: pl.Series) -> Table | None:
        """Return those of some rows that were found, in order."""
        parts = []
        for table in self.tables:
            at = records_of(table.rows.is_in(rows.implode()))
            parts += [rows_of(table, at)] if len(at) else []
        return under_one_another(parts) if parts else None


def wanted(rows: Sequence[pl.Series]) -> Wanted:
    """Return the search for all of some rows."""
    found = pl.concat([row.rename("row") for row in rows]).unique().sort() if rows else pl.Series("row", [], dtype=ROW)
    return Wanted(found)


def shown(samples: Mapping[Key, Sequence[Table]], problems: Mapping[Key, Problems], height: int) -> Batch | None:
    """Return the records that tell problems, each with its own; `height` is that of the whole table. None without any."""
    parts = {key: under_one_another(tables) for key, tables in samples.items() if tables}
    if not parts:
        return None
    table = under_one_another(list(parts.values()))
    place = pl.concat([pl.repeat(at, part.height, dtype=pl.UInt32, eager=True) for at, part in enumerate(parts.values())])
    marks = {key: place == at for at, key in enumerate(parts)}
    return Batch(table, Findings({key: replace(problem, mask=marks.get(key)) for key, problem in problems.items()}, height))


def marked_in(table: Table, rows: Rows) -> pl.Series:
    """Return one boolean a record of a piece: true for those of some rows."""
    if not table.height:
        return pl.Series("mask", [], dtype=pl.Boolean)
    here = rows.between(int(table.rows[0]), int(table.rows[-1]))
    return table.rows.is_in(here.implode()).rename("mask")
