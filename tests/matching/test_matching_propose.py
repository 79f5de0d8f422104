"""A mapping is proposed over the whole table; only what is sure feeds."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from steward_app.core.mapping import Feed, Mapping
from steward_app.core.schema import Schema
from steward_app.matching import candidates_for, propose

RAW = {"name": "made", "title": "Made", "title_fr": "Fait"}


def states(proposed):
    return {item.heading: (item.field, item.state) for item in proposed.columns}


def test_a_column_kept_as_an_extra_is_not_asked_about(schema):
    proposed = propose(["Permit number", "Stage name"], schema, given=Mapping(extras={"Stage name": "stage_name"}))
    assert propose(["Permit number", "Stage name"], schema).unconfirmed and proposed.unconfirmed == ()


def test_headings_alone_are_enough(schema):
    proposed = propose(["No permis", "Date émission", "Coût"], schema)
    assert states(proposed)["No permis"] == ("permit_number", "matched")
    assert proposed.missing == ()
    assert propose(["Coût"], schema).missing == ("permit_number",)


@pytest.mark.parametrize(("heading", "values", "state"), [
    ("issued_date", ["2024-05-07"] * 6, "matched"), ("issued_date", ["05/07/2024"] * 6, "matched"),
    ("issued_date", ["7 mai 2024"] * 6, "matched"), ("issued_date", ["Main Street"] * 6, "check"),
    ("issued_date", ["Main Street"] * 3, "matched"), ("issued_date", [None] * 6, "matched"),
    ("estimated_value", ["1 200,50 $"] * 6, "matched"), ("estimated_value", ["yes"] * 6, "check"),
    ("latitude", ["45.42"] * 6, "matched"), ("latitude", ["5034567.1"] * 6, "check"),
    ("status", ["émis"] * 6, "matched"), ("status", ["A", "B", "C"] * 2, "matched"), ("status", ["12"] * 6, "check"),
    ("address_full", ["(53.5, -113.5)"] * 6, "check"), ("address_full", ["POINT (-113.5 53.5)"] * 6, "check"),
    ("street_name", ["Y", "N"] * 3, "check"), ("address_full", ["12 rue A"] * 6, "matched"),
    ("postal_code", ["K1A0B1"] * 6, "matched"), ("postal_code", ["613-555-0199"] * 6, "check"),
])
def test_values_may_veto_a_name(schema, table, heading, values, state):
    proposed = propose(table(**{heading: values}), schema)
    assert states(proposed)[heading] == (heading, state)
    assert proposed.mapping.fed(heading) == (state == "matched")


def test_prose_is_no_code_list(schema, table):
    prose = [f"Replace window number {number}" for number in range(12)]
    assert states(propose(table(stage=prose), schema))["stage"] == ("status", "check")
    assert states(propose(table(stage=["Open", "Waiting", "On hold"] * 4), schema))["stage"] == ("status", "matched")


@pytest.mark.parametrize(("beside", "state"), [(["Creator", "Editor"], "check"), (["created_user", "last_edited_user"], "check"),
                                               (["Creator"], "matched"), ([], "matched")])
def test_the_day_a_program_made_a_record_is_asked_about(schema, table, beside, state):
    columns = {"Created date": ["2024-05-07"] * 6} | {name: ["ann"] * 6 for name in beside}
    known = {"Created date": {"field": "issued_date", "date": "2026-01-01"}}
    made = Schema.of_json({**RAW, "fields": [{"name": "issued_date", "type": "date", "aliases": {"en": ["created date"]}}]}, {})
    assert states(propose(table(**columns), made))["Created date"] == ("issued_date", state)
    assert states(propose(table(**columns), made, remembered=known))["Created date"] == ("issued_date", "matched")
    empty = {name: [None] * 6 for name in columns}
    assert states(propose(table(**empty), made))["Created date"] == ((None, "none") if state == "check" else ("issued_date", "matched"))


@pytest.mark.parametrize(("x", "y", "feeds"), [
    ("-75.6972", "45.4215", {"longitude": "X", "latitude": "Y"}), ("45.4215", "-75.6972", {"longitude": "Y", "latitude": "X"}),
    ("445123.5", "5034567.1", {}),
])
def test_values_alone_decide_about_x_and_y(schema, table, x, y, feeds):
    fed = propose(table(X=[x] * 5, Y=[y] * 5), schema).mapping
    assert {name: fed.fields[name].columns[0] for name in fed.fed_fields} == feeds


def test_an_empty_column_is_not_asked_about(schema, table):
    assert states(propose(table(**{"Address 2": [None] * 5}), schema)) == {"Address 2": (None, "none")}
    assert states(propose(["Address 2"], schema)) == {"Address 2": ("address_full", "check")}


def test_x_and_y_without_rows_are_a_question(schema):
    assert states(propose(["X", "Y"], schema)) == {"X": ("longitude", "check"), "Y": ("latitude", "check")}


@pytest.mark.parametrize(("point", "parts"), [("45.42, -75.69", {"latitude": 1, "longitude": 2}),
                                              ("-75.69,45.42", {"longitude": 1, "latitude": 2}), ("(45.42, -75.69)", {})])
def test_points_in_one_column_are_a_question_about_both_coordinates(schema, table, point, parts):
    proposed = propose(table(Where=[point] * 5), schema)
    assert {name: feed.part for name, feed in proposed.mapping.fields.items()} == parts
    assert not proposed.mapping.fed_fields
    assert proposed.unconfirmed == (("Where",) if parts else ())


def test_an_address_of_numbers_beside_a_street_is_the_civic_number(schema, table):
    made = table(Address=["12", "14b", "1600", "7", "9"], Rue=["rue A", "rue B", "rue C", "rue D", "rue E"])
    assert states(propose(made, schema)) == {"Address": ("civic_number", "matched"), "Rue": ("street_name", "matched")}


def test_two_columns_with_an_equal_claim_are_asked_about(schema):
    assert states(propose(["date issued", "Issued Date"], schema))["Issued Date"] == ("issued_date", "matched")
    assert states(propose(["folder", "Folder"], schema)) == {"folder": ("permit_number", "check"), "Folder": (None, "none")}


def test_what_was_chosen_before_comes_first(schema):
    kept = {"truc": {"field": "status", "date": "2026-10-03"}, "status": {"field": None, "date": "2026-10-03"}}
    first, second = propose(["Truc", "Status"], schema, remembered=kept).columns
    assert (first.field, first.why, first.since) == ("status", "remembered", dt.date(2026, 10, 3))
    assert second.field is None


def test_the_columns_that_could_feed_a_field_come_best_first(schema, table):
    made = table(stage=["émis"] * 5, Status=["x"] * 5, Rue=["rue A"] * 5)
    assert [item.column for item in candidates_for(made, schema, "status")] == ["Status", "stage"]


def test_what_is_given_stands(schema):
    given = Mapping({"status": Feed(columns=("stage",)), "permit_number": Feed(absent=True)})
    proposed = propose(["permit_number", "stage", "status"], schema, given=given)
    assert proposed.mapping.fields == given.fields
    assert proposed.missing == ("permit_number",)


HEADINGS = st.lists(st.one_of(st.sampled_from(["permit_number", "Status", "X", "Y", "adresse", "Rue", "date", "issued"]),
                              st.text(max_size=12)), max_size=12)


@given(HEADINGS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_column_feeds_two_fields_and_no_field_is_fed_twice(schema, headings):
    proposed = propose(headings, schema)
    columns = [column for feed in proposed.mapping.fields.values() for column in feed.columns]
    assert len(columns) == len(set(columns))
    assert len(proposed.columns) == len(headings)


CELLS = st.one_of(st.none(), st.text(max_size=10), st.sampled_from(["45.4, -75.6", "2024-05-07", "K1A 0B1", "émis", "1 200 $", "12"]))


@given(columns=st.dictionaries(st.sampled_from(["permit_number", "Status", "X", "adresse", "Rue", "where", ""]),
                               st.lists(CELLS, min_size=6, max_size=6), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_values_make_a_column_feed_two_fields(schema, table, columns):
    mapping = propose(table(**columns), schema).mapping
    fed = [column for name in mapping.fed_fields for column in mapping.fields[name].columns]
    assert len(fed) == len(set(fed))
