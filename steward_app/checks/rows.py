"""Whole rows of the source: empty, ragged, or exact copies."""

from __future__ import annotations

from functools import reduce
from operator import and_

import polars as pl

from ..core.check import Severity, Shared, Text, View, check
from ..core.schema import Rule
from ..core.standard import Standard
from ..core.table import Table, nowhere, scattered
from .repeats import repeated


def empty_rows(table: Table) -> pl.Series:
    """Return one boolean a record, true where every cell is empty."""
    columns = table.frame.get_columns()
    if not columns or any(column.null_count() == 0 for column in columns):
        return nowhere(table.height)
    return reduce(and_, (column.is_null() for column in columns))


def surplus(table: Table, wanted: pl.Expr) -> pl.Series:
    """Return one boolean a record, true where the count of cells differs from the headings as wanted."""
    records = table.ragged.filter(wanted)["index"]
    marked = pl.Series([True], dtype=pl.Boolean).new_from_index(0, len(records))
    return scattered(nowhere(table.height), records, marked)


@check("R01", "empty-row", Severity.MUST, scope="row", over_table=True, eager=True, whole_rows=True,
       says=Text("{n} rows are empty.", "{n} lignes sont vides.", "The row is empty.", "La ligne est vide."),
       do=Text("Remove them.", "Supprimez-les.", "Remove it.", "Supprimez-la."),
       why=Text("An empty row is counted as a record.", "Une ligne vide compte pour un enregistrement."),
       right="P-1", wrong="")
def empty_row(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark records without a single cell: those whose proposal to be left out was refused."""
    return empty_rows(standard.table)


@check("R03", "too-many-cells", Severity.MUST, scope="row", over_table=True, eager=True,
       says=Text("Row {row} has {k} more values than headings.", "La ligne {row} compte {k} valeurs de trop."),
       do=Text("A comma inside the text may be the cause.", "Une virgule dans un texte en est peut-être la cause."),
       many=Text("{n} rows have more values than headings, such as row {row} ({k} more).",
                 "{n} lignes ont plus de valeurs que d’en-têtes, dont la ligne {row} ({k} de trop)."),
       why=Text("Its values stand under the wrong headings.", "Ses valeurs sont sous les mauvais en-têtes."),
       right="a,b", wrong="a,b,c")
def too_many_cells(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark records with more cells than there are headings."""
    return surplus(standard.table, pl.col("surplus") > 0)


@check("R06", "too-few-cells", Severity.CHECK, scope="row", over_table=True, eager=True,
       says=Text("Row {row} has {k} fewer values than headings.", "Il manque {k} valeurs à la ligne {row}."),
       do=Text("Look whether its values stand under the right headings.",
               "Vérifiez que ses valeurs sont sous les bons en-têtes."),
       many=Text("{n} rows have fewer values than headings, such as row {row} ({k} fewer).",
                 "{n} lignes ont moins de valeurs que d’en-têtes, dont la ligne {row} (il en manque {k})."),
       why=Text("Its values may stand under the wrong headings.", "Ses valeurs sont peut-être sous les mauvais en-têtes."),
       right="a,b", wrong="a")
def too_few_cells(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark records with fewer cells than there are headings."""
    return surplus(standard.table, pl.col("surplus") < 0)


def whole_rows(view: View, rule: Rule) -> tuple[str, ...]:
    """Read no field: the rows are the source's own."""
    return ()


def shared_row(view: View, rule: Rule, standard: Standard) -> Shared:
    """Compare rows that are not empty."""
    empty = empty_rows(standard.table)
    return Shared(standard.table.frame, ~empty if empty.any() else None)


@check("R04", "identical-row", Severity.CHECK, scope="table", over_table=True, whole_rows=True, reads=whole_rows,
       shares=shared_row,
       says=Text("{n} rows are exact copies of other rows.", "{n} lignes sont des copies exactes d’autres lignes.",
                 "The row is an exact copy of another.", "La ligne est la copie exacte d’une autre."),
       do=Text("Keep one of each.", "N’en gardez qu’une de chaque."),
       why=Text("The same thing is counted twice.", "La même chose est comptée deux fois."),
       right="a,b", wrong="a,b")
def identical_row(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark every row that equals another in all columns of the source; empty rows are R01's."""
    table = standard.table
    if not table.width:
        return nowhere(table.height)
    empty = empty_rows(table)
    return repeated(table.frame, ~empty if empty.any() else None)


CHECKS = (empty_row, too_many_cells, too_few_cells, identical_row)
