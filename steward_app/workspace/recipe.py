"""The recipe: reading, mapping and the edits that carry over, as JSON that replays on next month's file."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from .. import fixes
from ..core.changes import key_of
from ..core.document import Decision, Document
from ..core.edits import Edit, RemoveRows, SetCells, SetColumn
from ..core.mapping import Mapping, known
from ..core.problem import Problem
from ..core.reading import LEFT_OUT, MENDED, Asked
from ..core.schema import Schema
from ..core.text import Text
from . import Workspace
from .drift import SEEN, seen
from .memory import write_json
from .recipe_shape import whole
from .upgrade import renamed

FORMAT = 1
KEYS = {"recipe", "standard", "reading", "mapping", "edits", "decisions", "seen"}
READING = {"encoding", "delimiter", "decimal", "sheet", "header_rows", "refused", "accepted", "kept", "dropped",
           "dates"}
EDITS = {"fix": {"edit", "fix", "column"}, "values": {"edit", "column", "values"},
         "key": {"edit", "key", "column", "text"}}
# A step that touched more cells than this by hand is not carried over cell by cell.
BY_HAND_AT_MOST = 1000

NO_RECIPE = Text("The recipe “{file}” cannot be read.", "La recette « {file} » est illisible.")
CHOOSE_ANOTHER = Text("Choose a recipe that Steward saved.", "Choisissez une recette enregistrée par Steward.")
REFUSED = Text("The recipe cannot be written to “{file}”.", "Impossible d’écrire la recette dans « {file} ».")
ELSEWHERE = Text("Choose another place.", "Choisissez un autre endroit.")
NEWER = Text("This recipe was made with a newer Steward.", "Cette recette vient d’une version plus récente de Steward.")
UPDATE = Text("Update Steward and try again.", "Mettez Steward à jour, puis réessayez.")
TWO_COLUMNS = Text("Two columns feed “{title}”.", "Deux colonnes alimentent « {title} ».")
COMBINE = Text("Choose one, or say how to combine them.", "Choisissez-en une, ou indiquez comment les combiner.")
NO_FIELD = Text("The standard has no field called “{field}”.", "La norme n’a aucun champ nommé « {field} ».")
BAD_EXTRA = Text("An extra column cannot be called “{name}”.",
                 "Une colonne supplémentaire ne peut pas s’appeler « {name} ».")
SNAKE = Text("Use small letters, digits and _, at most 63, and not the name of a field.",
             "Utilisez des lettres minuscules, des chiffres et _, au plus 63, et non le nom d’un champ.")
NO_FIX = Text("There is no fix called “{fix}”.", "Il n’y a pas de correction nommée «\u00a0{fix}\u00a0».")
CORRECT = Text("Correct the recipe and try again.", "Corrigez la recette, puis réessayez.")


def recipe_of(workspace: Workspace) -> dict[str, Any]:
    """Return what replays the present work on next month's file; what an earlier recipe said of columns not here stays."""
    document, followed = workspace.document, workspace.followed
    mapping = followed.kept(document.mapping, document.table) if followed else document.mapping
    return {
        "recipe": FORMAT,
        "standard": document.schema.id if document.schema else None,
        "reading": document.reading.asked.as_json(),
        "mapping": mapping.as_json(),
        "edits": edits_carried(workspace),
        "decisions": [decision.as_json() for decision in document.decisions],
        "seen": seen(document.reading, workspace.source),
    }


def edits_carried(workspace: Workspace) -> list[dict[str, Any]]:
    """Return the edits that carry over: fixes by name and column, cells typed by hand by their record's key.

    Those of an earlier recipe come first, as they were said: one that found nothing to do this month may next month.
    """
    followed = workspace.followed
    carried: list[dict[str, Any]] = [*followed.edits] if followed else []
    for edit in workspace.edits_since(followed):
        for said in carried_over(edit, workspace.document):
            if said not in carried:
                carried.append(said)
    return carried


def carried_over(edit: Edit, document: Document) -> list[dict[str, Any]]:
    """Return one edit in a recipe's words; nothing where it is true of this file alone."""
    if isinstance(edit, SetCells | SetColumn) and edit.fix:
        return [{"edit": "fix", "fix": edit.fix, "column": edit.column}]
    if isinstance(edit, RemoveRows) and edit.fix:
        return [{"edit": "fix", "fix": edit.fix, "column": None}]
    if isinstance(edit, SetCells) and len(edit.records) <= BY_HAND_AT_MOST:
        return cells_by_key(edit, document)
    return []


