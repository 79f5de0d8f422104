"""The data files of a package as portals list them: format, media type, size, hash, and a stable identity."""

from __future__ import annotations

import re
import unicodedata
import uuid
from dataclasses import dataclass
from pathlib import Path

from ..core.package import Package
from ..core.progress import Progress
from ..core.text import Text
from .files import fingerprints, sha256


@dataclass(frozen=True)
class Kind:
    """One kind of file: the words portals use for it."""

    suffix: str
    format: str
    media: str
    title: Text


KINDS = (
    Kind(".csv", "CSV", "text/csv", Text("Table (CSV)", "Tableau (CSV)")),
    Kind(".geojson", "GEOJSON", "application/geo+json", Text("Points (GeoJSON)", "Points (GeoJSON)")),
    Kind(".parquet", "PARQUET", "application/vnd.apache.parquet", Text("Table (Parquet)", "Tableau (Parquet)")),
    Kind(".xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
         Text("Workbook (Excel)", "Classeur (Excel)")),
)


@dataclass(frozen=True)
class DataFile:
    """One data file as it lies on the disk."""

    path: str
    kind: Kind
    bytes: int
    sha256: str


def data_files(folder: Path, progress: Progress) -> tuple[DataFile, ...]:
    """Return the data files of a folder, the table first; those that were sealed as they were written are not read."""
    found, (known, _) = [], fingerprints(folder)
    for kind in KINDS:
        for path in sorted((folder / "data").glob(f"*{kind.suffix}")):
            name = path.relative_to(folder).as_posix()
            found.append(DataFile(name, kind, path.stat().st_size, known.get(name) or sha256(path, progress)))
    return tuple(found)


def slug(text: str) -> str:
    """Return a name that portals take: small letters, digits and hyphens."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:100] or "dataset"


def identity(package: Package, part: str = "") -> str:
    """Return the UUID of the dataset, or of a part: the same for every release, so that portals update it."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"steward:{package.metadata.publisher}/{package.schema.name}/{part}"))
