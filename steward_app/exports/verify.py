"""Re-reads a package from disk as a portal would, and names each file that is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

from ..core.naming import portal_takes
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.text import Text
from . import sums
from .datapackage import NAME
from .files import fingerprints, sha256, waited
from .geojson import CLOSES, OPENS
from .table_csv import read_back

NO_FOLDER = Text("“{folder}” is not a folder.", "«\u00a0{folder}\u00a0» n’est pas un dossier.")
NOT_A_PACKAGE = Text("“{folder}” is not a package: it has no datapackage.json.",
                     "«\u00a0{folder}\u00a0» n’est pas un paquet\u00a0: il ne contient pas de datapackage.json.")
CHOOSE = Text("Choose a folder that Steward wrote.", "Choisissez un dossier créé par Steward.")
READING = Text("Reading the package again", "Relecture du paquet")

ABSENT = Text("The file is listed but is not there.", "Le fichier figure dans la liste, mais il est absent.")
CHANGED = Text("The file is not the one that was written: its fingerprint differs.",
               "Le fichier n’est pas celui qui a été écrit\u00a0: son empreinte diffère.")
UNLISTED = Text("The file is not part of the package: SHA256SUMS does not list it.",
                "Le fichier ne fait pas partie du paquet\u00a0: SHA256SUMS ne le mentionne pas.")
BAD_LINE = Text("Line {n} cannot be read.", "La ligne {n} est illisible.")
NOT_JSON = Text("The file is not the readable JSON that it should be.",
                "Le fichier n’est pas le JSON lisible qu’il devrait être.")
NOT_DESCRIBED = Text("The descriptor does not describe this file rightly: {what}.",
                     "Le descripteur ne décrit pas correctement ce fichier\u00a0: {what}.")
NO_TABLE = Text("The descriptor names no table.", "Le descripteur ne nomme aucun tableau.")
NOT_A_TABLE = Text("The file cannot be read as a UTF-8 table.", "Le fichier ne peut pas être lu comme un tableau UTF-8.")
OTHER_COLUMNS = Text("The columns are not those of the schema.", "Les colonnes ne sont pas celles du schéma.")
OTHER_SCHEMA = Text("The schema is not the one in datapackage.json.",
                    "Le schéma n’est pas celui de datapackage.json.")
BAD_HEADING = Text("A portal refuses the heading “{name}”.", "Un portail refuse l’en-tête «\u00a0{name}\u00a0».")
OTHER_ROWS = Text("The file has {n} records where the report counts {said}.",
                  "Le fichier compte {n} enregistrements, mais le rapport en compte {said}.",
                  "The file has {n} record where the report counts {said}.",
                  "Le fichier compte {n} enregistrement, mais le rapport en compte {said}.")
DIFFERS = Text("The table read back differs from the one written.", "Le tableau relu diffère de celui qui a été écrit.")
REFUSED = Text("A reader of data packages finds a fault: {what}", "Un lecteur de paquets de données trouve une erreur\u00a0: {what}")

FRICTIONLESS_ROWS, HEADINGS_ONLY = 10_000, 1


@dataclass(frozen=True)
class Fault:
    """One file of a package that is wrong, and what is wrong with it."""

    file: str
    says: Text

    def as_json(self) -> dict[str, str]:
        """Return the shape of `verify --json`."""
        return {"file": self.file, **self.says.as_json()}


def verify(folder: Path, progress: Progress, *, every_row: bool = False) -> tuple[Fault, ...]:
    """Return every fault of a package that frictionless and the files themselves show; none where it holds.

    Raises Problem E01 where the folder is no package. `every_row` lets frictionless read all rows (slow).
    """
    faults = whole_package(folder, progress)
    return faults or second_opinion(folder, progress, None if every_row else FRICTIONLESS_ROWS)


def whole_package(folder: Path, progress: Progress) -> tuple[Fault, ...]:
    """Return what is wrong with the files as files. Raises Problem E01 where the folder is no package."""
    if not folder.is_dir():
        raise Problem("E01", NO_FOLDER, CHOOSE, {"folder": folder.name or str(folder)})
    if not (folder / NAME).is_file() and not (folder / sums.NAME).is_file():
        raise Problem("E01", NOT_A_PACKAGE, CHOOSE, {"folder": folder.name or str(folder)})
    return whole(folder, progress)


def whole(folder: Path, progress: Progress, wanted: pl.DataFrame | None = None) -> tuple[Fault, ...]:
    """Return what is wrong with the files as files: fingerprints, JSON, columns, headings, counts.

    `wanted` is the table that was to be written: it is compared cell by cell, which no fingerprint can better, and
    the other files with fingerprints that were taken as they were written.
    """
    descriptor = read_json(folder / NAME)
    compared = table_of(descriptor) if wanted is not None and is_descriptor(descriptor) else None
    faults = [*listed(folder, progress, str((compared or {}).get("path"))), *readable_json(folder)]
    if not is_descriptor(descriptor):
        return tuple(faults or [Fault(NAME, NOT_JSON)])
    faults += described(folder, descriptor)
    faults += tables(folder, descriptor, progress, wanted)
    faults += points(folder, descriptor, progress) if wanted is None else ()
    return tuple(faults)


def is_descriptor(found: Any) -> bool:
    """Tell whether a JSON value has the shape of a descriptor: resources with paths, a table's with named fields."""
    resources = found.get("resources") if isinstance(found, dict) else None
    if not isinstance(resources, list) or not all(isinstance(item, dict) for item in resources):
        return False
    schemas = [item.get("schema") for item in resources if item.get("type") == "table"]
    return all(isinstance(schema, dict) and isinstance(schema.get("fields"), list)
               and all(isinstance(field, dict) for field in schema["fields"]) for schema in schemas)


