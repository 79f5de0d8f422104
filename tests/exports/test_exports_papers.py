"""Each paper of a package says what other tools read in it."""

from __future__ import annotations

import csv
import json
import re
import threading
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from steward_app.core.document import Decision
from steward_app.core.problem import Problem
from steward_app.core.progress import SILENT, Cancelled, Progress
from steward_app.exports import dcat, geojson, readme, report_html, table_csv, write_package, xlsx
from steward_app.exports.files import waited
from tests import package_made as made

VOID = ("meta", "br", "path", "circle", "rect")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A package on the disk, every format asked for."""
    return write_package(made.package(formats=("parquet", "xlsx")), tmp_path_factory.mktemp("package"), SILENT).path


def read(folder: Path, name: str):
    """Read one JSON paper."""
    return json.loads((folder / name).read_text("utf-8"))


def rows(folder: Path, name: str) -> list[list[str]]:
    """Read one CSV paper."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_the_table_is_utf8_without_a_mark_and_ends_lines_as_rfc_4180(folder):
    data = (folder / "data/tiny-permits.csv").read_bytes()
    assert data.startswith(b"jurisdiction_id,number,issued")
    assert data.endswith(b"\r\n")
    assert rows(folder, "data/tiny-permits.csv")[1] == [
        "2463048", "007", "2024-05-07", "open", "true", "45.5", "-73.6", 'dit « "oui" », puis\nnon']


CELLS = st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(
    ['"', ",", "\r", "\n", "\r\n", " x ", "=1+1", "\u00a0", "a\x00b", "\ufeff", "NULL"]))


@pytest.mark.parametrize("width", [1, 3])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_any_text_comes_back_as_it_was_written(tmp_path, width, data):
    table = data.draw(st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=5))
    frame = pl.DataFrame(table, schema=[(f"c{index}", pl.String) for index in range(width)], orient="row")
    package = replace(made.package(), frame=frame)
    path = table_csv.write(package, tmp_path, SILENT)[0]
    assert table_csv.read_back(path).equals(frame)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(note=CELLS, number=st.one_of(CELLS, st.sampled_from(["007", "1e5", "-0.50", "+1", "12345678901234567890"])))
def test_any_text_is_right_json_in_the_points(tmp_path, note, number):
    source = {**made.SOURCE, "Note": [note, None, None], "Long": [number, "-74", None]}
    path = geojson.write(made.package(source=source, draft=True), tmp_path, SILENT)[0]
    found = json.loads(path.read_text("utf-8"))["features"]
    assert len(found) == 3
    assert found[0]["properties"]["note"] == note
    assert found[2]["geometry"] is None


def test_points_are_longitude_first_and_properties_typed(folder):
    first = read(folder, "data/tiny-permits.geojson")["features"][0]
    assert first["geometry"] == {"type": "Point", "coordinates": [-73.6, 45.5]}
    assert first["properties"] == {"jurisdiction_id": "2463048", "number": "007", "issued": "2024-05-07",
                                   "status": "open", "covered": True, "note": 'dit « "oui" », puis\nnon'}


def test_what_a_draft_leaves_in_metres_is_no_point_and_widens_no_box(tmp_path):
    package = made.package(source={**made.SOURCE, "Lat": ["5041234", "46", None], "Long": ["301234", "-74", None]}, draft=True)
    features = json.loads(geojson.write(package, tmp_path, SILENT)[0].read_text("utf-8"))["features"]
    assert [item["geometry"] and item["geometry"]["coordinates"] for item in features] == [None, [-74, 46], None]
    assert dcat.bounding_box(package) == "POLYGON((-74.0 46.0, -74.0 46.0, -74.0 46.0, -74.0 46.0, -74.0 46.0))"


def test_no_points_without_both_coordinates(tmp_path):
    package = made.package()
    without = replace(package, frame=package.frame.drop("longitude"))
    assert geojson.write(without, tmp_path, SILENT) == ()


def test_the_schema_describes_exactly_the_columns(folder):
    schema = read(folder, "metadata/schema.json")
    fields = {item["name"]: item for item in schema["fields"]}
    assert list(fields) == rows(folder, "data/tiny-permits.csv")[0]
    assert schema["missingValues"] == [""]
    assert schema["primaryKey"] == ["number"]
    assert fields["status"]["constraints"]["enum"] == ["open", "closed"]
    assert (fields["covered"]["trueValues"], fields["covered"]["example"]) == (["true"], "true")
    assert (schema["rules"], fields["number"]["kind"]) == ([], "identifier")


