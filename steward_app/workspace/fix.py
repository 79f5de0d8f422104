"""Station 4's fixes: what can be offered for a problem, previewed, applied as one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .. import fixes
from ..checks import CHECKS
from ..core.document import Document
from ..core.edits import Edit, Several
from ..core.findings import Key, Problems
from ..core.progress import SILENT, Progress
from ..core.text import Text
from . import Workspace

EVERYTHING = Text("fix everything safe ({n} cells)", "corriger tout ce qui est sans risque ({n} cellules)",
                  "fix everything safe ({n} cell)", "corriger tout ce qui est sans risque ({n} cellule)")
LOOKING = Text("Looking for fixes", "Recherche de corrections")
Line = tuple[str, str, int]


@dataclass(frozen=True, eq=False)
class Offer:
    """One fix that passes, for one problem: its lines before and after, and the edit that does it."""

    fix: fixes.Fix
    problem: Problems
    proposal: fixes.Proposal
    document: Document

    @property
    def id(self) -> str:
        """The fix's id, as a recipe names it."""
        return self.fix.id

    @property
    def key(self) -> Key:
        """The problem it mends."""
        return self.problem.key

    @property
    def field(self) -> str | None:
        """The field it mends."""
        return self.problem.rule.field

    @property
    def safe(self) -> bool:
        """Tell whether it may run unasked."""
        return self.fix.safe

    @property
    def named(self) -> Text:
        """What it is called."""
        return self.fix.named

    @property
    def is_reading(self) -> bool:
        """Tell whether it changes how the column is read, not its text: true next month too."""
        return isinstance(self.proposal, fixes.NewReading)

    @cached_property
    def cells(self) -> int:
        """How many wrong cells it settles."""
        return min(self.problem.cells, int(self.proposal.changes["count"].sum()))

    @property
    def stays(self) -> int:
        """How many wrong cells stay as they are."""
        return self.problem.cells - self.cells

    def lines(self, most: int | None = None) -> list[Line]:
        """Return before, after and count of each distinct value, the most frequent first."""
        changes = self.proposal.changes.select("before", "after", "count").sort("count", descending=True)
        rows: list[Line] = changes.head(most or changes.height).rows()
        return rows

    @cached_property
    def suggestions(self) -> dict[str, str]:
        """Return after by before, for the cells of a screen or a list."""
        return {before: after for before, after, _ in self.lines() if after}

    def edit(self, excluded: Iterable[str] = (), document: Document | None = None) -> Edit:
        """Return the one edit that does it to a document (the present one), without some of its `before` texts."""
        left = set(excluded)
        wanted = [before for before, _, _ in self.lines() if before not in left]
        kept = self.proposal.keeping(wanted) if left else self.proposal
        return (kept or self.proposal).edit(document or self.document, self.fix.named, self.fix.id)


def offers(work: Workspace, key: Key) -> tuple[Offer, ...]:
    """Return the fixes offered for a problem, the one to prefer first."""
    problem = work.findings.get(key)
    return () if problem is None else offers_for(work, problem)


def known_offers(work: Workspace, key: Key) -> tuple[Offer, ...] | None:
    """Return the fixes of a problem as far as they were looked for in this very version; None where they were not."""
    if not work.current:
        return None
    assert work.checked is not None
    return () if work.findings.get(key) is None else work.checked.memo.get(("offers", key))


def offers_for(work: Workspace, problem: Problems) -> tuple[Offer, ...]:
    """Return the fixes whose result passes, for one problem."""
    assert work.checked is not None
    memo, key = work.checked.memo, ("offers", problem.key)
    if key not in memo:
        memo[key] = offered_for(work, problem)
    found: tuple[Offer, ...] = memo[key]
    return found


def offered_for(work: Workspace, problem: Problems) -> tuple[Offer, ...]:
    """Work out the fixes whose result passes."""
    assert work.checked is not None
    declared = fixes.for_check(problem.check.id)
    if not declared or problem.mask is None:
        return ()
    wrong = fixes.wrong_of(work.checked.view, work.document.table, problem)
    found = ((fix, fixes.offered(fix, wrong, CHECKS)) for fix in declared)
    return tuple(Offer(fix, problem, proposal, work.document) for fix, proposal in found
                 if proposal is not None and proposal.changes.height)


def safe_offers(work: Workspace, progress: Progress = SILENT) -> list[Offer]:
    """Return the safe fix of each problem that has one; two of them never write to one column. Raises Cancelled."""
    found: list[Offer] = []
    taken: set[str] = set()
    for problem in progress.over(work.findings.listed, LOOKING):
        declared = any(fix.safe for fix in fixes.for_check(problem.check.id))
        offer = next((offer for offer in offers_for(work, problem) if offer.safe), None) if declared else None
        columns = touched(offer, work) if offer else set()
        if offer is not None and not taken & columns:
            taken |= columns
            found.append(offer)
    return found


def touched(offer: Offer, work: Workspace) -> set[str]:
    """Return what an offer writes to: columns by key, `*` for rows taken out."""
    assert work.checked is not None
    if isinstance(offer.proposal, fixes.Removal):
        return {"*"}
    feed = work.checked.view.mapping.feed(offer.field or "")
    return set(feed.columns) if feed else set()


def named(work: Workspace, name: str, column: str | None) -> list[Offer]:
    """Return the offers of one fix in one column, as a recipe's line asks for them."""
    assert work.checked is not None
    fix, mapping = fixes.by_id(name), work.checked.view.mapping
    found = []
    for problem in work.findings.listed if fix else ():
        feed = mapping.feed(problem.rule.field or "")
        here = column is None or (feed is not None and column in feed.columns)
        if fix and here and problem.check.id in fix.mends:
            found += [offer for offer in offers_for(work, problem) if offer.id == name]
    return found


def all_as_one(document: Document, chosen: Iterable[tuple[Offer, frozenset[str]]]) -> Several:
    """Return several offers as one step, each without its excluded lines; rows are taken out last."""
    ordered = sorted(chosen, key=lambda item: isinstance(item[0].proposal, fixes.Removal))
    edits: list[Edit] = []
    for offer, excluded in ordered:
        edit = offer.edit(excluded, document)
        document, _ = edit.apply(document)
        edits.append(edit)
    return Several(tuple(edits), EVERYTHING.with_(n=sum(offer.cells for offer, _ in ordered)))
