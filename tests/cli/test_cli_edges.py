"""The command line where the machine is awkward: no screen, no home, streams that are closed or full, odd names."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from pathlib import Path

import pytest

from steward_app import __main__, cli, paths
from steward_app.cli.faults import noted
from steward_app.paths import Paths
from steward_app.settings import Settings, for_every_command

ROOT = Path(__file__).parents[2]
ROWS = "Permit No,Issue Date,Status,Address\nP-1,13/05/2024,Closed,1 Main St\nP-2,2024-05-02,permit_issued,2 Main St\n"


@pytest.fixture
def steward(tmp_path, monkeypatch):
    """Run a command in an empty folder with one file; return the exit code."""
    (tmp_path / "p.csv").write_text(ROWS, "utf-8")
    monkeypatch.chdir(tmp_path)
    places = Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")
    return lambda *words: cli.main([str(word) for word in words], places, dt.date(2026, 11, 24))


class Full(io.StringIO):
    """A stream whose disk is full."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


CHECK = ("check", "p.csv", "--schema", "building-permits")
FIX = ("fix", "p.csv", "--schema", "building-permits", "--save-recipe")


@pytest.mark.parametrize("words", [
    (*CHECK, "--cells", "p.csv"), (*CHECK, "--cells", "linked.csv"), (*CHECK, "--cells", "same", "--report", "same"),
    (*CHECK, "--cells", "nowhere/c.csv"), (*FIX, "nowhere/r.json"), (*FIX, ""), ("inspect", ""), ("inspect", "n" * 300),
    ("check", "a/" * 3000, "--schema", "grants"), ("export", "p.csv", "--schema", "grants", "--draft", "--to", ""),
])
def test_names_that_cannot_be_meant_are_one_sentence(steward, capsys, words):
    os.link("p.csv", "linked.csv")
    assert steward(*words) == 2
    answer = capsys.readouterr()
    assert answer.out == "" and answer.err.count("\n") == 1
    assert Path("p.csv").read_text("utf-8") == ROWS and sorted(os.listdir()) == ["linked.csv", "p.csv"]


def test_a_name_as_long_as_a_name_may_be_is_written(steward):
    name = "n" * 250
    assert steward(*CHECK, "--cells", name) == 1 and Path(name).read_text("utf-8").startswith("row,")


def test_a_link_stays_one(steward):
    Path("link.csv").symlink_to("real.csv")
    assert steward(*CHECK, "--cells", "link.csv") == 1
    assert Path("link.csv").is_symlink() and Path("real.csv").is_file()


def test_what_is_no_file_is_written_to_as_it_is(steward):
    assert steward(*CHECK, "--cells", os.devnull) == 1
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_full_disk_under_the_answer_is_a_problem(steward, monkeypatch, capsys, as_json):
    monkeypatch.setattr(sys, "stdout", Full())
    assert steward(*CHECK, *as_json) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("stream", [None, Full()])
def test_where_nothing_can_be_said_the_exit_code_tells(steward, monkeypatch, capsys, stream):
    monkeypatch.setattr(sys, "stderr", stream)
    assert steward("inspect", "nothing.csv") == 2
    assert capsys.readouterr().out == ""


def test_a_fault_is_told_though_its_log_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    assert noted(ValueError("4512 0000"), tmp_path / "file" / "log").facts == {"kind": "ValueError"}


@pytest.mark.parametrize("words", [(), ("p.csv",), ("--lang", "fr"), ("p.csv", "--lang", "fr")])
def test_without_a_screen_no_window_is_tried(steward, monkeypatch, words):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert not __main__.for_the_window([*words]) and steward(*words) == 2


@pytest.mark.parametrize(("words", "window"), [([], True), (["p.csv"], True), (["p"], False), (["check"], False), (["--help"], False),
    (["p.csv", "--lang", "fr"], True), (["--lang=en", "p.csv"], True), (["--lang", "fr"], True), (["p.csv", "--quiet"], True),
    (["p.csv", "--lang", "de"], False), (["p.csv", "--json"], False)])
def test_a_word_that_is_no_file_is_for_the_command_line(steward, monkeypatch, words, window):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert __main__.for_the_window(words) is window


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders are Linux’s")
def test_a_user_without_a_home_has_folders(monkeypatch):
    def nobody() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nobody)
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    assert paths.state_dir().is_absolute()


def test_another_data_package_of_the_same_name_is_not_replaced(steward):
    folder = Path("out/building-permits_unknown_undated-draft")
    folder.mkdir(parents=True)
    (folder / "datapackage.json").write_text("{}")
    assert steward("export", "p.csv", "--schema", "building-permits", "--draft", "--to", "out") == 2
    assert (folder / "datapackage.json").read_text() == "{}"


def test_a_standard_that_nothing_feeds_is_said_and_gives_no_package(steward, capsys):
    Path("own.json").write_text('{"fields": [{"name": "colour", "type": "string"}]}', "utf-8")
    assert steward("check", "p.csv", "--schema", "own.json") == 0 and capsys.readouterr().out.count("\n") == 3
    assert steward("export", "p.csv", "--schema", "own.json", "--draft", "--to", "out") == 2 and not Path("out").exists()


def test_a_language_asked_for_one_run_is_not_kept_until_one_is_chosen(tmp_path):
    settings = Settings(tmp_path / "settings.json", {"language": "en"}, spoken=for_every_command(["--lang", "fr", "p.csv"])[1])
    settings.set("density", "compact")
    assert settings.language == "fr" and Settings.read(tmp_path / "settings.json").language == "en"
    settings.set("language", "en")
    assert settings.language == "en"
