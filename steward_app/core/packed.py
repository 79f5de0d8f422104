"""A large table that nobody looks at now, kept packed: undo may want it, and its text would fill the memory."""

from __future__ import annotations

import io
from dataclasses import dataclass

import polars as pl

from .sheets import Parts
from .table import Table

LARGE = 2_000_000  # cells from which a table is packed
NUMBERS = "\0row"


@dataclass(frozen=True, eq=False)
class Packed:
    """A table as a compressed Arrow file in memory, a fifth of its size."""

    data: bytes
    headings: tuple[str, ...]
    ragged: pl.DataFrame
    parts: Parts = ()

    def table(self) -> Table:
        """Return the table."""
        frame = pl.read_ipc(io.BytesIO(self.data))
        return Table(frame.drop(NUMBERS), self.headings, frame[NUMBERS].rename("row"), self.ragged, self.parts)


def large(table: Table) -> bool:
    """Tell whether a table is worth packing."""
    return table.height * table.width >= LARGE


def packed_away(table: Table) -> Table | Packed:
    """Return a large table packed; a small one as it is."""
    if not large(table):
        return table
    out = io.BytesIO()
    table.frame.with_columns(table.rows.alias(NUMBERS)).write_ipc(out, compression="zstd")
    return Packed(out.getvalue(), table.headings, table.ragged, table.parts)


def taken_out(table: Table | Packed) -> Table:
    """Return a table, unpacked where it was packed."""
    return table.table() if isinstance(table, Packed) else table
