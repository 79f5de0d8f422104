"""Many rows of a source, told by their numbers: as numbers where they are few, as one bit a row where they stand close."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from .table import ROW

BITS = 32  # a number takes as many bits


@dataclass
class Rows:
    """Row numbers, added in rising order within each piece. At most a bit for each row of the pieces."""

    count: int = 0
    _parts: list[tuple[int, int, pl.Series]] = field(default_factory=list)

    def add(self, rows: pl.Series) -> None:
        """Add the rows of one piece."""
        if not len(rows):
            return
        first, last = int(rows[0]), int(rows[-1])
        self.count += len(rows)
        self._parts.append((first, last, packed(rows, first, last)))

    def between(self, first: int, last: int) -> pl.Series:
        """Return the rows within two numbers, both included, in order."""
        found = [unpacked(start, part) for start, end, part in self._parts if start <= last and end >= first]
        whole = pl.concat(found).sort() if found else pl.Series("row", [], dtype=ROW)
        return whole.filter(whole.is_between(first, last))

    def first(self, count: int) -> pl.Series:
        """Return the first rows."""
        found = pl.Series("row", [], dtype=ROW)
        for start, _, part in sorted(self._parts, key=lambda item: item[0]):
            if len(found) >= count and start > int(found[count - 1]):
                break
            found = pl.concat([found, unpacked(start, part)]).sort().head(count)
        return found

    def leave(self, gone: pl.Series) -> None:
        """Take rows out."""
        parts, self._parts, self.count = self._parts, [], 0
        for start, _, part in parts:
            rows = unpacked(start, part)
            self.add(rows.filter(~rows.is_in(gone.implode())))


def packed(rows: pl.Series, first: int, last: int) -> pl.Series:
    """Return rows as they take least room."""
    if last - first >= BITS * len(rows):
        return rows.rename("row").rechunk()
    bits = pl.repeat(False, last - first + 1, dtype=pl.Boolean, eager=True)
    return bits.scatter(rows - first, True)


def unpacked(first: int, part: pl.Series) -> pl.Series:
    """Return the numbers of packed rows."""
    return part if part.dtype == ROW else (part.arg_true() + first).cast(ROW).rename("row")
