"""A package is re-read as a portal would: every file that is wrong is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.exports import sums, write_package
from steward_app.exports.verify import features, verify
from tests import package_made as made

CSV, POINTS = "data/tiny-permits.csv", "data/tiny-permits.geojson"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A package on the disk."""
    return write_package(made.package(), tmp_path, SILENT).path


def named(folder: Path) -> set[str]:
    """Return the files that verify names."""
    return {fault.file for fault in verify(folder, SILENT)}


def changed(folder: Path, name: str, old: str, new: str) -> None:
    """Change a file and everything that vouches for it: what a careless hand with a checksum tool would do."""
    path = folder / name
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for item in descriptor.get("resources", ()):
        item["bytes"] = (folder / item["path"]).stat().st_size
        item["hash"] = f"sha256:{sums.sha256(folder / item['path'], SILENT)}"
    if name != "datapackage.json":
        (folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*") if path.is_file())
    (folder / sums.NAME).write_text("".join(f"{sums.sha256(folder / name, SILENT)}  {name}\n" for name in names))


@pytest.mark.parametrize("name", [CSV, POINTS, "datapackage.json", "metadata/schema.json", "docs/report.html", "docs/README.md"])
def test_one_changed_byte_names_its_file(folder, name):
    path = folder / name
    data = path.read_bytes()
    path.write_bytes(data[:-2] + b"X" + data[-1:])
    assert name in named(folder)


@pytest.mark.parametrize("name", [CSV, "SHA256SUMS", "docs/report.json", "provenance/changes.csv"])
def test_a_file_that_is_gone_is_named(folder, name):
    (folder / name).unlink()
    assert name in named(folder)


@pytest.mark.parametrize("name", ["extra.txt", "data/.hidden", "docs/deep/er.csv"])
def test_a_file_that_nobody_wrote_is_named(folder, name):
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    assert named(folder) == {name}


@pytest.mark.parametrize(("name", "old", "new"), [
    (CSV, "number,issued", "issued,number"), (CSV, "note\r\n", "_note\r\n"), (CSV, "note\r\n", '"no""te"\r\n'),
    (CSV, "2463048,009,,open,,,,\r\n", ""), (CSV, "2024-06-01", "01/06/2024"), (CSV, "open", "ajar"),
    (CSV, "008,2024", "007,2024"), (CSV, "009,", ","), (CSV, "true", "Oui"), (CSV, "-73.6", "x"),
])
def test_a_table_that_its_schema_refuses_is_named_though_the_fingerprints_agree(folder, name, old, new):
    changed(folder, name, old, new)
    assert name in named(folder)


@pytest.mark.parametrize(("name", "old", "new", "wrong"), [
    ("metadata/schema.json", '"date"', '"string"', "metadata/schema.json"), ("metadata/ckan.json", "{", "[", "metadata/ckan.json"),
    ("docs/report.json", '"rows": 3', '"rows": 4', CSV), (POINTS, "}},\n", "}}\n", POINTS),
    ("datapackage.json", '"resources"', '"ressources"', "datapackage.json"),
    ("datapackage.json", '"type": "date"', '"type": "dåte"', "metadata/schema.json"),
])
def test_papers_that_disagree_are_named(folder, name, old, new, wrong):
    changed(folder, name, old, new)
    assert wrong in named(folder)


@pytest.mark.parametrize("line", ["x", "0" * 64 + "  ../../etc/passwd", "0" * 64 + "  /etc/passwd"])
def test_a_strange_line_of_the_fingerprints_is_a_fault(folder, line):
    with (folder / sums.NAME).open("a") as file:
        file.write(line + "\n")
    assert named(folder)


def test_what_is_no_package_is_a_problem(tmp_path):
    for path in (tmp_path, tmp_path / "absent"):
        with pytest.raises(Problem) as caught:
            verify(path, SILENT)
        assert caught.value.code == "E01"


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"resources": [1]}', '{"resources": [{"type": "table"}]}',
                                     '{"resources": [{"type": "table", "path": 3, "schema": {"fields": [3]}}]}', "[" * 9999])
def test_no_descriptor_makes_verify_fall_over(folder, content):
    (folder / "datapackage.json").write_text(content)
    assert "datapackage.json" in named(folder)


def test_features_are_counted_one_a_line(folder):
    assert features(folder / POINTS) == (3, True)
