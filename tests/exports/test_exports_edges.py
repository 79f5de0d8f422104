"""Packages at the edge of what is sensible still open everywhere: one language, no rows, odd names, a licence of one's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from steward_app.core.progress import SILENT
from steward_app.exports import ckan, write_package
from steward_app.exports.table_csv import read_back
from steward_app.exports.verify import verify
from tests import package_made as made

HEADING = 'état "actuel", ou non'


def written(tmp_path: Path, **more) -> Path:
    """Write a package; where it lies."""
    return write_package(made.package(**more), tmp_path, SILENT).path


def read(folder: Path, name: str):
    """Read one JSON paper."""
    return json.loads((folder / name).read_text("utf-8"))


def test_what_is_in_one_language_is_not_passed_off_as_the_other(tmp_path):
    about = made.metadata(title={"fr": "Permis"}, description={"fr": "Tous les permis."}, keywords={"fr": ["permis"]})
    folder = written(tmp_path, metadata=about)
    record, dataset = read(folder, "metadata/ckan.json"), read(folder, "metadata/dcat.jsonld")["dcat:dataset"][0]
    assert record["title"] == "Permis" and record["title_translated"] == {"fr": "Permis"}
    assert record["notes_translated"] == {"fr": "Tous les permis."} and record["keywords"] == {"fr": ["permis"]}
    assert [item["@language"] for key in ("dct:title", "dct:description") for item in dataset[key]] == ["fr", "fr"]


def test_anyone_may_create_the_ckan_record(tmp_path):
    record = read(written(tmp_path), "metadata/ckan.json")
    assert "id" not in record  # only an administrator of the portal may choose one (CKAN, `empty_if_not_sysadmin`)
    nested = {key for key, value in record.items() if isinstance(value, list) and isinstance(value[0], dict)}
    assert nested == {"resources", "tags"}  # CKAN refuses any other list of objects


@pytest.mark.parametrize(("word", "tag"), [("permis d’affaires", "permis d affaires"), ("a, b", "a b"), ("été", "été"), ("é", None)])
def test_a_tag_holds_what_any_ckan_takes(word, tag):
    assert ckan.tags([word]) == ([tag] if tag else [])


def test_no_row_is_left(tmp_path):
    folder = written(tmp_path, source={key: [] for key in made.SOURCE})
    assert verify(folder, SILENT, every_row=True) == ()
    assert read(folder, "data/tiny-permits.geojson")["features"] == []


def test_a_table_without_points_has_no_geojson(tmp_path):
    source = {key: value for key, value in made.SOURCE.items() if key not in ("Lat", "Long")}
    folder = written(tmp_path, source=source)
    assert not list(folder.glob("data/*.geojson")) and verify(folder, SILENT) == ()


def own() -> dict:
    """Return a standard of one's own, with names that no portal would choose."""
    fields = [made.field(HEADING) if item["name"] == "number" else item for item in made.RAW["fields"]]
    return {**made.RAW, "name": "permis-d-été", "fields": fields, "primaryKey": []}


def test_names_with_accents_and_quotes_come_back(tmp_path, monkeypatch):
    mapping = made.mapping()
    monkeypatch.setattr(made, "mapping", lambda: mapping.but(HEADING, mapping.fields["number"]).but("number", None))
    folder = written(tmp_path, raw=own())
    assert HEADING in read_back(next(folder.glob("data/*.csv"))).columns
    assert re.fullmatch(r"[-a-z0-9._/]+", read(folder, "metadata/schema.json")["name"])
    assert [fault.file for fault in verify(folder, SILENT)] == ["data/permis-d-été.csv"]  # a portal refuses the heading


@pytest.mark.parametrize("licence", ["ogl-val-des-aulnes", "closed"])
def test_a_licence_without_an_address_is_named(tmp_path, licence):
    folder = written(tmp_path, metadata=made.metadata(licence=licence))
    said = read(folder, "metadata/dcat.jsonld")["dcat:dataset"][0]["dct:license"]
    assert said["@type"] == "dct:LicenseDocument" and said["dct:identifier"] == licence
    assert read(folder, "metadata/ckan.json")["license_id"] == licence


def test_a_very_long_title_harms_nothing(tmp_path):
    long = "Permis de construire " * 200
    folder = written(tmp_path, metadata=made.metadata(title={"en": long, "fr": long}, publisher={"id": "a" * 300, "name": {"fr": long}}))
    assert len(folder.name) <= 80 and len(read(folder, "metadata/ckan.json")["name"]) <= 100
    assert verify(folder, SILENT) == ()
