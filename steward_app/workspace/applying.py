"""How an edit is applied: at once or beside the window, part by part, and without what it would do in vain."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from ..core.document import Document
from ..core.edits import Edit, RemoveRows, SetCells, SetColumn, SetReading, SetTable, Several, flat
from ..core.progress import Progress
from ..core.table import Table
from ..core.text import Text

# An edit of up to so many cells is checked again at once; a larger one in the background.
AT_ONCE = 1000
PARTS_AT_ONCE = 20  # each is checked by itself
WRITTEN_AT_ONCE = 3_000_000  # cells: an edit writes whole columns anew
APPLYING = Text("Writing the cells", "Écriture des cellules")


def read_anew(edit: Edit) -> TypeGuard[SetReading]:
    """Tell whether an edit put a table in place that comes from the file as it is."""
    return isinstance(edit, SetReading) and edit.anew


def small(edit: Edit) -> bool:
    """Tell whether an edit touches so few cells that checking them again is instant."""
    return all(isinstance(part, SetCells) for part in flat(edit)) and few(edit)


def light(edit: Edit, table: Table) -> bool:
    """Tell whether an edit of a table is applied in an instant: few cells, or none (a mapping, an answer about a reading)."""
    return few(edit) and sum(written(part, table) for part in flat(edit)) <= WRITTEN_AT_ONCE


def few(edit: Edit) -> bool:
    """Tell whether an edit names few cells or records."""
    heavy = [part for part in flat(edit) if isinstance(part, SetCells | RemoveRows)]
    return len(heavy) <= PARTS_AT_ONCE and sum(len(part.records) for part in heavy) <= AT_ONCE


def written(part: Edit, table: Table) -> int:
    """Return how many cells a single edit writes anew, those that it only carries along with the others included."""
    whole = isinstance(part, RemoveRows) or read_anew(part)
    return table.height * (table.width if whole else int(isinstance(part, SetCells)))


def bare(edit: Edit) -> Edit:
    """Return an edit without what it writes into a table that it then puts another one in the place of."""
    if not isinstance(edit, Several):
        return edit
    last = max((place for place, part in enumerate(edit.edits) if read_anew(part)), default=0)
    moot = SetCells | SetColumn | RemoveRows | SetTable
    return replace(edit, edits=tuple(part for place, part in enumerate(edit.edits) if place >= last or not isinstance(part, moot)))


def applied(edit: Edit, document: Document, progress: Progress) -> tuple[Document, Edit]:
    """Apply an edit as `Edit.apply` does, part by part, so that it can be stopped between two of them."""
    if not isinstance(edit, Several):
        return edit.apply(document)
    backs: list[Edit] = []
    for index, part in enumerate(edit.edits):
        progress(APPLYING, index, len(edit.edits))
        document, back = applied(part, document, progress)
        backs.insert(0, back)
    return document, Several(tuple(backs), edit.named)
