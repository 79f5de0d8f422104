"""Which releases of the libraries this program runs with: written at build time when frozen, else asked."""

from __future__ import annotations

import importlib
import importlib.metadata
import sys
from collections.abc import Mapping

NAMED = ("frictionless", "openpyxl", "pandas", "polars", "pyside6-essentials", "python-calamine", "rapidfuzz")


def versions() -> Mapping[str, str]:
    """Return the release of each library that answers depend on; empty text where it is not installed."""
    known = importlib.import_module("steward_app._versions").VERSIONS if frozen() else {}
    return {name: known.get(name) or asked(name) for name in NAMED}


def frozen() -> bool:
    """Tell whether this is the program that needs no Python."""
    return bool(getattr(sys, "frozen", False))


def asked(name: str) -> str:
    """Ask an installed library for its release; a frozen one cannot say."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
