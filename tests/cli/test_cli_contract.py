"""The command line keeps its contract: exit codes, JSON, several files, both languages."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from steward_app import cli
from steward_app.paths import Paths
from steward_app.workspace.belt import Belt

ROOT = Path(__file__).parents[2]
PERMITS = """Permit No,Issue Date,Status,Value,Address
P-1,2024-05-01,permit_issued,1000,1 Main St
P-2,13/05/2024,Closed,"$2,500",2 Main St
P-2,2024-05-03,issued,-5,
,2024-05-04,Issued,400, 4 Main St
"""
GOOD = "Permit No,Issue Date,Status,Address\nP-1,2024-05-01,permit_issued,1 Main St\nP-2,2024-05-02,permit_issued,2 Main St\n"
METADATA = {"title": {"en": "Permits", "fr": "Permis"}, "description": {"en": "All of them.", "fr": "Tous."},
            "publisher": {"id": "ville", "name": {"en": "City", "fr": "Ville"}}, "contact": {"email": "a@ville.ca"},
            "licence": "cc-by-4.0", "frequency": "P1M", "date_modified": "2026-11-24"}


class Answer:
    """What a command answered."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def steward(tmp_path):
    paths = Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")

    def run(*words: object) -> Answer:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = cli.main([str(word) for word in words], paths, dt.date(2026, 11, 24))
        assert "Traceback" not in err.getvalue() and code != 3
        return Answer(code, out.getvalue(), err.getvalue())
    return run


