"""Each fix mends what it says, proposes the plain form, and leaves what has no single meaning."""

import pytest

from steward_app import fixes
from steward_app.core.mapping import Feed

REWRITES = [
    ("dates", "V03", "day", "25/12/2024", "2024-12-25"), ("dates", "V03", "hour", "14 h 30", "14:30:00"),
    ("dates", "V03", "month", "2024/5", "2024-05"), ("serial-dates", "V06", "day", "45291", "2023-12-31"),
    ("numbers", "V07", "value", "1 200,50 $", "1200.50"), ("numbers", "V07", "units", "2.0", "2"),
    ("postal-code", "V15", "postal", "k1a0b1", "K1A 0B1"), ("postal-code", "V15", "fsa", "K1A 0B1", "K1A"),
    ("phone", "V16", "phone", "(613) 555-0199", "613-555-0199"), ("web", "V17", "link", "www.ville.ca", "https://www.ville.ca"),
    ("web", "V17", "mail", "<nom@ville.ca>", "nom@ville.ca"), ("spaces", "V19", "street", "\u00a0rue A ", "rue A"),
    ("placeholders", "V02", "street", "n/a", None), ("minus-longitude", "G05", "lon", "75.5", "-75.5"),
]


@pytest.mark.parametrize(("fix", "check", "field", "before", "after"), REWRITES)
def test_a_cell_is_written_in_its_plain_form(bench, fix, check, field, before, after):
    work = bench(**{"lat": ["45.4"], "lon": ["-75.5"]} | {field: [before]})
    work.apply(fix, check, field)
    assert work.cells(field) == [after]
    assert (check, field) not in work.marks()


READINGS = [
    ("date-reading", "V03", "day", ["13/05/2024", "04/05/2024"], {"dates": "dmy"}),
    ("date-reading", "V03", "day", ["7 mai 2024"], {"dates": "ymd"}),
    ("day-first", "V04", "day", ["03/04/2024"], {"dates": "dmy"}), ("month-first", "V04", "day", ["03/04/2024"], {"dates": "mdy"}),
    ("year-first", "V04", "day", ["09-04-03"], {"dates": "ymd"}),
    ("number-reading", "V07", "value", ["187,50"], {"numbers": ","}),
    ("decimal-comma", "V07", "value", ["1,234"], {"numbers": ","}), ("decimal-point", "V07", "value", ["1,234"], {"numbers": "."}),
    ("yes-no", "V13", "open", ["OUI", "n"], {"yes_no": {"true": ["OUI"], "false": ["n"]}}),
    ("codes", "V11", "state", ["Émis", "TERMINE"], {"values": {"Émis": "issued", "TERMINE": "completed"}}),
    ("near-codes", "V11", "state", ["Complted"], {"values": {"Complted": "completed"}}),
    ("missing-words", "V02", "street", ["n/a"], {"missing": ["n/a"]}), ("missing-words", "V02", "state", ["NA"], {"missing": ["NA"]}),
]


@pytest.mark.parametrize(("fix", "check", "field", "cells", "read"), READINGS)
def test_a_reading_says_what_the_text_means_and_the_text_stays(bench, fix, check, field, cells, read):
    work = bench(**{field: cells})
    work.apply(fix, check, field)
    said = work.document.mapping.fields[field].read.as_json()
    assert {key: sorted(v) if key == "missing" else v for key, v in said.items()} == read
    assert work.cells(field) == cells
    assert (check, field) not in work.marks()


NOTHING = [
    ("date-reading", "V03", "day", ["7 mai 2024", "03/04/2024"]),
    ("dates", "V03", "day", "bientôt"), ("numbers", "V07", "value", "beaucoup"), ("numbers", "V07", "value", "1,234"),
    ("decimal-comma", "V07", "value", "1 200 $"), ("postal-code", "V15", "postal", "D1A 0B1"), ("phone", "V16", "phone", "555-0199"),
    ("yes-no", "V13", "open", "peut-être"), ("near-codes", "V11", "state", "Issued"), ("codes", "V11", "state", "Complted"),
    ("number-reading", "V07", "value", "1 200 $"),
]


