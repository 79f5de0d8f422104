"""Taking one earlier fix back: its old text returns where the cell still holds what the fix wrote."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from .edits import Edit, RemoveRows, SetCells, SetReading, SetTable, flat
from .table import Table
from .text import Text

TAKE_BACK = Text("take back: {step}", "revenir en arrière\u00a0: {step}")


class Past(Protocol):
    """One step of the work: what was done, and what undid it at the time."""

    @property
    def edit(self) -> Edit:
        """The edit that was done."""
        ...

    @property
    def inverse(self) -> Edit:
        """The edit that took it back then: it holds the old texts."""
        ...


def rows_moved(edit: Edit) -> bool:
    """Tell whether records have other indices after an edit."""
    return any(isinstance(part, RemoveRows | SetTable | SetReading) for part in flat(edit))


def taken_back(steps: Iterable[Past], table: Table, name: Text) -> tuple[list[SetCells], int]:
    """Return the edits that take the fixes of this name back, newest first, and how many of their cells stay.

    A fix before rows were taken out is left alone: its records cannot be told any more.
    """
    edits: list[SetCells] = []
    stay = 0
    for step in reversed(list(steps)):
        if rows_moved(step.edit):
            break
        wrote = [part for part in flat(step.edit) if isinstance(part, SetCells) and part.fix]
        before = {id(part): old for part, old in zip(wrote, _olds(step.inverse), strict=False)}
        for part in reversed(wrote):
            old = before.get(id(part))
            if old is None or part.named.to("en") != name.to("en"):
                continue
            still = table.cells(part.column, part.records).eq_missing(part.text)
            stay += int((~still).sum())
            if still.any():
                named = TAKE_BACK.with_(step=name)
                edits.append(SetCells(part.column, part.records.filter(still), old.text.filter(still), named))
    return edits, stay


def _olds(inverse: Edit) -> list[SetCells]:
    return [part for part in reversed(flat(inverse)) if isinstance(part, SetCells) and part.fix]
