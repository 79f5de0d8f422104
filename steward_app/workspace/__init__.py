"""One open document moving along the belt: do, undo, redo, and what each change touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeGuard

from ..catalogue import Catalogue
from ..core.change import Change, change_of
from ..core.document import Document
from ..core.edits import Edit, SetCells, SetReading, flat
from ..core.findings import Findings
from ..core.progress import SILENT, Progress
from ..core.schema import Schema
from ..core.table import Opened, Table
from ..core.text import Text
from .check import Checked, check_document, recheck, recheck_at_once

# An edit of up to so many cells is checked again at once; a larger one in the background.
AT_ONCE = 1000


class Keeper(Protocol):
    """Whatever keeps the edits (the journal): told of each step before the screen shows it as kept."""

    def done(self, edit: Edit) -> None:
        """Keep a step."""
        ...

    def undone(self) -> None:
        """Keep that the last step was taken back."""
        ...

    def redone(self) -> None:
        """Keep that it was done again."""
        ...


@dataclass(frozen=True, eq=False)
class Step:
    """One step of the work: the edit, what takes it back, and what was known before it."""

    edit: Edit
    inverse: Edit
    before: Checked | None


@dataclass
class Workspace:
    """A document, the steps that led to it, and what was found in it. Changed only by `do`, `undo` and `redo`.

    `opened` is the table as it was first read. `checked` holds the findings of a version;
    `fresh` tells whether they are of this one.
    """

    path: Path
    document: Document
    catalogue: Catalogue
    today: dt.date
    opened: Table
    keeper: Keeper | None = None
    checked: Checked | None = None
    set_aside: tuple[Edit, ...] = ()
    steps: list[Step] = field(default_factory=list)
    taken_back: list[Step] = field(default_factory=list)

    @classmethod
    def of(cls, path: Path, opened: Opened, catalogue: Catalogue, today: dt.date) -> Workspace:
        """Start the work on a file that was just read."""
        return cls(path, Document(opened.reading, opened.table), catalogue, today, opened.table)

    def do(self, edit: Edit, who: str = "") -> Change:
        """Apply an edit as one step; small ones are checked again at once."""
        document, inverse = edit.apply(self.document)
        if self.keeper:
            self.keeper.done(edit)
        self.steps.append(Step(edit, inverse, self.checked if self.fresh else None))
        self.taken_back.clear()
        return self._moved_to(document, edit, who)

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none."""
        if not self.steps:
            return None
        step = self.steps.pop()
        self.taken_back.append(step)
        document, _ = step.inverse.apply(self.document)
        if self.keeper:
            self.keeper.undone()
        return self._moved_to(document, step.inverse, undone=1, known=step.before)

    def redo(self) -> Change | None:
        """Do the step that was taken back again; None where there is none."""
        if not self.taken_back:
            return None
        step = self.taken_back.pop()
        before = self.checked if self.fresh else None
        document, inverse = step.edit.apply(self.document)
        self.steps.append(Step(step.edit, inverse, before))
        if self.keeper:
            self.keeper.redone()
        return self._moved_to(document, step.edit, undone=-1)

    def _moved_to(self, document: Document, edit: Edit, who: str = "", undone: int = 0,
                  known: Checked | None = None) -> Change:
        self.document = document
        change = change_of(edit, who, undone)
        if known is not None:
            self.checked = replace(known, version=document.version)
        elif self.checked is not None and self.checked.version == document.version - 1 and small(edit):
            self.checked = recheck_at_once(self.checked, document, change)
        return replace(change, findings=self.checked is not None and self.checked.version == document.version)

    @property
    def can_undo(self) -> Text | None:
        """The name of the step that undo would take back."""
        return self.steps[-1].edit.named if self.steps else None

    @property
    def can_redo(self) -> Text | None:
        """The name of the step that redo would do again."""
        return self.taken_back[-1].edit.named if self.taken_back else None

    @property
    def schema(self) -> Schema:
        """The chosen standard; one must have been chosen."""
        assert self.document.schema is not None
        return self.document.schema

    @property
    def findings(self) -> Findings:
        """The findings; the document must have been checked."""
        assert self.checked is not None
        return self.checked.findings

    @property
    def fresh(self) -> bool:
        """Tell whether the findings are of this version, table-wide ones included."""
        return self.checked is not None and self.checked.version == self.document.version and self.checked.whole

    def check(self, progress: Progress = SILENT, change: Change | None = None) -> Checked:
        """Check this version: everything, or only what `change` touched. Pure: hand the answer to `accept`."""
        known = self.checked
        if known is not None and change is not None and not (change.shape or change.standard or change.reading):
            return recheck(known, self.document, change, progress)
        return check_document(self.document, self.catalogue, self.today, progress)

    def accept(self, checked: Checked) -> bool:
        """Take an answer of `check`; one about an older version is dropped."""
        if checked.version != self.document.version:
            return False
        self.checked = checked
        return True

    @property
    def source(self) -> Table:
        """The table as it was last read, for what has changed since."""
        return next((edit.table for edit in reversed(list(self.edits())) if read_anew(edit)), self.opened)

    def edits(self) -> Iterator[Edit]:
        """Yield every single edit that stands, in order."""
        for step in self.steps:
            yield from flat(step.edit)

    def edits_since_reading(self) -> list[Edit]:
        """Return the single edits made since the file was last read."""
        since: list[Edit] = []
        for edit in self.edits():
            since = [] if read_anew(edit) else [*since, edit]
        return since


def read_anew(edit: Edit) -> TypeGuard[SetReading]:
    """Tell whether an edit put a table in place that comes from the file as it is."""
    return isinstance(edit, SetReading) and edit.anew


def small(edit: Edit) -> bool:
    """Tell whether an edit touches so few cells that checking them again is instant."""
    parts = flat(edit)
    return all(isinstance(part, SetCells) for part in parts) and sum(
        len(part.records) for part in parts if isinstance(part, SetCells)) <= AT_ONCE
