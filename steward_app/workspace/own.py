"""The steward's own standards: brought from a file, drafted from a table, kept in their catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..catalogue import ASK_AUTHOR, MISWRITTEN, NO_FIELDS, NOT_A_SCHEMA, NOT_JSON, Catalogue
from ..checks import usable
from ..core.document import Document
from ..core.drafted import draft, snake, unique
from ..core.problem import Problem
from ..core.schema import CodeList, Schema
from ..core.schema_shape import wrong_key
from ..core.text import Text
from .patched import dumped, patched
from .upgrade import differences
from .whole import whole

Json = dict[str, Any]
# CKAN's column types, as Table Schema says them.
CKAN_TYPES = {"text": "string", "numeric": "number", "float8": "number", "float": "number", "int": "integer",
              "int4": "integer", "int8": "integer", "bool": "boolean", "date": "date", "timestamp": "datetime",
              "timestamptz": "datetime", "time": "time"}
CHANCE = 2
REFUSED = Text("“{file}” cannot be kept among your standards.", "« {file} » ne peut pas être conservé parmi vos normes.")
MAKE_ROOM = Text("Make room on the disk, then try again.", "Libérez de l’espace sur le disque, puis réessayez.")


def bring(path: Path, catalogue: Catalogue, folder: Path) -> Schema:
    """Add the standard in a file to the user's catalogue: a Table Schema keeps its very text but for name and version.

    Raises Problem S03 where there is none, S04 where its rules cannot be run.
    """
    raw = adopted(path)
    said, ours = json.loads(text_in(path)), {"name": raw["name"], "version": raw["version"]}
    whole = isinstance(said, dict) and {**said, **ours} == raw
    return keep(raw, catalogue, folder, text_in(path) if whole else "")


def adopted(path: Path) -> Json:
    """Return the Table Schema in a file: a schema (v1 or v2), a Data Package, or a CKAN data dictionary.

    Everything the file says is kept, whether Steward knows it or not. Raises Problem S03 where there is none.
    """
    try:
        raw = json.loads(text_in(path))
    except (ValueError, RecursionError) as error:
        raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NOT_JSON}) from error
    found = schema_in(raw)
    if found is None:
        raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NO_FIELDS})
    name = str(found.get("name") or path.stem)
    return {**found, "name": snake(name).replace("_", "-"), "version": str(found.get("version") or "1.0.0")}


def text_in(path: Path) -> str:
    """Return the text of a standard's file. Raises Problem S03 where it has none."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": path.name, "reason": NOT_JSON}) from error


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


def drafted(document: Document, name: str, lists: Mapping[str, CodeList]) -> Json:
    """Return a standard drafted from the open table; codes that all stand on one of the lists lead to that list."""
    title = " ".join(re.split(r"[_\-\s]+", name)).strip() or name
    raw = draft(document.table, name, title[:1].upper() + title[1:])
    return {**raw, "fields": [with_list(item, lists) for item in raw["fields"]]}


def with_list(item: Json, lists: Mapping[str, CodeList]) -> Json:
    """Return a drafted field with the shortest list that holds all of its codes, as it is where none does.

    Two codes may stand on a list by chance: then the heading must speak of it too.
    """
    codes = set(item.get("constraints", {}).get("enum") or ())
    fits = [known for known in lists.values() if codes and codes <= set(known.values)
            and (len(codes) > CHANCE or akin(item["name"], known.name))]
    if not fits:
        return item
    constraints = {key: value for key, value in item["constraints"].items() if key != "enum"}
    rest = {key: value for key, value in item.items() if key != "constraints"}
    best = min(fits, key=lambda known: len(known.codes))
    return {**rest, "codeList": best.name, **({"constraints": constraints} if constraints else {})}


def akin(name: str, other: str) -> bool:
    """Tell whether two technical names share a word, or the beginning of one (`prov`, `province`)."""
    pairs = ((mine, theirs) for mine in name.split("_") for theirs in other.split("_") if min(len(mine), len(theirs)) > 3)
    return any(mine.startswith(theirs) or theirs.startswith(mine) for mine, theirs in pairs)


def is_own(schema: Schema, folder: Path) -> bool:
    """Tell whether a standard is the user's own, and so can be edited."""
    return (folder / f"{schema.name}.json").is_file()


def as_kept(name: str, folder: Path) -> tuple[Json, str]:
    """Return a standard of the user's own as its file says it, and the file's text."""
    text = text_in(folder / f"{name}.json")
    return json.loads(text), text


def keep(raw: Json, catalogue: Catalogue, folder: Path, text: str = "", *, fresh: bool = False) -> Schema:
    """Add a standard to the user's catalogue and return it. Raises Problem S03, S04 where it cannot be used, E02.

    A name that another standard bears is not taken; a `fresh` draft never replaces one of the user's own either. One
    that is replaced stays beside as `name@version`, for the work that names it, and a change moves the version on.
    With `text` (the JSON that `raw` was read from) all that did not change keeps its very bytes.
    """
    taken = {item.name for item in catalogue.standards if fresh or not (folder / f"{item.name}.json").is_file()}
    named = {**raw, "name": unique(raw["name"], taken).replace("_", "-")}
    place = folder / f"{named['name']}.json"
    schema = schema_of(named, catalogue)
    if place.is_file() and (older := catalogue.read(place)).raw != named:
        named = {**named, "version": later(older, schema)}
        schema = schema_of(named, catalogue)
        write_text(folder / f"{older.name}@{older.version}.json", text_in(place))
    write_text(place, patched(text, named) if text else dumped(named, indent=1))
    return schema


def schema_of(raw: Json, catalogue: Catalogue) -> Schema:
    """Return a Table Schema as a standard. Raises Problem S03 where it is none, S04 where its rules cannot be run."""
    key = wrong_key(raw) if raw.get("fields") else None
    reason = MISWRITTEN.with_(key=key) if key else NO_FIELDS
    refused = Problem("S03", NOT_A_SCHEMA, ASK_AUTHOR, {"name": str(raw["name"]), "reason": reason})
    if key:
        raise refused
    try:
        return usable(Schema.of_json(raw, catalogue.code_lists))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise refused from error


def later(older: Schema, newer: Schema) -> str:
    """Return the version of a changed standard: its own where it moved on, else a step that says how much changed."""
    if newer.version != older.version:
        return newer.version
    parts = [*(int(part) if part.isdigit() else 0 for part in older.version.split(".")), 0, 0, 0][:3]
    return f"{parts[0]}.{parts[1] + 1}.0" if differences(older, newer) else f"{parts[0]}.{parts[1]}.{parts[2] + 1}"


def write_text(path: Path, text: str) -> None:
    """Write a standard beside, then in place. Raises Problem E02 when the disk refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as beside:
            beside.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise Problem("E02", REFUSED, MAKE_ROOM, {"file": path.name}) from error
