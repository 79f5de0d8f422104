"""Old or new, never half: a package appears whole, replaces whole, and a killed export leaves no trace."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT, Cancelled, Progress
from steward_app.exports import folder, recover, write_package
from steward_app.exports.verify import verify
from tests import killing, package_made as made

PAPERS = {
    "SHA256SUMS", "data/tiny-permits.csv", "data/tiny-permits.geojson", "datapackage.json", "docs/LISEZMOI.md",
    "docs/README.md", "docs/dictionary_en.csv", "docs/dictionary_fr.csv", "docs/report.html", "docs/report.json",
    "metadata/ckan.json", "metadata/dcat.jsonld", "metadata/schema.json", "provenance/changes.csv",
    "provenance/mapping.json", "provenance/recipe.json", "provenance/source.json",
}


class Killed(BaseException):
    """The process ends here: nothing cleans up."""


def content(path: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()}


def old_and_new():
    """Return a package and another of the same name."""
    return made.package(), made.package(metadata=made.metadata(title={"en": "New", "fr": "Nouveau"}))


def test_a_package_holds_every_paper_and_verifies(tmp_path):
    written = write_package(made.package(), tmp_path, SILENT)
    assert set(content(written.path)) == PAPERS
    assert written.name == "tiny-permits_val-des-aulnes_2026-11-24"
    assert [path.name for path in tmp_path.iterdir()] == [written.name]
    assert verify(written.path, SILENT, every_row=True) == ()


def test_the_same_package_gives_the_same_bytes(tmp_path):
    one = write_package(made.package(formats=("xlsx", "parquet")), tmp_path / "a", SILENT)
    two = write_package(made.package(formats=("xlsx", "parquet")), tmp_path / "b", SILENT)
    assert content(one.path) == content(two.path)


def test_a_package_of_the_same_name_is_replaced_whole(tmp_path):
    old, new = old_and_new()
    first = write_package(replace(old, formats=("parquet",)), tmp_path, SILENT)
    second = write_package(new, tmp_path, SILENT)
    assert first.path == second.path
    assert set(content(second.path)) == PAPERS
    assert [path.name for path in tmp_path.iterdir()] == [second.name]


@pytest.mark.parametrize("exchanging", [True, False])
def test_a_kill_at_any_step_leaves_the_old_or_the_new(tmp_path, monkeypatch, exchanging):
    old, new = old_and_new()
    monkeypatch.setattr(folder, "second_opinion", lambda *_: ())  # it only reads, and is slow
    write_package(old, tmp_path / "was", SILENT)
    write_package(new, tmp_path / "is", SILENT)
    wholes = [content(path) for path in (tmp_path / "was", tmp_path / "is")]
    if not exchanging:
        monkeypatch.setattr(folder, "exchange", lambda one, other: False)
    step = 0
    while killed_at(step, tmp_path / "was", new, tmp_path / str(step), monkeypatch):
        recover(tmp_path / str(step))
        assert content(tmp_path / str(step)) in wholes
        step += 1
    assert step > 20


def killed_at(step, old, new, to, monkeypatch) -> bool:
    """Replace the old package (in the folder `old`) by the new one, killed at the n-th touch of the disk; False when it got through."""
    copytree(old, to)
    with monkeypatch.context() as patch:
        touches = iter(range(10_000))

        def counted(act):
            def touch(*args, **more):
                if next(touches) == step:
                    raise Killed
                return act(*args, **more)
            return touch

        for name in ("flush", "exchange"):
            patch.setattr(folder, name, counted(getattr(folder, name)))
        patch.setattr(Path, "rename", counted(Path.rename))
        patch.setattr(folder.shutil, "rmtree", counted(folder.shutil.rmtree))
        try:
            write_package(new, to, SILENT)
        except Killed:
            return True
    return False


@pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forks: a system without them cannot run this")
def test_a_real_kill_leaves_the_old_or_the_new(tmp_path):
    found = killing.while_publishing(tmp_path, rounds=6)
    assert found.faults == [] and found.kills == 6


def test_a_refused_rename_puts_the_old_package_back(tmp_path, monkeypatch):
    old, new = old_and_new()
    before = content(write_package(old, tmp_path, SILENT).path)
    monkeypatch.setattr(folder, "exchange", lambda one, other: False)
    rename = Path.rename

    def refusing(self, target):
        if folder.PARTIAL in self.name:
            raise PermissionError(13, "refused")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(Problem) as caught:
        write_package(new, tmp_path, SILENT)
    assert caught.value.code == "E02"
    assert [content(path) for path in tmp_path.iterdir()] == [before]


def test_what_is_cancelled_leaves_nothing(tmp_path):
    with pytest.raises(Cancelled):
        write_package(made.package(), tmp_path, Progress(stopped=lambda: True))
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_a_problem_and_leaves_the_old_package(tmp_path, monkeypatch):
    old, new = old_and_new()
    before = content(write_package(old, tmp_path, SILENT).path)
    monkeypatch.setattr(folder, "flush", lambda path: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(Problem) as caught:
        write_package(new, tmp_path, SILENT)
    assert caught.value.code == "E02"
    assert [content(path) for path in tmp_path.iterdir()] == [before]


def test_bytes_that_changed_on_the_disk_stop_the_export(tmp_path, monkeypatch):
    def torn(path):
        if path.suffix == ".csv" and path.parent.name == "data":
            path.write_bytes(path.read_bytes()[:-9])

    monkeypatch.setattr(folder, "flush", torn)
    with pytest.raises(Problem) as caught:
        write_package(made.package(), tmp_path, SILENT)
    assert caught.value.code == "E04"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_package_is_never_replaced(tmp_path):
    mine = tmp_path / made.package().name / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("keep")
    with pytest.raises(Problem) as caught:
        write_package(made.package(), tmp_path, SILENT)
    assert caught.value.code == "E06"
    assert mine.read_text() == "keep"


def test_leftovers_of_a_program_that_still_runs_are_left_alone(tmp_path):
    busy = tmp_path / f".x{folder.PARTIAL}{os.getppid()}-01234567"
    busy.mkdir()
    recover(tmp_path)
    assert busy.is_dir()


@pytest.mark.parametrize("name", [".film.partial-1", ".x.old-", "x.partial-1-01234567", ".x.partial-1-0123456", ".x.older-1-01234567"])
def test_folders_of_other_programs_are_left_alone(tmp_path, name):
    (tmp_path / name).mkdir()
    recover(tmp_path)
    assert (tmp_path / name).is_dir()


def test_a_file_where_the_folder_should_be_is_a_problem(tmp_path):
    (tmp_path / "to").write_text("x")
    with pytest.raises(Problem) as caught:
        write_package(made.package(), tmp_path / "to", SILENT)
    assert caught.value.code == "E02"
    assert "{" not in caught.value.to("fr")


def test_metadata_that_will_not_do_stop_an_export_but_not_a_draft(tmp_path):
    poor = made.metadata(licence=None, contact=None)
    with pytest.raises(Problem) as caught:
        write_package(made.package(metadata=poor), tmp_path, SILENT)
    assert caught.value.facts["keys"] == "contact.email, licence"
    draft = write_package(made.package(metadata=made.metadata(publisher=None, date_modified=None), draft=True), tmp_path, SILENT)
    assert draft.name == "tiny-permits_unknown_undated-draft"
    assert verify(draft.path, SILENT) == ()


@pytest.mark.parametrize(("targets", "formats", "code"), [(("nowhere",), (), "E07"), (("ckan",), ("pdf",), "E08")])
def test_an_unknown_target_or_format_names_those_there_are(tmp_path, targets, formats, code):
    with pytest.raises(Problem) as caught:
        write_package(made.package(formats=formats), tmp_path, SILENT, targets)
    assert caught.value.code == code
    assert not list(tmp_path.iterdir())
