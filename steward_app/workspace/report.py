"""The report of a check, as one web page in both languages."""

from __future__ import annotations

from pathlib import Path

from ..core.problem import Problem
from ..core.text import Text
from ..exports.report_html import page
from . import Workspace
from .publish import metadata_of, package_of
from .whole import whole

REFUSED = Text("The report cannot be written to “{file}”.", "Impossible d’écrire le rapport dans « {file} ».")
ELSEWHERE = Text("Choose another place.", "Choisissez un autre endroit.")


def report_page(work: Workspace) -> str:
    """Return the report of the present work."""
    return page(package_of(work, metadata_of(work), draft=work.findings.verdict == "not-ready"))


def write_report(work: Workspace, path: Path) -> None:
    """Write the report beside, then in place. Raises Problem E02 when the disk refuses."""
    if work.apart is not None:
        raise work.apart.no_report()
    try:
        with whole(path) as beside:
            beside.write_text(report_page(work), encoding="utf-8")
    except OSError as error:
        raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name}) from error
