"""`SHA256SUMS`: the fingerprint of every other file, in the form that `sha256sum -c` reads."""

from __future__ import annotations

from pathlib import Path

from ..core.package import Package
from ..core.progress import Progress
from .files import SUMS, fingerprints, sha256, sum_line, write_text

NAME = SUMS


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Complete the list that the data files began, sorted by path; must run last."""
    known, _ = fingerprints(folder)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [sum_line(known.get(name) or sha256(folder / name, progress), name) for name in names if name != NAME]
    return (write_text(folder / NAME, "".join(lines)),)
