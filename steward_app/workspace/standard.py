"""Station 2: which standards fit, what each says, its samples and its blank template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import matching
from ..catalogue import Catalogue
from ..core.described import table_schema
from ..core.document import Document
from ..core.schema import Schema
from ..exports import guide, template


def ranked(document: Document, catalogue: Catalogue) -> tuple[matching.Ranked, ...]:
    """Rank every standard for the open table, best first."""
    return matching.rank(document.table, catalogue.standards)


def described(schema: Schema) -> dict[str, Any]:
    """Return a standard as a Table Schema, its code lists written in as `enum`. (cli.md, `schema ID`)"""
    return table_schema(schema)


def write_template(schema: Schema, path: Path, language: str) -> None:
    """Write a blank workbook: one heading a field on the first sheet. Raises Problem E02 when the disk refuses."""
    template.write(schema, path, language)


def guide_page(schema: Schema, language: str) -> str:
    """Return the guide of a standard as one web page, the other language behind a link."""
    return guide.page(schema, language)


def sample(catalogue: Catalogue, name: str, kind: str, language: str) -> Path | None:
    """Return the path of a standard's `valid` or `invalid` sample, or None."""
    return catalogue.sample(name, kind, language)
