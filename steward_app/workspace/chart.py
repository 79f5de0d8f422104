"""Station 4's map: where the points of a geography problem lie, beside the others."""

from __future__ import annotations

from ..core.chart import Chart, charted
from ..core.findings import Key
from . import Workspace


def chart(work: Workspace, key: Key) -> Chart | None:
    """Return the map of a problem; None where it is gone or nothing feeds a latitude and a longitude."""
    checked = work.checked
    if checked is None or checked.findings.height != work.document.table.height:
        return None
    return charted(checked.view, work.document.table, checked.findings, key, work.catalogue.outlines)
