"""What the app remembers: confirmed columns by standard, recent files; readable files, never cell values."""

from __future__ import annotations

import datetime as dt
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.problem import Problem
from ..core.schema import folded
from ..core.text import Text
from .journal import Lock
from .whole import whole

RECENT_AT_MOST = 20
PATIENCE, PAUSE = 1.0, 0.01  # seconds: a change takes a few thousandths
NOT_SHARED = Text("“{file}” cannot be written.", "Impossible d’écrire « {file} ».")
CHOOSE_PLACE = Text("Choose another place.", "Choisissez un autre emplacement.")
NOTHING_SHARED = Text("“{file}” holds no remembered columns.", "« {file} » ne contient aucune colonne retenue.")
OTHER_STANDARD = Text("“{file}” was made for “{standard}”.", "« {file} » a été créé pour « {standard} ».")
ASK_COLLEAGUE = Text("Ask your colleague for a file saved from Columns, for this standard.",
                     "Demandez à votre collègue un fichier enregistré depuis l’étape Colonnes, pour cette norme.")


@dataclass(frozen=True)
class Memory:
    """Three readable JSON files in a folder: `columns.json`, `publisher.json` and `recent.json`."""

    folder: Path

    def columns(self, standard: str) -> dict[str, dict[str, str]]:
        """Return what was confirmed for a standard: folded heading → {field, date, heading}."""
        known: dict[str, dict[str, str]] = read_json(self.folder / "columns.json").get(standard, {})
        return known

    def confirm(self, standard: str, heading: str, field: str, today: dt.date) -> None:
        """Remember that a heading feeds a field of a standard."""
        entry = {"field": field, "date": today.isoformat(), "heading": heading}
        with changing(self.folder / "columns.json") as known:
            known.setdefault(standard, {})[folded(heading)] = entry

    def forget(self, standard: str, heading: str) -> None:
        """Forget one heading."""
        with changing(self.folder / "columns.json") as known:
            known.get(standard, {}).pop(folded(heading), None)

    def share(self, standard: str, path: Path) -> None:
        """Write what was confirmed for a standard into a file for colleagues. Raises Problem E02 when the disk refuses."""
        try:
            write_json(path, {"remembered": standard, "columns": self.columns(standard)})
        except OSError as error:
            raise Problem("E02", NOT_SHARED, CHOOSE_PLACE, {"file": path.name}) from error

    def take(self, standard: str, path: Path) -> int:
        """Take over what a colleague confirmed; the later choice of the two stands. Returns how many headings are new.

        Raises Problem M04 where the file holds nothing of the kind, or speaks of another standard.
        """
        given = shared_in(path, standard)
        with changing(self.folder / "columns.json") as known:
            mine = known.setdefault(standard, {})
            later = {key: entry for key, entry in given.items() if key not in mine or entry["date"] > mine[key]["date"]}
            mine |= later
        return len(later)

    def publisher(self) -> dict[str, Any]:
        """Return the publisher and contact asked once at Publish; empty before."""
        return read_json(self.folder / "publisher.json")

    def keep_publisher(self, facts: dict[str, Any]) -> None:
        """Remember the publisher and contact for the next dataset."""
        write_json(self.folder / "publisher.json", facts)

    def recent(self) -> list[dict[str, Any]]:
        """Return the recent files, newest first (path, name, standard, rows, counts, date)."""
        return list(read_json(self.folder / "recent.json").get("files", []))

    def opened(self, entry: dict[str, Any]) -> None:
        """Put a file at the head of the recent ones."""
        with changing(self.folder / "recent.json") as known:
            others = [item for item in known.get("files", []) if item["path"] != entry["path"]]
            known["files"] = [entry, *others][:RECENT_AT_MOST]

    def drop_recent(self, path: str) -> None:
        """Take a file off the recent ones."""
        with changing(self.folder / "recent.json") as known:
            known["files"] = [item for item in known.get("files", []) if item["path"] != path]


def shared_in(path: Path, standard: str) -> dict[str, dict[str, str]]:
    """Return what a shared file says of a standard: folded heading → {field, date, heading}. Raises Problem M04."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8-sig"))
        entries = [raw["columns"][key] for key in raw["columns"]]
        found = {folded(entry["heading"]): {key: str(entry[key]) for key in ("field", "date", "heading")} for entry in entries}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Problem("M04", NOTHING_SHARED, ASK_COLLEAGUE, {"file": path.name}) from error
    if raw.get("remembered") != standard:
        raise Problem("M04", OTHER_STANDARD, ASK_COLLEAGUE, {"file": path.name, "standard": str(raw.get("remembered"))})
    return found


def read_json(path: Path) -> dict[str, Any]:
    """Read a small file of ours; an absent or damaged one is empty (it holds nothing that cannot be asked again)."""
    if not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError):
        path.replace(path.with_suffix(".damaged"))
        return {}
    return found if isinstance(found, dict) else {}


@contextmanager
def changing(path: Path) -> Iterator[dict[str, Any]]:
    """Give what a small file of ours holds, to be changed; then it is written. Another Steward waits for its turn.

    One that holds the file longer than `PATIENCE` is not waited for: nothing may stop the steward's own work.
    """
    lock, until = Lock(path.parent), time.monotonic() + PATIENCE
    while not lock.take() and time.monotonic() < until:
        time.sleep(PAUSE)
    try:
        known = read_json(path)
        yield known
        write_json(path, known)
    finally:
        lock.free()


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a small file of ours beside, then in place."""
    with whole(path) as beside:
        beside.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
