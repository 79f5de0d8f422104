"""Commands over FILEs: one answer each, a Problem does not stop the rest, the worst code wins; no FILE is written over."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from ..core.problem import Problem
from ..core.progress import Cancelled
from ..core.text import Text
from .faults import noted
from .out import Out

One = Callable[[Path, str], int]
ITSELF = Text("This command reads “{file}” and will not write over it.",
              "Cette commande lit «\u00a0{file}\u00a0» et n’écrira pas par-dessus.")
FOLDER = Text("“{file}” is a folder.", "«\u00a0{file}\u00a0» est un dossier.")
REFUSED = Text("“{file}” cannot be written there.", "Impossible d’écrire «\u00a0{file}\u00a0» à cet endroit.")
ELSEWHERE = Text("Choose another place.", "Choisissez un autre endroit.")
ANOTHER = Text("Give another name.", "Donnez un autre nom.")


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
        return _told(problem, given, out, 2)
    except (Cancelled, KeyboardInterrupt, SystemExit, BrokenPipeError):
        raise
    except BaseException as error:  # noqa: BLE001  one file's fault, a native library's panic included, is not the others'
        return _told(noted(error, out.log), given, out, 3)


def _told(problem: Problem, given: str, out: Out, code: int) -> int:
    if out.as_json:
        out.result({"file": given, "problem": problem.as_json()})
    else:
        out.problem(problem, given)
    return code


def may_be_written(path: Path | None, *read: str | Path | None) -> None:
    """Raise Problem E02 where an answer would be written over a file that is read, where a folder stands, or not at all.

    It is asked before the work, which may take minutes.
    """
    if path is None:
        return
    if any(same(path, Path(other)) for other in read if other is not None):
        raise Problem("E02", ITSELF, ANOTHER, {"file": str(path)})
    try:
        if path.is_dir():
            raise Problem("E02", FOLDER, ANOTHER, {"file": str(path)})
        refused = not path.absolute().parent.is_dir() or not os.access(path if path.exists() else path.absolute().parent, os.W_OK)
    except OSError as error:
        raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name}) from error
    if refused:
        raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name})


def same(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file: by links too, and where it is still to be made."""
    try:
        if one.exists() and other.exists():
            return one.samefile(other)
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError):  # a name that is too long, or links in a circle: nothing is there
        return False
