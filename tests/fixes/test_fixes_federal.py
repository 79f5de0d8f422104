"""Business numbers, provinces, dates in text and spoilt identifiers are mended where one result is certain."""

import datetime as dt

import polars as pl
import pytest

from steward_app import fixes
from steward_app.checks import CHECKS
from steward_app.core import engine
from steward_app.core.document import Document
from steward_app.core.mapping import Feed, Mapping
from steward_app.core.reading import Reading
from steward_app.core.schema import Schema
from steward_app.core.table import Table
from steward_app.core.view import View

PROVINCES = ({"alpha": "QC", "en": "Quebec", "fr": "Québec", "abbr_en": "Que."}, {"alpha": "ON", "en": "Ontario"})

KNOWN = {"provinces": PROVINCES, "placeholders": frozenset(), "lookup": lambda table, column: frozenset({"24", "2466023", "3506008"})}


def offered(fix, field, texts, rules=()):
    """Return before → after of what a fix offers for one column `a`, None where nothing."""
    schema = Schema.of_json({"name": "bench", "fields": [{"name": "a", **field}],
                             "rules": [{"id": str(n), "field": "a", "en": "x", "fr": "y", **rule} for n, rule in enumerate(rules)]}, {})
    table = Table.of(pl.DataFrame({"a": texts}), ["a"])
    view = View(schema, Mapping({"a": Feed(("a",))}), dt.date(2026, 11, 24), KNOWN)
    findings, view = engine.check_all(view, table, CHECKS)
    item = fixes.by_id(fix)
    found = findings.get((item.mends[0], "a"))
    proposal = fixes.offered(item, fixes.wrong_of(view, table, found), CHECKS) if found else None
    if proposal is None:
        return None
    after, _ = proposal.edit(Document(Reading("", "", 0, ""), table, schema, view.mapping), item.named, item.id).apply(
        Document(Reading("", "", 0, ""), table, schema, view.mapping))
    return after.table.frame["a"].to_list()


NUMBER = {"constraints": {"pattern": r"^\d{9}$"}}
DIGIT = {"check": "V26", "width": 9}


@pytest.mark.parametrize(("text", "after"), [
    ("123 456 782", "123456782"), ("123456782RT0001", "123456782"), ("12345 6782 rc 0002", "123456782"), ("123-456-782", "123456782")])
def test_a_business_number_keeps_its_nine_digits(text, after):
    assert offered("business-number", NUMBER, [text], [DIGIT]) == [after]


@pytest.mark.parametrize(("field", "text", "rules"), [
    (NUMBER, "12345678", [DIGIT]), (NUMBER, "unknown", [DIGIT]), (NUMBER, "123456782RT0001", [])])
def test_what_is_no_business_number_is_left(field, text, rules):
    assert offered("business-number", field, [text], rules) is None


def test_provinces_and_dates_in_text_get_their_federal_form():
    assert offered("province-codes", {"title": "Province"}, ["Québec", "que.", "ON", "Maine"]) == ["QC", "QC", "ON", "Maine"]
    assert offered("iso-dates", {"title": "Date"}, ["7 mai 2024", "03/04/2024"]) == ["2024-05-07", "03/04/2024"]


def test_zeros_come_back_and_exponents_are_written_out_where_no_digit_is_lost():
    assert offered("zeros", {}, ["4501", "04501", "45"], [{"check": "V20", "width": 5}]) == ["04501", "04501", "00045"]
    assert offered("all-digits", {"kind": "identifier"}, ["1.23456E+05", "1.2E+08", "7E+0"]) == ["123456", "1.2E+08", "7"]
    assert offered("all-digits", {"kind": "identifier"}, ["1.2E+08"]) is None


@pytest.mark.parametrize(("fix", "safe"), [("business-number", True), ("province-codes", True), ("iso-dates", True),
                                           ("zeros", False), ("all-digits", False)])
def test_only_what_keeps_its_meaning_runs_unasked(fix, safe):
    assert fixes.by_id(fix).safe is safe


SGC = {"kind": "sgc", "constraints": {"pattern": r"^(\d{2}|\d{4}|\d{7})$"}}


@pytest.mark.parametrize(("fix", "texts", "after"), [
    ("geographic-code", ["24 66023", "3506008.0", "2466320.0"], ["2466023", "3506008", "2466320.0"]),
    ("quebec-code", ["66023", "66999"], ["2466023", "66999"]), ("geographic-code", ["66023"], None), ("quebec-code", ["350"], None)])
def test_a_geographic_code_is_completed_where_the_classification_lists_it(fix, texts, after):
    assert offered(fix, SGC, texts) == after
