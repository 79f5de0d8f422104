"""What is told of the program and of the open work: to support (never a value of the file), and to the recent files."""

from __future__ import annotations

import datetime as dt
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from PySide6 import __version__ as pyside

from ... import __version__

if TYPE_CHECKING:
    from ...workspace import Workspace
    from ...workspace.states import Seen
    from . import Bridge


def details_text(bridge: Bridge) -> str:
    """Return a few lines of versions and counts."""
    here = bridge.workspace
    lines = [f"Steward {__version__}",
             f"Python {platform.python_version()}, PySide6 {pyside}, polars {_version('polars')}",
             f"{platform.system()} {platform.release()} ({platform.machine()})"]
    if here is not None:
        table, schema = here.document.table, here.document.schema
        lines.append(f"{here.document.reading.format}, {table.height} × {table.width}, "
                     f"{schema.id if schema else 'no standard'}")
    return "\n".join(lines)


def remembered(here: Workspace, seen: Seen) -> dict[str, Any]:
    """Return what the list of recent files says of a work."""
    document, checked = here.document, here.checked if here.fresh else None
    return {
        "path": str(here.path), "name": here.path.name, "rows": document.table.height,
        "standard": document.schema.id if document.schema else None,
        "counts": dict(checked.findings.counts) if checked else {},
        "package": seen.packaged == document.version,
        "date": dt.datetime.now().isoformat(timespec="minutes"),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "from source"
