"""What the app remembers: confirmed columns by standard, recent files; readable files, never cell values."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.problem import Problem
from ..core.schema import folded
from ..core.text import Text
from .whole import whole

RECENT_AT_MOST = 20
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
        known = read_json(self.folder / "columns.json")
        entry = {"field": field, "date": today.isoformat(), "heading": heading}
        known.setdefault(standard, {})[folded(heading)] = entry
        write_json(self.folder / "columns.json", known)

    def forget(self, standard: str, heading: str) -> None:
        """Forget one heading."""
        known = read_json(self.folder / "columns.json")
        known.get(standard, {}).pop(folded(heading), None)
        write_json(self.folder / "columns.json", known)

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
        known = read_json(self.folder / "columns.json")
        mine = known.setdefault(standard, {})
        later = {key: entry for key, entry in given.items() if key not in mine or entry["date"] > mine[key]["date"]}
        mine |= later
        write_json(self.folder / "columns.json", known)
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
        others = [item for item in self.recent() if item["path"] != entry["path"]]
        write_json(self.folder / "recent.json", {"files": [entry, *others][:RECENT_AT_MOST]})

    def drop_recent(self, path: str) -> None:
        """Take a file off the recent ones."""
        write_json(self.folder / "recent.json", {"files": [f for f in self.recent() if f["path"] != path]})


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


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a small file of ours beside, then in place."""
    with whole(path) as beside:
        beside.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
