"""What a text stands for: one plain form, or nothing where it has no single meaning."""

from __future__ import annotations

import polars as pl
import pytest
from checked import STATUS
from hypothesis import given, settings, strategies as st

from steward_app.core.mapping import ReadAs
from steward_app.core.schema import Field, folded
from steward_app.core.types import FAULTS, KINDS, like, of
from steward_app.core.types.codes import folds

LEARNED = {("codes", "a"): STATUS}


def field(**keys):
    return Field.of_json({"name": "a", "type": "string", **keys})


def plain(text, read=ReadAs(), learned=LEARNED, **keys):
    item = field(**keys)
    return of(item).plain(pl.Series([text]), item, read, learned)[0]


@pytest.mark.parametrize("text", ["2024- 5-07", "2024-05-\t7", "2024-5-007", "+024-05-07", "2024-05-07 ", "2024/05/07"])
def test_only_digits_and_hyphens_are_a_plain_date(text):
    item = field(type="date")
    value = of(item).value(pl.col("text"), item, ReadAs(), {})
    assert pl.DataFrame({"text": [text, "2024-05-07"]}).select(value.is_not_null()).to_series().to_list() == [False, True]



@pytest.mark.parametrize(("text", "day"), [
    ("2019-05-15T08:00:00.000Z", "2019-05-15"), ("2014/06/12", "2014-06-12"), ("20201019", "2020-10-19"),
    ("05/15/2019 12:00:00 AM", "2019-05-15"), ("4/15/2014 19:49", "2014-04-15"), ("2014-Jan-14 13:48:01", "2014-01-14"),
    (" 2021-Oct-06", "2021-10-06"), ("Nov  9 2018 12:00AM", "2018-11-09"), ("September 30 2019", "2019-09-30"),
    ("Sept. 30, 2019", "2019-09-30"), ("27 février 2015", "2015-02-27"), ("02 juin 2014", "2014-06-02"),
    ("2\u00a0juin\u00a02020", "2020-06-02"), ("1er août 2020", "2020-08-01"), ("le 3 déc. 2020", "2020-12-03"),
    ("lundi 3 juin 2019", "2019-06-03"), ("Mon, Jun 3rd, 2019", "2019-06-03"), ("15-JAN-24", "2024-01-15"),
    ("30sep2019", "2019-09-30"), ("2024 - 01 - 05", "2024-01-05"), ("2020-03-04T10:00:00-05:00", "2020-03-04"),
    ("2020-03-04 à 14 h 30", "2020-03-04"), ("2021/06/01 00:00:00+00", "2021-06-01"),
    ("45291", "2023-12-31"), ("45291.75", "2023-12-31"), ("05/05/2024", "2024-05-05"),
    ("25.12.2024", "2024-12-25"), ("02/01/2012", None), ("06--12", None), ("Apr 17-Jun 12", None), ("190510", None),
    ("2016061", None), ("2024-02-31", None), ("juin 2020", None), ("2020", None), ("7 h à 8 h 30", None), ("05/06/19", None),
])
def test_a_date_is_read_in_every_form_that_has_one_meaning(text, day):
    assert plain(text, type="date") == day


@pytest.mark.parametrize(("order", "text", "day"), [
    ("dmy", "02/01/2012", "2012-01-02"), ("mdy", "02/01/2012", "2012-02-01"), ("dmy", "05/06/19", "2019-06-05"),
    ("mdy", "05/06/19", "2019-05-06"), ("ymd", "19-06-05", "2019-06-05"), ("ymd", "190510", "2019-05-10"),
    ("dmy", "25/12/71", "1971-12-25"),
])
def test_an_order_in_the_mapping_reads_all_digit_dates(order, text, day):
    item = field(type="date")
    assert of(item).accepted(pl.Series([text]), item, ReadAs(dates=order), {})[0] == day


def test_a_serial_number_is_never_accepted_unseen():
    item = field(type="date")
    assert of(item).accepted(pl.Series(["45291"]), item, ReadAs(dates="dmy"), {})[0] is None