@pytest.fixture
def permits(tmp_path):
    path = tmp_path / "permits.csv"
    path.write_text(PERMITS, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def metadata(tmp_path):
    path = tmp_path / "meta.json"
    path.write_text(json.dumps(METADATA), encoding="utf-8")
    return path


def test_inspect_counts_every_row(steward, tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("Permits of 2024\n\nNo,Value\nP-1,1\nP-2,2\n,\nTotal,3\n", encoding="utf-8")
    answer = steward("inspect", path, "--json").json
    assert answer["reading"]["header_rows"] == [3] and answer["columns"] == ["No", "Value"]
    assert answer["rows"] + len(answer["reading"]["header_rows"]) + sum(answer["left_out"].values()) == 7


def test_suggest_names_every_column(steward, permits):
    answer = steward("suggest", permits, "--json").json
    assert answer["schema"] == "building-permits" == answer["schemas"][0]["id"]
    assert [column["index"] for column in answer["columns"]] == [0, 1, 2, 3, 4]
    assert answer["columns"][0]["field"] == "permit_number" and answer["missing"] == []


def test_headings_without_rows_are_matched_and_not_checked(steward, tmp_path):
    path = tmp_path / "h.csv"
    path.write_text("Permit No,Issue Date\n", encoding="utf-8")
    assert steward("suggest", path, "--json").json["columns"][0]["field"] == "permit_number"
    assert steward("inspect", path).code == 0
    assert steward("check", path, "--schema", "building-permits").code == 2


def test_check_counts_and_lists_the_same_cells(steward, permits, tmp_path):
    cells = tmp_path / "cells.csv"
    answer = steward("check", permits, "--schema", "building-permits", "--cells", cells, "--json")
    lines = read(cells)
    for finding in answer.json["findings"]:
        mine = [line for line in lines if (line["check"], line["field"]) == (finding["check"], finding["field"] or "")]
        assert len(mine) == finding["cells"]
    assert answer.code == 1 and answer.json["counts"]["must"] == sum(line["severity"] == "must" for line in lines)
    assert [int(line["row"] or 0) for line in lines] == sorted(int(line["row"] or 0) for line in lines)


@pytest.mark.parametrize("check, field, rows", [
    ("V01", "permit_number", ["5"]), ("V03", "issued_date", ["3"]), ("V07", "estimated_value", ["3"]),
    ("V09", "estimated_value", ["4"]), ("V11", "status", ["3", "4", "5"]), ("R02", "permit_number", ["3", "4"]),
    ("X02", "address_full", ["4"]), ("V19", "address_full", ["5"]),
])
def test_each_fault_is_found_where_it_stands(steward, permits, tmp_path, check, field, rows):
    steward("check", permits, "--schema", "building-permits", "--cells", tmp_path / "c.csv")
    lines = read(tmp_path / "c.csv")
    assert [line["row"] for line in lines if (line["check"], line["field"]) == (check, field)] == rows


def test_fix_leaves_what_is_not_safe_and_saves_the_recipe(steward, permits, tmp_path):
    answer = steward("fix", permits, "--schema", "building-permits", "--save-recipe", tmp_path / "r.json", "--json")
    assert answer.code == 1 and answer.json["after"]["must"] < answer.json["before"]["must"]
    again = steward("check", permits, "--schema", "building-permits", "--recipe", tmp_path / "r.json", "--json")
    assert again.json["counts"] == answer.json["after"]


def test_a_point_far_from_the_publisher_is_told_on_export(steward, tmp_path):
    path, facts = tmp_path / "far.csv", tmp_path / "facts.json"
    path.write_text("Permit No,Issue Date,Status,Latitude,Longitude\nP-1,2024-05-01,permit_issued,49.2827,-123.1207\n", "utf-8")
    facts.write_text(json.dumps({**METADATA, "publisher": {**METADATA["publisher"], "sgc": "2466023"}}), "utf-8")
    answer = steward("export", path, "--schema", "building-permits", "--to", tmp_path / "out", "--metadata", facts, "--json")
    report = json.loads(next(Path(answer.json["package"]).rglob("report.json")).read_text("utf-8"))
    assert "G06" in [finding["check"] for finding in report["findings"]]


def test_export_writes_a_package_that_holds(steward, good, metadata, tmp_path):
    answer = steward("export", good, "--schema", "building-permits", "--to", tmp_path / "out", "--metadata", metadata,
                     "--json")
    assert answer.code == 0 and Path(answer.json["package"]).name == "building-permits_ville_2026-11-24"
    assert steward("verify", answer.json["package"], "--json").json == {
        "folder": answer.json["package"], "holds": True, "faults": []}


def test_a_broken_package_names_its_file(steward, good, metadata, tmp_path):
    answer = steward("export", good, "--schema", "building-permits", "--to", tmp_path / "out", "--metadata", metadata,
                     "--json")
    table = Path(answer.json["package"]) / "data" / "building-permits.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("P-1", "P-9"), encoding="utf-8")
    broken = steward("verify", answer.json["package"], "--json")
    assert broken.code == 1 and "data/building-permits.csv" in {fault["file"] for fault in broken.json["faults"]}


def test_nothing_is_written_while_something_must_be_fixed(steward, permits, metadata, tmp_path):
    out = tmp_path / "out"
    words = ("export", permits, "--schema", "building-permits", "--to", out, "--metadata", metadata, "--json")
    assert steward(*words).json["package"] is None and not out.exists()
    draft = steward(*words, "--draft")
    assert draft.code == 1 and draft.json["package"].endswith("-draft") and steward("verify", draft.json["package"]).code == 0


def test_the_same_input_gives_the_same_bytes(steward, good, metadata, tmp_path):
    for name in ("one", "two"):
        steward("export", good, "--schema", "building-permits", "--to", tmp_path / name, "--metadata", metadata)
    one, two = ({p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*") if p.is_file()}
                for n in ("one", "two"))
    assert one == two and len(one) >= 15


@pytest.mark.parametrize("make", ["empty", "binary", "folder", "missing", "headings", "truncated"])
@pytest.mark.parametrize("lang, word", [("en", " "), ("fr", " ")])
def test_a_file_that_cannot_be_used_is_one_sentence(steward, tmp_path, make, lang, word):
    path = tmp_path / "bad.xlsx"
    contents = {"empty": b"", "binary": bytes(range(256)) * 9, "headings": b"a,b,c\n", "truncated": b"PK\x03\x04rest"}
    if make == "folder":
        path.mkdir()
    elif make in contents:
        path.write_bytes(contents[make])
    answer = steward("check", path, "--schema", "building-permits", "--lang", lang)
    assert answer.code == 2 and answer.out == "" and len(answer.err.strip().splitlines()) == 1


def test_several_files_answer_one_by_one(steward, permits, good, tmp_path):
    missing = tmp_path / "missing.csv"
    answer = steward("check", good, missing, permits, "--schema", "building-permits", "--json")
    assert [line["file"] for line in answer.lines] == [str(good), str(missing), str(permits)]
    assert set(answer.lines[1]["problem"]) == {"en", "fr"} and answer.code == 2


def test_lists_go_with_one_file(steward, permits, good, tmp_path):
    words = ("check", permits, good, "--schema", "building-permits", "--cells", tmp_path / "c.csv")
    assert steward(*words).code == 2 and not (tmp_path / "c.csv").exists()


@pytest.mark.parametrize("option", ["--cells", "--report", "--save-recipe"])
@pytest.mark.parametrize("place", ["itself", "a folder", "nowhere"])
def test_an_answer_is_never_written_over_what_is_read_nor_over_a_folder(steward, permits, tmp_path, option, place):
    before = permits.read_bytes()
    target = {"itself": tmp_path / "." / "permits.csv", "a folder": tmp_path, "nowhere": permits / "x"}[place]
    command = "fix" if option == "--save-recipe" else "check"
    answer = steward(command, permits, "--schema", "building-permits", option, target, "--json")
    assert (answer.code, answer.out, len(answer.err.strip().splitlines())) == (2, "", 1)
    assert permits.read_bytes() == before and list(tmp_path.iterdir()) == [permits]


@pytest.mark.parametrize("place", ["", "nowhere/t.xlsx"])
def test_a_template_that_cannot_be_written_is_one_sentence(steward, tmp_path, place):
    assert steward("schema", "grants", "--template", tmp_path / place).code == 2


@pytest.mark.parametrize("words", [
    ("check",), ("check", "x.csv"), ("nothing",), ("check", "x.csv", "--schema", "no-such"), ("schema", "no-such"),
    ("inspect", "x.csv", "--strange"), ("export", "x.csv", "--schema", "building-permits", "--to", "out"),
    ("export", "x.csv", "--schema", "building-permits", "--to", "out", "--target", "moon", "--draft"),
    ("verify", "nowhere"), (),
])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_command_that_cannot_be_used_is_one_sentence(steward, words, lang):
    answer = steward(*words, "--lang", lang)
    assert answer.code == 2 and answer.out == "" and len(answer.err.strip().splitlines()) == 1


def test_the_catalogue_is_shown_with_its_lists(steward):
    lines = steward("schemas", "--json").json["schemas"]
    assert {"building-permits", "business-licences"} <= {line["id"] for line in lines}
    schema = steward("schema", "building-permits", "--json").json
    status = next(field for field in schema["fields"] if field["name"] == "status")
    assert "permit_issued" in status["constraints"]["enum"]


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "schemas" / "standards").glob("*.json")))
def test_a_template_comes_back_with_every_column_matched(steward, tmp_path, name):
    templates = [tmp_path / "en.xlsx", tmp_path / "fr.xlsx"]
    for path in templates:
        assert steward("schema", name, "--template", path, "--lang", path.stem).code == 0
    fields = [field["name"] for field in steward("schema", name, "--json").json["fields"]]
    answers = steward("suggest", *templates, "--schema", name, "--json").lines  # one command: standards are learned once
    assert [answer["file"] for answer in answers] == [str(path) for path in templates]
    for answer in answers:
        assert [column["field"] for column in answer["columns"]] == fields
        assert {column["state"] for column in answer["columns"]} == {"matched"}


