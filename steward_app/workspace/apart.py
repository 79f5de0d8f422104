"""The work on a file that was checked in pieces: a few records to tell each problem by, and every row that is marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from .. import matching
from ..core.batch import marked_in, marked_only, none_of, of_frame, shown
from ..core.cells import findings_frame
from ..core.findings import Findings, Key, Problems
from ..core.pieces import Found
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.table import Table
from ..core.text import Text
from . import Workspace
from .check import Checked
from .listing import COLUMNS, REFUSED
from .report import ELSEWHERE
from .stream import SAMPLED, Pass, Stream
from .tally import METRES, SPREAD
from .whole import whole

NO_REPORT = Text("A file checked piece by piece has no report.", "Un fichier vérifié par morceaux n’a pas de rapport.")
CELLS = Text("Ask for the list of its findings with --cells.", "Demandez la liste des constats avec --cells.")


@dataclass(frozen=True, eq=False)
class Apart:
    """What the pieces gave, and the way to go through them again."""

    stream: Stream
    done: Pass

    @property
    def untold(self) -> tuple[Text, ...]:
        """The sentences about what cannot be told in pieces."""
        many = self.done.gathered.height > SPREAD
        sampled = many and any(key[0] == METRES and self.done.tally.offers.get(key) for key in self.done.gathered.found)
        return (*self.stream.untold, *((SAMPLED,) if sampled else ()))

    @property
    def sample(self) -> Table:
        """Records spread over the whole table."""
        return of_frame(self.done.document.table, self.done.sample.sample(matching.SAMPLE_ROWS).frame)

    def write_cells(self, work: Workspace, path: Path, progress: Progress) -> None:
        """Write one line for each finding, in row order. Raises Problem E02 when the disk refuses, Cancelled."""
        try:
            with whole(path) as beside:
                self._lines(work, beside, progress)
        except OSError as error:
            raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name}) from error

    def _lines(self, work: Workspace, path: Path, progress: Progress) -> None:
        """Write the lines of whole columns, then those of each piece."""
        found, view = self.done.gathered.found, self.done.view
        whole = {key: item.problem for key, item in found.items() if item.rows is None}
        with path.open("wb") as file:
            table = none_of(work.document.table)
            findings_frame(view, table, Findings(whole)).select(COLUMNS).write_csv(file)
            for piece in replace(self.stream, progress=progress).tables(self.done):
                masks = {key: replace(item.problem, mask=marked_in(piece, item.rows)) for key, item in found.items()
                         if item.rows is not None}
                batch = marked_only(piece, Findings(masks, piece.height))
                if batch is not None:
                    findings_frame(view, batch.table, batch.findings).select(COLUMNS).write_csv(file, include_header=False)

    def no_report(self) -> Problem:
        """Return the Problem of who asks for a report."""
        return Problem("E02", NO_REPORT, CELLS)


def work_of(stream: Stream) -> Workspace:
    """Check a file in pieces, and return the work as `Belt.checked` does; its table holds only what tells the problems."""
    done = stream.checked()
    known = {key: with_counts(item, done) for key, item in in_order(done).items()}
    batch = shown(done.tally.samples, known, done.gathered.height)
    table = batch.table if batch is not None else done.document.table
    findings = batch.findings if batch is not None else Findings(known, done.gathered.height)
    sample = done.sample.sample(matching.SAMPLE_ROWS).frame
    reading = done.rows.told(done.document.reading, of_frame(table, sample).frame, done.first_row)
    document = done.document.but(table=table, reading=reading)
    checked = Checked(findings, findings, done.view, document.version, document.mapping)
    for problem in findings.problems.values():
        checked.memo["offers", problem.key] = done.tally.offered(problem, done.view, findings)
    return Workspace(stream.path, document, stream.catalogue, stream.today, table, checked=checked,
                     apart=Apart(stream, done))


def in_order(done: Pass) -> dict[Key, Found]:
    """Return what was found in the order of the plan; what a decision touched comes last, as in a table kept whole."""
    found = done.gathered.found
    ordered = {key: found[key] for key in done.gathered.order if key in found and counted(found[key])}
    for decision in done.document.decisions:
        key = (decision.check, decision.field)
        if key in ordered:
            ordered[key] = ordered.pop(key)
    done.gathered.found = ordered
    return ordered


def counted(item: Found) -> int:
    """Return how many cells a problem has."""
    return 1 if item.rows is None else item.rows.count


def with_counts(item: Found, done: Pass) -> Problems:
    """Return a problem with the counts of the whole table."""
    problem = item.problem
    if item.rows is None:
        return problem
    known = {"cells": item.rows.count}
    if problem.key in done.tally.others:
        known["more"] = done.tally.others[problem.key].more
    alike = next((each.alike for each in done.gathered.repeats if each.item.key == problem.key), 0)
    return replace(problem, known=known | ({"k": alike} if alike else {}))
