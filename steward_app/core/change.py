"""What just changed, and who asked, for the screens."""

from __future__ import annotations

from dataclasses import dataclass

from .edits import (
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
    flat,
)


@dataclass(frozen=True, eq=False)
class Change:
    """Flags of what changed. `who` is the screen part that asked (it ignores its own); `columns` whose text changed.

    `undone` is +1 after undo, −1 after redo, 0 for a new step; `findings` says the findings were made anew.
    """

    reading: bool = False
    table: bool = False
    standard: bool = False
    mapping: bool = False
    metadata: bool = False
    decisions: bool = False
    findings: bool = False
    shape: bool = False
    columns: frozenset[str] = frozenset()
    who: str = ""
    undone: int = 0
    edit: Edit | None = None


def change_of(edit: Edit, who: str = "", undone: int = 0) -> Change:
    """Return what an edit changes."""
    parts = flat(edit)

    def has(*kinds: type) -> bool:
        return any(isinstance(part, kinds) for part in parts)

    columns = frozenset(part.column for part in parts if isinstance(part, SetCells | SetColumn))
    anew = any(isinstance(part, SetReading) and part.anew for part in parts)  # an answer leaves the table as it stands
    shape = anew or has(RemoveRows, SetTable)
    return Change(
        reading=anew, table=shape or bool(columns), standard=has(SetStandard),
        mapping=has(SetMapping, SetStandard, SetReading), metadata=has(SetMetadata), decisions=has(SetDecisions),
        shape=shape, columns=columns, who=who, undone=undone, edit=edit,
    )
