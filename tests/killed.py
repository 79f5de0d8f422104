"""Programs killed at random moments, over and over, from a seed. A life begins as a fork of a process that has imported
everything and done nothing, so two hundred of them cost seconds; what must hold afterwards is the caller's to ask."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 24)
Tell = Callable[..., None]
Life = Callable[[Path, random.Random, Tell], None]


@dataclass(frozen=True)
class Lives:
    """A process that gives lives to one function of `tests.killed`, and ends them."""

    process: subprocess.Popen[str]

    def lived(self, folder: Path, seed: int, lines: int, seconds: float) -> list[list[str]]:
        """Start a life in a folder, wait until it has said so many lines and a moment more, kill it; what it said."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps([str(folder), seed, lines, seconds]) + "\n")
        self.process.stdin.flush()
        said: list[list[str]] = json.loads(self.process.stdout.readline())
        return said


@contextlib.contextmanager
def lives(name: str) -> Iterator[Lives]:
    """Start the process that gives lives to `typist` or `publisher`."""
    words = [sys.executable, "-m", "tests.killed", name]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield Lives(process)
        assert process.stdin is not None
        process.stdin.close()


def mother(life: Life) -> None:
    """Give and end lives as stdin asks; answer each with what was said."""
    for line in sys.stdin:
        folder, seed, lines, seconds = json.loads(line)
        sys.stdout.write(json.dumps(one_life(life, Path(folder), seed, lines, seconds)) + "\n")
        sys.stdout.flush()


def one_life(life: Life, folder: Path, seed: int, lines: int, seconds: float) -> list[list[str]]:
    """Fork, listen, kill. Raises ChildProcessError where the life ended by itself."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        born(life, folder, seed, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as told:
        said = [told.readline() for _ in range(lines)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        said += told.readlines()
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise ChildProcessError(f"ended by itself: {status}")
    return [line.split() for line in said]


def born(life: Life, folder: Path, seed: int, writing: int) -> None:
    """Live until killed; each line is one write, whole or not at all."""
    try:
        life(folder, random.Random(seed), lambda *words: os.write(writing, f"{' '.join(words)}\n".encode()))
    except BaseException:  # noqa: BLE001  shown, and the process ends here: it must not run the rest of its mother
        traceback.print_exc()
    os._exit(1)


# What is killed: a typist


def typist(works: Path, chance: random.Random, tell: Tell) -> None:
    """Resume the one kept work, now and then begin it anew on other rows, and edit it for ever.

    Says what will be, does it, and says so once it is kept: `typing` or `anew`, then `kept`.
    """
    from steward_app.workspace import kept
    from steward_app.workspace.file import open_file

    known = kept.works_kept(works)[0]
    if chance.random() < 0.2:
        opened = open_file(chance.choice(sorted(works.parent.glob("rows*.csv"))))
        tell("anew", state(kept.Workspace.of(known.path, opened, CATALOGUE, TODAY).document))
        work = kept.start(works, known.path, opened, CATALOGUE, TODAY)
    else:
        work = kept.resume(known, CATALOGUE, TODAY)
    assert work.journal is not None, "the lock of a killed program is free"
    if not work.workspace.steps and work.journal.flush():
        tell("kept", state(work.workspace.document))
    while True:
        act, document = next_act(work.workspace, chance)
        tell("typing", state(document))
        act()
        assert work.journal.flush()
        tell("kept", state(work.workspace.document))


def next_act(workspace: Any, chance: random.Random) -> tuple[Callable[[], Any], Any]:
    """Return something to do, and the document as it will be."""
    draw = chance.random()
    if draw < 0.15 and workspace.steps:
        return workspace.undo, workspace.steps[-1].inverse.apply(workspace.document)[0]
    if draw < 0.25 and workspace.taken_back:
        return workspace.redo, workspace.taken_back[-1].edit.apply(workspace.document)[0]
    edit = next_edit(workspace.document.table, draw, chance)
    return lambda: workspace.do(edit), edit.apply(workspace.document)[0]


def next_edit(table: Any, draw: float, chance: random.Random) -> Any:
    """Return one cell typed; now and then a whole column, or both as one step."""
    from steward_app.core.changes import one_cell
    from steward_app.core.edits import SetColumn, Several
    from steward_app.core.text import Text

    named = Text("all", "tout")
    cell = one_cell(chance.choice(table.columns), chance.randrange(table.height), str(chance.random()))
    column = chance.choice(table.columns)
    whole = SetColumn(column, table.frame[column].str.to_uppercase() + str(chance.randrange(10)), named)
    return Several((cell, whole), named) if draw > 0.95 else whole if draw > 0.9 else cell


def state(document: Any) -> str:
    """Return a fingerprint of all that a typist can change."""
    said = document.table.frame.write_csv() + json.dumps(document.mapping.as_json())
    return hashlib.sha256(said.encode()).hexdigest()[:16]


# What is killed: a publisher


def publisher(folder: Path, chance: random.Random, tell: Tell) -> None:
    """Write the old package and the new one over each other for ever, saying each step."""
    from steward_app.core.progress import Progress
    from steward_app.exports import write_package

    packages = old_and_new()
    while True:
        write_package(chance.choice(packages), folder, Progress(lambda _: tell("step")))
        tell("written")


def old_and_new() -> tuple[Any, Any]:
    """Return two packages of one name that differ in words and in files."""
    from tests import package_made as made

    new = made.package(metadata=made.metadata(title={"en": "New", "fr": "Nouveau"}), formats=("parquet",))
    return made.package(), new


def content(path: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


if __name__ == "__main__":
    from steward_app.catalogue import Catalogue

    for early in ("polars", "frictionless", "steward_app.workspace.kept", "tests.package_made"):
        importlib.import_module(early)
    CATALOGUE = Catalogue(ROOT / "schemas")
    mother({"typist": typist, "publisher": publisher}[sys.argv[1]])
