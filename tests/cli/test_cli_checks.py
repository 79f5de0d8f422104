"""Every check of schema-format.md §4 through `steward check`: a small table that breaks it, rows that do not, nothing else."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from steward_app import cli
from steward_app.paths import Paths

ROOT = Path(__file__).parents[2]
POINT = [{"name": "lat", "type": "number", "kind": "latitude"}, {"name": "lon", "type": "number", "kind": "longitude"}]
INSIDE = "45.42153,-75.69719"
KEY = {"name": "a", "level": "required", "constraints": {"required": True}}


def rule(check: str, field: str = "a", **params: object) -> dict[str, object]:
    """Return a rule with words."""
    return {"id": f"T-{check}", "check": check, "field": field, "en": "Wrong.", "fr": "Faux.", **params}


def one(**keys: object) -> dict[str, object]:
    """Return a standard of the field `a` and a free one."""
    return {"fields": [{"name": "a", **keys}, {"name": "b"}]}


def two(*fields: dict[str, object], **more: object) -> dict[str, object]:
    """Return a standard of some fields."""
    return {"fields": list(fields), **more}


# check, severity, standard, lines under the headings (the fields' names), where the check speaks: (row, field).
CASES = [
    ("F06", "must", one(), ["#REF!,x", "ok,x"], [(2, "a")]),
    ("R02", "must", two({"name": "a"}, {"name": "b"}, {"name": "c"}, primaryKey=["a", "b"]), ["1,,p", "1,,q", "1,x,r", "2,x,s"],
     [(2, "a"), (3, "a")]),
    ("R03", "must", one(), ["1,2,3", "3,4"], [(2, "")]), ("R06", "check", one(), ["1", "1,2", "3,4"], [(2, "")]),
    ("R04", "check", one(), ["1,2", "1,2", "1,3"], [(2, ""), (3, "")]),
    ("R05", "must", one(constraints={"unique": True}), ["1,a", "1,b", ",c", ",d", "2,e"], [(2, "a"), (3, "a")]),
    ("V01", "must", two(KEY, {"name": "b"}), [",x", "1,y"], [(2, "a")]),
    ("V02", "check", one(), ["TBD,x", "s. o.,y", "Null Street,z", "Brick,w"], [(2, "a"), (3, "a")]),
    ("V03", "must", one(type="date"), ["25/12/2024,x", "2024-12-25,y", "soon,z", ",w"], [(2, "a"), (4, "a")]),
    ("V04", "must", one(type="date"), ["03/04/2024,x", "2024-04-03,y"], [(2, "a")]),
    ("V05", "must", one(type="date"), ["2024-02-31,x", "2024-02-29,y"], [(2, "a")]),
    ("V06", "must", one(type="date"), ["45291,x", "2023-12-31,y"], [(2, "a")]),
    ("V07", "must", one(type="number"), ["1 200,x", "-1200.5,y", "1e5,z", "00012,w"], [(2, "a"), (4, "a")]),
    ("V07", "must", one(type="integer"), ["2.0,x", "2,y", "-12,z"], [(2, "a")]),
    ("V08", "must", one(type="integer"), ["2.5,x", "2,y"], [(2, "a")]),
    ("V09", "must", one(type="number", constraints={"minimum": 0}), ["-0.5,x", "0,y", ",z"], [(2, "a")]),
    ("V24", "must", one(type="date", constraints={"maximum": "2024-12-31"}), ["2025-01-01,x", "2024-12-31,y"], [(2, "a")]),
    ("V10", "check", one(type="number") | {"rules": [rule("V10", max=100)]}, ["101,x", "100,y"], [(2, "a")]),
    ("V11", "must", one(codeList="province"), ["Ontario,x", "ON,y", "on,z"], [(2, "a"), (4, "a")]),
    ("V11", "must", one(constraints={"enum": ["new", "old"]}), ["New,x", "new,y"], [(2, "a")]),
    ("V12", "must", one(codeList="province"), ["Maine,x", "ON,y"], [(2, "a")]),
    ("V12", "must", one(type="integer", constraints={"enum": ["1", "2"]}), ["3,x", "2,y"], [(2, "a")]),
    ("V13", "must", one(type="boolean", trueValues=["true", "Oui"], falseValues=["false", "Non"]), ["oui,x", "Oui,y", "Non,z"],
     [(2, "a")]),
    ("V14", "must", one(constraints={"pattern": "[A-Z]-[0-9]+"}), ["xA-1,x", "A-1,y", "A-1x,z"], [(2, "a"), (4, "a")]),
    ("V15", "must", one(kind="postal-code"), ["k1a0b1,x", "K1A 0B1,y", "K1A,z"], [(2, "a")]),
    ("V15", "must", one(kind="fsa"), ["K1A 0B1,x", "K1A,y"], [(2, "a")]),
    ("V16", "must", one(kind="phone"), ["(613) 555-0199,x", "613-555-0199,y", "613-555-0199 x12,z"], [(2, "a")]),
    ("V17", "must", one(format="uri"), ["www.ville.ca,x", "https://ville.ca,y"], [(2, "a")]),
    ("V17", "must", one(format="email"), ["info at ville.ca,x", "info@ville.ca,y"], [(2, "a")]),
    ("V18", "must", one(constraints={"maxLength": 2}), ["été,x", "éé,y"], [(2, "a")]),
    ("V25", "must", one(constraints={"minLength": 2}), ["é,x", "éé,y", ",z"], [(2, "a")]),
    ("V19", "better", one(), ["\u00a0Main,x", "Main  Street,y", '"Main ",z'], [(2, "a"), (4, "a")]),
    ("V20", "check", one() | {"rules": [rule("V20", width=5)]}, ["4501,x", "04501,y"], [(2, "a")]),
    ("V21", "check", one(kind="identifier"), ["1.11E+08,x", "111000123,y"], [(2, "a")]),
    ("V22", "must", two({"name": "a", "example": "EXAMPLE-1"}, {"name": "b"}, primaryKey=["a"]), ["EXAMPLE-9,x", "P-1,y"], [(2, "a")]),
    ("V23", "must", one(type="date") | {"rules": [rule("V23")]}, ["2026-11-25,x", "2026-11-24,y"], [(2, "a")]),
    ("G01", "must", two(*POINT), ["-75.69719,45.42153", INSIDE], [(2, "lat")]),
    ("G02", "must", two(*POINT), ["48.85661,2.35222", INSIDE], [(2, "lat")]),
    ("G03", "must", two(*POINT), ["0,0", INSIDE], [(2, "lat")]),
    ("G04", "must", two(*POINT), ["5030000.12345,445000.12345", INSIDE], [(2, "lat")]),
    ("G05", "must", two(*POINT), ["45.42153,75.69719", INSIDE], [(2, "lon")]),
    ("G07", "must", two({"name": "a", "kind": "postal-code"}, {"name": "b", "codeList": "province"}), ["G1R 2B5,ON", "K1A 0B1,ON", ",ON"],
     [(2, "a")]),
    ("G09", "better", two(*POINT), ["45.4,-75.7", INSIDE], [(2, "lat")]),
    ("X01", "must", two({"name": "a", "type": "date"}, {"name": "b", "type": "date"}, rules=[rule("X01", notBefore="b")]),
     ["2024-05-01,2024-05-02", "2024-05-02,2024-05-02", ",2024-05-02"], [(2, "a")]),
    ("X02", "must", two({"name": "a"}, {"name": "b"}, {"name": "c"}, rules=[rule("X02", groups=[["a"], ["b", "c"]])]),
     [",x,", "1,,", ",x,y"], [(2, "a")]),
    ("X03", "must", two({"name": "a"}, {"name": "b"}, rules=[rule("X03", **{"with": ["b"]})]), [",x", "1,x", "1,"], [(2, "a")]),
    ("X03", "must", two(*POINT), ["45.42153,", INSIDE], [(2, "lon")]),
    ("X04", "must", two(*({"name": n, "type": "number"} for n in "abc"), rules=[rule("X04", parts=["b", "c"], tolerance=0.01)]),
     ["4,1,2", "3.005,1,2", "9,1,"], [(2, "a")]),
    ("X05", "must", one() | {"rules": [rule("X05", table="sgc", column="code")]}, ["2466999,x", "2466023,y"], [(2, "a")]),
    ("X06", "must", two({"name": "a"}, {"name": "b"}, rules=[rule("X06", when={"b": ["closed"]}, then={"required": True})]),
     [",closed", "1,closed", ",open"], [(2, "a")]),
    ("X06", "must", two({"name": "a"}, {"name": "b"}, rules=[rule("X06", when={"b": ["x"]}, then={"maxLength": 3})]),
     ["1234,x", "123,x", "1234,y"], [(2, "a")]),
    ("X07", "check", two({"name": "a", "type": "year"}, {"name": "b", "type": "date"}, rules=[rule("X07", date="b", within=1)]),
     ["2022,2024-05-01", "2023,2024-05-01"], [(2, "a")]),
    ("X08", "check", two({"name": "a", "codeList": "province"}, {"name": "b", "kind": "sgc"}, rules=[rule("X08", **{"with": "b"})]),
     ["AB,5915022", "BC,5915022"], [(2, "a")]),
    ("P01", "check", one(privacy="free-text"), ["Call 613-555-0199,x", "Brick garage,y"], [(2, "a")]),
    ("L01", "better", two({"name": "t_en"}, {"name": "t_fr"}), ["Arena,", "Pool,Piscine"], [(2, "t_fr")]),
    ("C01", "must", two(KEY, {"name": "b"}, {"name": "gone", "level": "required", "constraints": {"required": True}}), ["1,x"],
     [(0, "gone")]),
    ("C02", "better", two({"name": "a"}, {"name": "b"}, {"name": "gone", "level": "recommended"}), ["1,x"], [(0, "gone")]),
]


@pytest.mark.parametrize(("check", "severity", "standard", "lines", "where"), CASES, ids=[case[0] for case in CASES])
def test_a_check_speaks_of_the_rows_that_break_it_and_of_no_other(tmp_path, check, severity, standard, lines, where):
    named = {"name": "test", "title": "Test", "version": "1.0.0", "missingValues": [""], **standard}
    (tmp_path / "test.json").write_text(json.dumps(named), encoding="utf-8")
    headings = [field["name"] for field in standard["fields"] if field["name"] != "gone"]
    (tmp_path / "t.csv").write_text("\n".join([",".join(headings), *lines, ""]), encoding="utf-8")
    paths = Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")
    words = ["check", tmp_path / "t.csv", "--schema", tmp_path / "test.json", "--cells", tmp_path / "c.csv", "--json"]
    with redirect_stdout(io.StringIO()) as out:
        code = cli.main([str(word) for word in words], paths, dt.date(2026, 11, 24))
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as cells:
        found = {(int(line["row"] or 0), line["field"], line["check"], line["severity"]) for line in csv.DictReader(cells)}
    assert found == {(row, field, check, severity) for row, field in where}
    assert code == int(severity == "must") and json.loads(out.getvalue())["findings"][0]["cells"] == len(where)


def test_an_identifier_short_of_a_zero_says_what_it_should_be(tmp_path):
    standard = {"name": "test", "title": "Test", "version": "1.0.0", "missingValues": [""], **one(), "rules": [rule("V20", width=5)]}
    (tmp_path / "test.json").write_text(json.dumps(standard), encoding="utf-8")
    (tmp_path / "t.csv").write_text("a,b\n4501,x\n", encoding="utf-8")
    paths = Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")
    words = ["check", tmp_path / "t.csv", "--schema", tmp_path / "test.json", "--cells", tmp_path / "c.csv", "--quiet"]
    with redirect_stdout(io.StringIO()):
        cli.main([str(word) for word in words], paths, dt.date(2026, 11, 24))
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as cells:
        assert next(csv.DictReader(cells))["suggestion"] == "04501"


def test_coordinates_that_were_swapped_say_what_each_should_be(tmp_path):
    (tmp_path / "p.csv").write_text("Permit No,Latitude,Longitude\nP-1,-75.69719,45.42153\n", encoding="utf-8")
    paths = Paths(ROOT / "schemas", ROOT / "assets", tmp_path / "state", tmp_path / "config")
    words = ["check", tmp_path / "p.csv", "--schema", "building-permits", "--cells", tmp_path / "c.csv", "--json"]
    with redirect_stdout(io.StringIO()) as out:
        cli.main([str(word) for word in words], paths, dt.date(2026, 11, 24))
    found = next(item for item in json.loads(out.getvalue())["findings"] if item["check"] == "G01")
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as cells:
        line = next(line for line in csv.DictReader(cells) if line["check"] == "G01")
    assert found["sample"][0]["suggestion"] == line["suggestion"] == "45.42153"
