"""Turns kept journal lines back into edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from ..catalogue import Catalogue
from ..core.document import Decision
from ..core.edits import (
    Edit,
    RemoveRows,
    SetCells,
    SetColumn,
    SetDecisions,
    SetMapping,
    SetMetadata,
    SetReading,
    SetStandard,
    SetTable,
    Several,
    unpacked,
    unpacked_table,
)
from ..core.followed import FollowRecipe
from ..core.mapping import Mapping
from ..core.packed import Packed, taken_out
from ..core.reading import Reading
from ..core.table import no_ragged
from ..core.text import Text
from .journal import Line
from .upgrade import carried, there

Said = dict[str, Any]
Reread = Callable[[Said], Reading]


def edit_of(said: Said, cells: bytes, catalogue: Catalogue, reading: Reread) -> Edit:
    """Return the edit that a journal line says. `reading` makes the Reading that an asked one gave."""
    made = MAKERS[said["edit"]]
    named = Text(said["named"]["en"], said["named"]["fr"])
    return made(said, cells, named, catalogue, reading)


def _cells(said: Said, cells: bytes, named: Text, *_: Any) -> Edit:
    frame = unpacked(cells)
    return SetCells(said["column"], frame["record"], frame["text"], named, said["fix"])


def _column(said: Said, cells: bytes, named: Text, *_: Any) -> Edit:
    return SetColumn(said["column"], unpacked(cells)["text"], named, said["fix"])


def _remove(said: Said, cells: bytes, named: Text, *_: Any) -> Edit:
    return RemoveRows(unpacked(cells)["record"], named, said["fix"])


def _table(said: Said, cells: bytes, named: Text, *_: Any) -> Edit:
    return SetTable(unpacked_table(said["headings"], cells), named)


def _reading(said: Said, cells: bytes, named: Text, _: Catalogue, reading: Reread) -> Edit:
    table = Packed(cells, tuple(said["headings"]), no_ragged())
    return SetReading(reading(said["asked"]), table, Mapping.of_json(said["mapping"]), named, said["anew"])


def _standard(said: Said, _: bytes, named: Text, catalogue: Catalogue, __: Reread) -> Edit:
    schema, mapping = there(said["standard"], catalogue) if said["standard"] else None, Mapping.of_json(said["mapping"])
    return SetStandard(schema, carried(mapping, schema) if schema is not None else mapping, named)


def _mapping(said: Said, _: bytes, named: Text, *__: Any) -> Edit:
    return SetMapping(Mapping.of_json(said["mapping"]), named, said["fix"])


def _metadata(said: Said, _: bytes, named: Text, *__: Any) -> Edit:
    return SetMetadata(said["metadata"], named)


def _decisions(said: Said, _: bytes, named: Text, *__: Any) -> Edit:
    return SetDecisions(tuple(Decision.of_json(item) for item in said["decisions"]), named)


def _several(said: Said, cells: bytes, named: Text, catalogue: Catalogue, reading: Reread) -> Edit:
    edits, start = [], 0
    for part in said["edits"]:
        stop = start + part["bytes"]
        edits.append(edit_of(part, cells[start:stop], catalogue, reading))
        start = stop
    return Several(tuple(edits), named)


def _recipe(said: Said, _: bytes, named: Text, *__: Any) -> Edit:
    return FollowRecipe(said["standard"], Mapping.of_json(said["mapping"]), tuple(said["edits"]), named)


MAKERS: dict[str, Callable[..., Edit]] = {
    "cells": _cells, "column": _column, "remove_rows": _remove, "table": _table, "reading": _reading,
    "standard": _standard, "mapping": _mapping, "metadata": _metadata, "decisions": _decisions, "several": _several,
    "recipe": _recipe,
}


def replayed(lines: Iterable[Line], catalogue: Catalogue, reading: Reread) -> tuple[list[Edit], list[Edit]]:
    """Return the standing steps in order, and those taken back (the first to redo first)."""
    standing: list[Edit] = []
    back: list[Edit] = []
    for line in lines:
        edit = edit_of(line.said, line.cells, catalogue, reading)
        if line.standing:
            standing.append(taken_out_of(edit))
        else:
            back.append(edit)  # what may never be done again keeps its table packed
    return standing, back


def taken_out_of(edit: Edit) -> Edit:
    """Return an edit whose tables are at hand."""
    if isinstance(edit, Several):
        return replace(edit, edits=tuple(taken_out_of(part) for part in edit.edits))
    return replace(edit, table=taken_out(edit.table)) if isinstance(edit, SetReading) else edit
