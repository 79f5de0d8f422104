"""The steward's own standards: brought from a file, drafted from a table, kept in their catalogue, and compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..catalogue import ASK_AUTHOR, NO_FIELDS, NOT_A_SCHEMA, NOT_JSON, Catalogue
from ..core.document import Document
from ..core.drafted import draft, snake, unique
from ..core.problem import Problem
from ..core.schema import Field, Schema
from ..core.text import Text
from .memory import write_json

Json = dict[str, Any]
# CKAN's column types, as Table Schema says them.
CKAN_TYPES = {"text": "string", "numeric": "number", "float8": "number", "float": "number", "int": "integer",
              "int4": "integer", "int8": "integer", "bool": "boolean", "date": "date", "timestamp": "datetime",
              "timestamptz": "datetime", "time": "time"}
ADDED = Text("New field: “{title}”.", "Nouveau champ\u00a0: « {title} ».")
GONE = Text("“{title}” is no longer in the standard.", "« {title} » ne fait plus partie de la norme.")
RENAMED = Text("“{old}” is now called “{new}”.", "« {old} » s’appelle maintenant « {new} ».")
LEVEL = Text("“{title}” is now {level}.", "« {title} » est maintenant {level}.")
TYPE = Text("“{title}” is read another way than before.", "« {title} » se lit autrement qu’avant.")
LEVELS = {"required": Text("required", "obligatoire"), "recommended": Text("recommended", "recommandé"),
          "optional": Text("optional", "facultatif")}


def adopted(path: Path) -> Json:
    """Return the Table Schema in a file: a schema (v1 or v2), a Data Package, or a CKAN data dictionary.

    Everything the file says is kept, whether Steward knows it or not. Raises Problem S03 where there is none.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NOT_JSON}) from error
    found = schema_in(raw)
    if found is None:
        raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NO_FIELDS})
    name = str(found.get("name") or path.stem)
    return {**found, "name": snake(name).replace("_", "-"), "version": str(found.get("version") or "1.0.0")}


def schema_in(raw: Any) -> Json | None:
    """Return the Table Schema inside a JSON document, None where there is none."""
    if isinstance(raw, list):
        return dictionary(raw)
    if not isinstance(raw, Mapping):
        return None
    fields = raw.get("fields")
    if isinstance(fields, list) and fields:
        named = all(isinstance(item, Mapping) and item.get("name") for item in fields)
        return dict(raw) if named else dictionary(fields)
    if isinstance(raw.get("resources"), list):
        schemas = (item.get("schema") for item in raw["resources"] if isinstance(item, Mapping))
        first = next((item for item in schemas if isinstance(item, Mapping) and item.get("fields")), None)
        titles = {key: raw[key] for key in ("title", "description") if key in raw}
        return {"name": raw.get("name"), **titles, **dict(first)} if first else None
    return schema_in(raw["result"]) if "result" in raw else None


def dictionary(columns: list[Any]) -> Json | None:
    """Return a CKAN data dictionary (`id`, `type`, `info`) as a Table Schema."""
    usable = [item for item in columns if isinstance(item, Mapping) and item.get("id") and item["id"] != "_id"]
    if not usable or len(usable) < len([item for item in columns if item != {"id": "_id"}]) - 1:
        return None
    return {"fields": [described(item) for item in usable]}


def described(column: Mapping[str, Any]) -> Json:
    """Return one column of a CKAN data dictionary as a field; its label and notes may be in two languages."""
    info = column.get("info") or {}
    label, notes = info.get("label") or info.get("label_en"), info.get("notes") or info.get("notes_en")
    said = {"title": label or column["id"], "title_fr": info.get("label_fr"), "description": notes or "",
            "description_fr": info.get("notes_fr")}
    kind = CKAN_TYPES.get(str(info.get("type_override") or column.get("type")), "string")
    return {"name": column["id"], "type": kind, **{key: value for key, value in said.items() if value is not None}}


def drafted(document: Document, name: str) -> Json:
    """Return a standard drafted from the open table."""
    return draft(document.table, name, name)


def keep(raw: Json, catalogue: Catalogue, folder: Path) -> Schema:
    """Add a standard to the user's catalogue under a name that is free, and return it. Raises Problem S03, V14's own."""
    taken = {schema.name for schema in catalogue.standards if not (folder / f"{schema.name}.json").is_file()}
    named = {**raw, "name": unique(raw["name"], taken).replace("_", "-")}
    schema = Schema.of_json(named, catalogue.code_lists)
    write_json(folder / f"{schema.name}.json", named)
    return schema


def differences(old: Schema, new: Schema) -> tuple[Text, ...]:
    """Return what changed between two versions of a standard, field by field."""
    said: list[Text] = []
    for item in new.fields:
        before = old.by_name.get(item.name) or next((old.by_name[n] for n in item.former_names if n in old.by_name), None)
        said += [ADDED.with_(title=item.title)] if before is None else changed(before, item)
    kept = {name for item in new.fields for name in (item.name, *item.former_names)}
    return (*said, *(GONE.with_(title=item.title) for item in old.fields if item.name not in kept))


def changed(before: Field, after: Field) -> list[Text]:
    """Return what changed in one field."""
    said = [RENAMED.with_(old=before.name, new=after.name)] if before.name != after.name else []
    said += [LEVEL.with_(title=after.title, level=LEVELS[after.level])] if before.level != after.level else []
    shape = [(item.type, item.format, item.kind, item.code_list) for item in (before, after)]
    return said + ([TYPE.with_(title=after.title)] if shape[0] != shape[1] else [])