@pytest.mark.parametrize(("fix", "check", "field", "cell"), NOTHING)
def test_what_has_no_single_meaning_is_not_offered(bench, fix, check, field, cell):
    assert bench(**{field: cell if isinstance(cell, list) else [cell]}).offer(fix, check, field) is None


def test_only_results_that_pass_are_offered(bench):
    work = bench(fsa=["k1a0b1", "K1A 0B"])
    assert work.offer("postal-code", "V15", "fsa").changes.rows() == [("k1a0b1", "K1A", 1)]


def test_advice_about_a_value_keeps_no_safe_fix_back(bench):
    work = bench(remark=["write to nom@exemple.ca "])
    assert ("P01", "remark") in work.marks()
    work.apply("spaces", "V19", "remark")
    assert work.cells("remark") == ["write to nom@exemple.ca"]


def test_personal_information_is_emptied_when_asked(bench):
    work = bench(remark=["write to nom@exemple.ca", "all well"], note=["call 613-555-0199", None])
    work.apply("empty-personal", "P01", "remark")
    assert work.cells("remark") == [None, "all well"]


def test_swapped_coordinates_are_exchanged_in_the_marked_records_only(bench):
    work = bench(lat=["45.4", "-75.5"], lon=["-75.5", "45.4"])
    work.apply("swap-coordinates", "G01", "lat")
    assert (work.cells("lat"), work.cells("lon")) == (["45.4", "45.4"], ["-75.5", "-75.5"])
    assert ("G01", "lat") not in work.marks()


def test_a_point_at_zero_is_emptied(bench):
    work = bench(lat=["0", "45.4"], lon=["0", "-75.5"])
    work.apply("empty-zero-point", "G03", "lat")
    assert (work.cells("lat"), work.cells("lon")) == ([None, "45.4"], [None, "-75.5"])


def test_empty_rows_go_and_copies_leave_one(bench):
    work = bench(street=["a", None, "a", "b"])
    work.apply("empty-rows", "R01", None)
    work.apply("copies", "R04", None)
    assert work.cells("street") == ["a", "b"]


def test_a_combined_field_is_mended_in_the_column_that_holds_the_wrong_part(bench):
    work = bench({"street": Feed(columns=("No", "Rue"), combine=" ")}, No=["12", "14"], Rue=["rue A ", "rue B"])
    work.apply("spaces", "V19", "street")
    assert (work.cells("No"), work.cells("Rue")) == (["12", "14"], ["rue A", "rue B"])


@pytest.mark.parametrize("feed", [Feed(columns=("a", "b"), combine=""), Feed(columns=("a",), split=";", part=1), Feed(constant="k1a0b1")])
def test_no_text_is_written_where_no_one_column_holds_the_field(bench, feed):
    work = bench({"postal": feed}, a=["k1a"], b=["0b1"])
    assert work.offer("postal-code", "V15", "postal") is None


def test_single_values_can_be_left_out(bench):
    offer = bench(state=["Émis", "Émis", "Terminé"]).offer("codes", "V11", "state")
    assert offer.cells == 3
    kept = offer.keeping(["Émis"])
    assert (kept.cells, dict(kept.read.values)) == (2, {"Émis": "issued"})
    assert offer.keeping([]) is None


def test_each_fix_is_listed_and_named_in_both_languages():
    assert len({item.id for item in fixes.FIXES}) == len(fixes.FIXES) > 20
    assert all(item.named.en and item.named.fr and item.named.en != item.named.fr for item in fixes.FIXES)
    assert [item.id for item in fixes.for_check("V02")] == ["missing-words", "placeholders"]
    assert fixes.by_id("?") is None


def test_two_fixes_of_one_id_are_refused():
    with pytest.raises(ValueError, match="share"):
        fixes.listed(fixes.FIXES, fixes.FIXES[:1])