@pytest.mark.parametrize("path", sorted((ROOT / "schemas" / "samples").glob("*/*_??.csv")), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_each_sample_has_the_findings_expected_of_it(steward, tmp_path, path):
    steward("check", path, "--schema", path.parent.name, "--cells", tmp_path / "c.csv")
    found = {(line["row"], line["field"], line["check"]) for line in read(tmp_path / "c.csv")}
    expected = {(line["row"], line["field"], line["check"]) for line in read(path.with_name(f"{path.stem}.expected.csv"))}
    assert found == expected


def test_the_program_counts_what_it_holds(steward):
    answer = steward("--self-check", "--json")
    assert answer.code == 0 and answer.json["holds"] and min(answer.json[k] for k in ("checks", "fixes", "standards")) > 1


def test_help_speaks_both_languages(steward):
    assert "utilisation" in steward("--help", "--lang", "fr").out and "usage" in steward("check", "--help", "--lang", "en").out


def test_a_person_reads_one_column_and_states_in_words(steward, permits, tmp_path):
    (tmp_path / "one.csv").write_text("Permit\nP-1\nP-2\n", encoding="utf-8")
    assert "2 enregistrements, 1 colonne\n" in steward("inspect", tmp_path / "one.csv", "--lang", "fr").out
    said = steward("suggest", permits, "--lang", "fr").out
    assert "nom connu" in said and "matched" not in said


def test_a_fault_of_ours_in_one_file_does_not_stop_the_others(steward, permits, good, monkeypatch, tmp_path):
    checked = Belt.checked
    monkeypatch.setattr(Belt, "checked", lambda belt, path, *more: 1 / 0 if path == permits else checked(belt, path, *more))
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = cli.main(["check", str(permits), str(good), "--schema", "building-permits", "--json"],
                        Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config"), dt.date(2026, 11, 24))
    one, two = map(json.loads, out.getvalue().splitlines())
    assert code == 3 and set(one) == {"file", "problem"} and two["file"] == str(good) and err.getvalue() == ""


def test_what_no_file_could_pass_is_said_once(steward, permits, good, tmp_path):
    for words in (("--schema", "no-such"), ("--schema", "building-permits", "--recipe", tmp_path / "none.json")):
        answer = steward("check", permits, good, *words, "--json")
        assert answer.code == 2 and answer.out == "" and len(answer.err.strip().splitlines()) == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_answers_are_utf_8_whatever_the_system_writes(permits, tmp_path, encoding):
    raw, paths = io.BytesIO(), Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")
    with io.TextIOWrapper(raw, encoding=encoding, write_through=True) as out, redirect_stdout(out):
        assert cli.main(["suggest", str(permits), "--lang", "fr"], paths, dt.date(2026, 11, 24)) == 0
        assert "→ status" in raw.getvalue().decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only there may a file's name be no text")
def test_a_file_whose_name_is_no_text_is_one_sentence(steward, good):
    odd = good.rename(good.parent / "b\udce9.csv")
    answer = steward("check", odd, "--schema", "building-permits")
    assert answer.code == 2 and "“b\ufffd.csv”" in answer.err


def test_a_name_that_no_encoding_has_is_still_answered(tmp_path):
    raw, paths = io.BytesIO(), Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")
    words = ["inspect", "a\udce9.csv", "b.csv", "--json"]
    with io.TextIOWrapper(raw, encoding="utf-8", write_through=True) as out, redirect_stdout(out):
        assert cli.main(words, paths, dt.date(2026, 11, 24)) == 2
        assert json.loads(raw.getvalue().decode("utf-8").splitlines()[0])["file"] == "a\udce9.csv"
