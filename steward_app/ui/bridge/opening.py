"""Opening a file for the window: read anew, or taken up where the steward left it."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from ...core.problem import Problem
from ...core.progress import Progress
from ...core.reading import Asked
from ...core.table import Peek
from ...core.text import Text
from ...paths import Paths
from ...workspace import kept
from ...workspace.belt import Belt
from ...workspace.drift import Drift
from ...workspace.recipe import save_recipe

HASHING = Text("Looking whether this file is known", "Recherche d’un travail sur ce fichier")
BLOCK = 1 << 22


@dataclass(frozen=True, eq=False)
class Found:
    """What opening gives: the work, the raw rows for station 1, whether it was taken up again, what differs from before."""

    work: kept.Open
    peek: Peek
    resumed: bool = False
    moved: bool = False
    drift: Drift | None = None


@dataclass(frozen=True, eq=False)
class Differs:
    """The file has changed since the work on it: dialog 11 asks what to do.

    `then` and `now` count its rows; 0 and None where they are not known (an older work, a file that cannot be read).
    """

    work: kept.Kept
    path: Path
    since: dt.date
    then: int = 0
    now: int | None = None


def sha256_of(path: Path, progress: Progress) -> str:
    """Return the hash of a file."""
    digest, total, done = hashlib.sha256(), path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
            done += len(block)
            progress(HASHING, done, total)
    return digest.hexdigest()


def find(path: Path, paths: Paths, belt: Belt, progress: Progress, *, anew: bool = False) -> Found | Differs:
    """Open a file: the kept work on it if its bytes are the same, a new work otherwise.

    Raises Problem F01, F02 as `open_file`; Cancelled if stopped. `anew` forgets what was kept.
    """
    known = None if anew else known_work(path, paths)
    if known is not None and known.steps:
        if not path.is_file():
            return resumed(known, belt, moved=True)
        if sha256_of(path, progress) != known.sha256:
            return Differs(known, path, last_touched(known), known.rows, rows_now(known, path, belt, progress))
        return resumed(known, belt)
    return Found(*fresh(path, paths, belt, progress))


def rows_now(work: kept.Kept, path: Path, belt: Belt, progress: Progress) -> int | None:
    """Return how many rows a file holds now, read as it was then, else as it is judged; None where it cannot be read."""
    for asked in (kept.asked_then(work), Asked()):
        with contextlib.suppress(Problem):
            return belt.open(path, asked, progress, header_only_ok=True).table.height
    return None


def last_touched(work: kept.Kept) -> dt.date:
    """Return the day of the last step of a kept work."""
    return dt.date.fromtimestamp((work.folder / "journal.sqlite").stat().st_mtime)


def known_work(path: Path, paths: Paths) -> kept.Kept | None:
    """Return the kept work on a path, or None."""
    folder = kept.folder_for(paths.works, path)
    return kept.kept_of(folder) if (folder / "table.arrow").is_file() else None


def resumed(work: kept.Kept, belt: Belt, *, moved: bool = False) -> Found:
    """Take a kept work up where it stood."""
    return Found(kept.resume(work, belt.catalogue, belt.today), kept_peek(work.folder), resumed=True, moved=moved)


def keep_peek(folder: Path, peek: Peek) -> None:
    """Keep the raw rows of station 1 beside the table, for when the work is taken up again."""
    if folder.is_dir():
        text = json.dumps({"first": peek.first, "last": peek.last}, ensure_ascii=False)
        (folder / "peek.json").write_text(text, encoding="utf-8", errors="replace")


def kept_peek(folder: Path) -> Peek:
    """Return the raw rows that were kept, none where they were not."""
    path = folder / "peek.json"
    said = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"first": [], "last": []}
    first, last = (tuple((row, tuple(cells)) for row, cells in said[part]) for part in ("first", "last"))
    return Peek(first, last)


def redone(differs: Differs, paths: Paths, belt: Belt, progress: Progress) -> Found:
    """Open the file as it is now and replay on it the recipe of the earlier work; each step can be undone."""
    earlier = kept.resume(differs.work, belt.catalogue, belt.today)
    schema, recipe = earlier.workspace.document.schema, paths.scratch / "earlier.recipe.json"
    if schema is None:
        earlier.close()
        return Found(*fresh(differs.path, paths, belt, progress))
    recipe.parent.mkdir(parents=True, exist_ok=True)
    save_recipe(earlier.workspace, recipe)
    earlier.close()
    made = belt.prepared(differs.path, schema.name, recipe, None, progress)
    recipe.unlink()
    work, peek = fresh(differs.path, paths, belt, progress, made.document.reading.asked)
    for step in made.steps:
        work.workspace.do(step.edit)
    return Found(work, peek, drift=made.drift)


def fresh(path: Path, paths: Paths, belt: Belt, progress: Progress, asked: Asked = Asked()) -> tuple[kept.Open, Peek]:
    """Open a file as new work."""
    opened = belt.open(path, asked, progress)
    work = kept.start(paths.works, path, opened, belt.catalogue, belt.today)
    if not work.read_only:
        keep_peek(kept.folder_for(paths.works, path), opened.peek)
    return work, opened.peek
