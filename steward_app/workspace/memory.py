"""What the app remembers: confirmed columns by standard, recent files; readable files, never cell values."""

from __future__ import annotations

import datetime as dt
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.schema import folded

RECENT_AT_MOST = 20


@dataclass(frozen=True)
class Memory:
    """Two readable JSON files in a folder: `columns.json` and `recent.json`."""

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
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(beside, path)
