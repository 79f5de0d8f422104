"""Station 2: which standards fit, what each says, its samples and its blank template."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .. import matching
from ..catalogue import Catalogue
from ..core.described import table_schema
from ..core.document import Decision, Document
from ..core.edits import Edit, SetDecisions, SetStandard, Several
from ..core.mapping import Mapping
from ..core.problem import Problem
from ..core.schema import Schema
from ..core.text import Text
from ..exports import guide, template

NOT_AIMED = Text("Not intended for now.", "Non visé pour le moment.")
AIMED = Text("intend to meet “{title}”", "exigence visée\u00a0: « {title} »")
QUIET = Text("leave “{title}” quiet", "exigence mise de côté\u00a0: « {title} »")
NO_GUIDE = Text("The guide cannot be written to “{file}”.", "Impossible d’écrire le guide dans « {file} ».")


def new_indexes() -> matching.Indexes:
    """Return an empty store of what ranking learns of the standards; its owner passes it along."""
    return matching.Indexes.none()


def ranked(document: Document, catalogue: Catalogue,
           indexes: matching.Indexes | None = None) -> tuple[matching.Ranked, ...]:
    """Rank every standard for the open table, best first."""
    return matching.rank(document.table, catalogue.standards, indexes=indexes)


def unfed(schema: Schema, mapping: Mapping) -> tuple[str, ...]:
    """Return the recommended fields that a mapping feeds from nothing, not even as a suggestion."""
    fed = {name for name, feed in mapping.fields.items() if feed.columns or feed.constant is not None}
    return tuple(item.name for item in schema.fields if item.level == "recommended" and item.name not in fed)


def lacking(document: Document, schema: Schema, indexes: matching.Indexes | None = None) -> tuple[str, ...]:
    """Return the recommended fields of a standard that no column of the open table would feed."""
    return unfed(schema, matching.propose(document.table, schema, indexes=indexes).mapping)


def quiet(document: Document) -> frozenset[str]:
    """Return the recommended fields that the steward does not intend to meet. (workflow.md §1.3)"""
    return frozenset(item.field for item in document.decisions if item.check == "C02" and item.field)


def aimed(document: Document, field: str, on: bool, language: str) -> SetDecisions:
    """Return the step that intends to meet a recommended field, or leaves it quiet: C02 no longer asks for it."""
    others = tuple(item for item in document.decisions if (item.check, item.field) != ("C02", field))
    assert document.schema is not None
    named = (AIMED if on else QUIET).with_(title=document.schema[field].title)
    return SetDecisions(others if on else (*others, left_quiet(field, language)), named)


def with_quiet(edit: SetStandard, document: Document, fields: frozenset[str], language: str) -> Edit:
    """Return the step that chooses a standard and leaves some of its fields quiet."""
    more = fields - quiet(document)
    if not more:
        return edit
    decisions = (*document.decisions, *(left_quiet(field, language) for field in sorted(more)))
    return Several((edit, SetDecisions(decisions, edit.named)), edit.named)


def left_quiet(field: str, language: str) -> Decision:
    """Return the decision that keeps C02 from asking for a field; the report gives its reason."""
    return Decision("C02", field, None, NOT_AIMED.to(language))


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


def guide_place(field: str, language: str) -> str:
    """Return where a field stands in `guide_text`, as an anchor."""
    return guide.place(field, language)


def write_guide(schema: Schema, path: Path, language: str) -> None:
    """Write the guide of a standard as a web page. Raises Problem E02 when the disk refuses."""
    try:
        path.write_text(guide.page(schema, language), encoding="utf-8")
    except OSError as error:
        raise Problem("E02", NO_GUIDE, template.CLOSE_IT, {"file": path.name}) from error


def sample(catalogue: Catalogue, name: str, kind: str, language: str) -> Path | None:
    """Return the path of a standard's `valid` or `invalid` sample, or None."""
    return catalogue.sample(name, kind, language)
