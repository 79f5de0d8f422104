"""Station 5: the metadata, the verdict, what the Charter's rules say, and the package written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import __version__, exports, readiness
from ..catalogue import Catalogue
from ..core.changes import changed_cells, with_reasons
from ..core.metadata import Metadata, suggested
from ..core.package import Package, with_evidence
from ..core.problem import Problem
from ..core.progress import SILENT, Progress
from ..core.standard import standard_of
from ..core.text import Text
from ..exports import Written
from ..readiness import Destination, places
from . import Workspace
from .problems import headline_of
from .recipe import recipe_of

# The version of the rules: the year and month in which a check last changed what it finds.
RULES = "2026.11"
NO_FILE = Text("The metadata file “{file}” cannot be read.", "Le fichier de métadonnées « {file} » est illisible.")
CHECK_PATH = Text("Check its name and place.", "Vérifiez son nom et son emplacement.")
NOTHING_FED = Text("No column of this file feeds the standard: the package would hold no table.",
                   "Aucune colonne de ce fichier n’alimente la norme\u00a0: le paquet ne contiendrait aucun tableau.")
MATCH = Text("Match at least one column, or choose another standard.", "Associez au moins une colonne ou choisissez une autre norme.")
NEEDED = Text("An export needs metadata.", "Une exportation demande des métadonnées.")
GIVE_THEM = Text("Give a file with --metadata, or save a draft with --draft.",
                 "Indiquez un fichier avec --metadata, ou enregistrez une ébauche avec --draft.")

__all__ = ["RULES", "Destination", "Written", "export_package", "metadata_of", "package_of", "places", "prefilled",
           "read_metadata", "targets_of"]


def targets_of(said: str) -> tuple[str, ...]:
    """Read `--target`. Raises Problem E07 naming the targets that are known."""
    names = tuple(dict.fromkeys(name.strip() for name in said.split(",") if name.strip()))
    exports.check_names(names)
    return names


def read_metadata(path: Path | None, catalogue: Catalogue, *, draft: bool) -> Metadata:
    """Read a metadata file. Raises a Problem where it cannot be used; a draft may lack any of it."""
    if path is None:
        if not draft:
            raise Problem("D05", NEEDED, GIVE_THEM)
        return metadata_from({}, catalogue)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("D06", NO_FILE, CHECK_PATH, {"file": path.name}) from error
    metadata = Metadata.of_text(text, catalogue.metadata_fields, catalogue.vocabularies)
    if not draft:
        metadata.require()
    return metadata


def metadata_from(values: dict[str, Any], catalogue: Catalogue) -> Metadata:
    """Return metadata of plain values, with the form's declarations and the vocabularies."""
    return Metadata.of_json(values, catalogue.metadata_fields, catalogue.vocabularies)


def metadata_of(work: Workspace) -> Metadata:
    """Return the document's metadata."""
    return metadata_from(dict(work.document.metadata), work.catalogue)


def prefilled(work: Workspace, remembered: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return what the metadata form begins with, from the file and from what was asked once."""
    document = work.document
    begin = suggested(document.reading, work.schema, work.today, document.table.height, remembered=remembered)
    return {**begin, **dict(document.metadata)}


def package_of(work: Workspace, metadata: Metadata, *, draft: bool = False, progress: Progress = SILENT) -> Package:
    """Return everything that exporters and the Charter's rules may know. The work must be checked."""
    assert work.checked is not None
    document, view = work.document, work.checked.view
    standard, _ = standard_of(view, document.table, progress, learn=False)
    changes = with_reasons(changed_cells(work.source, document.table), work.edits_since_reading(), work.source.rows)
    said = {problem.key: headline_of(problem, work)[0] for problem in work.findings.listed}
    package = Package.of(document.but(mapping=view.mapping), standard.frame, work.findings, metadata,
                         changes=changes, recipe=recipe_of(work), draft=draft, view=view, said=said,
                         app=__version__, rules=RULES)
    return with_evidence(package, readiness.assess(package, work.catalogue.charter))


def export_package(work: Workspace, metadata: Metadata, to: Path, targets: tuple[str, ...], draft: bool,
                   progress: Progress, formats: tuple[str, ...] = ()) -> Written:
    """Write the package: whole and re-read, or not at all. Raises a Problem where metadata or disk refuse, or nothing is fed."""
    package = package_of(work, metadata, draft=draft, progress=progress)
    if not package.frame.width:
        raise Problem("E09", NOTHING_FED, MATCH)
    return exports.write_package(package, to, progress, targets, formats)
