"""Federal forms are advice: check digits, two-letter provinces and ISO dates where a standard asks for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from checked import found, marked, schema_of, table_of, view_of, where

from steward_app.checks import CHECKS
from steward_app.core.engine import check_all
from steward_app.core.schema import Severity


@pytest.mark.parametrize(("text", "wrong"), [
    ("123456782", False), ("123456789", True), ("123026635", False), ("1143920115", False), ("12345678", False), ("12345678Z", False)])
def test_a_business_number_ends_with_its_check_digit(text, wrong):
    rule = [{"id": "B", "check": "V26", "field": "a", "width": 9, "en": "x", "fr": "y"}]
    assert marked("V26", [text, ""], rules=rule) == ([0] if wrong else [])


def test_an_even_width_doubles_the_other_digits():
    rule = [{"id": "B", "check": "V26", "field": "a", "width": 16, "en": "x", "fr": "y"}]
    assert marked("V26", ["4539578763621486", "4539578763621487"], rules=rule) == [1]


def test_a_province_in_text_is_two_letters():
    texts = ["QC", "Québec", "quebec", "Ontario", "", "Maine"]
    assert marked("V27", texts, title="Home province") == [1, 2]
    assert marked("V27", texts, title="Home") == [] and marked("V27", texts, title="Province", codeList="province") == []


def test_a_date_in_text_is_written_year_first_where_it_reads_one_way():
    texts = ["2024-05-07", "May 7, 2024", "7 mai 2024", "03/04/2024", "soon", "20240507", "2024-05-07 14:30", "2024/05/07"]
    assert marked("V28", texts, title="Date seen") == [1, 2, 7]
    assert marked("V28", texts, title="Seen") == []


@pytest.mark.parametrize(("column", "texts", "check"), [("Prov", ["Québec", "ON"], "V27"), ("Hearing date", ["7 mai 2024", "x"], "V28")])
def test_columns_that_are_kept_as_they_are_get_the_same_advice(column, texts, check):
    schema, table = schema_of({"name": "a"}), table_of({"a": ["1", "2"], column: texts})
    view = view_of(schema, table)
    kept = replace(view, mapping=replace(view.mapping, extras={column: "kept"}))
    assert [check_all(kept, table, CHECKS)[0].get((check, f"column:{column}")) is not None,
            check_all(view, table, CHECKS)[0].get((check, f"column:{column}")) is not None] == [True, False]


def test_none_of_it_is_a_must():
    schema = schema_of({"name": "a", "title": "Province"})
    assert {p.rule.severity for p in found(schema, {"a": ["Québec"]}).listed if p.check.id == "V27"} == {Severity.BETTER}
    assert where(found(schema, {"a": ["Québec"]}), "V27", "a") == [0]
