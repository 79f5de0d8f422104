"""Principle 4, comparable and interoperable: a standard, identifiers, metadata, a dictionary, headings portals take."""

from __future__ import annotations

from ..core.naming import portal_takes
from ..core.package import Package
from ..core.text import Text
from .answer import Answer, Rule, cells


def follows_standard(package: Package) -> Answer:
    """Nothing must be fixed against the standard."""
    found = package.findings.counts["must"]
    return Answer(found == 0, {"n": found})


def own_identifier(package: Package) -> Answer:
    """No key and no unique value repeats (R02, R05)."""
    found = cells(package, "R02", "R05")
    return Answer(found == 0, {"n": found})


def metadata_complete(package: Package) -> Answer:
    """Every metadata field that an export needs is there and usable."""
    faults = package.metadata.faults()
    titles = [item.title for item in package.metadata.fields if item.key in faults]
    fields = Text(", ".join(title.en for title in titles), ", ".join(title.fr for title in titles))
    return Answer(not faults, {"fields": fields})


def columns_explained(package: Package) -> Answer:
    """Every written column has a description in both languages."""
    bare = [column for column in package.columns
            if column.field is None or not (column.field.description.en and column.field.description.fr)]
    return Answer(not bare, {"n": len(bare)})


def mapping_public(package: Package) -> Answer:
    """The mapping is in every package."""
    return Answer(True)


def headings_taken(package: Package) -> Answer:
    """The federal DataStore takes every heading. (ckanext-validation, `ds-headers`)"""
    bad = [name for name in package.frame.columns if not portal_takes(name)]
    return Answer(not bad, {"value": ", ".join(bad)})


RULES = (Rule("P4-01", follows_standard), Rule("P4-02", own_identifier), Rule("P4-04", metadata_complete),
         Rule("P4-05", columns_explained), Rule("P4-07", mapping_public), Rule("P4-08", headings_taken))
