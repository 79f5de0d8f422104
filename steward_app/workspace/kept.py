"""Works kept on this computer: where each lies, how it starts, resumes after a crash, and closes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..catalogue import Catalogue
from ..core.document import Document
from ..core.edits import unpacked, unpacked_table
from ..core.reading import Asked, Note, Proposal, Reading, SheetInfo
from ..core.table import Opened, Table
from ..core.text import Text
from . import Step, Workspace
from .journal import Journal, Lock, kept_facts, kept_lines, kept_steps
from .replay import replayed

Reread = Callable[[Path, Asked], Opened]


@dataclass(frozen=True)
class Kept:
    """One work on this computer: its folder, the file it is about, and where it stands."""

    folder: Path
    path: Path
    sha256: str
    steps: int
    clean: bool
    rows: int = 0


@dataclass
class Open:
    """A workspace with its journal and lock; `read_only` where another window holds it."""

    workspace: Workspace
    journal: Journal | None
    lock: Lock
    read_only: bool = False

    def close(self) -> bool:
        """Flush the journal, mark the work as closed, free the lock; tell whether everything is kept."""
        kept = self.journal.close() if self.journal else True
        self.lock.free()
        return kept


def folder_for(works: Path, path: Path) -> Path:
    """Return the folder of the work on a file: the same for the same path."""
    return works / hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]


def start(works: Path, path: Path, opened: Opened, catalogue: Catalogue, today: dt.date) -> Open:
    """Start the work on a file just read, forgetting what was kept of it before."""
    folder, workspace = folder_for(works, path), Workspace.of(path, opened, catalogue, today)
    lock = Lock(folder)
    if not lock.take():
        return Open(workspace, None, lock, read_only=True)
    (folder / "table.arrow").unlink(missing_ok=True)  # the steps kept before must never meet another table
    journal = Journal(folder)
    journal.forget()
    journal.about(path=str(path.resolve()), sha256=opened.reading.sha256, clean=False,
                  rows=opened.table.height, reading=reading_json(opened.reading), headings=list(opened.table.headings))
    if journal.flush():  # only now are the earlier steps forgotten; where the disk refuses, the window says so
        keep_table(folder, opened.table)
    workspace.keeper = journal
    return Open(workspace, journal, lock)


def resume(kept: Kept, catalogue: Catalogue, today: dt.date) -> Open:
    """Open a kept work as it stood, from its own copy of the table; the source may be gone."""
    facts, lock = kept_facts(kept.folder), Lock(kept.folder)
    mine = lock.take()
    reading = reading_of(facts["reading"])
    table = replace(kept_table(kept.folder, facts["headings"]), parts=reading.parts)
    workspace = Workspace(kept.path, Document(reading, table), catalogue, today, table)
    standing, back = replayed(kept_lines(kept.folder), catalogue, lambda asked: reread(reading, asked))
    for edit in standing:
        document, inverse = edit.apply(workspace.document)
        workspace.document = document
        workspace.steps.append(Step(edit, inverse, None))
    workspace.taken_back = [Step(edit, edit, None) for edit in reversed(back)]
    journal = Journal(kept.folder) if mine else None
    if journal:
        journal.about(clean=False)
        workspace.keeper = journal
    return Open(workspace, journal, lock, read_only=not mine)


def works_kept(works: Path) -> tuple[Kept, ...]:
    """Return every kept work that has a copy of its table and a journal, the latest first."""
    folders = [f for f in works.iterdir() if (f / "table.arrow").is_file()] if works.is_dir() else []
    dated = [(touched, folder) for folder in folders if (touched := touched_at(folder)) is not None]
    return tuple(kept for _, folder in sorted(dated, reverse=True) if (kept := kept_of(folder)))


def touched_at(folder: Path) -> float | None:
    """Return when a work's journal was last written to; None where there is none, or it is being taken away."""
    try:
        return (folder / "journal.sqlite").stat().st_mtime
    except OSError:
        return None


