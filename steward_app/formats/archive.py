"""Files inside a `.zip` or a `.gz`: the one that holds data is taken out into the scratch folder, and read there."""

from __future__ import annotations

import gzip
import os
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from typing import IO, cast

from ..core.progress import Progress
from ..core.reading import Asked
from ..core.text import Text
from .words import fault

UNPACKING = Text("Unpacking", "Décompression")
BLOCK, LARGEST, SMALL, STEEP = 1 << 20, 2 << 30, 50 << 20, 100
KEEP = (".shp", ".dbf", ".shx", ".prj", ".cpg")
DATA = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".json", ".geojson", ".jsonl",
        ".ndjson", ".shp", ".dbf", ".gpkg", ".sqlite", ".db", ".parquet", ".sas7bdat", ".xpt", ".dta", ".sav", ".html", ".htm")
SPEECH = ("readme", "lisezmoi", "license", "licence", "metadata", "dictionary", "dictionnaire", "terms")


def inside(path: Path) -> list[str]:
    """Return the members of a zip that may hold data, the most likely first. Raises Problem F01 if it is damaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and info.file_size]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise fault("damaged", path) from None
    shown = [info for info in infos if not _hidden(info.filename)]
    package = [info.filename for info in shown if PurePosixPath(info.filename).name == "datapackage.json"]
    known = [info for info in shown if PurePosixPath(info.filename).suffix.lower() in DATA]
    ranked = sorted(known, key=lambda info: (_speech(info.filename), _side(info.filename, known), -info.file_size))
    return package[:1] + [info.filename for info in ranked]


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX", "~$")) and part != ".." for part in PurePosixPath(name).parts)


def _speech(name: str) -> bool:
    return any(word in PurePosixPath(name).name.lower() for word in SPEECH)


def _side(name: str, infos: Iterable[zipfile.ZipInfo]) -> bool:
    """Tell whether a table is only the partner of a shapefile."""
    stem = name.rpartition(".")[0]
    return name.lower().endswith(".dbf") and any(info.filename.lower() == f"{stem.lower()}.shp" for info in infos)


def unzipped(path: Path, asked: Asked, scratch: Path, progress: Progress) -> tuple[Path, list[str]]:
    """Take the chosen member (and the partners of a shapefile or package) out of a zip.

    Names are never followed: every file lands flat in the scratch folder. Returns its path and what else there is.
    """
    names = inside(path)
    if not names:
        raise fault("nothing", path)
    if asked.sheet in names:
        name = str(asked.sheet)
    else:
        name = names[0]
    with zipfile.ZipFile(path) as archive:
        for other in partners(archive.namelist(), name):
            take(archive, path, other, scratch / safe(other, name), progress)
    return scratch / safe(name, name), names


def partners(names: Iterable[str], name: str) -> list[str]:
    """Return the members that must stand together: a shapefile's, or a package's whole folder."""
    stem, _, ending = name.rpartition(".")
    if ending.lower() == "shp":
        return [other for other in names if other.rpartition(".")[0] == stem and other[len(stem):].lower() in KEEP]
    if name.endswith("datapackage.json"):
        folder = name[: -len("datapackage.json")]
        return [other for other in names if other.startswith(folder) and other.lower().endswith((".json", ".csv", ".tsv"))]
    return [name]


def safe(other: str, name: str) -> str:
    """Return the flat file name a member gets; within a package its folders are kept as part of the name."""
    folder = name.rpartition("/")[0]
    inner = other[len(folder):].strip("/") if folder and other.startswith(folder) else other
    return "".join(char if char.isalnum() or char in " ._-()" else "_" for char in inner).strip(". ") or "member"


def take(archive: zipfile.ZipFile, path: Path, name: str, to: Path, progress: Progress) -> None:
    """Write one member to a file. Raises Problem F01 if it is encrypted, damaged, or grows beyond bounds."""
    if archive.getinfo(name).flag_bits & 1:
        raise fault("password", path)
    try:
        with archive.open(name) as stream:
            pour(stream, path, to, progress)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise fault("damaged", path) from None


def unpacked(path: Path, scratch: Path, progress: Progress) -> Path:
    """Inflate a `.gz` piece by piece. Raises Problem F01 if it is damaged or grows beyond bounds."""
    to = scratch / (path.stem or "unpacked")
    try:
        with path.open("rb") as raw, gzip.GzipFile(fileobj=raw) as stream:
            pour(cast("IO[bytes]", stream), path, to, progress, raw.tell)
    except (zlib.error, EOFError, OSError):
        raise fault("damaged", path) from None
    return to


def pour(stream: IO[bytes], path: Path, to: Path, progress: Progress, used: Callable[[], int] | None = None) -> None:
    """Copy a stream to a file, within bounds: 2 GB, 100 to 1 beyond 50 MB, and half of what the disk has left.

    `used` tells how many packed bytes have been read so far.
    """
    room = min(LARGEST, max(SMALL, STEEP * path.stat().st_size), free_space(to.parent) // 2)
    done = 0
    with to.open("wb") as out:
        while block := stream.read(BLOCK):
            done += len(block)
            if done > room or (used and done > SMALL and done > STEEP * used()):
                raise fault("big", path)
            progress(UNPACKING, done)
            out.write(block)


def free_space(folder: Path) -> int:
    """Return the bytes a disk has left."""
    import shutil

    return shutil.disk_usage(os.fspath(folder)).free
