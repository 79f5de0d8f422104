"""Opening a file for the window: read anew, or taken up where the steward left it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

from ...catalogue import Catalogue
from ...core.progress import Progress
from ...core.reading import Asked
from ...core.table import Opened, Peek
from ...core.text import Text
from ...paths import Paths
from ...workspace import kept
from ...workspace.belt import Belt
from ...workspace.file import open_file
from ...workspace.recipe import save_recipe

HASHING = Text("Looking whether this file is known", "Recherche d’un travail sur ce fichier")
BLOCK = 1 << 22


@dataclass(frozen=True, eq=False)
class Found:
    """What opening gives: the work, the raw rows for station 1, and whether it was taken up again."""

    work: kept.Open
    peek: Peek
    resumed: bool = False
    moved: bool = False


@dataclass(frozen=True, eq=False)
class Differs:
    """The file has changed since the work on it: dialog 11 asks what to do."""

    work: kept.Kept
    path: Path
    since: dt.date


def sha256_of(path: Path, progress: Progress) -> str:
    """Return the hash of a file."""
    digest, total, done = hashlib.sha256(), path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            done += len(block)
            progress(HASHING, done, total)
    return digest.hexdigest()


def find(path: Path, paths: Paths, catalogue: Catalogue, today: dt.date, progress: Progress, *,
         anew: bool = False) -> Found | Differs:
    """Open a file: the kept work on it if its bytes are the same, a new work otherwise.

    Raises Problem F01, F02 as `open_file`; Cancelled if stopped. `anew` forgets what was kept.
    """
    known = None if anew else known_work(path, paths)
    if known is not None and known.steps:
        if not path.is_file():
            return resumed(known, catalogue, today, moved=True)
        if sha256_of(path, progress) != known.sha256:
            return Differs(known, path, last_touched(known))
        return resumed(known, catalogue, today)
    return Found(*fresh(path, paths, catalogue, today, progress))


def last_touched(work: kept.Kept) -> dt.date:
    """Return the day of the last step of a kept work."""
    return dt.date.fromtimestamp((work.folder / "journal.sqlite").stat().st_mtime)


def read(path: Path, asked: Asked, paths: Paths, progress: Progress) -> Opened:
    """Read a file as asked."""
    return open_file(path, asked, progress, scratch=paths.scratch)


def known_work(path: Path, paths: Paths) -> kept.Kept | None:
    """Return the kept work on a path, or None."""
    folder = kept.folder_for(paths.works, path)
    return kept.kept_of(folder) if (folder / "table.arrow").is_file() else None


def resumed(work: kept.Kept, catalogue: Catalogue, today: dt.date, *, moved: bool = False) -> Found:
    """Take a kept work up where it stood."""
    return Found(kept.resume(work, catalogue, today), Peek(), resumed=True, moved=moved)


def redone(differs: Differs, paths: Paths, catalogue: Catalogue, today: dt.date, progress: Progress) -> Found:
    """Open the file as it is now and replay on it the recipe of the earlier work; each step can be undone."""
    earlier = kept.resume(differs.work, catalogue, today)
    schema, recipe = earlier.workspace.document.schema, paths.scratch / "earlier.recipe.json"
    if schema is None:
        earlier.close()
        return Found(*fresh(differs.path, paths, catalogue, today, progress))
    recipe.parent.mkdir(parents=True, exist_ok=True)
    save_recipe(earlier.workspace, recipe)
    earlier.close()
    made = Belt(catalogue, today, paths.scratch).prepared(differs.path, schema.name, recipe, None, progress)
    recipe.unlink()
    reading = made.document.reading
    opened = read(differs.path, reading.asked, paths, progress)
    work = kept.start(paths.works, differs.path, opened, catalogue, today)
    for step in made.steps:
        work.workspace.do(step.edit)
    return Found(work, opened.peek)


def fresh(path: Path, paths: Paths, catalogue: Catalogue, today: dt.date, progress: Progress) -> tuple[kept.Open, Peek]:
    """Open a file as new work."""
    opened = read(path, Asked(), paths, progress)
    return kept.start(paths.works, path, opened, catalogue, today), opened.peek
