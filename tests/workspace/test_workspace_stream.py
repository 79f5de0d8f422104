"""A file checked in pieces gives the answer of a file kept whole: JSON, words, the list of cells and the exit code."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace

import pytest
from messy import messy

from steward_app import cli
from steward_app.cli import shapes
from steward_app.cli.check import exit_code, told
from steward_app.cli.out import Out
from steward_app.core import repeats
from steward_app.core.document import Decision
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT, Cancelled, Progress
from steward_app.paths import Paths
from steward_app.workspace import limits, stream
from steward_app.workspace.belt import Belt
from steward_app.workspace.limits import Limits
from steward_app.workspace.listing import write_cells
from steward_app.workspace.report import write_report

TODAY = dt.date(2026, 11, 24)
WHOLE = Limits()
PERMITS = "Permit No,Issue Date,Status,Value\n"


@pytest.fixture
def checked(catalogue, tmp_path):
    """Check a text by some limits; return the work."""
    def check(data: bytes | str, limits: Limits, recipe: dict | None = None, progress: Progress = SILENT):
        path, said = tmp_path / "t.csv", tmp_path / "recipe.json"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        said.write_text(json.dumps(recipe or {}), "utf-8")
        with Belt(catalogue, TODAY, tmp_path, limits=limits) as belt:
            return belt.looked_through(path, "building-permits", said if recipe else None, None, progress)
    return check


def answer(work, folder):
    """Return everything that is said of a check."""
    out = Out("fr", stdout=io.StringIO())
    told(work, "t.csv", out)
    write_cells(work, folder / "cells.csv", SILENT)
    return shapes.checked(work, "t.csv"), out.stdout.getvalue(), (folder / "cells.csv").read_text("utf-8"), exit_code(work)


def in_pieces(piece: int, rows: int | None = None) -> Limits:
    """Check any file in pieces of so many bytes, so many rows at a time."""
    return Limits(large=0, piece=piece, rows=rows)


@pytest.mark.parametrize(("seed", "piece", "rows", "encoding"), [
    (1, 900, 50, "utf-8"), (2, 5_000, 100, "cp1252"), (3, 4_000, None, "utf-8-sig"), (4, 1 << 20, 200, "utf-16"),
    (6, 9_000, 300, "utf-8")])
def test_pieces_give_the_same_answer(checked, tmp_path, seed, piece, rows, encoding):
    data = messy(seed, 150 * seed, encoding)
    whole, parts = checked(data, WHOLE), checked(data, in_pieces(piece, rows))
    assert parts.apart is not None
    assert answer(parts, tmp_path) == answer(whole, tmp_path)


def test_what_looks_odd_far_from_both_ends_is_judged_too(checked, tmp_path):
    data = messy(7, 31_000)
    assert answer(checked(data, in_pieces(400_000)), tmp_path) == answer(checked(data, WHOLE), tmp_path)


@pytest.mark.parametrize("weak", [False, True])
def test_many_copies_are_told_by_a_second_hash(checked, tmp_path, monkeypatch, weak):
    strong = repeats.hashes
    monkeypatch.setattr(repeats, "FEW", 0)
    monkeypatch.setattr(repeats, "hashes", lambda key, seed: strong(key, seed) % 3 if weak and seed == 1 else strong(key, seed))
    data = messy(5, 300)
    assert answer(checked(data, in_pieces(2_000, 150)), tmp_path) == answer(checked(data, WHOLE), tmp_path)


@pytest.mark.parametrize("late", ["2024-05-13", "05/13/2024", "13/05/2024"])
def test_a_date_order_proved_or_refuted_late_counts_from_the_first_row(checked, tmp_path, late):
    rows = [f"P-{n},{late if n == 190 else '04/05/2024'},permit_issued,1" for n in range(200)]
    data = PERMITS + "\n".join([*rows[:5], "P-x,14/05/2024,permit_issued,1", *rows[5:]])
    assert answer(checked(data, in_pieces(500, 60)), tmp_path) == answer(checked(data, WHOLE), tmp_path)


@pytest.mark.parametrize("most", [1, 1000])
def test_an_unusual_value_is_told_once_all_are_known(checked, tmp_path, monkeypatch, most):
    monkeypatch.setattr(stream, "LARGEST", most)
    monkeypatch.setattr(stream, "PERCENT", 10**6)
    rows = [f"P-{n},2024-05-04,permit_issued,{1_000_000 if n in (3, 280) else 1000 + n}" for n in range(300)]
    work = checked(PERMITS + "\n".join(rows), in_pieces(400, 80))
    assert work.findings.problems["V10", "estimated_value"].cells == 2
    assert answer(work, tmp_path) == answer(checked(PERMITS + "\n".join(rows), WHOLE), tmp_path)


def test_a_mapping_that_only_the_whole_file_decides_is_made_again(checked, tmp_path):
    rows = [f"P-{n},2024-05-04,{'permit_issued' if n < 30 else '613-555-0199'},1" for n in range(300)]
    data = PERMITS + "\n".join(rows)
    assert answer(checked(data, in_pieces(400, 60)), tmp_path) == answer(checked(data, WHOLE), tmp_path)


@pytest.mark.parametrize("value", ["zzz", None])
def test_decisions_hold(checked, tmp_path, value):
    decisions = [Decision("V12", "status", value, "ours"), Decision("R02", "permit_number", value and "P-3", "ours")]
    recipe = {"recipe": 1, "standard": "building-permits", "decisions": [item.as_json() for item in decisions]}
    data = messy(9, 300)
    whole, parts = checked(data, WHOLE, recipe), checked(data, in_pieces(3_000, 100), recipe)
    assert answer(parts, tmp_path) == answer(whole, tmp_path)


@pytest.mark.parametrize(("value", "said"), [("P-3", 1), (None, 0)])
def test_a_decision_about_very_many_rows_holds_or_is_said_not_to(checked, monkeypatch, value, said):
    monkeypatch.setattr(repeats, "FEW", 0)
    recipe = {"recipe": 1, "standard": "building-permits",
              "decisions": [Decision("R02", "permit_number", value, "ours").as_json()]}
    work = checked(messy(9, 200), in_pieces(9_000), recipe)
    assert len(work.apart.untold) == said and (("R02", "permit_number") in work.findings.problems) == bool(said)


def test_rows_that_may_name_sections_are_said_not_guessed(checked):
    rows = [f"P-{n},2024-05-04,permit_issued,{n}" if n % 20 else f"Ward {n}" for n in range(100)]
    work = checked(PERMITS + "\n".join(rows), in_pieces(500))
    assert len(work.apart.untold) == 1 and work.findings.height == 100


@pytest.mark.parametrize("reading", [{"accepted": ["fill_down"]}, {}])
def test_a_recipe_that_changes_cells_asks_for_the_whole_table(checked, reading, monkeypatch):
    edits = [] if reading else [{"edit": "values", "column": "Status", "values": {"a": "b"}}]
    recipe = {"recipe": 1, "standard": "building-permits", "reading": reading, "edits": edits}
    assert checked(messy(1, 20), in_pieces(500), recipe).apart is None
    monkeypatch.setattr(limits, "fits", lambda path: False)
    with pytest.raises(Problem) as found:
        checked(messy(1, 20), in_pieces(500), recipe)
    assert found.value.code == "R94"


def test_no_report_of_a_file_in_pieces(checked, tmp_path):
    with pytest.raises(Problem):
        write_report(checked(messy(1, 20), in_pieces(500)), tmp_path / "r.html")


@pytest.mark.parametrize("text", ["", "Permit No,Issue Date\n", "\n\n"])
def test_a_file_without_records_ends_in_the_same_problem(checked, text):
    codes = []
    for size in (WHOLE, in_pieces(500)):
        with pytest.raises(Problem) as found:
            checked(text, size)
        codes.append(found.value.code)
    assert codes[0] == codes[1]


def test_it_can_be_stopped(checked):
    with pytest.raises(Cancelled):
        checked(messy(1, 200), in_pieces(500), progress=Progress(stopped=lambda: True))


def test_what_does_not_fit_in_memory_is_refused_with_a_next_step(tmp_path, monkeypatch, capsys):
    path = tmp_path / "t.csv"
    path.write_bytes(messy(1, 50))
    monkeypatch.setattr(limits, "LEAST", 0)
    monkeypatch.setattr(limits, "fits", lambda path: False)
    root = stream.Path(__file__).parents[2]
    paths = Paths(root / "schemas", root / "assets", tmp_path / "state", tmp_path / "config")
    fix = ["fix", str(path), "--schema", "building-permits", "--save-recipe", str(tmp_path / "r.json")]
    assert cli.main(fix, paths, TODAY) == 2
    assert cli.main(["check", str(path), "--schema", "building-permits", "--json"], paths, TODAY) == 1
    assert json.loads(capsys.readouterr().out)["rows"] == 50


def test_nothing_is_said_that_a_whole_table_would_not_say(checked):
    work = checked(messy(3, 300), in_pieces(2_000))
    assert "untold" not in shapes.checked(work, "t.csv") and replace(WHOLE, large=0).in_pieces(work.path)
