"""Reading the open file another way: a new table, columns matched anew, and the edits made again by source row."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from typing import Any

from ..core.changes import replayed_cells
from ..core.document import Document
from ..core.edits import Edit, SetReading, Several, flat
from ..core.mapping import Mapping
from ..core.packed import Packed, large, packed_away
from ..core.table import Opened, Table
from ..core.text import Text
from . import Workspace, columns, questions
from .applying import read_anew

SET_ASIDE = Text("{n} edited cells found no place and are set aside.",
                 "{n} cellules modifiées n’ont pas trouvé leur place et sont mises de côté.",
                 "{n} edited cell found no place and is set aside.",
                 "{n} cellule modifiée n’a pas trouvé sa place et est mise de côté.")


@dataclass(frozen=True, eq=False)
class Reread:
    """The one step that reads a file another way, and how many edited cells found no place in the new table.

    `opened` is the table as it was first read, which nobody needs until the step is taken back.
    """

    edit: Several
    lost: int
    opened: Table | Packed

    @property
    def said(self) -> Text | None:
        """What to say of the cells set aside; None where none is. Undo brings them back."""
        return SET_ASIDE.with_(n=self.lost) if self.lost else None


def reread(work: Workspace, opened: Opened, named: Text, remembered: MappingABC[str, Any] | None = None) -> Reread:
    """Return the step that puts a file read another way in place. (interaction.md §3)

    Columns are matched anew, what was confirmed by hand follows its column, and text edits are made again by row.
    """
    document = work.document
    mapping = Mapping()
    if document.schema is not None:
        carried = document.but(table=opened.table, reading=opened.reading, mapping=followed(document, opened))
        mapping = columns.choose(carried, document.schema, remembered).mapping
        mapping = questions.as_asked(mapping, document.schema, opened.table, opened.reading.asked)
    names = column_names(document, opened)
    edits, lost = replayed_cells(work.source, document.table, opened.table, names)
    before = packed_away(document.table)
    first = before if work.opened is document.table else work.opened
    if not isinstance(first, Packed):
        first = packed_away(first)
    step = SetReading(opened.reading, opened.table, mapping, named, before=before if isinstance(before, Packed) else None)
    return Reread(Several((step, *edits), named), lost, first)


def holds_much(edit: Edit) -> bool:
    """Tell whether an edit holds a large table that it read."""
    return any(read_anew(part) and isinstance(part.table, Table) and large(part.table) for part in flat(edit))


def put_by(edit: Edit) -> Edit:
    """Return an edit as it waits to be done again: a large table that it read is packed. Takes a second or two."""
    if isinstance(edit, Several):
        return replace(edit, edits=tuple(put_by(part) for part in edit.edits))
    return replace(edit, table=packed_away(edit.table)) if read_anew(edit) and isinstance(edit.table, Table) else edit


def followed(document: Document, opened: Opened) -> Mapping:
    """Return what was said of the old columns, for the columns of a new table."""
    names = column_names(document, opened)
    fields = {name: replace(feed, columns=tuple(names[column] for column in feed.columns))
              for name, feed in document.mapping.fields.items() if set(feed.columns) <= set(names)}
    extras = {names[column]: name for column, name in document.mapping.extras.items() if column in names}
    return Mapping(fields, extras)


def column_names(document: Document, opened: Opened) -> dict[str, str]:
    """Return the new key of each old column: by position while sheet and separator stay, else by heading."""
    old, new = document.table, opened.table
    same = (document.reading.sheet, document.reading.delimiter) == (opened.reading.sheet, opened.reading.delimiter)
    return dict(zip(old.columns, new.columns, strict=False)) if same else {key: key for key in new.columns}
