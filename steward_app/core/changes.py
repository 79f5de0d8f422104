"""What changed between two tables, and edits that find their cells by value or by key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from .edits import Edit, RemoveRows, SetCells, SetColumn
from .table import ROW, Table
from .text import Text

BY_VALUE = Text("replace values", "remplacer des valeurs")
BY_KEY = Text("edit a cell", "modifier une cellule")
CHANGES = {"row": ROW, "column": pl.String, "before": pl.String, "after": pl.String}


def changed_cells(source: Table, table: Table) -> pl.DataFrame:
    """Return every cell whose text differs: `row` (of the source sheet), `column`, `before`, `after`, in row order.

    Columns are compared by key; rows that were taken out are listed whole, with nothing after.
    """
    kept = source.rows.is_in(table.rows.implode())
    before, rows = source.frame, source.rows
    if not kept.all():  # else the whole table would be copied for nothing
        before, rows = before.filter(kept), rows.filter(kept)
    gone, gone_rows = source.frame.filter(~kept), source.rows.filter(~kept)
    parts = [_changed(column, rows, before[column], table.frame[column]) for column in source.columns
             if column in table.columns and before.height == table.height]
    parts += [_removed(column, gone_rows, gone[column]) for column in source.columns if gone.height]
    return pl.concat(parts).sort("row", maintain_order=True) if parts else pl.DataFrame(schema=CHANGES)


def _changed(column: str, rows: pl.Series, before: pl.Series, after: pl.Series) -> pl.DataFrame:
    differs = before.ne_missing(after)
    frame = pl.DataFrame({"row": rows.filter(differs), "before": before.filter(differs), "after": after.filter(differs)})
    return frame.with_columns(pl.lit(column).alias("column")).select(list(CHANGES)).cast(CHANGES)  # type: ignore[arg-type]


def _removed(column: str, rows: pl.Series, text: pl.Series) -> pl.DataFrame:
    frame = pl.DataFrame({"row": rows, "before": text}).drop_nulls("before")
    return frame.with_columns(column=pl.lit(column), after=pl.lit(None, pl.String)).select(list(CHANGES)).cast(CHANGES)  # type: ignore[arg-type]


def with_reasons(changes: pl.DataFrame, edits: Iterable[Edit], table_rows: pl.Series) -> pl.DataFrame:
    """Add `why_en` and `why_fr`: the name of the last edit that wrote to the cell.

    `table_rows` are the rows of the table before any of the edits; rows taken out on the way are followed.
    """
    rows, reasons = table_rows, []
    for edit in edits:
        if isinstance(edit, SetCells):
            reasons.append(_reason(edit.column, rows.gather(edit.records), edit.named))
        elif isinstance(edit, SetColumn):
            reasons.append(_reason(edit.column, rows, edit.named))
        elif isinstance(edit, RemoveRows):
            gone = rows.gather(edit.records)
            reasons.append(_reason(None, gone, edit.named))
            rows = rows.filter(~rows.is_in(gone.implode()))
    if not reasons:
        return changes.with_columns(why_en=pl.lit(""), why_fr=pl.lit(""))
    last = pl.concat(reasons).unique(["row", "column"], keep="last")
    cells = changes.join(last.drop_nulls("column"), on=["row", "column"], how="left", maintain_order="left")
    whole = last.filter(pl.col("column").is_null()).drop("column")
    both = cells.join(whole, on="row", how="left", suffix="_row", maintain_order="left")
    filled = [pl.coalesce(f"{name}_row", name, pl.lit("")).alias(name) for name in ("why_en", "why_fr")]
    return both.with_columns(filled).select(*CHANGES, "why_en", "why_fr")


def _reason(column: str | None, rows: pl.Series, named: Text) -> pl.DataFrame:
    said = {"column": pl.lit(column, pl.String), "why_en": pl.lit(named.to("en")), "why_fr": pl.lit(named.to("fr"))}
    return rows.alias("row").to_frame().with_columns(**said)


def by_value(table: Table, column: str, values: Mapping[str, str]) -> SetCells | None:
    """Return the edit that replaces whole values of a column; None where none of them occurs."""
    text = table.frame[column]
    records = text.is_in(list(values)).fill_null(False).arg_true().cast(ROW)
    if not len(records):
        return None
    return SetCells(column, records, text.gather(records).replace(values), BY_VALUE)


def by_key(table: Table, key: Mapping[str, str], column: str, text: str | None) -> SetCells | None:
    """Return the edit that writes one cell of the record with this key; None where no record has it."""
    if not key or not {*key, column} <= set(table.columns):
        return None
    same = pl.all_horizontal([pl.col(name) == value for name, value in key.items()])
    records = table.frame.select(same.alias("same"))["same"].fill_null(False).arg_true().cast(ROW)
    if not len(records):
        return None
    return SetCells(column, records, pl.Series([text] * len(records), dtype=pl.String), BY_KEY)


def key_of(table: Table, record: int, columns: Sequence[str]) -> dict[str, str] | None:
    """Return the key of a record by source column; None where a part is empty."""
    found = {column: table.frame[column][record] for column in columns}
    return found if found and all(found.values()) else None


def one_cell(column: str, record: int, text: str | None) -> SetCells:
    """Return the edit that types into one cell; empty text empties it."""
    return SetCells(column, pl.Series([record], dtype=ROW), pl.Series([text or None], dtype=pl.String))


def many_cells(column: str, records: Sequence[int], text: Sequence[str | None], named: Text) -> SetCells:
    """Return the edit that writes into some cells of a column (paste, fill, empty)."""
    cleaned = [value or None for value in text]
    return SetCells(column, pl.Series(list(records), dtype=ROW), pl.Series(cleaned, dtype=pl.String), named)


def replayed_cells(source: Table, table: Table, target: Table,
                   names: Mapping[str, str] | None = None) -> tuple[list[Edit], int]:
    """Return the edits that make in `target` the changes made between `source` and `table`, found by row and column.

    `names` gives each column's key in the target; without it keys are the same.

    The number says how many changed cells found no place there.
    """
    changes = changed_cells(source, table).filter(pl.col("row").is_in(table.rows.implode()))
    places = pl.DataFrame({"row": target.rows, "record": pl.int_range(0, target.height, dtype=ROW, eager=True)})
    edits: list[Edit] = []
    lost = 0
    for (old,), cells in changes.group_by("column", maintain_order=True):
        found = cells.join(places, on="row", how="inner", maintain_order="left")
        column = (names or {}).get(str(old), str(old))
        if column not in target.columns or not found.height:
            lost += cells.height
            continue
        lost += cells.height - found.height
        edits.append(SetCells(column, found["record"], found["after"], BY_KEY))
    return edits, lost
