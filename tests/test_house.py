"""The house keeps its shape: imports go down, drawers are listed, files and functions stay small and say what they do."""

from __future__ import annotations

import ast
import functools
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = ROOT / "steward_app"
DRAWERS = ("formats", "structure", "matching", "checks", "fixes", "readiness", "exports")
BESIDE = ("catalogue", "paths", "settings", "versions")  # stand beside the drawers; what they read is passed in
FILES = sorted(APP.rglob("*.py"))
PACKAGING = sorted((ROOT / "packaging").rglob("*.py"))

# What each room may import of Steward. A room may always import itself.
MAY_IMPORT = {
    "core": set(),
    **{drawer: {"core"} for drawer in DRAWERS},
    "catalogue": {"core"},
    "paths": set(),
    "versions": set(),
    "settings": {"core"},
    "workspace": {"core", *DRAWERS, *BESIDE},
    "cli": {"core", "workspace", *BESIDE},
    "ui": {"core", "workspace", *BESIDE},
    "api": {"core", "workspace", *BESIDE, *DRAWERS},
    "__main__": {"core", "workspace", "cli", "ui", *BESIDE, "formats"},  # formats: the reading child
    "__init__": set(),
}
SHARED_IN_UI = {"dialogs", "look", "jobs", "widgets", "steady", "i18n"}
WINDOW = {"window", "app", "shell", "screenshots", "screenshots_states"}
PAGES = {"start", "file", "standard", "columns", "check", "publish"}
NO_POLARS = {"ui", "cli", "workspace"}


@functools.cache
def tree(path: Path) -> ast.Module:
    """Parse one file once."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def name(path: Path) -> str:
    """Name a file as a message should."""
    return str(path.relative_to(ROOT))


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield every import of a file as absolute parts; relative ones are resolved."""
    home = ("steward_app", *path.relative_to(APP).with_suffix("").parts[:-1])
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = home[: len(home) - node.level + 1] if node.level else ()
            parts = (*base, *(node.module.split(".") if node.module else ()))
            yield from ((*parts, alias.name) for alias in node.names) if node.level else (parts,)


def rooms_imported(path: Path) -> set[str]:
    """Return the rooms of Steward that a file imports."""
    known = MAY_IMPORT.keys()
    return {parts[1] for parts in imported(path) if parts[0] == "steward_app" and len(parts) > 1 and parts[1] in known}


def room(path: Path) -> str:
    """Return the room a file stands in."""
    return path.relative_to(APP).with_suffix("").parts[0]


def test_every_file_stands_in_a_room():
    assert [name(path) for path in FILES if room(path) not in MAY_IMPORT] == []


def test_imports_only_go_down():
    up = {name(path): rooms_imported(path) - MAY_IMPORT[room(path)] - {room(path), "__init__"} for path in FILES}
    assert {path: rooms for path, rooms in up.items() if rooms} == {}


def test_qt_and_polars_stay_in_their_rooms():
    libraries = {path: {parts[0] for parts in imported(path)} for path in FILES}
    assert [name(path) for path in FILES if room(path) != "ui" and libraries[path] & {"PySide6", "shiboken6"}] == []
    assert [name(path) for path in FILES if room(path) in NO_POLARS and "polars" in libraries[path]] == []


def part_of_ui(parts: tuple[str, ...]) -> str | None:
    """Return which part of ui/ an import leads to."""
    return parts[2] if parts[:2] == ("steward_app", "ui") and len(parts) > 2 else None


def refused_in_ui(path: Path) -> set[str]:
    """Return the parts of ui/ that a file there imports and may not."""
    here = path.relative_to(APP / "ui").with_suffix("").parts[0]
    reached = {part for part in map(part_of_ui, imported(path)) if part} - {here}
    if here in PAGES | SHARED_IN_UI:
        return reached & (PAGES | WINDOW)
    return reached - SHARED_IN_UI if here == "bridge" else set()


def test_inside_the_window_imports_go_down_too():
    refused = {name(path): refused_in_ui(path) for path in FILES if room(path) == "ui"}
    assert {path: parts for path, parts in refused.items() if parts} == {}


def test_only_the_bridge_calls_what_changes_state():
    outside = [path for path in FILES if room(path) == "ui" and path.relative_to(APP / "ui").parts[0] != "bridge"]
    calls = [f"{name(path)}:{node.lineno}" for path in outside for node in ast.walk(tree(path))
             if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(("workspace.do", "workspace.undo"))]
    assert not calls


@pytest.mark.parametrize("drawer", DRAWERS)
def test_drawers_are_listed(drawer):
    """A packer and an upgrade in place see only what `__init__` reaches by name."""
    first = APP / drawer / "__init__.py"
    seen, queue = set(), [first, *(ROOT / path for path in entered_from_main() if path.startswith(f"steward_app/{drawer}/"))]
    while queue:
        path = queue.pop()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        for parts in imported(path):
            where = ROOT.joinpath(*parts)
            queue += [where.with_suffix(".py"), where / "__init__.py", where.parent.with_suffix(".py")]
    hidden = {name(path) for path in (APP / drawer).rglob("*.py")} - {name(path) for path in seen}
    assert not hidden, f"not reached from {name(first)}: {sorted(hidden)}"


def entered_from_main() -> set[str]:
    """Return the files that `__main__` enters by name (the reading child)."""
    return {name(ROOT.joinpath(*parts[:3]).with_suffix(".py")) for parts in imported(APP / "__main__.py") if len(parts) > 2}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_files_stay_small():
    lines = {name(path): path.read_text(encoding="utf-8").count("\n") for path in (*FILES, *PACKAGING)}
    assert {path: count for path, count in lines.items() if count > 400} == {}


def test_functions_stay_small():
    long = [f"{name(path)}:{node.lineno} {node.name}" for path in (*FILES, *PACKAGING) for node in functions(path)
            if (node.end_lineno or node.lineno) - node.lineno + 1 > 60]
    assert long == []


def test_what_is_public_says_what_it_does():
    assert [name(path) for path in (*FILES, *PACKAGING) if not ast.get_docstring(tree(path))] == []
    silent = [f"{name(path)}:{node.lineno} {node.name}" for path in (*FILES, *PACKAGING) for node in tree(path).body
              if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
              and not ast.get_docstring(node)]
    assert silent == []


def test_no_lambda_listens_to_the_bridge():
    """A lambda outlives its page: after a change of language it would answer for a window that is gone."""
    heard = re.compile(r"bridge\.(?:jobs\.)?\w+\.connect\(lambda")
    assert not [str(path) for path in (APP / "ui").rglob("*.py") if heard.search(path.read_text(encoding="utf-8"))]


def test_phrases_of_widgets_are_literals():
    """lupdate cannot read an f-string, so its phrase would never be translated."""
    wrong = [f"{name(path)}:{node.lineno}" for path in FILES for node in ast.walk(tree(path))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
             and not all(isinstance(word, ast.Constant) for word in node.args[:1])]
    assert not wrong


def test_test_files_have_names_of_their_own():
    names = sorted(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [first for first, second in itertools.pairwise(names) if first == second] == []


def test_a_non_breaking_space_stands_inside_french_quotes():
    """A line that ends after « is read as two words. (glossary.md)"""
    texts = {name(path): path.read_text(encoding="utf-8") for path in FILES}
    assert [path for path, text in texts.items() if "« " in text or " »" in text] == []
