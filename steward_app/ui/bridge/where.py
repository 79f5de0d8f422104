"""Which folders and files the window offers."""

from __future__ import annotations

import os
from pathlib import Path

from ...paths import Paths
from ...workspace.memory import Memory

PRACTICE = (".csv", ".xlsx")


def practice_files(paths: Paths, language: str) -> tuple[Path, ...]:
    """Return the practice files of the steward's language; those of the other where there are none."""
    found = sorted(path for path in (paths.assets / "practice").glob("*") if path.suffix in PRACTICE)
    mine = tuple(path for path in found if path.stem.endswith(f"_{language}"))
    return mine or tuple(found)


def start_folder(memory: Memory) -> Path:
    """Return where the open-file dialog starts: beside the last file."""
    recent = memory.recent()
    beside = Path(recent[0]["path"]).parent if recent else Path.home()
    return beside if beside.is_dir() else Path.home()


def package_folder(paths: Paths, preferred: str, file: Path) -> Path:
    """Return where packages go: as preferred, else beside the file, else the steward's own documents."""
    own = paths.assets in file.parents or paths.schemas in file.parents
    chosen = [Path(preferred)] if preferred else []
    for folder in (*chosen, *([] if own else [file.parent]), Path.home() / "Documents"):
        if folder.is_dir() and os.access(folder, os.W_OK):
            return folder
    return Path.home()
