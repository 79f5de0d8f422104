"""The reading process: takes one file after another on its standard input, and answers on its standard output.

Started as `python -m steward_app.formats.child`, or by the frozen program with `--read`. It may be killed at any
moment: nothing it does outlives it but files in the scratch folder.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from ..core.problem import Problem
from ..core.progress import Progress, Step
from ..core.reading import Asked


def main(argv: Sequence[str] = ()) -> int:
    """Answer requests until the input ends. Returns 0."""
    out = sys.stdout
    sys.stdout = sys.stderr  # what a library prints must not mix with the answers
    answer(out, {"ready": True})
    for line in sys.stdin:
        answer(out, reply(json.loads(line), out))
    return 0


def answer(out: IO[str], said: dict[str, Any]) -> None:
    """Write one line."""
    out.write(json.dumps(said) + "\n")
    out.flush()


def reply(said: dict[str, Any], out: IO[str]) -> dict[str, Any]:
    """Read one file and return its grid's place and the rest, or the Problem."""
    if "warm" in said:
        import python_calamine  # noqa: F401 imported so that the first workbook does not wait for it
    from . import readers, sparse, wire, words

    if "warm" in said:
        return {"warm": True}

    def tell(step: Step) -> None:
        answer(out, {"step": [*wire.words(step.says), step.done, step.total]})

    path, scratch = Path(said["path"]), Path(said["scratch"])
    asked, progress = Asked.of_json(said["asked"]), Progress(tell)
    try:
        if said.get("sparse"):
            grid, reading = sparse.read(path, said["kind"], asked, progress)
        else:
            grid, reading = readers.read(path, said["kind"], asked, progress, scratch)
        return {"done": wire.pack(grid, reading, Path(said["into"]))}
    except Problem as problem:
        return {"problem": wire.problem(problem)}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as bug:  # noqa: BLE001 a library's panic is no Exception, and a broken file is all it means
        return {"problem": wire.problem(words.fault("damaged", path, cause=type(bug).__name__))}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
