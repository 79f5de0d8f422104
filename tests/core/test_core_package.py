"""The columns to be written, and what was changed in them."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core.mapping import Feed
from steward_app.core.package import from_publisher
from tests import package_made as made


def test_fed_fields_in_the_standards_order_then_extras():
    assert made.package().frame.columns == [
        "jurisdiction_id", "number", "issued", "status", "covered", "latitude", "longitude", "note"]


def test_plain_text_stands_and_readings_are_in_plain_form():
    frame = made.package().frame
    assert frame["number"].to_list() == ["007", "008", "009"]
    assert frame["issued"].to_list() == ["2024-05-07", "2024-06-01", None]
    assert frame["covered"].to_list() == ["true", "false", None]
    assert frame["latitude"].to_list() == ["45.5", "46", None]


def test_a_draft_keeps_what_cannot_be_read_and_drops_words_that_mean_empty():
    source = {**made.SOURCE, "Garage": ["peut-être", "NA", "Oui"], "Lat": ["45,5", "n/d", "1e3"]}
    frame = made.package(source=source, draft=True).frame
    assert frame["covered"].to_list() == ["peut-être", None, "true"]
    assert frame["latitude"].to_list() == ["45,5", "n/d", "1e3"]


def test_a_placeholder_where_a_number_is_due_is_written_as_nothing():
    source = {**made.SOURCE, "Lat": ["45.5", "n/d", "1e3"]}
    assert made.package(source=source).frame["latitude"].to_list() == ["45.5", None, "1e3"]


def test_the_publisher_fills_what_nothing_feeds():
    feed = made.package().mapping.feed("jurisdiction_id")
    assert (feed.constant, feed.why) == ("2463048", "publisher")
    fed = made.mapping().but("jurisdiction_id", Feed(constant="10"))
    assert from_publisher(made.schema(), fed, made.metadata()).feed("jurisdiction_id").constant == "10"


def test_readings_are_changes_with_their_source_rows():
    changes = made.package().changes
    assert changes.select("row", "column", "before", "after").rows() == [
        (2, "Date", "07/05/2024", "2024-05-07"), (2, "Garage", "Oui", "true"), (3, "Garage", "Non", "false")]


def edits(column: str) -> pl.DataFrame:
    """Return two edits of a column: a tidied value and a removed one."""
    return pl.DataFrame({"row": [4, 2], "column": [column] * 2, "before": ["x ", "Jane Doe"], "after": ["x", None],
                         "why_en": ["a", "a"], "why_fr": ["a", "a"]})


def test_edits_of_columns_that_are_not_written_are_not_told():
    assert "Interne" not in made.package(changes=edits("Interne")).changes["column"].to_list()


def test_what_was_taken_out_of_a_private_field_is_not_told():
    raw = {**made.RAW, "fields": [{**item, "privacy": "person"} if item["name"] == "number" else item
                                  for item in made.RAW["fields"]]}
    told = made.package(changes=edits("No"), raw=raw).changes.filter(pl.col("column") == "No")
    assert told.select("row", "before", "after").rows() == [(2, None, None), (4, "x ", "x")]


def test_changes_of_one_reason_stand_together():
    mixed = pl.concat([edits("No").head(1), edits("Note"), edits("No").tail(1)])
    assert made.package(changes=mixed).changes["column"].to_list()[:4] == ["No", "No", "Note", "Note"]


@pytest.mark.parametrize(("draft", "name"), [(False, "tiny-permits_val-des-aulnes_2026-11-24"),
                                             (True, "tiny-permits_val-des-aulnes_2026-11-24-draft")])
def test_a_package_is_named_after_standard_publisher_and_date(draft, name):
    assert made.package(draft=draft).name == name


def test_a_long_publisher_leaves_room_for_date_and_draft():
    long = made.package(draft=True, metadata=made.metadata(publisher__id="a" * 300))
    assert len(long.name) <= 80
    assert long.name.endswith("_2026-11-24-draft")