def listed(folder: Path, progress: Progress, but: str = "") -> Iterator[Fault]:
    """Compare every file (but one) with SHA256SUMS."""
    path = folder / sums.NAME
    if not path.is_file():
        yield Fault(sums.NAME, ABSENT)
        return
    known, unreadable = fingerprints(folder)
    yield from (Fault(sums.NAME, BAD_LINE.with_(n=number)) for number in unreadable)
    for name, wanted in known.items():
        if name != but or not (folder / name).is_file():
            yield from hashed(folder, name, wanted, progress)
    there = (file for file in sorted(folder.rglob("*")) if file.is_file() or file.is_symlink())
    for name in (file.relative_to(folder).as_posix() for file in there):
        if name not in known and name != sums.NAME:
            yield Fault(name, UNLISTED)


def hashed(folder: Path, name: str, wanted: str, progress: Progress) -> Iterator[Fault]:
    """Compare one file with its fingerprint; a name that leads out of the folder is not followed."""
    path = folder / name
    inside = path.resolve().is_relative_to(folder.resolve())
    if not inside or not path.is_file():
        yield Fault(name, ABSENT)
    elif sha256(path, progress) != wanted:
        yield Fault(name, CHANGED)


def readable_json(folder: Path) -> Iterator[Fault]:
    """Read every JSON file but the points, which may be large; each of ours is an object."""
    for path in sorted([*folder.rglob("*.json"), *folder.rglob("*.jsonld")]):
        if not isinstance(read_json(path), dict):
            yield Fault(path.relative_to(folder).as_posix(), NOT_JSON)


def read_json(path: Path) -> Any:
    """Read a JSON file; None where it is absent or unreadable."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def report_of(folder: Path) -> dict[str, Any]:
    """Return the report for programs; empty where there is none to speak of."""
    found = read_json(folder / "docs" / "report.json")
    return found if isinstance(found, dict) else {}


def described(folder: Path, descriptor: dict[str, Any]) -> Iterator[Fault]:
    """Compare each resource's path and size with the disk; hashes were compared with SHA256SUMS."""
    hashes, _ = fingerprints(folder)
    for item in descriptor["resources"]:
        name = str(item.get("path"))
        if not (folder / name).is_file():
            yield Fault(name, ABSENT)
        elif item.get("bytes") != (folder / name).stat().st_size:
            yield Fault(name, NOT_DESCRIBED.with_(what="bytes"))
        elif item.get("hash") != f"sha256:{hashes.get(name)}":
            yield Fault(name, NOT_DESCRIBED.with_(what="hash"))
    schema, table = read_json(folder / "metadata" / "schema.json"), table_of(descriptor)
    if table is not None and schema is not None and schema != table.get("schema"):
        yield Fault("metadata/schema.json", OTHER_SCHEMA)


def table_of(descriptor: dict[str, Any]) -> dict[str, Any] | None:
    """Return the resource that is the table."""
    return next((item for item in descriptor["resources"] if item.get("type") == "table"), None)


