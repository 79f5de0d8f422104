"""Text that cannot be read as its type: one fault each."""

from __future__ import annotations

import pytest
from checked import checks_of, marked

from steward_app.core.mapping import ReadAs


@pytest.mark.parametrize(("text", "checks"), [
    ("2024-05-07", []), ("2024-1-5", ["V03"]), ("2024/06/12", ["V03"]), ("20201019", ["V03"]), ("25/12/2024", ["V03"]),
    ("2018-11-09T08:00:00.000Z", ["V03"]), ("27 février 2015", ["V03"]), ("Nov  9 2018 12:00AM", ["V03"]),
    ("2\u00a0juin\u00a02020", ["V03"]), (" 2021-Oct-06", ["V03"]), ("hello", ["V03"]), ("05/05/2024", ["V03"]),
    ("03/04/2024", ["V04"]), ("190510", ["V04"]), ("05/06/19", ["V04"]), ("2024-02-31", ["V05"]),
    ("31/02/2024", ["V05"]), ("45291", ["V06"]), ("45291.5", ["V06"]), ("19999", ["V03"]), ("+2024-01-5", ["V03"]),
    ("2024- 1-05", ["V03"]), ("tbd", ["V02"]), ("#REF!", ["F06"]), ("  ", ["V02"]), (None, []),
])
def test_a_date_has_exactly_one_fault(text, checks):
    assert checks_of(text, type="date") == checks


def test_one_part_above_twelve_proves_the_order_of_the_column():
    assert marked("V03", ["03/04/2024", "25/04/2024"], type="date") == [0, 1]
    assert marked("V04", ["03/04/2024", "25/04/2024"], type="date") == []


def test_a_column_proved_both_ways_is_ambiguous_where_it_reads_two_ways():
    assert marked("V04", ["03/04/2024", "25/04/2024", "04/25/2024"], type="date") == [0]


def test_a_date_order_in_the_mapping_makes_dates_readable():
    texts = ["03/04/2024", "27 février 2015", "2024-01-05", "05/06/19"]
    assert marked("V04", texts, ReadAs(dates="dmy"), type="date") == []
    assert marked("V03", texts, ReadAs(dates="dmy"), type="date") == []


@pytest.mark.parametrize(("text", "checks"), [
    ("-1200.5", []), ("007", []), ("$1,234.56", ["V07"]), ("1 234,56 $", ["V07"]), ("1e5", ["V07"]), ("NaN", ["V07"]),
    ("inf", ["V07"]), (".5", ["V07"]), ("5.", ["V07"]), ("+5", ["V07"]), (" 5", ["V07"]), ("(1,234)", ["V07"]),
    ("70%", ["V07"]), ("abc", ["V07"]), ("N/A", ["V02"]), ("٣", ["V07"]),
])
def test_a_number_is_digits_a_point_and_a_minus(text, checks):
    assert checks_of(text, type="number") == checks


@pytest.mark.parametrize(("text", "checks"), [
    ("-12", []), ("2.0", ["V07"]), ("2.5", ["V08"]), ("2,5", ["V08"]), ("1 234", ["V07"]), ("9" * 30, []),
    ("abc", ["V07"]), ("-", ["V07"]), ("1e3", ["V07"]),
])
def test_a_whole_number_has_no_decimals(text, checks):
    assert checks_of(text, type="integer") == checks


@pytest.mark.parametrize(("text", "checks"), [("2024", []), ("24", ["V07"]), ("2024.0", ["V07"]), ("2024.5", ["V08"])])
def test_a_year_has_four_digits(text, checks):
    assert checks_of(text, type="year") == checks


@pytest.mark.parametrize(("text", "checks"), [("true", []), ("OUI", ["V13"]), ("x", ["V13"]), ("peut-être", ["V13"])])
def test_yes_and_no_are_the_fields_own_words(text, checks):
    assert checks_of(text, type="boolean", trueValues=["true", "Yes"], falseValues=["false", "No"]) == checks


@pytest.mark.parametrize(("field", "right", "wrong", "check"), [
    ({"kind": "postal-code"}, ["K1A 0B1", "K1A"], ["k1a0b1", "K1A0B1", "D1A 0B1", "K1A  0B1"], "V15"),
    ({"kind": "fsa"}, ["K1A"], ["K1A 0B1", "k1a"], "V15"),
    ({"kind": "phone"}, ["613-555-0199", "613-555-0199 x12"], ["(613) 555-0199", "6135550199", "555-0199"], "V16"),
    ({"format": "email"}, ["a.b@ville.ca"], ["a@b", "mailto:a@b.ca", " a@b.ca", "a@b.ca, c@d.ca"], "V17"),
    ({"format": "uri"}, ["https://ville.ca", "http://x.ca/a?b#c"], ["www.ville.ca", "ville.ca", "https://a b.ca"], "V17"),
    ({"type": "datetime"}, ["2024-01-05T14:30:00", "2024-01-05T14:30:00Z"], ["2024-01-05 14:30"], "V03"),
    ({"type": "time"}, ["14:30:00"], ["14:30", "7 h 30", "25:00:00"], "V03"),
    ({"type": "yearmonth"}, ["2024-05"], ["2024-13", "2024/05"], "V03"),
])
def test_kinds_and_formats_have_their_own_shape(field, right, wrong, check):
    assert marked(check, right + wrong, **field) == list(range(len(right), len(right) + len(wrong)))


def test_a_kind_replaces_the_pattern():
    assert checks_of("k1a0b1", kind="postal-code", constraints={"pattern": "^K1A$"}) == ["V15"]