@pytest.mark.parametrize(("text", "number"), [
    ("$1,234.56", "1234.56"), ("1 234,56 $", "1234.56"), ("1\u00a0234,56\u00a0$", "1234.56"), ("1\u202f700 $ ", "1700"),
    ("$13,500,000", "13500000"), ("$0.00 ", "0.00"), ("(500)", "-500"), ("1234-", "-1234"), ("−5", "-5"), ("70%", "70"),
    (" 2,003,237 ", "2003237"), ("      5870", "5870"), (".5", "0.5"), ("+5", "5"), ("CAD 500", "500"), ("$1,234", "1234"),
    ("1.234,56", "1234.56"), ("1,234", None), ("1e5", None), ("12 units", None), ("<10", None), ("1 23", None), ("--5", None),
    ("(5", None), ("", None), ("12.5.3", None),
])
def test_a_number_is_read_where_its_marks_mean_one_thing(text, number):
    assert plain(text, type="number") == number


@pytest.mark.parametrize(("mark", "number"), [(",", "1.234"), (".", "1234")])
def test_a_decimal_mark_in_the_mapping_or_proved_by_the_column_decides(mark, number):
    assert plain("1,234", ReadAs(numbers=mark), type="number") == number
    assert plain("1,234", learned={("mark", "a"): mark}, type="number") == number


@pytest.mark.parametrize(("texts", "values", "mark"), [
    (["1,234", "12,5"], [], ","), (["1,234", "0,125"], [], ","), (["1,234", "1,234,567"], [], "."),
    (["1,234", "1,5", "1,234.5"], [], None), (["1,234"], [], None), (["1,234"], [12.5], "."), (["$5"], [], None),
    ([f"{n},000" for n in range(10, 21)], [], "."),
])
def test_a_column_proves_its_decimal_mark(texts, values, mark):
    item = field(type="number")
    found = of(item).learn(pl.Series(texts), pl.Series(values, dtype=pl.Float64), item, ReadAs())
    assert found.get("mark") == mark


@pytest.mark.parametrize(("keys", "text", "right"), [
    ({"type": "integer"}, "2.0", "2"), ({"type": "integer"}, "2.5", None), ({"type": "integer"}, "1 234", "1234"),
    ({"type": "year"}, "2024.0", "2024"), ({"type": "year"}, "24", None),
    ({"type": "boolean"}, "OUI", "true"), ({"type": "boolean"}, "Faux", "false"), ({"type": "boolean"}, "maybe", None),
    ({"kind": "postal-code"}, "k1a-0b1", "K1A 0B1"), ({"kind": "postal-code"}, "K1A\u00a00B1", "K1A 0B1"),
    ({"kind": "postal-code"}, "D1A0B1", None), ({"kind": "fsa"}, "k1a 0b1", "K1A"),
    ({"kind": "phone"}, "(613) 555-0199", "613-555-0199"), ({"kind": "phone"}, "1.613.555.0199 poste 4", "613-555-0199 x4"),
    ({"kind": "phone"}, "555-0199", None), ({"format": "email"}, " <mailto:a@b.ca>", "a@b.ca"),
    ({"format": "uri"}, "www.ville.ca", "https://www.ville.ca"), ({"format": "uri"}, "ville.ca", None),
    ({"type": "datetime"}, "05/13/2019 2:30 PM", "2019-05-13T14:30:00"), ({"type": "time"}, "7 h 30", "07:30:00"),
    ({"type": "yearmonth"}, "2024/5", "2024-05"), ({"codeList": "status"}, "PERMIS DELIVRE", "permit_issued"),
    ({"codeList": "status"}, "permit_isued", None),
])
def test_every_kind_knows_its_plain_form(keys, text, right):
    assert plain(text, **keys) == right


