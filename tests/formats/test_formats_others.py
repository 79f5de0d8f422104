"""JSON, GeoJSON, HTML, DBF, shapefiles, GeoPackage, Parquet, archives and packages."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import struct
import zipfile

import polars as pl
import pytest
import shapefile

from steward_app.core.problem import Problem
from steward_app.core.reading import Asked


@pytest.mark.parametrize("text", [
    '[{"id": "01", "n": 1.50, "ok": true}]', '{"result": {"records": [{"id": "01", "n": 1.50, "ok": true}]}}',
    '{"id": "01", "n": 1.50, "ok": true}\n', '[["id", "n", "ok"], ["01", 1.50, true]]'])
def test_json_keeps_numbers_as_written(opened, text):
    assert opened(text.encode()).table.frame.row(0) == ("01", "1.50", "true")


def test_json_lines_join_the_keys_of_all(opened):
    table = opened(b'{"a": 1}\n{"a": 2, "b": [1, 2]}\n').table
    assert table.columns == ("a", "b") and table.frame.row(1) == ("2", '["1", "2"]')


def test_geojson_points_become_degrees(opened):
    feature = {"type": "Feature", "properties": {"nom": "é"}, "geometry": {"type": "Point", "coordinates": [-73.5, 45.5]}}
    found = opened(json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
    assert found.reading.format == "geojson" and found.table.frame.row(0) == ("é", "45.5", "-73.5")


def test_projected_geojson_is_reprojected(opened):
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [300_000, 5_040_000]}}
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32188"}}
    table = opened(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}).encode()).table
    assert abs(float(table.frame["latitude"][0]) - 45.5) < 0.1


def test_html_named_xls_is_a_table(opened):
    page = b"<html><table><tr><th>No</th><th>Ville</th></tr><tr><td>1</td><td>L&eacute;vis</td></tr></table></html>"
    found = opened(page, name="rapport.xls")
    assert found.reading.format == "html" and found.table.frame.row(0) == ("1", "Lévis")


def test_csv_named_xlsx_is_csv(opened):
    assert opened("a;b\n1;é\n".encode("cp1252"), name="a.xlsx").reading.format == "csv"


def test_a_dbf_is_read_in_the_encoding_its_side_file_names(opened, tmp_path):
    fields = b"NOM\0\0\0\0\0\0\0\0C\0\0\0\0\x08" + b"\0" * 15 + b"LE\0\0\0\0\0\0\0\0\0D\0\0\0\0\x08" + b"\0" * 15
    head = struct.pack("<BBBBIHH", 3, 124, 1, 1, 2, 32 + 64 + 1, 17) + b"\0" * 20
    data = head + fields + b"\r" + b" L\x82vis   20240105" + b"*x       20240105" + b"\x1a"
    (tmp_path / "a.cpg").write_text("cp850")
    (tmp_path / "a.dbf").write_bytes(data)
    assert opened(tmp_path / "a.dbf").table.frame.rows() == [("Lévis", "2024-01-05")]


def test_column_names_as_long_as_a_shapefile_keeps_are_remarked_on(opened, tmp_path):
    with shapefile.Writer(str(tmp_path / "p"), shapefile.POINT) as out:
        for name in ("CODE_POSTA", "NOM"):
            out.field(name, "C", 20)
        out.point(-73.5, 45.5)
        out.record("G1R 2B5", "Parc")
    assert [note.code for note in opened(tmp_path / "p.shp").reading.notes] == ["F11"]
    assert [note.code for note in opened(tmp_path / "p.dbf").reading.notes] == ["F11"]


def test_a_shapefile_gives_its_points_and_its_zip_does_too(opened, tmp_path):
    with shapefile.Writer(str(tmp_path / "p"), shapefile.POINT) as out:
        out.field("NOM", "C", 20)
        out.point(-73.5, 45.5)
        out.record("Parc")
    assert opened(tmp_path / "p.shp").table.frame.row(0) == ("Parc", "45.5", "-73.5")
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        for ending in ("shp", "dbf", "shx"):
            archive.write(tmp_path / f"p.{ending}", f"dossier/p.{ending}")
    assert opened(tmp_path / "p.zip").table.frame.row(0) == ("Parc", "45.5", "-73.5")


def test_a_geopackage_table_is_read_with_its_points(opened, tmp_path):
    blob = b"GP\0\x01" + struct.pack("<i", 4326) + b"\x01" + struct.pack("<Idd", 1, -73.5, 45.5)
    with sqlite3.connect(tmp_path / "a.gpkg") as base:
        base.execute("create table gpkg_contents (table_name text)")
        base.execute("create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer)")
        base.execute("insert into gpkg_geometry_columns values ('parcs', 'geom', 4326)")
        base.execute("create table parcs (id integer, nom text, geom blob)")
        base.execute("insert into parcs values (1, 'é', ?)", (blob,))
    base.close()
    assert opened(tmp_path / "a.gpkg").table.frame.row(0) == ("1", "é", "45.5", "-73.5")


def test_parquet_becomes_text(opened, tmp_path):
    pl.DataFrame({"a": [1.0, 2.5], "b": ["é", ""], "c": [True, None]}).write_parquet(tmp_path / "a.parquet")
    assert opened(tmp_path / "a.parquet").table.frame.rows() == [("1", "é", "TRUE"), ("2.5", None, None)]


def test_a_gz_and_a_zip_are_opened_by_what_they_hold(opened, tmp_path):
    assert opened(gzip.compress(b"a,b\n1,2\n"), name="a.csv.gz").table.frame.row(0) == ("1", "2")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("README.txt", "read me " * 99)
        archive.writestr("data/permis.csv", "a,b\n1,2\n")
        archive.writestr("data/autres.csv", "c,d\n3,4\n5,6\n7,8\n")
    assert opened(made.getvalue(), name="a.zip").table.headings == ("c", "d")
    assert opened(made.getvalue(), Asked(sheet="data/permis.csv"), name="a.zip").table.headings == ("a", "b")


def test_a_data_package_is_read_as_its_descriptor_says(opened, tmp_path):
    (tmp_path / "t.csv").write_text("a|b\n1|2\n")
    said = {"resources": [{"name": "t", "path": "t.csv", "dialect": {"delimiter": "|"}}]}
    assert opened(json.dumps(said).encode(), name="datapackage.json").table.headings == ("a", "b")


def test_a_package_never_leaves_its_folder(opened):
    with pytest.raises(Problem):
        opened(json.dumps({"resources": [{"name": "t", "path": "../../etc/passwd"}]}).encode(), name="datapackage.json")


def test_an_excel_2003_xml_workbook_opens(opened):
    text = ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
            'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>'
            '<Row><Cell><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="String">b</Data></Cell></Row>'
            '<Row><Cell ss:Index="2"><Data ss:Type="DateTime">2024-01-05T00:00:00.000</Data></Cell></Row>'
            "</Table></Worksheet></Workbook>")
    assert opened(text.encode(), name="a.xls").table.frame.row(0) == (None, "2024-01-05")
