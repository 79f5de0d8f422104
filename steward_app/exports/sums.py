"""`SHA256SUMS`: the fingerprint of every other file, in the form that `sha256sum -c` reads."""

from __future__ import annotations

from pathlib import Path

from ..core.package import Package
from ..core.progress import Progress
from .files import sha256, write_text
from .resources import known_hashes

NAME = "SHA256SUMS"


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the list, sorted by path; must run last."""
    known = known_hashes(folder)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [f"{known.get(name) or sha256(folder / name, progress)}  {name}\n" for name in names if name != NAME]
    return (write_text(folder / NAME, "".join(lines)),)
