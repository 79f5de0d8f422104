"""`datapackage.json`: the descriptor that Data Package readers open (version 2)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..core.package import Package
from ..core.progress import Progress
from ..core.text import Text
from .files import both_keys, write_json
from .resources import DataFile, data_files, identity, slug
from .schema_json import table_schema

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"
NAME = "datapackage.json"


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the descriptor; the data files must be there."""
    return (write_json(folder / NAME, descriptor(package, data_files(folder, progress))),)


def descriptor(package: Package, files: tuple[DataFile, ...]) -> dict[str, Any]:
    """Return the descriptor of a package and its data files."""
    meta = package.metadata
    words = meta.words("keywords")
    said = {
        "$schema": PROFILE, "name": slug(package.name), "id": f"urn:uuid:{identity(package)}",
        **both_keys("title", titled(package)), **both_keys("description", meta.text("description")),
        "version": meta.date, "keywords": list(words["en"] or words["fr"]), "keywords_fr": list(words["fr"]),
        "licenses": licences(package), "contributors": contributors(package),
        "sources": [{"title": package.reading.name}],
        "resources": [resource(item, package) for item in files],
    }
    return {key: value for key, value in said.items() if value not in ([], "")}


def titled(package: Package) -> Text:
    """Return the dataset's title; the standard's where a draft has none."""
    return package.metadata.title or package.schema.title


def resource(item: DataFile, package: Package) -> dict[str, Any]:
    """Return one data file as a resource; the table carries its schema."""
    said = {"$schema": RESOURCE, "name": slug(f"{package.stem}-{item.kind.suffix[1:]}"), "path": item.path,
            **both_keys("title", item.kind.title), "format": item.kind.suffix[1:], "mediatype": item.kind.media,
            "bytes": item.bytes, "hash": f"sha256:{item.sha256}"}
    if item.kind.format != "CSV":
        return said
    return {"name": slug(package.stem), "type": "table"} | {
        key: value for key, value in said.items() if key != "name"} | {
        "encoding": "utf-8", "schema": table_schema(package)}


def licences(package: Package) -> list[dict[str, str]]:
    """Return the licence with its address, as the vocabulary has it."""
    name, row = package.metadata.licence, package.metadata.entry("licence")
    if not name:
        return []
    return [{key: value for key, value in (("name", name), ("path", row.get("url")), ("title", row.get("en"))) if value}]


def contributors(package: Package) -> list[dict[str, Any]]:
    """Return the publisher, and the address where a person answers."""
    name, email = package.metadata.publisher_name, package.metadata.word("contact.email")
    said = [{**both_keys("title", name), "roles": ["publisher"]}] if name else []
    return said + ([{"title": email, "email": email, "roles": ["contact"]}] if email else [])
