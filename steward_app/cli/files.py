"""Commands over several FILEs: one answer each, a Problem does not stop the rest, the worst exit code wins."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from ..core.problem import Problem
from .out import Out

One = Callable[[Path, str], int]


def each(args: Namespace, out: Out, one: One) -> int:
    """Run `one(path, as given)` for each FILE and return the highest exit code.

    With one FILE a Problem is the command's own; with several it is that file's answer.
    """
    if len(args.files) == 1:
        return one(Path(args.files[0]), args.files[0])
    return max(_alone(given, out, one) for given in args.files)


def _alone(given: str, out: Out, one: One) -> int:
    try:
        return one(Path(given), given)
    except Problem as problem:
        if out.as_json:
            out.result({"file": given, "problem": problem.as_json()})
        else:
            out.problem(problem, given)
        return 2
