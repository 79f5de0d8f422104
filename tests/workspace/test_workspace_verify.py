"""Every row of a package is checked again by the schema written beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from steward_app.core.document import Decision
from steward_app.core.progress import SILENT
from steward_app.exports import write_package
from steward_app.exports.files import sha256
from steward_app.workspace.verify import verify
from tests import package_made as made

CSV = "data/tiny-permits.csv"


def test_a_good_package_holds(tmp_path):
    assert verify(write_package(made.package(), tmp_path, SILENT).path) == ()


@pytest.mark.parametrize(("column", "text"), [("Statut", "ajar"), ("No", "008"), ("Long", "75"), ("Date", "2024-02-30")])
def test_a_value_that_our_own_checks_refuse_is_named(tmp_path, column, text):
    source = {**made.SOURCE, column: [text, *made.SOURCE[column][1:]]}
    assert {fault.file for fault in verify(write_package(made.package(source=source), tmp_path, SILENT).path)} == {CSV}


def test_the_cells_of_a_draft_are_not_asked_about(tmp_path):
    source = {**made.SOURCE, "Date": ["someday", None, None]}
    assert verify(write_package(made.package(source=source, draft=True), tmp_path, SILENT).path) == ()


def test_a_confirmed_value_is_taken_at_its_word(tmp_path):
    raw = {**made.RAW, "rules": [{"id": "T-1", "check": "V09", "field": "latitude", "min": 45.9, "en": "Low.", "fr": "Bas."}]}
    decision = Decision("V09", "latitude", "45.5", "Surveyed.")
    recipe = {"recipe": 1, "decisions": [decision.as_json()]}
    for said, faults in ((recipe, 0), ({"recipe": 1}, 1)):
        path = write_package(made.package(raw=raw, recipe=said), tmp_path, SILENT).path
        assert len(verify(path)) == faults


@pytest.mark.parametrize(("name", "content"), [
    ("provenance/recipe.json", "[1]"), ("provenance/recipe.json", '{"decisions": [1]}'), ("docs/report.json", "3"),
    ("metadata/schema.json", '{"fields": [{"name": "number", "kind": []}]}'),
])
def test_papers_of_another_shape_are_named_and_nothing_falls_over(tmp_path, name, content):
    path = write_package(made.package(), tmp_path, SILENT).path
    (path / name).write_text(content)
    resigned(path)
    assert {fault.file for fault in verify(path)} & {name, "metadata/schema.json"}


def resigned(path: Path) -> None:
    """Write the fingerprints anew."""
    names = sorted(file.relative_to(path).as_posix() for file in path.rglob("*.*") if file.is_file())
    (path / "SHA256SUMS").write_text("".join(f"{sha256(path / name, SILENT)}  {name}\n" for name in names))
