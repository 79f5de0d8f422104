"""A standard as a plain Table Schema, its code lists written in."""

from __future__ import annotations

from typing import Any

from .schema import Field, Schema


def table_schema(schema: Schema) -> dict[str, Any]:
    """Return the standard's JSON with every code list written in as `enum`. (schema-format.md §2)"""
    said = dict(schema.raw)
    said["fields"] = [described_field(schema, item) for item in schema.fields]
    return {"name": schema.name, "version": schema.version} | said


def described_field(schema: Schema, item: Field) -> dict[str, Any]:
    """Return one field's JSON with its `enum`."""
    codes = schema.codes(item.name)
    constraints = dict(item.constraints)
    if codes is not None:
        constraints["enum"] = list(codes.values)
    raw = dict(item.raw) | {"level": item.level}
    return raw | ({"constraints": constraints} if constraints else {})
