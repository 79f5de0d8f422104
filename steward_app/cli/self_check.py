"""`steward --self-check`: count what must be there; used on frozen programs."""

from __future__ import annotations

import sys

from .. import __version__
from ..catalogue import Catalogue
from ..paths import Paths
from ..workspace.contents import counted
from .out import Out


def run(out: Out, catalogue: Catalogue, paths: Paths) -> int:
    """Print each count; non-zero where one of them is zero."""
    counts = counted(catalogue, paths)
    answer = {"version": __version__, "python": sys.version.split()[0], **counts, "holds": all(counts.values())}
    if out.as_json:
        out.result(answer)
    else:
        out.say(*(f"{name}: {value}" for name, value in answer.items()))
    return 0 if answer["holds"] else 1
