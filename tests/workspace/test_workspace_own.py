"""A steward brings a standard, or drafts one from a good file; nothing it says is lost."""

from __future__ import annotations

import json

import polars as pl
import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.drafted import draft
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT
from steward_app.core.schema import Schema
from steward_app.core.table import Table
from steward_app.workspace.own import adopted, drafted, keep

FIELDS = [{"name": "id", "type": "string", "strange": 1}, {"name": "when", "type": "date"}]
CKAN = [{"id": "_id", "type": "int"}, {"id": "id", "type": "text", "info": {"label": "No", "notes": "N."}},
        {"id": "when", "type": "timestamp"}]


def written(tmp_path, content):
    path = tmp_path / "my standard.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.mark.parametrize("content", [
    {"fields": FIELDS}, {"resources": [{"name": "r"}, {"schema": {"fields": FIELDS}}]}, {"result": {"fields": CKAN}},
    {"fields": CKAN}, CKAN,
])
def test_every_shape_gives_its_fields(tmp_path, content):
    raw = adopted(written(tmp_path, content))
    assert [field["name"] for field in raw["fields"]] == ["id", "when"] and raw["name"] == "my-standard"


def test_what_the_app_does_not_know_is_kept(tmp_path, catalogue):
    schema = keep(adopted(written(tmp_path, {"fields": FIELDS, "extra": [1]})), catalogue, tmp_path / "own")
    again = Catalogue(catalogue.folder, tmp_path / "own").find("my-standard")
    assert again.raw["extra"] == [1] and again["id"].raw["strange"] == 1 and schema.name == again.name


@pytest.mark.parametrize("content", [{}, [], 1, {"fields": []}, {"fields": [1]}, {"resources": []}, {"result": 3}])
def test_a_file_without_a_schema_is_refused(tmp_path, content):
    with pytest.raises(Problem) as caught:
        adopted(written(tmp_path, content))
    assert caught.value.code == "S03"


def test_a_built_in_standard_keeps_its_name(tmp_path, catalogue):
    raw = {"name": "building-permits", "fields": FIELDS}
    assert keep(raw, catalogue, tmp_path).name == "building-permits-2"
    assert keep({**raw, "name": "mine"}, catalogue, tmp_path).name == "mine"


def test_a_draft_says_what_every_row_is():
    frame = pl.DataFrame({
        "Permit No": [f"P-{n}" for n in range(12)], "code": ["007"] * 12, "Issued": ["2024-05-01"] * 12,
        "Closed": ["03/04/2024", "13/04/2024"] * 6, "Fee": ["$1,200.50"] * 12,
        "Value": ["1.5", "2"] * 6, "Units": ["1", None] * 6, "Status": ["open", "closed", "open"] * 4,
        "Lat": ["45.5", "46.1"] * 6, "E-mail": ["a@b.ca"] * 12, "Postal": ["K1A 0B1"] * 12})
    raw = draft(Table.of(frame, frame.columns), "My permits", "My permits")
    schema = Schema.of_json(raw, {})
    shapes = {f.name: f.kind or (f.format if f.format != "default" else f.type) for f in schema.fields}
    assert shapes == {"permit_no": "string", "code": "string", "issued": "date",
                      "closed": "date", "fee": "number", "value": "number", "units": "integer",
                      "status": "string", "lat": "latitude", "e_mail": "email", "postal": "postal-code"}
    assert schema.primary_key == ("permit_no",) and schema["status"].constraints["enum"] == ["closed", "open"]
    assert schema["units"].level == "optional" and schema["value"].level == "required"


def test_the_file_it_was_drafted_from_follows_it(belt, tmp_path):
    path = tmp_path / "good.csv"
    path.write_text("Name,Kind,When\n" + "".join(f"n{i},{'ab'[i % 2]},2024-01-{i + 1:02}\n" for i in range(20)), encoding="utf-8")
    table = belt.prepared(path, "building-permits", None, None, SILENT).document.table
    (tmp_path / "own.json").write_text(json.dumps(draft(table, "own", "Own")), encoding="utf-8")
    work = belt.checked(path, str(tmp_path / "own.json"), None, None, SILENT)
    assert work.findings.verdict == "ready" and len(work.document.mapping.fed_fields) == 3


def test_misspelt_codes_are_no_codes_and_known_codes_lead_to_their_list(tmp_path, belt, catalogue):
    path = tmp_path / "our_good-file.csv"
    rows = [f"{n},{('Open', 'open ', 'Open', 'Closed', 'Open')[n % 5]},{('ON', 'QC')[n % 2]},{('ON', 'QC')[n % 2]}"
            for n in range(30)]
    path.write_text("No,State,Prov,Which\n" + "\n".join(rows) + "\n", encoding="utf-8")
    document = belt.prepared(path, "building-permits", None, None, SILENT).document
    raw = drafted(document, path.stem, catalogue.code_lists)
    assert raw["title"] == "Our good file" and raw["fields"][1]["constraints"]["enum"] == ["Closed", "Open"]
    assert raw["fields"][2]["codeList"] == "province" and "codeList" not in raw["fields"][3]  # two by chance
    assert raw["fields"][1]["example"] == "Closed"


def test_examples_of_a_draft_never_pass_as_data_and_are_of_their_type():
    frame = pl.DataFrame({"No": [f"P-{n}" for n in range(9)], "Fee": ["$1,200.50"] * 9, "Phone": ["613-224-1187"] * 9})
    raw = draft(Table.of(frame, frame.columns), "p", "P")
    assert [field["example"] for field in raw["fields"]] == ["EXAMPLE-P-0", "1200.50", "613-555-0199"]
