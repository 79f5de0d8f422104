"""Where files are: in a checkout, in a wheel, in a frozen program. The only file that knows."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Paths:
    """The folders of one installation and one user; passed in, never looked up elsewhere.

    `schemas` and `assets` are read only. `state` holds works, journals and logs (never in a roaming profile),
    `config` the settings and what the app remembers.
    """

    schemas: Path
    assets: Path
    state: Path
    config: Path

    @property
    def works(self) -> Path:
        """Where kept works lie, one folder each."""
        return self.state / "work"

    @property
    def scratch(self) -> Path:
        """Where a reading child writes what it read."""
        return self.state / "scratch"

    @property
    def own_schemas(self) -> Path:
        """Where the user's own standards lie."""
        return self.config / "standards"

    @property
    def log(self) -> Path:
        """The log: kinds and places of faults, never a cell value."""
        return self.state / "steward.log"

    @classmethod
    def here(cls) -> Paths:
        """Return the paths of this installation and this user."""
        return cls(installed("schemas"), installed("assets"), state_dir(), config_dir())


def installed(name: str) -> Path:
    """Return a folder that the program ships: beside the package in a checkout, inside it in a wheel or frozen."""
    package = Path(__file__).resolve().parent
    inside = package / f"_{name}"
    return inside if inside.is_dir() else package.parent / name


def state_dir() -> Path:
    r"""Return the user's folder for works and logs: %LOCALAPPDATA%\Steward, ~/.local/state/steward, or macOS's own."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home() / "AppData" / "Local") / "Steward"
    if sys.platform == "darwin":
        return home() / "Library" / "Application Support" / "Steward"
    return named_by("XDG_STATE_HOME", ".local/state") / "steward"


def config_dir() -> Path:
    """Return the user's folder for settings and memory."""
    if sys.platform in ("win32", "darwin"):
        return state_dir() / "settings"
    return named_by("XDG_CONFIG_HOME", ".config") / "steward"


def named_by(variable: str, usual: str) -> Path:
    """Return the folder that a variable names, else the usual one at home; a relative one is none. (XDG base directories)"""
    said = Path(os.environ.get(variable, ""))
    return said if said.is_absolute() else home() / usual


def home() -> Path:
    """Return the user's home; for a user without one (a service, a container), a folder of theirs for temporary files."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir()) / f"steward-{os.getuid() if hasattr(os, 'getuid') else 0}"
