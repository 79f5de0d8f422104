"""Several files of one series as one table: the same columns, one file's records after another's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

import polars as pl

from ..core.reading import Note
from ..core.schema import folded
from ..core.sheets import Parts
from ..core.table import ROW, Opened, Table
from ..core.text import Text

JOINED = Text("{n} files were read as one table: {first} to {last}.",
              "{n} fichiers ont été lus comme un seul tableau : de {first} à {last}.")
DRIFT = Text("Not every file has the column “{header}”.", "Certains fichiers n’ont pas la colonne « {header} ».")


def append(files: Sequence[Opened]) -> Opened:
    """Return several opened files as one, column by heading; their rows count on, and `parts` says where each file begins.

    The reading is that of the first file, with notes (F09) that say which columns some of them lack.
    """
    if len(files) == 1:
        return files[0]
    headings: list[str] = []
    places = [placed(opened.table, headings) for opened in files]
    frames = [aligned(opened.table, place, len(headings)) for opened, place in zip(files, places, strict=True)]
    starts = [sum(frame.height for frame in frames[:index]) for index in range(len(frames))]
    ragged = pl.concat([opened.table.ragged.with_columns((pl.col("index") + start).cast(ROW))
                        for opened, start in zip(files, starts, strict=True)])
    before = [0, *accumulate(len(opened.table.rows) and int(opened.table.rows[-1]) for opened in files)]
    rows = pl.concat([(opened.table.rows + start).cast(ROW) for opened, start in zip(files, before, strict=False)])
    parts = tuple(part for opened, start in zip(files, before, strict=False) for part in parts_of(opened, start))
    table = Table.of(pl.concat(frames), headings, rows, ragged=ragged, parts=parts)
    said = (*files[0].reading.notes, *notes(files, headings, places))
    return Opened(table, replace(files[0].reading, notes=said, parts=parts), files[0].peek)


def parts_of(opened: Opened, before: int) -> Parts:
    """Return the name of a file, or of each of its sheets, and how many rows stand before it."""
    name = opened.reading.name
    return tuple((f"{name} · {sheet}", before + start) for sheet, start in opened.table.parts) or ((name, before),)


def placed(table: Table, headings: list[str]) -> list[int]:
    """Return where each column of a table goes; a heading not met before is added to `headings`."""
    known: dict[tuple[str, int], int] = {}
    for at, heading in enumerate(headings):
        known[folded(heading), sum(folded(other) == folded(heading) for other in headings[:at])] = at
    seen: dict[str, int] = {}
    place = []
    for heading in table.headings:
        name = folded(heading)
        key = (name, seen.get(name, 0))
        seen[name] = key[1] + 1
        if key not in known:
            known[key] = len(headings)
            headings.append(heading)
        place.append(known[key])
    return place


def aligned(table: Table, place: Sequence[int], width: int) -> pl.DataFrame:
    """Return the columns of a table in their common places."""
    where = {at: index for index, at in enumerate(place)}
    empty = pl.lit(None, dtype=pl.String)
    return table.frame.select((pl.nth(where[at]) if at in where else empty).alias(str(at)) for at in range(width))


def notes(files: Sequence[Opened], headings: Sequence[str], places: Sequence[Sequence[int]]) -> list[Note]:
    """Say which files were joined, and which columns not all of them have."""
    names = [opened.reading.name for opened in files]
    said = [Note("F09", JOINED.with_(n=len(files), first=names[0], last=names[-1]))]
    drifted = [at for at in range(len(headings)) if sum(at in place for place in places) < len(places)]
    return said + [Note("F09", DRIFT.with_(header=headings[at]), column=headings[at]) for at in drifted]
