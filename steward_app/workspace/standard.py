"""Station 2: which standards fit, what each says, its samples and its blank template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import matching
from ..catalogue import Catalogue
from ..core.described import table_schema
from ..core.document import Document
from ..core.problem import Problem
from ..core.schema import Schema
from ..core.text import Text
from ..exports import guide, template

NO_GUIDE = Text("The guide cannot be written to “{file}”.", "Impossible d’écrire le guide dans « {file} ».")


def new_indexes() -> matching.Indexes:
    """Return an empty store of what ranking learns of the standards; its owner passes it along."""
    return matching.Indexes.none()


def ranked(document: Document, catalogue: Catalogue,
           indexes: matching.Indexes | None = None) -> tuple[matching.Ranked, ...]:
    """Rank every standard for the open table, best first."""
    return matching.rank(document.table, catalogue.standards, indexes=indexes)


def described(schema: Schema) -> dict[str, Any]:
    """Return a standard as a Table Schema, its code lists written in as `enum`. (cli.md, `schema ID`)"""
    return table_schema(schema)


def write_template(schema: Schema, path: Path, language: str) -> None:
    """Write a blank workbook: one heading a field on the first sheet. Raises Problem E02 when the disk refuses."""
    template.write(schema, path, language)


def guide_page(schema: Schema, language: str) -> str:
    """Return the guide of a standard as one web page, the other language behind a link."""
    return guide.page(schema, language)


def guide_text(schema: Schema, language: str) -> str:
    """Return the guide of a standard as the app's own window shows it."""
    return guide.plain(schema, language)


def write_guide(schema: Schema, path: Path, language: str) -> None:
    """Write the guide of a standard as a web page. Raises Problem E02 when the disk refuses."""
    try:
        path.write_text(guide.page(schema, language), encoding="utf-8")
    except OSError as error:
        raise Problem("E02", NO_GUIDE, template.CLOSE_IT, {"file": path.name}) from error


def sample(catalogue: Catalogue, name: str, kind: str, language: str) -> Path | None:
    """Return the path of a standard's `valid` or `invalid` sample, or None."""
    return catalogue.sample(name, kind, language)
