"""Every finding of a file, one line each: what `--cells` writes."""

from __future__ import annotations

import os
from pathlib import Path

from ..core.listing import listed
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.text import Text
from . import Workspace
from .fix import offers_for
from .report import ELSEWHERE

REFUSED = Text("The list cannot be written to “{file}”.", "Impossible d’écrire la liste dans « {file} ».")
LISTING = Text("Listing every finding", "Liste de tous les constats")


def write_cells(work: Workspace, path: Path, progress: Progress) -> None:
    """Write `row,column,field,check,severity,value,suggestion`, in row order. Raises Problem E02."""
    assert work.checked is not None
    problems = work.findings.listed
    suggestions = {}
    for problem in progress.over(problems, LISTING, len(problems)):
        offered = offers_for(work, problem)
        best = next((offer for offer in offered if offer.safe), offered[0] if offered else None)
        suggestions[problem.key] = best.suggestions if best else {}
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        listed(problems, work.document.table, work.checked.view.mapping, suggestions).write_csv(beside)
        os.replace(beside, path)
    except OSError as error:
        raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name}) from error
