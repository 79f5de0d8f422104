"""What `run` does without a display: one practice file along the whole belt, and pictures of every station."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from dev_setup import ROOT, python, run

PRACTICE = ROOT / "assets" / "practice"
FILE = PRACTICE / "permits_messy_en.csv"
SCHEMA = ["--schema", "building-permits"]


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def belt(folder: Path) -> int:
    """Open, map, check, fix and publish the practice file; print where the package and the pictures are."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    recipe, answers = folder / "recipe.json", FILE.with_suffix(".recipe.json")
    step("open", "inspect", FILE)
    step("map", "suggest", FILE)
    step("check", "check", FILE, *SCHEMA, may_fail=True)
    step("fix", "fix", FILE, *SCHEMA, "--recipe", answers, "--save-recipe", recipe, may_fail=True)
    step("publish", "export", FILE, *SCHEMA, "--recipe", recipe, "--metadata", FILE.with_suffix(".metadata.json"),
         "--to", folder / "packages")
    package = written(folder / "packages")
    step("verify", "verify", package)
    pictures = folder / "screenshots"
    code = taken(pictures)
    print(f"package: {package}")
    print(f"screenshots: {pictures}", flush=True)
    return code


def taken(folder: Path) -> int:
    """Picture every station; what Qt says on the way is shown only if it fails."""
    print("--- pictures of every station, in both languages …", flush=True)
    words = [python(), "-m", "steward_app.ui.screenshots", folder]
    done = subprocess.run(words, check=False, cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
                          env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)})
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
    return done.returncode


def step(station: str, *words: str | Path, may_fail: bool = False) -> None:
    """Run one command and show what it answers; stop where it could not do its work."""
    print(f"--- {station}: steward {' '.join(shown(word) for word in words)}", flush=True)
    code = run([python(), "-m", "steward_app", *words])
    if code and not (may_fail and code == 1):
        sys.exit(code)


def shown(word: str | Path) -> str:
    """Write a word of a command as a person would type it."""
    return str(word.relative_to(ROOT)) if isinstance(word, Path) else word


def written(folder: Path) -> Path:
    """Return the one package in a folder."""
    found = [path.parent for path in folder.glob("*/datapackage.json")]
    if len(found) != 1:
        sys.exit(f"Expected one package in {folder}, found {len(found)}.")
    return found[0]
