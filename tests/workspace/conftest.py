"""A small permit file, opened and mapped, for the tests of the workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.progress import SILENT
from steward_app.workspace import Workspace
from steward_app.workspace.belt import Belt

TODAY = dt.date(2026, 11, 24)
PERMITS = """Permit No,Issue Date,Status,Value,Address
P-1,2024-05-01,Issued,1000,1 Main St
P-2,13/05/2024,Closed,"$2,500",2 Main St
P-2,2024-05-03,issued,-5,
,2024-05-04,Issued,400, 4 Main St
"""


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real standards."""
    return Catalogue(Path(__file__).parents[2] / "schemas")


@pytest.fixture
def belt(catalogue: Catalogue) -> Iterator[Belt]:
    """The belt, on a day that does not move."""
    with Belt(catalogue, TODAY) as belt:
        yield belt


@pytest.fixture
def permits(tmp_path: Path) -> Path:
    """A small permit file with a fault of several kinds."""
    path = tmp_path / "permits.csv"
    path.write_text(PERMITS, encoding="utf-8")
    return path


@pytest.fixture
def work(belt: Belt, permits: Path) -> Workspace:
    """The permits, opened, mapped and checked."""
    return belt.checked(permits, "building-permits", None, None, SILENT)
