"""Campaigns of kills, and what must hold after each: no kept edit lost while editing, the old package or the new one."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from steward_app.catalogue import Catalogue
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.exports import recover, write_package
from steward_app.exports.verify import verify
from steward_app.workspace import kept
from steward_app.workspace.file import open_file
from tests import killed

# Kills come within this many seconds of the last line heard: several edits, or the whole of an export's end.
MOMENT = 0.02
# A work is begun anew after so many kills: its journal would grow for ever.
LIFETIME = 40
# An export says some seventy steps.
STEPS = 90
SEED = 20261124


@dataclass
class Found:
    """What a campaign saw: kills, what was said to be kept, and what did not hold."""

    kills: int = 0
    kept: int = 0
    faults: list[str] = field(default_factory=list)


def while_editing(folder: Path, source: Path, rounds: int, seed: int = SEED) -> Found:
    """Kill a typist so many times and resume the work after each: what was said to be kept must be there."""
    chance, found, works, before = random.Random(seed), Found(), folder, ""
    catalogue = Catalogue(killed.ROOT / "schemas")
    two_files(folder, source)
    with killed.lives("typist") as lives:
        for number in range(rounds):
            if number % LIFETIME == 0:
                works = folder / f"works-{number}"
                before = begun(works, source, catalogue)
            said = lives.lived(works, chance.randrange(1 << 30), chance.randrange(9), chance.uniform(0, MOMENT))
            found.kills += 1
            found.kept += sum(word == "kept" for word, _ in said)
            if said and said[-1][0] == "anew" and not kept.works_kept(works):  # the old table was gone, the new one not yet there
                before = begun(works, source, catalogue)
                continue
            before, faults = resumed(works, catalogue, [["kept", before], *said])
            found.faults += [f"kill {number}: {fault}" for fault in faults]
    return found


def two_files(folder: Path, source: Path) -> None:
    """Write the rows of a file, and the same rows the other way round: a work may begin anew on either."""
    first, *rest = source.read_bytes().splitlines()
    for name, lines in (("rows1.csv", rest), ("rows2.csv", rest[::-1])):
        (folder / name).write_bytes(b"\n".join([first, *lines, b""]))


def begun(works: Path, source: Path, catalogue: Catalogue) -> str:
    """Begin a work on a file; where it stands."""
    work = kept.start(works, source, open_file(source), catalogue, killed.TODAY)
    work.close()
    return killed.state(work.workspace.document)


def resumed(works: Path, catalogue: Catalogue, said: list[list[str]]) -> tuple[str, list[str]]:
    """Resume a killed work: where it stands, and what it lacks of what was said to be kept.

    The edit being typed may be there or not: it is the one thing said after the last that was kept.
    """
    unfinished = kept.unfinished(works)
    again = kept.resume(kept.works_kept(works)[0], catalogue, killed.TODAY)
    now, steps = killed.state(again.workspace.document), len(again.workspace.steps)
    faults = ["the lock is not free"] if again.read_only else []
    if any(word == "kept" for word, _ in said[1:]) and steps and [item.steps for item in unfinished] != [steps]:
        faults.append("the crash was not noticed")
    last = max(place for place, (word, _) in enumerate(said) if word == "kept")
    forgotten = said[-1][0] == "anew" and not steps  # it was killed while it began anew: nothing is there to be resumed
    if now not in [state for _, state in said[last:]] and not forgotten:
        faults.append("an edit that was kept is not there")
    again.close()
    return now, faults


def while_publishing(folder: Path, rounds: int, seed: int = SEED) -> Found:
    """Kill a publisher so many times: what bears the package's name is the old one or the new one, whole."""
    chance, found = random.Random(seed), Found()
    wholes = [killed.content(write_package(package, folder / str(place), SILENT).path)
              for place, package in enumerate(killed.old_and_new())]
    name, to = killed.old_and_new()[0].name, folder / "to"
    write_package(killed.old_and_new()[0], to, SILENT)
    with killed.lives("publisher") as lives:
        for number in range(rounds):
            said = lives.lived(to, chance.randrange(1 << 30), chance.randrange(STEPS), chance.uniform(0, MOMENT))
            found.kills += 1
            found.kept += sum(words == ["written"] for words in said)
            found.faults += [f"kill {number}: {fault}" for fault in halves(to, name, wholes)]
    return found


def halves(to: Path, name: str, wholes: list[dict[str, bytes]]) -> list[str]:
    """Return what is half-written in a folder before and after the next start has cleaned up."""
    faults = [] if killed.content(to / name) in wholes else ["neither the old package nor the new one"]
    try:
        faults += [f"{fault.file} is wrong" for fault in verify(to / name, SILENT)]
    except Problem as problem:
        faults.append(problem.to("en"))
    recover(to)
    return faults + [f"{path.name} is left over" for path in to.iterdir() if path.name != name]
