"""One open document moving along the belt: do, undo, redo, and what each change touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from ..catalogue import Catalogue
from ..core.change import Change, change_of
from ..core.document import Document
from ..core.edits import Edit, flat
from ..core.findings import Findings
from ..core.followed import FollowRecipe
from ..core.packed import Packed, taken_out
from ..core.problem import Problem
from ..core.progress import SILENT, Progress
from ..core.schema import Schema
from ..core.table import Opened, Table
from ..core.text import Text
from .applying import applied, bare, read_anew, small
from .check import Checked, check_document, recheck, recheck_at_once
from .drift import Drift


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


@dataclass(frozen=True, eq=False)
class Moved:
    """A step that was worked out and not yet taken: `kind` is do, undo or redo; `base` the document it starts from."""

    kind: str
    edit: Edit
    base: Document
    document: Document
    inverse: Edit
    who: str = ""


class Elsewhere(Protocol):
    """A file that was checked in pieces: its table is not at hand."""

    @property
    def untold(self) -> tuple[Text, ...]:
        """The sentences about what cannot be told in pieces."""
        ...

    @property
    def sample(self) -> Table:
        """Records spread over the whole table."""
        ...

    def write_cells(self, work: Workspace, path: Path, progress: Progress) -> None:
        """Write one line for each finding, in row order."""
        ...

    def no_report(self) -> Problem:
        """Return the Problem of who asks for a report."""
        ...


@dataclass
class Workspace:
    """A document, the steps that led to it, and what was found in it. Changed only by `do`, `undo` and `redo`.

    `opened` is the table as it was first read. `checked` holds the findings of a version;
    `fresh` tells whether they are of this one. With `apart` the file was checked in pieces: the table holds a few records
    to tell each problem by, and nothing is edited. `drift` says what the file has otherwise than its recipe knew.
    """

    path: Path
    document: Document
    catalogue: Catalogue
    today: dt.date
    opened: Table | Packed
    keeper: Keeper | None = None
    checked: Checked | None = None
    steps: list[Step] = field(default_factory=list)
    taken_back: list[Step] = field(default_factory=list)
    apart: Elsewhere | None = None
    drift: Drift | None = None

    @classmethod
    def of(cls, path: Path, opened: Opened, catalogue: Catalogue, today: dt.date) -> Workspace:
        """Start the work on a file that was just read."""
        return cls(path, Document(opened.reading, opened.table), catalogue, today, opened.table)

    def do(self, edit: Edit, who: str = "") -> Change:
        """Apply an edit as one step; small ones are checked again at once."""
        return self.take(self.worked_out("do", edit, who))

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none."""
        edit = self.next_of("undo")
        return self.take(self.worked_out("undo", edit)) if edit else None

    def redo(self) -> Change | None:
        """Do the step that was taken back again; None where there is none."""
        edit = self.next_of("redo")
        return self.take(self.worked_out("redo", edit)) if edit else None

    def next_of(self, kind: str) -> Edit | None:
        """Return the edit that undo or redo would apply; None where there is none."""
        if kind == "undo":
            return self.steps[-1].inverse if self.steps else None
        return self.taken_back[-1].edit if self.taken_back else None

    def worked_out(self, kind: str, edit: Edit, who: str = "", progress: Progress = SILENT) -> Moved:
        """Work out a step without taking it. Pure: hand the answer to `take`. Raises Cancelled if stopped."""
        return Moved(kind, edit, self.document, *applied(edit, self.document, progress), who)

    def take(self, moved: Moved) -> Change:
        """Take a step that was worked out from the present document."""
        assert moved.base is self.document, "worked out from another version"
        if moved.kind == "undo":
            step = self.steps.pop()
            self.taken_back.append(step)
            self._keep("undone")
            return self._moved_to(moved.document, moved.edit, undone=1, known=step.before)
        self.steps.append(Step(moved.edit, bare(moved.inverse), as_of(self.checked) if self.checked and self.fresh else None))
        if moved.kind == "redo":
            self.taken_back.pop()
            self._keep("redone")
            return self._moved_to(moved.document, moved.edit, undone=-1)
        self.taken_back.clear()
        self._keep("done", moved.edit)
        return self._moved_to(moved.document, moved.edit, moved.who)

    def put_by(self, step: Step, edit: Edit) -> None:
        """Hold a step that was taken back by another record of the same edit; nothing where it no longer waits."""
        self.taken_back = [replace(each, edit=edit) if each is step else each for each in self.taken_back]

    def _keep(self, what: str, *edit: Edit) -> None:
        if self.keeper:
            getattr(self.keeper, what)(*edit)

    def _moved_to(self, document: Document, edit: Edit, who: str = "", undone: int = 0,
                  known: Checked | None = None) -> Change:
        self.document = document
        change = change_of(edit, who, undone)
        if known is not None:
            self.checked = as_of(known, document.version)
        elif self.checked is not None and self.checked.version == document.version - 1 and small(edit):
            before, self.checked = self.checked, recheck_at_once(self.checked, document, change)
            self.checked.memo.update(headlines(before))
        elif self.checked is not None:
            self.checked = as_of(self.checked)  # its fixes hold a table that is shown no more
        return replace(change, findings=self.checked is not None and self.checked.version == document.version)

    def still(self) -> Workspace:
        """Return the work as it stands now: what is asked of it beside the window does not move with the steward."""
        return replace(self, keeper=None, steps=list(self.steps), taken_back=list(self.taken_back))

    @property
    def current(self) -> bool:
        """Tell whether the findings are of this version, though table-wide ones may still follow."""
        return self.checked is not None and self.checked.version == self.document.version

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
        return taken_out(next((edit.table for edit in reversed(list(self.edits())) if read_anew(edit)), self.opened))

    def edits(self) -> Iterator[Edit]:
        """Yield every single edit that stands, in order."""
        for step in self.steps:
            yield from flat(step.edit)

    @property
    def followed(self) -> FollowRecipe | None:
        """The recipe that the work follows; None where there is none, or it was for another standard."""
        last = next((edit for edit in reversed(list(self.edits())) if isinstance(edit, FollowRecipe)), None)
        schema = self.document.schema
        return last if last is not None and schema is not None and last.standard == schema.name else None

    def edits_since(self, since: Edit | None) -> list[Edit]:
        """Return the single edits that came after one; all of them for None."""
        edits = list(self.edits())
        place = next((place for place, edit in enumerate(edits) if edit is since), -1)
        return edits[place + 1:]

    def edits_since_reading(self) -> list[Edit]:
        """Return the single edits made since the file was last read."""
        since: list[Edit] = []
        for edit in self.edits():
            since = [] if read_anew(edit) else [*since, edit]
        return since


def as_of(checked: Checked, version: int | None = None) -> Checked:
    """Return the findings with their headlines and without what else was worked out (fixes hold whole documents)."""
    made = replace(checked, version=checked.version if version is None else version)
    made.memo.update(headlines(checked))
    return made


def headlines(checked: Checked) -> dict[Any, Any]:
    """Return what each problem says, as far as it was worked out; another thread may add to the memo meanwhile."""
    return {key: value for key, value in list(checked.memo.items()) if key[0] == "headline"}