def tables(folder: Path, descriptor: dict[str, Any], progress: Progress,
           wanted: pl.DataFrame | None) -> Iterator[Fault]:
    """Read the table whole: it is UTF-8, its columns are the schema's, portals take its headings, no row is missing."""
    item = table_of(descriptor)
    if item is None:
        yield Fault(NAME, NO_TABLE)
        return
    name, path = str(item["path"]), folder / str(item["path"])
    if not path.is_file():
        return
    progress(READING)
    try:
        frame = waited(lambda: read_back(path), progress, READING)
    except pl.exceptions.PolarsError:
        yield Fault(name, NOT_A_TABLE)
        return
    yield from headings(name, frame.columns, [field.get("name") for field in item["schema"]["fields"]], wanted is None)
    said = report_of(folder).get("rows")
    if said is not None and said != frame.height:
        yield Fault(name, OTHER_ROWS.with_(n=frame.height, said=said))
    if wanted is not None and not frame.equals(wanted) and not frame.equals(wanted.with_columns(pl.all().replace("", None))):
        yield Fault(name, DIFFERS)


def headings(name: str, found: list[str], wanted: list[Any], for_portals: bool) -> Iterator[Fault]:
    """Compare headings with the schema's, and with what the federal portal takes. (federation.md §2.1)

    An export does not ask for the second: a rule of the Charter (P4-08) says it, and stops nothing.
    """
    if found != wanted:
        yield Fault(name, OTHER_COLUMNS)
    for heading in found if for_portals else ():
        if not portal_takes(heading):
            yield Fault(name, BAD_HEADING.with_(name=heading))
            return


def points(folder: Path, descriptor: dict[str, Any], progress: Progress) -> Iterator[Fault]:
    """Read each feature of the points as JSON and count them: one a record, one a line."""
    said = report_of(folder).get("rows")
    for item in descriptor["resources"]:
        path = folder / str(item.get("path"))
        if item.get("format") != "geojson" or not path.is_file():
            continue
        count, right = waited(partial(features, path), progress, READING)
        if not right:
            yield Fault(str(item["path"]), NOT_JSON)
        elif said is not None and count != said:
            yield Fault(str(item["path"]), OTHER_ROWS.with_(n=count, said=said))


def features(path: Path) -> tuple[int, bool]:
    """Return how many features a GeoJSON of ours has, and whether every line of it is right."""
    frame = pl.scan_csv(path, has_header=False, separator="\x1f", quote_char=None, infer_schema=False,
                        new_columns=["line"], glob=False)
    line = pl.col("line")
    feature = (line.str.starts_with('{"type":"Feature","geometry":') & line.str.contains(r"\}\},?$")
               & line.str.strip_suffix(",").str.json_path_match("$.type").eq_missing("Feature"))
    counted = (feature.sum().alias("features"), (feature & line.str.ends_with(",")).sum().alias("commas"),
               pl.len().alias("lines"), line.first().alias("first"), line.last().alias("last"))
    try:
        count, commas, lines, first, last = frame.select(counted).collect(engine="streaming").row(0)
    except pl.exceptions.PolarsError:  # not UTF-8
        return 0, False
    return int(count), lines == count + 2 and commas == max(0, count - 1) and (first, last) == (OPENS, CLOSES)


def second_opinion(folder: Path, progress: Progress, rows: int | None = FRICTIONLESS_ROWS) -> tuple[Fault, ...]:
    """Ask frictionless about the descriptor and the first rows of the table; a draft's cells are not asked about."""
    import frictionless

    progress(READING)
    descriptor = read_json(folder / NAME)
    tables_only = descriptor | {"resources": [item for item in descriptor["resources"] if item.get("type") == "table"]}
    try:
        package = frictionless.Package.from_descriptor(tables_only, basepath=str(folder))
    except frictionless.FrictionlessException as error:
        return (Fault(NAME, REFUSED.with_(what="; ".join(reason.note for reason in error.reasons) or error.error.note)),)
    draft = bool(report_of(folder).get("draft"))
    asked = frictionless.Checklist(skip_errors=["#row"] if draft else [])
    most = HEADINGS_ONLY if draft else rows
    found = [resource.validate(asked, limit_rows=most, limit_errors=1) for resource in package.resources]
    of_cells = [Fault(str(task.place), REFUSED.with_(what=error.note))
                for answer in found for task in answer.tasks for error in task.errors[:1]]
    return tuple(of_cells + [Fault(NAME, REFUSED.with_(what=error.note)) for answer in found for error in answer.errors[:1]])
