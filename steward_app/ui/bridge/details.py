"""What support needs to know of a program: versions and where it runs; never a value of the file."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside

from ... import __version__

if TYPE_CHECKING:
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


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "from source"
