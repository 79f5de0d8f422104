"""`steward --self-check`: count what must be there; used on frozen programs."""

from __future__ import annotations

import sys

from .. import __version__
from ..catalogue import Catalogue
from ..paths import Paths
from ..versions import versions
from ..workspace.contents import counted
from .out import Out


def run(out: Out, catalogue: Catalogue, paths: Paths) -> int:
    """Print each count; non-zero where one of them is zero."""
    counts = counted(catalogue, paths)
    libraries = dict(versions())
    answer = {"version": __version__, "python": sys.version.split()[0], **counts, "libraries": libraries,
              "holds": all(counts.values()) and all(libraries.values())}
    if out.as_json:
        out.result(answer)
    else:
        out.say(*(f"{name}: {value}" for name, value in (answer | libraries).items() if name != "libraries"))
    return 0 if answer["holds"] else 1
