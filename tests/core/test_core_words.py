"""Findings in words: the check's own phrase with the facts of the list, or of one record."""

from __future__ import annotations

import pytest
from checked import CHECKS, schema_of, table_of, view_of

from steward_app.core import cells, words
from steward_app.core.engine import check_all
from steward_app.core.mapping import Feed, ReadAs
from steward_app.core.words import do


def said(key, schema, columns, record=None, reads=None, language="en"):
    """Return the headline of one problem."""
    table = table_of(columns)
    findings, view = check_all(view_of(schema, table, reads), table, CHECKS)
    return words.says(findings.problems[key], view, table, record).to(language)


DAY = schema_of({"name": "a", "type": "date", "title": "Issue date", "title_fr": "Date de délivrance"})


@pytest.mark.parametrize(("text", "language", "words"), [
    ("25/12/2024", "en", "Write dates as year-month-day: 25/12/2024 → 2024-12-25."),
    ("25/12/2024", "fr", "Écrivez les dates dans l’ordre année-mois-jour\u00a0: 25/12/2024 → 2024-12-25."),
    ("soon", "en", "Write dates as year-month-day."),
])
def test_an_arrow_shows_what_is_expected_where_it_is_known(text, language, words):
    assert said(("V03", "a"), DAY, {"a": [text]}, language=language) == words


def test_an_ambiguous_date_is_asked_in_both_readings():
    assert said(("V04", "a"), DAY, {"a": ["03/04/2024"]}) == "Is 03/04/2024 3 April 2024 or 4 March 2024?"
    assert said(("V04", "a"), DAY, {"a": ["01/04/2024"]}, language="fr").endswith("le 1er avril 2024 ou le 4 janvier 2024?")


def test_the_list_counts_and_a_record_speaks_of_itself():
    schema = schema_of({"name": "a", "title": "Permit", "title_fr": "Permis", "constraints": {"required": True}})
    columns = {"a": ["", "", "x"], "b": ["1", "2", "3"]}
    assert said(("V01", "a"), schema, columns) == "“Permit” is empty in 2 rows."
    assert said(("V01", "a"), schema, columns, 1) == "“Permit” is empty."


def test_the_headline_of_several_values_says_how_many_and_a_record_speaks_of_its_own():
    schema = schema_of({"name": "a", "codeList": "status"})
    columns = {"a": ["Occupiable", "Moon", "Moon", "Dust"], "b": ["1", "2", "3", "4"]}
    assert said(("V12", "a"), schema, columns) == "“Occupiable” and 2 other values are not on the list (4 rows)."
    assert said(("V12", "a"), schema, {"a": ["x1", "x2"], "b": ["1", "2"]}, language="fr") == (
        "«\u00a0x1\u00a0» et 1 autre valeur ne figurent pas dans la liste (2 lignes).")
    assert said(("V12", "a"), schema, columns, 1) == "“Moon” is not on the list."
    assert said(("V12", "a"), schema, {"a": ["x1", "x1"], "b": ["1", "2"]}) == "“x1” is not on the list."


@pytest.mark.parametrize(("texts", "words"), [(["Moon", "Dust"], "Match each of them"), (["Moon", "Moon"], "Match it")])
def test_what_to_do_speaks_of_as_many_as_the_headline(texts, words):
    table = table_of({"a": texts, "b": ["1", "2"]})
    findings, view = check_all(view_of(schema_of({"name": "a", "codeList": "status"}), table), table, CHECKS)
    assert do(findings.problems["V12", "a"], view, table).to("en").startswith(words)


def test_the_headline_of_several_rows_counts_them_and_a_rule_keeps_its_own_words():
    limit = {"name": "a", "type": "integer", "title": "Units", "title_fr": "Logements", "constraints": {"maximum": 5}}
    assert said(("V24", "a"), schema_of(limit), {"a": ["9", "1", "7"]}) == (
        "“Units” must be 5 or less; 2 rows have more, such as row 2 (9).")
    rule = {"id": "T", "check": "V24", "field": "a", "max": 5, "en": "Too many.", "fr": "Trop."}
    assert said(("V24", "a"), schema_of(limit, rules=[rule]), {"a": ["9", "7"]}) == "Too many."


def test_years_are_names_and_bear_no_thousands_sign():
    year = {"name": "a", "type": "year", "title": "Year", "title_fr": "Année", "constraints": {"minimum": 1900}}
    assert "must be 1900 or more" in said(("V09", "a"), schema_of(year), {"a": ["1850"]})


def test_rows_of_a_key_point_at_each_other_as_a_spreadsheet_shows_them():
    schema = schema_of({"name": "a", "title": "Permit", "title_fr": "Permis"}, primaryKey="a")
    columns = {"a": ["x"] + [str(n) for n in range(1500)] + ["x"], "b": [str(n) for n in range(1502)]}
    assert "row 1503" in said(("R02", "a"), schema, columns, 0)
    assert "row 2" in said(("R02", "a"), schema, columns, 1501)


def test_a_rule_speaks_its_own_words():
    rule = {"id": "T-1", "check": "X02", "field": "a", "groups": [["a"], ["b"]], "en": "Give {groups}.", "fr": "Indiquez {groups}."}
    schema = schema_of({"name": "a", "title": "A"}, {"name": "b", "title": "B"}, rules=[rule])
    assert said(("X02", "a"), schema, {"a": [""], "b": [""], "c": ["1"]}) == "Give “A” or “B”."


def test_every_finding_is_a_line_in_row_order_with_its_value_and_suggestion():
    schema = schema_of({"name": "a", "type": "date"}, {"name": "s", "codeList": "status"}, {"name": "z", "level": "recommended"})
    table = table_of({"Jour": ["25/12/2024", "2024-01-01"], "N": ["1", "2"], "s": ["closed", "Closed"]})
    view = view_of(schema, table, {"s": ReadAs()}, {"a": Feed(("Jour",))})
    findings, view = check_all(view, table, CHECKS)
    lines = cells.findings_frame(view, table, findings).select("row", "column", "field", "check", "value", "suggestion").rows()
    assert lines == [(None, None, "z", "C02", None, None), (2, "Jour", "a", "V03", "25/12/2024", "2024-12-25"),
                     (3, "s", "s", "V11", "Closed", "closed")]
