"""`SHA256SUMS`: the fingerprint of every other file, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import json
from pathlib import Path

from ..core.package import Package
from ..core.progress import Progress
from .files import sha256, write_text

NAME = "SHA256SUMS"


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the list, sorted by path; must run last."""
    known = known_hashes(folder)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [f"{known.get(name) or sha256(folder / name, progress)}  {name}\n" for name in names if name != NAME]
    return (write_text(folder / NAME, "".join(lines)),)


def known_hashes(folder: Path) -> dict[str, str]:
    """Return the hashes that the descriptor, written a moment ago, already holds: big files are not read twice."""
    path = folder / "datapackage.json"
    resources = json.loads(path.read_text(encoding="utf-8"))["resources"] if path.is_file() else []
    return {item["path"]: item["hash"].removeprefix("sha256:") for item in resources if "hash" in item}
