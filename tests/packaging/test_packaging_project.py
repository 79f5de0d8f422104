"""What the project is made of says the same everywhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from steward_app import __version__

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "packaging").glob("*.lock"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_have_hashes_and_no_address(lock):
    text = lock.read_text("utf-8")
    assert "://" not in text
    named = re.findall(r"^[a-z0-9][^\n]*==[^\n]*\n(?!\s+--hash)", text, re.MULTILINE)
    assert named == []


@pytest.mark.parametrize("lock, extras", [("requirements", ()), ("requirements-build", ("build",)),
                                          ("requirements-dev", ("build", "dev"))])
def test_every_dependency_is_locked(lock, extras):
    project = PROJECT["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    asked = {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in lines}
    text = (ROOT / "packaging" / f"{lock}.lock").read_text("utf-8")
    assert asked - set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE)) == set()


def test_the_changelog_begins_with_this_version():
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert first and first[1] == __version__


def test_the_readme_shows_pictures_that_exist():
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert pictures
    assert [name for name in pictures if not (ROOT / name).is_file()] == []