def test_the_descriptor_counts_and_hashes_the_table(folder):
    found = read(folder, "datapackage.json")
    table = found["resources"][0]
    assert table["bytes"] == (folder / table["path"]).stat().st_size
    assert table["schema"] == read(folder, "metadata/schema.json")
    assert [item["format"] for item in found["resources"]] == ["csv", "geojson", "parquet", "xlsx"]
    assert found["licenses"][0] == {"name": "cc-by-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
    assert re.fullmatch(r"[-a-z0-9._/]+", found["name"])


def test_ckan_has_what_the_federal_portal_requires(folder):
    found = read(folder, "metadata/ckan.json")
    required = {"collection", "title_translated", "owner_org", "notes_translated", "keywords", "subject", "frequency",
                "date_published", "jurisdiction", "license_id", "restrictions", "imso_approval", "ready_to_publish"}
    assert required <= set(found)
    assert all({"name_translated", "resource_type", "language"} <= set(item) for item in found["resources"])
    assert all((folder / item["url"]).is_file() for item in found["resources"])
    assert re.fullmatch(r"[a-z0-9_-]{2,100}", found["name"])


def test_dcat_has_what_harvesters_require(folder):
    catalogue = read(folder, "metadata/dcat.jsonld")
    dataset = catalogue["dcat:dataset"][0]
    assert {"dct:title", "dct:description", "dct:publisher"} <= set(catalogue) & set(dataset)
    assert {"dct:license", "dct:accrualPeriodicity", "dcat:contactPoint", "dct:spatial", "dcat:keyword"} <= set(dataset)
    for item in dataset["dcat:distribution"]:
        assert (folder / "metadata" / item["dcat:accessURL"]["@id"]).is_file()
        assert item["spdx:checksum"]["spdx:checksumValue"]["@value"] in (folder / "SHA256SUMS").read_text()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_dictionary_has_a_line_for_each_column(folder, language):
    found = rows(folder, f"docs/dictionary_{language}.csv")
    assert [line[0] for line in found[1:]] == rows(folder, "data/tiny-permits.csv")[0]
    assert {len(line) for line in found} == {8}
    assert found[4][5] == {"en": "open = Open | closed = Closed", "fr": "open = Ouvert | closed = Fermé"}[language]


def test_changes_are_row_column_before_after_why(folder):
    found = rows(folder, "provenance/changes.csv")
    assert found[0] == ["row", "column", "before", "after", "why"]
    assert found[1][:4] == ["2", "Date", "07/05/2024", "2024-05-07"]


def test_provenance_says_how_the_file_was_read_and_matched(folder):
    source, mapping = read(folder, "provenance/source.json"), read(folder, "provenance/mapping.json")
    assert (source["name"], source["reading"]["encoding"], source["columns_left_out"]) == ("permis_2026.csv", "windows-1252", ["Interne"])
    assert mapping["fields"]["jurisdiction_id"] == {"constant": "2463048", "state": "matched", "why": "publisher"}
    assert mapping["extras"] == {"Note": "note"}


def test_other_formats_hold_the_same_cells(folder):
    frame = made.package().frame
    sheet = openpyxl.load_workbook(folder / "data/tiny-permits.xlsx").active
    assert [list(line) for line in sheet.iter_rows(values_only=True)][1:] == [list(line) for line in frame.rows()]
    parquet = pl.read_parquet(folder / "data/tiny-permits.parquet")
    assert (parquet["number"].to_list(), parquet["issued"].dtype, parquet["covered"].dtype) == (["007", "008", "009"], pl.Date, pl.Boolean)


def test_a_cell_that_no_workbook_holds_is_a_problem(tmp_path):
    package = made.package(source={**made.SOURCE, "Note": ["x" * 40_000, None, None]})
    with pytest.raises(Problem) as caught:
        xlsx.write(package, tmp_path, SILENT)
    assert caught.value.code == "E05"


class Page(HTMLParser):
    """What a report holds: open tags must close, nothing may be fetched or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag


def parsed(package) -> Page:
    """Parse the report of a package."""
    page = Page()
    page.feed(report_html.page(package))
    assert page.open == []
    return page


def test_the_report_is_whole_in_both_languages_and_fetches_nothing():
    page = parsed(made.package())
    assert {attrs.get("lang") for tag, attrs in page.seen if tag == "div"} >= {"en", "fr"}
    assert {attrs["href"] for tag, attrs in page.seen if tag == "a"} == {"#en", "#fr"}
    assert not [tag for tag, attrs in page.seen if tag in ("script", "link", "img") or "src" in attrs]
    assert all("scope" in attrs for tag, attrs in page.seen if tag == "th")


def test_headings_of_the_report_skip_no_level_and_every_table_has_a_name():
    page = parsed(made.package())
    levels = [int(tag[1]) for tag, _ in page.seen if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 2 and all(after - before <= 1 for before, after in pairwise(levels))
    frames = [attrs for _, attrs in page.seen if attrs.get("class") == "frame"]
    assert frames and all(attrs["aria-label"] and attrs["tabindex"] == "0" for attrs in frames)


def test_nothing_of_the_file_can_run_in_the_report():
    evil = '<script>alert(1)</script>&"\''
    source = {**made.SOURCE, evil: ["x", "y", "z"], "Date": [evil, None, None]}
    package = made.package(source=source, draft=True, metadata=made.metadata(title={"en": evil, "fr": evil}))
    page = parsed(replace(package, decisions=(Decision("V03", evil, None, evil),)))
    assert "script" not in [tag for tag, _ in page.seen]


def test_no_hole_is_left_in_the_report():
    text = re.sub(r"<style>.*?</style>", "", report_html.page(made.package()), flags=re.DOTALL)
    assert "{" not in text


def test_no_paper_says_where_or_when_the_program_ran(folder, tmp_path_factory):
    for path in folder.rglob("*.*"):
        if path.suffix in (".json", ".jsonld", ".csv", ".md", ".html"):
            assert str(tmp_path_factory.getbasetemp()) not in path.read_text("utf-8")


def test_a_long_call_can_be_cancelled_while_it_lasts():
    started = threading.Event()
    with pytest.raises(Cancelled):
        waited(lambda: started.wait(5), Progress(stopped=lambda: True), made.STATUS.codes[0].label)
    started.set()


@dataclass(frozen=True)
class Counted:
    """Findings of which only the counts are asked."""

    counts: dict[str, int]


@pytest.mark.parametrize("must", [0, 3])
def test_a_draft_counts_what_is_left_only_where_something_is(must):
    draft = replace(made.package(), draft=True, findings=Counted({"must": must}))
    said = [readme.page(draft, language).split("**")[1] for language in ("en", "fr")]
    assert [str(must) in sentence for sentence in said] == [must > 0] * 2
