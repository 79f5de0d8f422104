"""Sheets that are one table: a month, a quarter or a year on each, with nearly the same headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from ..core.grid import Grid
from ..core.reading import Note
from ..core.schema import folded
from ..core.text import Text

ALL = "*"
LOOK, ALIKE = 15, 0.5
JOINED = Text("{n} sheets were read as one table: {first} to {last}.",
              "{n} feuilles ont été lues comme un seul tableau : de {first} à {last}.")
CHOOSE = Text("Choose one sheet to read it alone.", "Choisissez une feuille pour la lire seule.")
DRIFT = Text("Not every sheet has the column “{header}”.", "Certaines feuilles n’ont pas la colonne « {header} ».")
RENAMED = Text("“{other}” on sheet {sheet} was read as “{header}”.",
               "« {other} », dans la feuille {sheet}, a été lue comme « {header} ».")
_SERIAL = re.compile(
    r"(?i)\b(?:jan|feb|f[ée]v|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[uû]|sep|oct|nov|dec|d[ée]c)[a-zéû]*"
    r"|\b(?:q|t)[1-4]\b|\d")

_DEFAULT = re.compile(r"(?i)(?:sheet|feuille?|tableau|table)\s*\(?\d+\)?")


@dataclass(frozen=True)
class Part:
    """One sheet: its name, its rows, and where its headings stand."""

    name: str
    frame: pl.DataFrame
    header: int


def parts(frames: Mapping[str, pl.DataFrame], wanted: bool) -> list[Part]:
    """Return the sheets that belong together, in order; fewer than two where they do not.

    Their headings must be alike; unless `wanted`, their names must also say that they follow one another.
    """
    names = [name for name, frame in frames.items() if frame.height > 1 and frame.width > 1]
    if len(names) < 2 or not (wanted or all(map(serial, names))):
        return []
    first = head(frames[names[0]])
    found: list[Part] = []
    for name in names:
        at = alike(head(frames[name]), first)
        if at is None:
            return []
        found.append(Part(name, frames[name], at))
    return found


def serial(name: str) -> bool:
    """Tell whether a sheet's name holds a month, a quarter or a number."""
    return _SERIAL.search(name) is not None and _DEFAULT.fullmatch(name.strip()) is None


def head(frame: pl.DataFrame) -> list[list[str]]:
    """Return the first rows, folded for comparison."""
    return [[folded(cell or "") for cell in row] for row in frame.head(LOOK).rows()]


def alike(rows: Sequence[Sequence[str]], first: Sequence[Sequence[str]]) -> int | None:
    """Return which row holds the headings that the first sheet has too; None where none does."""
    best, where = 0.0, None
    for at, row in enumerate(rows):
        mine = _words(row)
        for other in map(_words, first):
            share = len(mine & other) / max(1, len(mine | other))
            if len(mine & other) >= 2 and share > best:
                best, where = share, at
    return where if best >= ALIKE else None


def _words(row: Sequence[str]) -> set[str]:
    """Return the cells of a row that hold no digit, as headings do not."""
    return {cell for cell in row if cell and not any(char.isdigit() for char in cell)}


def joined(found: Sequence[Part]) -> tuple[Grid, tuple[Note, ...]]:
    """Put the sheets under one another, column by heading; their rows count on, and `parts` says where each begins."""
    names = [cell or "" for cell in found[0].frame.row(found[0].header)]
    notes: list[Note] = []
    places: list[list[int]] = []
    holders: dict[int, int] = {}
    for part in found:
        place = placed([cell or "" for cell in part.frame.row(part.header)], names, part.name, notes)
        places.append(place)
        for at in place:
            holders[at] = holders.get(at, 0) + 1
    frames = [aligned(part.frame, place, len(names)) for part, place in zip(found, places, strict=True)]
    starts = [sum(frame.height for frame in frames[:index]) for index in range(len(frames))]
    rows = pl.int_range(1, sum(frame.height for frame in frames) + 1, dtype=pl.UInt32, eager=True)
    again = tuple(start + part.header for start, part in zip(starts, found, strict=True))[1:]
    grid = Grid(named_header(pl.concat(frames, rechunk=True), found[0].header, names), rows, again=again,
                last_row=rows.len(), parts=tuple((part.name.strip(), start) for part, start in zip(found, starts, strict=True)))
    notes = [Note("F09", DRIFT.with_(header=names[at]), column=names[at])
             for at, count in holders.items() if count < len(found) and names[at]] + notes
    first = Note("F09", JOINED.with_(n=len(found), first=found[0].name.strip(), last=found[-1].name.strip()), CHOOSE)
    return grid, (first, *notes)


def placed(mine: Sequence[str], names: list[str], sheet: str, notes: list[Note]) -> list[int]:
    """Return which column each heading goes to; a new one is added to `names`.

    The same heading, else one of which the other is a part and that the sheet has not got; a blank one by its place.
    """
    known = {folded(name): at for at, name in reversed(list(enumerate(names))) if folded(name)}
    taken: set[int] = set()
    place: list[int | None] = []
    for index, name in enumerate(mine):
        at = known.get(folded(name)) if folded(name) else index if index < len(names) and not folded(names[index]) else None
        at = None if at in taken else at
        place.append(at)
        taken |= {at} if at is not None else set()
    for index, name in enumerate(mine):
        if place[index] is None:
            near = next((at for at, other in enumerate(names) if at not in taken and _part_of(name, other)), None)
            if near is None:
                near = len(names)
                names.append(name)
            else:
                notes.append(Note("F09", RENAMED.with_(other=name, sheet=sheet.strip(), header=names[near]), column=names[near]))
            place[index] = near
            taken.add(near)
    return [at for at in place if at is not None]


def _part_of(name: str, other: str) -> bool:
    """Tell whether the words of one heading are among those of the other."""
    mine, theirs = set(folded(name).split()), set(folded(other).split())
    return bool(mine and theirs) and (mine < theirs or theirs < mine)


def aligned(frame: pl.DataFrame, place: Sequence[int], width: int) -> pl.DataFrame:
    """Return a sheet with its columns in their common places."""
    where = {at: index for index, at in enumerate(place)}
    empty = pl.lit(None, dtype=pl.String)
    return frame.select((pl.nth(where[at]) if at in where else empty).alias(str(at)) for at in range(width))


def named_header(frame: pl.DataFrame, at: int, names: Sequence[str]) -> pl.DataFrame:
    """Write into the first sheet's header row the headings that only later sheets have."""
    for index, name in enumerate(names):
        if name and frame.item(at, index) is None:
            frame = frame.with_columns(frame.to_series(index).clone().scatter(at, name))
    return frame
