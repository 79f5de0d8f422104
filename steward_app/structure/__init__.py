"""Open: one file per proposal about the rows of a grid, each with its reason; together they make the table."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from ..core.grid import Grid
from ..core.problem import Problem
from ..core.progress import SILENT, Progress
from ..core.reading import Asked, Note, Peek, Proposal, Reading
from ..core.table import Opened, Table
from ..core.text import Text
from . import (
    above,
    blank,
    columns,
    copies,
    decimals,
    fills,
    header,
    mojibake,
    notes,
    repeated,
    sections,
    stacked,
    totals,
    units,
    unnamed,
)
from .appended import append
from .pieces import InPieces
from .sight import HEAD, Leave, Sight

__all__ = ["PROPOSALS", "InPieces", "append", "in_pieces", "opened"]
PROPOSALS = (repeated, copies, stacked, units, totals, notes, sections, blank, above)  # in running order

JUDGING = Text("Looking at the rows", "Examen des lignes")
BY_HAND = Text("Left out by you.", "Mises de côté par vous.")
NO_ROWS = Text("This sheet has headings but no rows.", "Cette feuille a des en-têtes, mais aucune ligne de données.")
ADD_ROWS = Text("Add at least one row under the headings, then open it again.",
                "Ajoutez au moins une ligne sous les en-têtes, puis ouvrez-la de nouveau.")
NOTHING = Text("“{file}” holds no table.", "« {file} » ne contient aucun tableau.")
OPEN_ANOTHER = Text("Open a file that holds rows and columns.", "Ouvrez un fichier qui contient des lignes et des colonnes.")
ONE_COLUMN = Text("Only one column found.", "Une seule colonne trouvée.")
SEPARATOR = Text("The separator may be another one.", "Le séparateur est peut-être un autre signe.")
ROW_NOT_ONE = Text("The headings seem to be on row {n}, not row 1.",
                   "Les en-têtes semblent être à la ligne {n} et non à la ligne 1.")
TOTAL = Text("Row {row} looks like a total.", "La ligne {row} ressemble à un total.")
NO_TOTALS = Text("Totals should not be published as a record.",
                 "Un total ne doit pas être publié comme un enregistrement.")


def opened(grid: Grid, reading: Reading, progress: Progress = SILENT, *, header_only_ok: bool = False) -> Opened:
    """Turn raw rows into a table. Raises Problem F02 if there are headings but no rows, unless `header_only_ok`."""
    progress(JUDGING)
    sight, why = with_header(Sight.of(grid, reading.asked))
    sight, leaves = judged(sight, progress)
    keep = kept(sight, leaves)
    sight, more = mojibake.repaired(sight, noticed=any(note.code == "F03" for note in reading.notes),
                                     looked_at=reading.encoding is not None)
    filled = fills.fill(sight, keep) if grid.named is None else fills.Filled(sight)
    sight = filled.sight
    table = table_of(sight, leaves, keep)
    if not sight.header and not table.height:
        raise Problem("F01", NOTHING, OPEN_ANOTHER, {"file": reading.name})
    if not table.height and not header_only_ok:
        raise Problem("F02", NO_ROWS, ADD_ROWS, {"file": reading.name})
    said = told(sight, why, leaves, table, reading)
    said = replace(said, proposals=said.proposals + more + filled.proposals, notes=said.notes + filled.notes)
    return Opened(table, said, peek(grid))


def in_pieces(asked: Asked, name: str) -> InPieces:
    """Begin to make tables of a text that comes in pieces. Its `tables` raise as `opened` does."""
    def judge(sight: Sight) -> tuple[Sight, list[Leave], pl.Series]:
        sight, leaves = judged(with_header(sight)[0], SILENT)
        left = [leave for leave in leaves if leave.kind != "section"]
        return sight, leaves, kept(sight, left)

    return InPieces(asked, with_header, judge, Problem("F01", NOTHING, OPEN_ANOTHER, {"file": name}),
                    Problem("F02", NO_ROWS, ADD_ROWS, {"file": name}))


def with_header(sight: Sight) -> tuple[Sight, header.Header]:
    """Decide where the headings are: as asked, as the format says, or as judged."""
    grid = sight.grid
    if grid.named is not None:
        return replace(sight, names=grid.named), header.Header((), header.CHOSEN)
    found = asked_header(sight)
    if found is None:
        fills = [0 if at in grid.again else int(fill) for at, fill in enumerate(sight.fill.head(HEAD))]
        found = header.propose(sight.head, fills, grid.merged)
    rows = [sight.row(at) for at in found.at]
    names = header.joined(rows, found.at, grid.merged) if rows else ("",) * grid.width
    if shifted := unnamed.beside(sight, found):
        found, names = shifted, ("", *names[:-1])
    first = found.at[-1] + 1 if found.at else first_record(sight)
    return replace(sight, header=found.at, names=names, first=first), found


def asked_header(sight: Sight) -> header.Header | None:
    """Return the header rows the steward chose, None where it is ours to judge."""
    rows = sight.asked.header_rows
    if rows is None:
        return None
    numbers = sight.grid.rows
    found = [(numbers == row).arg_true() for row in sorted(rows)]
    return header.Header(tuple(int(at[0]) for at in found if at.len()), header.CHOSEN)


def first_record(sight: Sight) -> int:
    """Return where the records begin in a file without headings: its first row as full as most."""
    return header.first_full(sight.fill.head(HEAD).to_list()) or 0


def judged(sight: Sight, progress: Progress) -> tuple[Sight, list[Leave]]:
    """Run the proposals in order; what one leaves out the next does not look at."""
    leaves: list[Leave] = []
    for proposal in PROPOSALS if sight.grid.named is None else (blank,):
        progress(JUDGING)
        for leave in proposal.propose(sight):
            leaves.append(leave)
            if leave.kind == "other_table" and leave.kind not in sight.asked.refused:
                sight = replace(sight, stop=leave.at[0])
            sight = replace(sight, gone=sight.gone | frozenset(leave.at))
    return sight, leaves


def kept(sight: Sight, leaves: list[Leave]) -> pl.Series:
    """Return which rows of the grid are records."""
    out = {at for leave in leaves if leave.kind not in sight.asked.refused for at in leave.at}
    numbers = sight.grid.rows
    for row in sight.asked.kept:
        out -= set((numbers == row).arg_true().to_list())
    for row in sight.asked.dropped:
        out |= set((numbers == row).arg_true().to_list())
    gone = pl.Series(sorted(out | set(sight.header)), dtype=pl.UInt32)
    keep = pl.repeat(True, sight.grid.height, dtype=pl.Boolean, eager=True)
    return keep.scatter(gone, False) if gone.len() else keep


def table_of(sight: Sight, leaves: list[Leave], keep: pl.Series) -> Table:
    """Make the table of the rows that are records."""
    grid = sight.grid
    count, expected = columns.width(sight, keep)
    ragged = columns.ragged(sight, keep, count, expected)
    frame = grid.frame.select(grid.frame.columns[:count])
    names = [*sight.names[:count], *("",) * (count - len(sight.names))]
    solid = contiguous(keep)
    body = frame.slice(*solid) if solid else frame.filter(keep)
    empty = [index for index, name in enumerate(names)
             if sight.header and not name.strip() and body.height == body.to_series(index).null_count()]
    body = body.drop([body.columns[index] for index in empty])
    names = [name for index, name in enumerate(names) if index not in empty]
    found = next((leave for leave in leaves if leave.kind == "section" and "section" not in sight.asked.refused), None)
    if found:
        body, names = body.with_columns(section_column(sight, found, keep)), [*names, "Section"]
    rows = grid.rows.slice(*solid) if solid else grid.rows.filter(keep)
    return Table.of(body, names, rows, ragged=ragged, parts=grid.parts)


def contiguous(keep: pl.Series) -> tuple[int, int] | None:
    """Return where the records begin and how many they are, if they follow one another."""
    count = int(keep.sum() or 0)
    start = keep.arg_max() if count else 0
    return (start, count) if start is not None and bool(keep.slice(start, count).all()) else None


def section_column(sight: Sight, leave: Leave, keep: pl.Series) -> pl.Series:
    """Return the name of the section each record stands in."""
    names = sections.names(sight, leave.at)
    at = pl.Series(list(names), dtype=pl.UInt32)
    empty = pl.repeat(None, sight.grid.height, dtype=pl.String, eager=True)
    return empty.scatter(at, list(names.values())).fill_null(strategy="forward").filter(keep).alias("\0section")


def told(sight: Sight, why: header.Header, leaves: list[Leave], table: Table, reading: Reading) -> Reading:
    """Add to a reading what was found about the rows."""
    rows = tuple(sight.number(at) for at in sight.header) if sight.grid.named is None else (1,)
    proposals = [*reading.proposals, Proposal("header", rows, why.reason)]
    for leave in leaves:
        numbers = sight.grid.rows[list(leave.at)].to_list()
        stays = tuple(row for row in numbers if row not in sight.asked.kept)
        if stays:
            proposals.append(Proposal(leave.kind, stays, leave.reason, leave.kind not in sight.asked.refused))
    already = {row for proposal in proposals if proposal.applied for row in proposal.rows}
    dropped = tuple(sorted(row for row in sight.asked.dropped if row not in already))
    if dropped:
        proposals.append(Proposal("by_hand", dropped, BY_HAND))
    first = int(table.rows[0]) if table.height else (rows[-1] + 1 if rows else 1)
    return replace(reading, header_rows=rows, first_data_row=first, proposals=tuple(proposals), parts=sight.grid.parts,
                   decimal=sight.asked.decimal or decimals.judged(table.frame),
                   notes=reading.notes + remarks(sight, rows, leaves, table) + columns.cut(table.headings, reading.format))


def remarks(sight: Sight, rows: tuple[int, ...], leaves: list[Leave], table: Table) -> tuple[Note, ...]:
    """Say what a steward should know about the rows and the columns (F04, F05, F08, C04, C05)."""
    found = []
    if table.width == 1:
        found.append(Note("F04", ONE_COLUMN, SEPARATOR))
    if rows and rows[0] > 1:
        found.append(Note("F05", ROW_NOT_ONE.with_(n=rows[0])))
    found += [Note("F08", TOTAL.with_(row=sight.called(at)), NO_TOTALS)
              for leave in leaves if leave.kind == "total" for at in leave.at[:3]]
    return (*found, *columns.notes(table.headings))


def peek(grid: Grid) -> Peek:
    """Return the first 200 and the last 50 raw rows."""
    return Peek(tuple(grid.page(0, HEAD)), tuple(grid.page(max(0, grid.height - 50), grid.height)))