def kept_of(folder: Path) -> Kept | None:
    """Return the work kept in a folder, None where its journal says nothing."""
    facts = kept_facts(folder)
    if "path" not in facts:
        return None
    return Kept(folder, Path(facts["path"]), facts["sha256"], kept_steps(folder), bool(facts.get("clean")),
                facts.get("rows") or 0)


def asked_then(kept: Kept) -> Asked:
    """Return how the file of a work was asked to be read, as far as it is true of another file too."""
    said = kept_facts(kept.folder).get("reading") or {}
    return Asked.of_json(said.get("asked") or {}).but(kept=frozenset(), dropped=frozenset())


def unfinished(works: Path) -> tuple[Kept, ...]:
    """Return the works that a crash interrupted: not closed cleanly, held by no window, with something to lose."""
    return tuple(kept for kept in works_kept(works) if not kept.clean and kept.steps and is_free(kept.folder))


def is_free(folder: Path) -> bool:
    """Tell whether no window holds a work."""
    lock = Lock(folder)
    free = lock.take()
    lock.free()
    return free


def keep_table(folder: Path, table: Table) -> None:
    """Write a work's own copy of the table beside, then in place; the table comes last, for it makes the work a work."""
    for name, frame in (("ragged", table.ragged), ("table", table.frame.with_columns(table.rows.alias("\0row")))):
        beside = folder / f".{name}.partial"
        frame.write_ipc(beside, compression="zstd")  # straight to the disk: in memory it would add to the peak of opening
        beside.replace(folder / f"{name}.arrow")


def kept_table(folder: Path, headings: list[str]) -> Table:
    """Read a work's own copy of the table."""
    table = unpacked_table(headings, (folder / "table.arrow").read_bytes())
    return replace(table, ragged=unpacked((folder / "ragged.arrow").read_bytes()))


def reread(first: Reading, asked: dict[str, Any]) -> Reading:
    """Return the reading that a kept step asked for, as far as it can be known without the file."""
    said = Asked.of_json(asked)
    parts = first.parts if said.sheet == first.asked.sheet else ()
    return replace(first, asked=said, parts=parts, encoding=said.encoding or first.encoding, sheet=said.sheet or first.sheet,
                   header_rows=said.header_rows if said.header_rows is not None else first.header_rows)


def reading_json(reading: Reading) -> dict[str, Any]:
    """Return what a work keeps of its reading."""
    return {
        "name": reading.name, "format": reading.format, "bytes": reading.bytes, "sha256": reading.sha256,
        **reading.as_json(), "asked": reading.asked.as_json(),
        "proposals": [[p.kind, list(p.rows), p.reason.as_json(), p.applied] for p in reading.proposals],
        "sheets": [sheet.as_json() for sheet in reading.sheets],
        "parts": [list(part) for part in reading.parts],
        "notes": [[note.code, note.says.as_json(), note.do.as_json()] for note in reading.notes],
    }


def reading_of(said: dict[str, Any]) -> Reading:
    """Read what `reading_json` wrote."""
    return Reading(
        name=said["name"], format=said["format"], bytes=said["bytes"], fingerprint=said["sha256"],
        encoding=said["encoding"], delimiter=said["delimiter"], decimal=said["decimal"], sheet=said["sheet"],
        header_rows=tuple(said["header_rows"]), first_data_row=said["first_data_row"],
        proposals=tuple(Proposal(kind, tuple(rows), Text(**reason), applied)
                        for kind, rows, reason, applied in said["proposals"]),
        sheets=tuple(SheetInfo(**sheet) for sheet in said["sheets"]),
        notes=tuple(Note(code, Text(**says), Text(**do)) for code, says, do in said["notes"]),
        asked=Asked.of_json(said["asked"]), parts=tuple((name, before) for name, before in said.get("parts") or ()),
    )

