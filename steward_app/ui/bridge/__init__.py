"""The one thing that screens talk to: it holds the work, does what they ask, and says what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ...catalogue import Catalogue
from ...core.change import Change
from ...core.edits import Edit
from ...core.problem import Problem
from ...core.progress import Progress
from ...core.reading import Asked
from ...core.schema import Schema
from ...core.table import Peek
from ...core.text import Text, date, number, percent
from ...paths import Paths
from ...settings import Settings
from ...workspace import Workspace, kept, own, standard
from ...workspace.belt import Belt
from ...workspace.memory import Memory
from ...workspace.problems import headline_of
from ...workspace.states import Seen, State, Station, states, why_not
from ..jobs import Jobs
from . import choosing, closing, opening, recipes, rereading, shelf, where, words
from .checking import Checking
from .details import details_text, remembered
from .notices import notice_of
from .said import Blocked, Noticed, Pleased, ProblemLine, Said, Visit
from .steps import Steps
from .unkept import Unkept

__all__ = ["Blocked", "Bridge", "Noticed", "Pleased", "Said", "Visit"]

class Bridge(QObject):
    """The work and everything that may be done with it. Screens call it and redraw from its signals."""

    opened = Signal(object)     # Workspace, or None when the file is closed
    changed = Signal(object)    # Change
    checked = Signal(object)    # Checked
    reported = Signal(object)   # jobs.Report
    stood = Signal(object)      # dict[Station, (State, int)]: the states of the stations may have moved
    said = Signal(object)       # Said
    failed = Signal(object)     # Problem
    differs = Signal(object)    # opening.Differs
    visited = Signal(object)    # Visit
    blocked = Signal(object)    # Blocked
    pleased = Signal(object)    # Pleased
    noticed = Signal(object)    # Noticed
    broke = Signal(object)      # BaseException that nobody expected

    def __init__(self, paths: Paths, settings: Settings, catalogue: Catalogue, today: dt.date,
                 jobs: Jobs | None = None, indexes: Any = None) -> None:
        super().__init__()
        self.paths, self.settings, self.catalogue, self.today = paths, settings, catalogue, today
        self.jobs = jobs or Jobs(self)
        self.memory, self.indexes = Memory(paths.config), indexes or standard.new_indexes()
        self.belt = Belt(catalogue, today, paths.scratch, self.indexes)
        self.dialogs: Any = None
        self.work: kept.Open | None = None
        self.peek = Peek()
        self.seen = Seen()
        self._not_now: set[Path] = set()
        self.close_after_package: Callable[[], object] | None = None
        self._steps, self._checking, self._unkept = Steps(self), Checking(self), Unkept(self)
        self._closing = closing.Closing(self.jobs, self.fail)
        self.jobs.reported.connect(self.reported)
        self.jobs.reported.connect(lambda report: self.restate() if report.step is None else None)

    # What is

    @property
    def workspace(self) -> Workspace | None:
        """The open work, or None."""
        return self.work.workspace if self.work else None

    @property
    def language(self) -> str:
        """`en` or `fr`."""
        return self.settings.language

    def text(self, phrase: Text) -> str:
        """Write a phrase for the steward."""
        return phrase.to(self.language)

    def number(self, value: float) -> str:
        """Write a number for the steward."""
        return number(value, self.language)

    def percent(self, part: int, whole: int) -> str:
        """Write a share for the steward."""
        return percent(part, whole, self.language)

    def date(self, value: dt.date) -> str:
        """Write a date for the steward."""
        return date(value, self.language)

    def title_of(self, standard: str | None) -> str:
        """Return the title of a standard by its id, or nothing."""
        name = (standard or "").partition("@")[0]
        return next((self.text(schema.title) for schema in self.catalogue.standards if schema.name == name), "")

    @property
    def practice_files(self) -> tuple[Path, ...]:
        """The practice files of the steward's language; those of the other where there are none."""
        return where.practice_files(self.paths, self.language)

    def folder(self) -> Path:
        """Return where the open-file dialog starts."""
        return where.start_folder(self.memory)

    def package_folder(self) -> Path:
        """Return where packages go."""
        return where.package_folder(self.paths, self.settings.get("folder"), self._here().path)

    def unfinished(self) -> tuple[kept.Kept, ...]:
        """Return the works that a crash interrupted, but those set aside by *Not now*."""
        return tuple(work for work in kept.unfinished(self.paths.works) if work.folder not in self._not_now)

    def not_now(self, work: kept.Kept) -> None:
        """Leave an interrupted work for later; it stays in Recent."""
        self._not_now.add(work.folder)

    def details(self) -> str:
        """Return what support needs to know: versions and the standard, never a value."""
        return details_text(self)

    def states(self) -> dict[Station, tuple[State, int]]:
        """Return the state and the count of each station."""
        here = self.workspace
        jobs = {Station.FILE: "open", Station.STANDARD: "", Station.COLUMNS: "standard", Station.CHECK: "check"}
        running = frozenset(station for station, kind in jobs.items() if kind and self.jobs.running(kind))
        checked = here.checked if here and not self._checking.stopped else None
        return states(here.document if here else None, checked, replace(self.seen, running=running))

    # Files

    def open(self, path: Path, *, anew: bool = False) -> None:
        """Open a file, or take up the work on it; another open file is kept and closed."""
        if self.workspace is not None and self.workspace.path.resolve() == path.resolve():
            self.close()  # its lock must be free before it is taken again
        def work(progress: Progress) -> opening.Found | opening.Differs:
            return opening.find(path, self.paths, self.belt, progress, anew=anew)
        self.jobs.do("open", work, self._found, failed=self.fail, stopped=lambda: self._said_stopped(path))
        self.restate()

    def redo_on(self, differs: opening.Differs) -> None:
        """Redo the earlier work on a file that has changed since: its recipe, on the new rows. (dialog 11)"""
        def again(progress: Progress) -> opening.Found:
            return opening.redone(differs, self.paths, self.belt, progress)
        self.jobs.do("open", again, self._found, failed=self.fail, stopped=self.restate)
        self.restate()

    def apply_recipe(self, path: Path) -> None:
        """Work on the open file as a recipe says, as one undo step."""
        recipes.apply(self, path)

    def resume(self, work: kept.Kept) -> None:
        """Take up a kept work where it stood."""
        def open_kept(_: Progress) -> opening.Found:
            return opening.resumed(work, self.belt, moved=not work.path.is_file())
        self.jobs.do("open", open_kept, self._found, failed=self.fail)

    def close(self) -> None:
        """Close the open file: jobs stop, everything is kept."""
        for kind in self.jobs.kinds:
            if kind not in ("package", "step") and not kind.startswith(closing.KIND):
                self.jobs.cancel(kind)
        self._put_away()
        self.peek, self.seen = Peek(), Seen()
        self._checking.forget()
        self.opened.emit(None)
        self.restate()

    def _put_away(self) -> None:
        self._steps.finish()
        if self.work is not None:
            here, self.work = self.work, None
            self._closing.put(here)

    def leave(self) -> None:
        """Close everything before the program ends; only the last steps are waited for."""
        self._put_away()
        self.jobs.close()
        self._closing.finish()
        self.belt.away.close()

    def read_again(self, asked: Asked, named: Text, after: Text | None = None) -> None:
        """Read the open file another way, as one undo step."""
        rereading.read_again(self, asked, named, after)

    def settled(self, here: Workspace, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return what hands an answer on when no step is under way, unless the work was closed meanwhile."""
        return lambda answer: self._steps.after(lambda: then(answer) if here is self.workspace else None)

    def _found(self, answer: opening.Found | opening.Differs) -> None:
        if isinstance(answer, opening.Differs):
            self.differs.emit(answer)
            return
        self._put_away()
        self.jobs.cancel("check")
        self._checking.forget()
        self.work, self.peek = answer.work, answer.peek
        self._unkept.watch(answer.work)
        self.seen = Seen()
        self.opened.emit(self.workspace)
        if (notice := notice_of(self, answer)) is not None:
            self.noticed.emit(notice)
        self.note_recent()
        if self._here().document.schema is not None:
            self.check()
        self.restate()

    # Changes

    def do(self, edit: Edit, who: str = "", said: Said | None = None) -> None:
        """Do an edit as one step; `who` is the screen part that asks (it may ignore its own Change)."""
        if not (self.work and self.work.read_only):
            self._steps.do(edit, who, said)

    def do_made(self, make: Callable[[], Edit], who: str, said: Callable[[Edit], Said]) -> None:
        """Make an edit of the present document and do it as one step, both beside the window."""
        if not (self.work and self.work.read_only):
            self._steps.do_made(make, who, said)

    def undo(self) -> None:
        """Take the last step back."""
        self._steps.again("undo")

    def redo(self) -> None:
        """Do the step that was taken back again."""
        self._steps.again("redo")

    def choose_standard(self, name: str, quiet: frozenset[str] = frozenset()) -> None:
        """Choose a standard and match the columns to it, then go to Columns; C02 asks for none of the `quiet` fields."""
        choosing.choose(self, name, quiet)
        self.restate()

    def bring_standard(self, path: Path) -> None:
        """Add the standard in a file to the user's catalogue and use it."""
        shelf.keep(self, lambda: own.bring(path, self.catalogue, self.paths.own_schemas))

    def keep_standard(self, raw: dict[str, Any], text: str = "", *, fresh: bool = False,
                      then: Callable[[Schema], object] | None = None) -> None:
        """Keep a standard of the steward's own, as `own.keep` does; it is used, unless something else is to follow."""
        shelf.keep(self, lambda: own.keep(raw, self.catalogue, self.paths.own_schemas, text, fresh=fresh), then)

    def check(self, change: Change | None = None) -> None:
        """Check the work beside the window: all of it, or only what `change` touched."""
        self._checking.check(change)

    def moved(self, change: Change) -> None:
        """Tell everybody what a step changed, and check it. (`Steps` calls it when a step is taken.)"""
        self.changed.emit(change)
        self._checking.follow(change)

    # Asking

    def ask(self, kind: str, work: Callable[[Progress], Any], then: Callable[[Any], None], *, quiet: bool = True,
            stopped: Callable[[], None] | None = None) -> None:
        """Run reading work beside the window; an answer about an older version of the document is dropped.

        Quiet work of one kind (up to a colon) runs in turn; another kind does not wait for it.
        """
        here = self.workspace
        version = here.document.version if here else -1
        def current(answer: Any) -> None:
            now = self.workspace
            if now is here and (now is None or now.document.version == version):
                then(answer)
        lane = kind.partition(":")[0] if quiet else "ask"
        self.jobs.ask(kind, work, current, failed=self.fail, stopped=stopped, quiet=quiet, lane=lane)

    def do_beside(self, kind: str, work: Callable[[Progress], Any], then: Callable[[Any], None], *,
                  stopped: Callable[[], None] | None = None) -> None:
        """Run work that writes files beside the window (a package, a template)."""
        self.jobs.do(kind, work, then, failed=self.fail, stopped=stopped)
        self.restate()

    def problem_lines(self) -> tuple[ProblemLine, ...]:
        """Return the problems as the palette lists them; none while the findings are of an older version."""
        here = self.workspace
        if here is None or not here.fresh:
            return ()
        return tuple(ProblemLine(p.key, str(p.severity), *headline_of(p, here)) for p in here.findings.listed)

    def visit(self, station: Station | None, **where: Any) -> None:
        """Go to a station (None is Start), or say why it cannot be opened yet."""
        here = self.workspace
        why = why_not(station, here.document if here else None) if station else None
        if why is not None and station is not None:
            unblocks = Station.FILE if here is None else Station.STANDARD
            self.blocked.emit(Blocked(unblocks, why))
            return
        if station is not None:
            self.see(opened=self.seen.opened | {station})
        self.visited.emit(Visit(station, **where))

    def see(self, **what: Any) -> None:
        """Note what is no edit: stations opened, open questions, the version packaged."""
        self.seen = replace(self.seen, **what)
        self.restate()

    def show_guide(self, schema: Schema, parent: Any, field: str = "") -> None:
        """Show the guide of a standard, at one of its fields, and save it as a web page if that is asked."""
        shelf.show_guide(self, schema, parent, field)

    def please(self, action: str) -> None:
        """Ask the window for an action by its name."""
        self.pleased.emit(Pleased(action))

    def fail(self, error: BaseException) -> None:
        """Show what went wrong: a Problem as its sentence, anything else in the crash dialog."""
        (self.failed if isinstance(error, Problem) else self.broke).emit(error)

    def say(self, text: Text, **how: Any) -> None:
        """Say a sentence in the toast and the status line."""
        self.said.emit(Said(text, **how))

    def remembering(self, keep: Callable[[], object]) -> None:
        """Keep a preference, or something for other files; where the disk refuses, that is said, and the work goes on."""
        try:
            keep()
        except OSError:
            self.say(words.NOT_REMEMBERED)

    def _here(self) -> Workspace:
        here = self.workspace
        assert here is not None, "no file is open"
        return here

    def restate(self) -> None:
        """Say in which state each station is."""
        self.stood.emit(self.states())

    def _said_stopped(self, path: Path) -> None:
        self.restate()
        self.said.emit(Said(words.STOPPED, button=words.READ_AGAIN, run=lambda: self.open(path)))

    def note_recent(self) -> None:
        """Put the open work at the head of the recent files."""
        entry = remembered(self._here(), self.seen)
        self.remembering(lambda: self.memory.opened(entry))
