"""The papers of a package, in the order they are written. What is not named here is not in a package."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..core.package import Package
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.text import Text
from . import (
    ckan,
    datapackage,
    dcat,
    dictionary,
    geojson,
    guide,
    parquet,
    provenance,
    readme,
    report_html,
    report_json,
    schema_json,
    sums,
    table_csv,
    template,
    xlsx,
)
from .folder import Writer, Written, recover, write_into

DATA = (table_csv, geojson)
FORMATS = {"parquet": parquet, "xlsx": xlsx}
PAPERS = (datapackage, schema_json, dcat, dictionary, readme, report_html, report_json, provenance)
TARGETS = {"ckan": ckan}
LAST = sums
OF_A_STANDARD = (guide, template)  # written for a standard, not into a package
DEFAULT_TARGETS = ("ckan",)

NO_TARGET = Text("There is no target called “{name}”.", "Aucune destination ne s’appelle «\u00a0{name}\u00a0».")
NO_FORMAT = Text("There is no format called “{name}”.", "Aucun format ne s’appelle «\u00a0{name}\u00a0».")
CHOOSE = Text("Choose one of these: {choices}.", "Choisissez parmi\u00a0: {choices}.")


def write_package(package: Package, to: Path, progress: Progress,
                  targets: tuple[str, ...] = DEFAULT_TARGETS, formats: tuple[str, ...] = ()) -> Written:
    """Write a package into a folder: whole and read again, or not at all. `formats` adds to the package's own.

    Raises Problem E02 to E08; D03, D04 where the metadata of a package that is no draft will not do.
    """
    package = replace(package, formats=tuple(dict.fromkeys((*package.formats, *formats))))
    check_names(targets, package.formats)
    package.metadata.require(draft=package.draft)
    return write_into(package, to, progress, writers(targets, package.formats))


def writers(targets: tuple[str, ...], formats: tuple[str, ...]) -> tuple[Writer, ...]:
    """Return what writes the papers, in order; the fingerprints come last."""
    chosen = (*DATA, *(FORMATS[name] for name in formats), *PAPERS, *(TARGETS[name] for name in targets), LAST)
    return tuple(module.write for module in chosen)


def check_names(targets: tuple[str, ...], formats: tuple[str, ...] = ()) -> None:
    """Raise Problem E07 or E08 naming a target or format that is not there, and those that are."""
    for names, known, code, says in ((targets, TARGETS, "E07", NO_TARGET), (formats, FORMATS, "E08", NO_FORMAT)):
        for name in names:
            if name not in known:
                raise Problem(code, says, CHOOSE, {"name": name, "choices": ", ".join(known)})


__all__ = ["DEFAULT_TARGETS", "FORMATS", "TARGETS", "Written", "check_names", "recover", "write_package"]
