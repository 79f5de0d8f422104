"""What the findings of a table in pieces will say: samples, fixes and other values, gathered a batch of records at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from .. import fixes, matching
from ..catalogue import Catalogue
from ..core.batch import Batch, Others, alone, first_marked, together, with_others
from ..core.document import Document
from ..core.findings import Findings, Key, Problems
from ..core.table import Table
from ..core.view import View
from . import Workspace
from .check import Checked
from .fix import Offer, offers_for
from .problems import SAMPLES, value_at

METRES = "G04"  # its fix asks for the table's other points
SPREAD = 50_000  # rows spread over the table that stand for its other points
BATCH = 200_000  # records that are looked at together: as many as memory holds lightly


@dataclass
class Tally:
    """The document gives standard, mapping and reading; its table is any piece. Memory holds one batch at most."""

    path: Path
    document: Document
    catalogue: Catalogue
    sample: matching.Thinned
    samples: dict[Key, list[Table]] = field(default_factory=dict)
    others: dict[Key, Others] = field(default_factory=dict)
    offers: dict[Key, dict[str, Offer]] = field(default_factory=dict)
    _parts: list[Batch] = field(default_factory=list)
    _metres: list[Batch] = field(default_factory=list)
    _height: int = 0

    def add(self, batch: Batch | None, view: View) -> None:
        """Take in records in which something was found."""
        if batch is None:
            return
        self._parts.append(batch)
        self._height += batch.height
        if self._height >= BATCH:
            self.flush(view)

    def flush(self, view: View) -> None:
        """Look at the records gathered so far, and let them go."""
        parts, self._parts, self._height = self._parts, [], 0
        if parts:
            self.look(together(parts), view)

    def look(self, batch: Batch, view: View, *, offer: bool = True) -> None:
        """Take samples of a batch, count its values, and sum up its fixes."""
        work = self._work(batch, view)
        for problem in batch.findings.problems.values():
            if problem.cells:
                shown = self._sample(work, problem)
                self.others.setdefault(problem.key, Others()).add(batch.table, view, problem)
                if problem.check.id == METRES:
                    self._metres += alone(batch, problem)
                    continue
                for found in offers_for(work, problem) if offer else ():
                    self._offer(found, shown)

    def convert(self, view: View) -> None:
        """Sum up the fixes of coordinates in metres: they ask where the table's other points lie."""
        parts, self._metres = self._metres, []
        if not parts:
            return
        work = self._work(with_others(together(parts), self.sample.sample().frame), view)
        for problem in work.findings.problems.values():
            for found in offers_for(work, problem):
                self._offer(found, set())

    def _work(self, batch: Batch, view: View) -> Workspace:
        """Return a batch as the work on a file of its own."""
        document = replace(self.document, table=batch.table)
        checked = Checked(batch.findings, batch.findings, view, document.version, document.mapping)
        return Workspace(self.path, document, self.catalogue, view.today, batch.table, checked=checked)

    def _sample(self, work: Workspace, problem: Problems) -> set[str]:
        """Keep the first records of a problem; return their texts."""
        kept = self.samples.setdefault(problem.key, [])
        lacking = SAMPLES - sum(table.height for table in kept)
        first = first_marked(work.document.table, problem, lacking) if lacking > 0 else None
        if first is None:
            return set()
        kept.append(first)
        return {value_at(work, problem, record) or "" for record in problem.records().head(lacking).to_list()}

    def _offer(self, found: Offer, shown: set[str]) -> None:
        """Add what a fix would change in a batch."""
        mine = self.offers.setdefault(found.key, {})
        before = mine[found.id].proposal if found.id in mine else fixes.nothing_told()
        assert isinstance(before, fixes.Told)
        mine[found.id] = replace(found, proposal=before.and_more(found.proposal, shown), document=self.document,
                                 problem=Problems(found.problem.check, found.problem.rule))

    def offered(self, problem: Problems, view: View, findings: Findings) -> tuple[Offer, ...]:
        """Return the fixes of a problem of the whole table, in their order."""
        mine = self.offers.get(problem.key, {})
        declared = [fix.id for fix in fixes.for_check(problem.check.id) if fix.id in mine]
        if ("V04", problem.rule.field) in findings.problems and view.learnt("order", problem.rule.field or "") is None:
            declared = [name for name in declared if name != "date-reading"]  # its column waits for the steward's answer
        return tuple(replace(mine[name], problem=problem) for name in declared)

    def copies(self, problem: Problems, again: int) -> None:
        """Say how many records a fix that keeps one of each would take out."""
        for fix in fixes.for_check(problem.check.id) if again else ():
            self.offers.setdefault(problem.key, {})[fix.id] = Offer(fix, problem, fixes.told(again), self.document)