def cells_by_key(edit: SetCells, document: Document) -> list[dict[str, Any]]:
    """Name each cell by its record's key; a record without a whole key carries nothing."""
    columns = key_columns(document)
    said = []
    for record, text in zip(edit.records.to_list(), edit.text.to_list(), strict=True):
        key = key_of(document.table, record, columns) if record < document.table.height else None
        if key and edit.column not in key:
            said.append({"edit": "key", "key": key, "column": edit.column, "text": text})
    return said


def key_columns(document: Document) -> list[str]:
    """Return the source columns of the primary key; empty where a part is fed by several or none."""
    feeds = [document.mapping.feed(name) for name in document.schema.primary_key] if document.schema else []
    return [feed.columns[0] for feed in feeds if feed and feed.feeds and len(feed.columns) == 1]


def read_recipe(path: Path) -> dict[str, Any]:
    """Read a recipe file. Raises Problem R9x naming what cannot be used."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise Problem("R90", NO_RECIPE, CHOOSE_ANOTHER, {"file": path.name}) from error
    if not isinstance(raw, dict) or "recipe" not in raw:
        raise Problem("R90", NO_RECIPE, CHOOSE_ANOTHER, {"file": path.name})
    checked_recipe(raw)
    return raw


def checked_recipe(raw: dict[str, Any]) -> None:
    """Raise a Problem that names the first thing a recipe says and cannot mean."""
    if isinstance(raw["recipe"], int) and raw["recipe"] > FORMAT:
        raise Problem("R91", NEWER, UPDATE)
    known(raw, KEYS, "recipe")
    whole(raw)
    known(raw.get("reading") or {}, READING, "reading")
    known(raw.get("seen") or {}, {"sha256", "columns", *SEEN}, "seen")
    for refused in (raw.get("reading") or {}).get("refused") or ():
        known({refused: 1}, {*LEFT_OUT, *MENDED}, "refused")
    for edit in raw.get("edits") or ():
        known({edit.get("edit"): 1}, set(EDITS), "edits")
        known(edit, EDITS[edit["edit"]], "edits")
        if edit["edit"] == "fix" and fixes.by_id(edit["fix"]) is None:
            raise Problem("R97", NO_FIX, CORRECT, {"fix": edit["fix"]})


def asked_of(recipe: dict[str, Any] | None, path: Path | None = None) -> Asked:
    """Return how a recipe wants a file read; rows named by hand only where it is the very file of the recipe."""
    said = Asked.of_json((recipe or {}).get("reading") or {})
    if not (said.kept or said.dropped) or path is None:
        return said
    seen_then = ((recipe or {}).get("seen") or {}).get("sha256")
    return said if seen_then in (None, hash_of(path)) else said.but(kept=frozenset(), dropped=frozenset())


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file; nothing where it cannot be read (opening it says why)."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def mapping_of(recipe: dict[str, Any], schema: Schema) -> Mapping:
    """Return a recipe's mapping, a field that was renamed since under its present name.

    Raises a Problem on an unknown field, two columns uncombined, a bad extra name.
    """
    mapping = Mapping.of_json(recipe.get("mapping") or {})
    mapping = replace(mapping, fields={renamed(name, schema): feed for name, feed in mapping.fields.items()})
    for name, feed in mapping.fields.items():
        if name not in schema.by_name:
            raise Problem("R92", NO_FIELD, CORRECT, {"field": name})
        if len(feed.columns) > 1 and feed.combine is None:
            raise Problem("C06", TWO_COLUMNS, COMBINE, {"title": schema[name].title})
    for name in mapping.extras.values():
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", name) or name in schema.by_name:
            raise Problem("R93", BAD_EXTRA, SNAKE, {"name": name})
    return mapping


def decisions_of(recipe: dict[str, Any]) -> tuple[Decision, ...]:
    """Return a recipe's decisions."""
    return tuple(Decision.of_json(item) for item in recipe.get("decisions") or ())


def save_recipe(workspace: Workspace, path: Path) -> None:
    """Write the recipe beside, then in place. Raises Problem E02 when the disk refuses."""
    try:
        write_json(path, recipe_of(workspace))
    except OSError as error:
        raise Problem("E02", REFUSED, ELSEWHERE, {"file": path.name}) from error
