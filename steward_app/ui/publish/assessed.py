"""What station 5 works out beside the window: evidence, kinds of change, and what each place would say."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.kinds import ChangeKind, kinds_of
from ...core.metadata import Metadata
from ...core.package import Evidence
from ...core.progress import Progress
from ...core.taken_back import taken_back
from ...workspace import Workspace, publish


@dataclass(frozen=True, eq=False)
class Assessed:
    """What was worked out; `undoable` are the kinds of change that a fix made and can take back."""

    evidence: tuple[Evidence, ...]
    kinds: tuple[ChangeKind, ...]
    undoable: frozenset[ChangeKind]
    name: str
    points: bool
    places: tuple[publish.Destination, ...] = ()


def assessed(still: Workspace, metadata: Metadata, progress: Progress) -> Assessed:
    """Work out what the package of a work would hold; `still` must not move meanwhile. Raises Cancelled."""
    package = publish.package_of(still, metadata, progress=progress)
    kinds, steps = kinds_of(package.changes), tuple(still.steps)
    undoable = frozenset(kind for kind in kinds if taken_back(steps, still.document.table, kind.named)[0])
    return Assessed(package.evidence, kinds, undoable, package.name, package.points is not None, publish.places(package))
