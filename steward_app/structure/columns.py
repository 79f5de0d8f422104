"""The columns a table has: how many, what they are called, and the cells that do not fit."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from ..core.reading import Note
from ..core.table import ROW, letter, no_ragged
from ..core.text import Text
from .sight import Sight

NO_HEADING = Text("Column {letter} has no heading.", "La colonne {letter} n’a pas d’en-tête.")
SAME = Text("Two columns are called “{header}” ({first} and {second}).",
            "Deux colonnes s’appellent « {header} » ({first} et {second}).")
KEEP_WHICH = Text("Keep which one?", "Laquelle faut-il garder?")

CUT = Text("{n} column names are as long as a shapefile lets them be (10 characters) and may have been cut, such as “{name}”.",
           "{n} noms de colonnes ont la longueur maximale d’un fichier shapefile (10 caractères) et sont peut-être tronqués, "
           "par exemple « {name} ».",
           "The column name “{name}” is as long as a shapefile lets it be (10 characters) and may have been cut.",
           "Le nom de colonne « {name} » a la longueur maximale d’un fichier shapefile (10 caractères) et est peut-être tronqué.")
LOOK_AT = Text("Fields are found by the beginning of their names; check them in Columns.",
               "Les champs sont reconnus par le début de leur nom; vérifiez-les à l’étape Colonnes.")
LONGEST, FEW = 10, 5
SHAPES = ("dbf", "shapefile")


def width(sight: Sight, keep: pl.Series, counts: Mapping[int, int] | None = None) -> tuple[int, int]:
    """Return how many columns the table has, and how many cells a record is expected to have.

    Most often both are the header's. Where most records are longer, the columns without a heading are kept; where
    most are shorter alike, none of them is called short. `counts` says how many records have so many cells, where the
    grid holds only some of them.
    """
    widths = sight.grid.widths
    if widths is None:
        return sight.grid.width, sight.grid.width
    own = max((int(widths[at]) for at in sight.header), default=0)
    found = counts if counts is not None else dict(widths.filter(keep).value_counts().iter_rows())
    most = max(found.values(), default=0)
    often = max((size for size, count in found.items() if count == most), default=own)
    share = most / max(1, sum(found.values()))
    columns = max(own, often) if share > 0.5 or not own else own
    return min(columns, sight.grid.width), min(often, columns) if share > 0.5 else columns


def ragged(sight: Sight, keep: pl.Series, columns: int, expected: int) -> pl.DataFrame:
    """Return the records with too many or too few cells, and the text of the surplus ones."""
    grid = sight.grid
    if grid.widths is None:
        return no_ragged()
    record = (keep.cast(ROW).cum_sum() - 1).cast(ROW)
    odd = keep & ((grid.widths > columns) | (grid.widths < expected))
    at = odd.arg_true()
    if not at.len():
        return no_ragged()
    counts = grid.widths[at].cast(pl.Int32)
    surplus = [int(count) - (columns if count > columns else expected) for count in counts]
    spilt = dict(grid.spill.iter_rows())
    texts = []
    for position, count in zip(at.to_list(), counts.to_list(), strict=True):
        inside = [cell or "" for cell in sight.row(position)[columns:count]]
        beyond = [spilt[position]] if position in spilt else []
        texts.append("\t".join(inside + beyond) if count > columns else None)
    return pl.DataFrame({"index": record[at], "surplus": surplus, "text": texts},
                        schema={"index": ROW, "surplus": pl.Int32, "text": pl.String})


def cut(headings: tuple[str, ...], format: str) -> tuple[Note, ...]:
    """Say which names may have lost their ends: those of ten characters, as long as a shapefile keeps.

    Another file may be made from one: then no name is longer, and several are as long.
    """
    names = [heading for heading in headings if heading]
    full = [name for name in names if len(name) == LONGEST]
    made = format in SHAPES or (len(names) >= FEW and len(full) > 1 and all(
        len(name) <= LONGEST and " " not in name for name in names))
    return (Note("F11", CUT.with_(n=len(full), name=full[0]), LOOK_AT),) if full and made else ()


def notes(headings: tuple[str, ...]) -> tuple[Note, ...]:
    """Say which columns have no heading, and which two share one."""
    found = [Note("C04", NO_HEADING.with_(letter=letter(index)), column=f"({letter(index)})")
             for index, heading in enumerate(headings) if not heading.strip()]
    seen: dict[str, int] = {}
    for index, heading in enumerate(headings):
        if heading.strip() and heading in seen:
            facts = {"header": heading, "first": letter(seen[heading]), "second": letter(index)}
            found.append(Note("C05", SAME.with_(**facts), KEEP_WHICH, column=heading))
        seen.setdefault(heading, index)
    return tuple(found)
