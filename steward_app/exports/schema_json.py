"""`metadata/schema.json`: the Table Schema of exactly the columns that are written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ..core.described import described_field
from ..core.package import Column, Package
from ..core.progress import Progress
from .files import both_keys, write_json
from .resources import slug

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
REPLACED = ("$schema", "fields", "primaryKey", "missingValues")
# The name of a Table Schema, as its profile has it.
NAME = re.compile(r"[-a-z0-9._/]+")


def write(package: Package, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write the schema of the written columns."""
    return (write_json(folder / "metadata" / "schema.json", table_schema(package)),)


def table_schema(package: Package) -> dict[str, Any]:
    """Return a Table Schema v2 of the written columns: `enum` written in, our keys and the rules kept.

    A key field that nothing feeds leaves the key. (schema-format.md §5, §7)
    """
    kept = {key: value for key, value in package.schema.raw.items() if key not in REPLACED}
    fields = [described(column, package) for column in package.columns]
    key = [name for name in package.schema.primary_key if name in package.frame.columns]
    name = str(kept.get("name") or package.schema.name)
    said = {"$schema": PROFILE, **kept, "name": name if NAME.fullmatch(name) else slug(name),
            "missingValues": [""], "fields": fields}
    return said | ({"primaryKey": key} if key else {})


def described(column: Column, package: Package) -> dict[str, Any]:
    """Return one field of the written schema."""
    item = column.field
    if item is None:
        return {"name": column.name, "type": "string", "level": "optional", **both_keys("title", column.title)}
    said = {"name": item.name, **described_field(package.schema, item)}
    if item.type == "boolean":
        said |= {"trueValues": ["true"], "falseValues": ["false"]}
        said |= {key: "true" if said[key] in item.true_values else "false"
                 for key in ("example", "example_fr") if key in said}
    return said
