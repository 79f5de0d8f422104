"""Writes a package beside its place, reads it again, then puts it there in one step: old or new, never half."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..core.package import Package
from ..core.problem import Problem
from ..core.progress import SILENT, Progress
from ..core.text import Text
from .exchange import exchange
from .verify import Fault, second_opinion, whole

Writer = Callable[[Package, Path, Progress], tuple[Path, ...]]
OURS = ("datapackage.json", "SHA256SUMS", "provenance/source.json")  # other data packages have the first of them
PARTIAL, OLD = ".partial-", ".old-"
LEFT_OVER = re.compile(r"\.(?P<name>.+)(?P<mark>\.partial-|\.old-)(?P<owner>\d+)-[0-9a-f]{8}")

REFUSED = Text("The disk refuses the package: {reason}.", "Le disque refuse le paquet\u00a0: {reason}.")
FULL = Text("The disk is full.", "Le disque est plein.")
CHOOSE_FOLDER = Text("Any earlier package is intact. Choose another folder.",
                     "Le paquet précédent, s’il y en a un, est intact. Choisissez un autre dossier.")
MAKE_ROOM = Text("Any earlier package is intact. Make room, or choose another folder.",
                 "Le paquet précédent, s’il y en a un, est intact. Libérez de l’espace ou choisissez un autre dossier.")
REASONS = {
    errno.EACCES: Text("access is denied", "l’accès est refusé"), errno.EPERM: Text("access is denied", "l’accès est refusé"),
    errno.EROFS: Text("it can only be read", "il est en lecture seule"),
    errno.EEXIST: Text("a file stands where the folder should be", "un fichier se trouve à la place du dossier"),
    errno.ENOTDIR: Text("a file stands where the folder should be", "un fichier se trouve à la place du dossier"),
    errno.ENAMETOOLONG: Text("the path is too long", "le chemin est trop long"),
    errno.EIO: Text("it cannot be read or written", "la lecture ou l’écriture échoue"),
}
UNSAID = Text("error {number}", "erreur {number}")
IN_USE = Text("A file of “{name}” is open in another program.", "Un fichier de «\u00a0{name}\u00a0» est ouvert dans un autre programme.")
CLOSE_IT = Text("Close it (in Excel, for example), then try again. Any earlier package is intact.",
                "Fermez-le (dans Excel, par exemple), puis réessayez. Le paquet précédent est intact.")
TAKEN = Text("“{name}” is already there and is not a package.", "«\u00a0{name}\u00a0» existe déjà et n’est pas un paquet.")
MOVE_IT = Text("Move it elsewhere, or choose another folder.", "Déplacez cet élément ou choisissez un autre dossier.")
NOT_SAME = Text("What was read back from the disk is not what was written ({file}).",
                "Ce qui a été relu du disque n’est pas ce qui a été écrit ({file}).")
TRY_AGAIN = Text("Nothing was replaced. Try again, or choose another disk.",
                 "Rien n’a été remplacé. Réessayez ou choisissez un autre disque.")
FLUSHING = Text("Making sure it is on the disk", "Vérification de l’écriture sur le disque")
# Virus scanners and synchronisers hold a fresh file for a moment. (reliability.md §4)
PATIENCE, PAUSE = 2.0, 0.1


@dataclass(frozen=True)
class Written:
    """A package on the disk. `remarks`: what another reader of data packages, asked about it, does not take."""

    path: Path
    files: tuple[Path, ...]
    remarks: tuple[Fault, ...] = ()

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name


def write_into(package: Package, to: Path, progress: Progress, writers: tuple[Writer, ...]) -> Written:
    """Write a package into a folder, replacing one of the same name as a whole.

    Raises Problem E02 to E04, E06 (disk, open file, not the same when read back, name taken), or Cancelled; then
    what was there before still is.
    """
    with said_plainly(package.name):
        to.mkdir(parents=True, exist_ok=True)
        recover(to)
        target = to / package.name
        free_or_package(target)
        partial = to / f".{package.name}{PARTIAL}{os.getpid()}-{uuid.uuid4().hex[:8]}"
        try:
            remarks = write_all(package, partial, progress, writers)
            put_in_place(partial, target)
        except BaseException:  # Ctrl-C, and what native libraries raise in a panic
            shutil.rmtree(partial, ignore_errors=True)
            raise
    return Written(target, tuple(sorted(path for path in target.rglob("*") if path.is_file())), remarks)


def write_all(package: Package, partial: Path, progress: Progress, writers: tuple[Writer, ...]) -> tuple[Fault, ...]:
    """Write every file, make sure each is on the disk, read them again. Raises Problem E04.

    Returns what frictionless has to say, which stops nothing: a steward may have confirmed such a value.
    """
    partial.mkdir()
    for write in writers:
        write(package, partial, progress)
    with ThreadPoolExecutor(1) as beside:
        opinion = beside.submit(second_opinion, partial, SILENT)
        for path in sorted(partial.rglob("*"), reverse=True):
            progress(FLUSHING)
            flush(path)
        faults = whole(partial, progress, package.frame)
    if faults:
        raise Problem("E04", NOT_SAME, TRY_AGAIN, {"file": faults[0].file, "why": faults[0].says.to("en")})
    flush(partial)
    return opinion.result()


def put_in_place(partial: Path, target: Path) -> None:
    """Give the finished folder its name; the old one leaves in the same instant where the system can, else at once."""
    if not target.exists():
        patiently(lambda: partial.rename(target))
        flush(target.parent)
        return
    if not exchange(partial, target):
        old = target.with_name(f".{target.name}{OLD}{partial.name.rpartition(PARTIAL)[2]}")
        patiently(lambda: target.rename(old))
        try:
            patiently(lambda: partial.rename(target))
        except OSError:
            old.rename(target)
            raise
        partial = old
    flush(target.parent)
    shutil.rmtree(partial, ignore_errors=True)


def recover(to: Path) -> None:
    """Clean up what a killed export left in a folder: half-written ones go, an old one without a new one comes back."""
    left = [(path, found) for path in sorted(to.iterdir()) if (found := LEFT_OVER.fullmatch(path.name))
            and path.is_dir() and not at_work(int(found["owner"]))] if to.is_dir() else []
    for path, found in sorted(left, key=lambda item: item[1]["mark"]):
        if found["mark"] == OLD and not (to / found["name"]).exists():
            path.rename(to / found["name"])
        else:
            shutil.rmtree(path, ignore_errors=True)


def at_work(owner: int) -> bool:
    """Tell whether another program of this number still runs: it may be writing its package."""
    import psutil

    return owner != os.getpid() and psutil.pid_exists(owner)


def free_or_package(target: Path) -> None:
    """Raise Problem E06 where the name is taken by something that is no package of ours: it would be gone."""
    ours = all((target / name).is_file() for name in OURS)
    if target.exists() and not (target.is_dir() and (ours or not any(target.iterdir()))):
        raise Problem("E06", TAKEN, MOVE_IT, {"name": target.name})


def flush(path: Path) -> None:
    """Make sure that a file, or a folder's list of names, is on the disk; Windows cannot do it for folders."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() or sys.platform != "win32" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def patiently(act: Callable[[], Any]) -> None:
    """Do something that a virus scanner may refuse for a moment; try for two seconds."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            act()
            return
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > until:
                raise
            time.sleep(PAUSE)


@contextlib.contextmanager
def said_plainly(name: str) -> Iterator[None]:
    """Turn what the system refuses into a Problem."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Problem("E02", FULL, MAKE_ROOM) from error
        if sys.platform == "win32" and isinstance(error, PermissionError):
            raise Problem("E03", IN_USE, CLOSE_IT, {"name": name}) from error
        reason = REASONS.get(error.errno or 0, UNSAID.with_(number=error.errno or type(error).__name__))
        raise Problem("E02", REFUSED, CHOOSE_FOLDER, {"reason": reason}) from error
