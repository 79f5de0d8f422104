"""A Data Package: its first table, read as its descriptor says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from ..core.reading import Asked, SheetInfo
from .words import fault


def resources(path: Path) -> list[Mapping[str, Any]]:
    """Return the tables a `datapackage.json` names; none where the file is another JSON."""
    try:
        said = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return []
    found = said.get("resources") if isinstance(said, dict) else None
    if not isinstance(found, list):
        return []
    return [item for item in found if isinstance(item, dict) and isinstance(item.get("path"), str | list)]


def table(path: Path, asked: Asked) -> tuple[Path, Asked, tuple[SheetInfo, ...]]:
    """Return the file of the table asked for (else of the first), and how to read it.

    Raises Problem F01 if it is not there; a path that leaves the package's folder is never followed.
    """
    found = resources(path)
    names = [str(item.get("name") or index + 1) for index, item in enumerate(found)]
    if asked.sheet is not None and asked.sheet not in names:
        raise fault("sheet", path, sheet=asked.sheet, sheets=", ".join(names))
    at = names.index(asked.sheet) if asked.sheet is not None else 0
    said = found[at]
    first = said["path"][0] if isinstance(said["path"], list) and said["path"] else said["path"]
    file = beside(path, str(first))
    if file is None:
        raise fault("missing", Path(str(first)))
    infos = tuple(SheetInfo(name, 0, len((item.get("schema") or {}).get("fields") or ()))
                  if isinstance(item.get("schema"), dict) else SheetInfo(name, 0, 0)
                  for name, item in zip(names, found, strict=True))
    return file, dialect_of(said, asked), infos


def beside(path: Path, name: str) -> Path | None:
    """Return a file of the package, as it lies on disk or as a zip's member was laid out."""
    parts = PurePosixPath(name).parts
    if name.startswith(("/", "\\")) or ".." in parts or ":" in name:
        return None
    spots = (path.parent / name, path.parent / name.replace("/", "_"))
    return next((spot for spot in spots if spot.is_file()), None)


def dialect_of(said: Mapping[str, Any], asked: Asked) -> Asked:
    """Return the decisions with what the descriptor says of delimiter and encoding, where nobody decided."""
    dialect = said.get("dialect") if isinstance(said.get("dialect"), dict) else {}
    delimiter = dialect.get("delimiter") if isinstance(dialect, dict) else None
    return replace(asked, sheet=None, delimiter=asked.delimiter or (delimiter if isinstance(delimiter, str) else None))