@pytest.mark.parametrize(("text", "right"), [
    ("2019/05/15 14:23:45+00", "2019-05-15T14:23:45Z"), ("2024-05-07 14:30:00-0400", "2024-05-07T14:30:00-04:00"),
    ("2024-05-07 14:30 EST", "2024-05-07T14:30:00-05:00"), ("7 mai 2024 à 14 h 30 min, HAE", None),
    ("7 mai 2024 à 14 h 30 HAE", "2024-05-07T14:30:00-04:00"), ("20240507T143000Z", "2024-05-07T14:30:00Z"),
    ("20240507143000", "2024-05-07T14:30:00"), ("2024-05-07T1430", "2024-05-07T14:30:00"),
    ("45000.604", "2023-03-15T14:29:46"), ("45000", "2023-03-15T00:00:00"), ("2024-05-07", "2024-05-07T00:00:00"),
    ("2024-05-07 25:00", None), ("2024-05-07T24:00:00", None), ("2024-05-07 14:60", None), ("2024-05-07 midi", None),
])
def test_a_moment_keeps_its_time_and_its_zone_or_is_left_alone(text, right):
    assert plain(text, type="datetime") == right


def test_a_number_that_nobody_can_dial_is_left_alone():
    assert [plain(text, kind="phone") for text in ("0000000000", "(123) 456-7890", "1 613 555 0199")] == [
        None, None, "613-555-0199"]


def test_likeness_is_asked_never_assumed():
    assert like(pl.Series(["permit_isued", "zzz", "clsed"]), field(codeList="status"), LEARNED).to_list() == [
        "permit_issued", None, "closed"]


FIELDS = [field(type=t) for t in ("number", "integer", "boolean", "date", "datetime", "time", "year", "yearmonth")] + [
    field(kind=k) for k in ("postal-code", "fsa", "phone")] + [field(format=f) for f in ("email", "uri")] + [
    field(codeList="status"), field()]
READINGS = [ReadAs(), ReadAs(dates="dmy", numbers=",", yes_no={"true": ("O",), "false": ("N",)})]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=16) | st.from_regex(r"[0-9 /.,$%()-]{1,14}", fullmatch=True), min_size=1, max_size=8, unique=True))
def test_what_a_text_stands_for_is_readable_and_every_fault_is_of_the_family(texts):
    distinct = pl.Series(texts)
    for item in FIELDS:
        kind = of(item)
        for read in READINGS:
            look = kind.look(distinct, item, read, LEARNED)
            assert {FAULTS[fault] for fault in look["own"]} <= {*kind.family, ""}
            look = look.with_columns(means=kind.plain(distinct, item, read, LEARNED))
            for column in ("means", "accepted"):
                if kind.value is not None:
                    value = look.select(kind.value(pl.col(column), item, read, LEARNED)).to_series()
                    unread = look[column].filter(value.is_null() & look[column].is_not_null())
                    assert all(len(text) > 18 for text in unread)


def test_the_kinds_are_listed():
    assert {of(item).name for item in FIELDS} == {kind.name for kind in KINDS}


@given(st.lists(st.text(st.characters(max_codepoint=0x24F), max_size=10), min_size=1, max_size=5))
def test_texts_are_folded_as_words_are(texts):
    assert folds(pl.Series(texts)).to_list() == [folded(text) for text in texts]


def test_a_column_of_free_text_is_not_taken_for_misspelt_codes():
    item, texts = field(codeList="status"), pl.Series([f"closed {n}" for n in range(2_001)])
    assert of(item).learn(texts, texts, item, ReadAs()) == {"free": True}
    assert like(pl.Series(["clsed"]), item, LEARNED | {("free", "a"): True}).to_list() == [None]


@pytest.mark.parametrize(("text", "code"), [
    ("Issued/Permis délivré", "permit_issued"), ("Closed | Clos", "closed"), ("Issued/Closed", None), ("Issued/", "permit_issued"),
    ("/", None), ("Clos / ?", "closed"), ("Clos / fini", None)])
def test_a_text_in_both_languages_is_the_code_that_both_lead_to(text, code):
    assert plain(text, codeList="status") == code == STATUS.stands_for(text)


def test_what_stands_in_brackets_is_only_resembled():
    item, texts = field(codeList="status"), pl.Series(["Closed (no further action)", "(closed)", "In review (2nd)",
                                                       "(x)", "nothing (like it)"])
    assert like(texts, item, LEARNED).to_list() == ["closed", "closed", "in_review", None, None]
    assert plain("Closed (no further action)", codeList="status") is None
