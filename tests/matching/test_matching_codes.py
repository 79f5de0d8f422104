"""Values lead to codes: exact, but for spelling, by an alias, or similar."""

import polars as pl
import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.mapping import ReadAs
from steward_app.core.schema import Field
from steward_app.core.text import Text
from steward_app.core.types.codes import plain
from steward_app.matching import value_map, values_of
from steward_app.paths import Paths


@pytest.mark.parametrize(("text", "code", "how"), [
    ("permit_issued", "permit_issued", "exact"), ("Permit Issued ", "permit_issued", "folded"),
    ("PERMIS DELIVRE", "permit_issued", "folded"), ("Émis", "permit_issued", "alias"),
    ("permit isued", "permit_issued", "similar"), ("Unknown", None, "none"), ("C", None, "none"),
])
def test_a_value_leads_to_its_code(statuses, text, code, how):
    found = value_map([(text, 3)], statuses)[0]
    assert (found.code, found.how, found.count) == (code, how, 3)


def test_values_without_a_code_come_first_then_the_most_frequent(statuses):
    found = value_map([("final", 2), ("denied", 9), ("?", 1), ("??", 5)], statuses)
    assert [item.text for item in found] == ["??", "?", "denied", "final"]
    assert values_of(found) == {"denied": "application_refused", "final": "permit_finaled"}


def test_similar_values_wait_for_the_steward(statuses):
    found = value_map([("permit isued", 1)], statuses)
    assert values_of(found) == {}
    assert values_of(found, similar=True) == {"permit isued": "permit_issued"}


@pytest.mark.parametrize(("text", "code", "sure"), [
    ("Permis délivrés", "permit_issued", True), ("EXPIRED", "permit_cancelled", False), ("Annulées", "permit_cancelled", True),
    ("N/A / Complete", "permit_finaled", False), ("Issued / Cancelled", None, False), ("On hold", "in_review", False),
    ("Émise/Issued", "permit_issued", True), ("permit isued", "permit_issued", False),
])
def test_only_a_word_that_says_the_same_is_sure(text, code, sure):
    codes = Catalogue(Paths.here().schemas).code_lists["permit_status"]
    found = value_map([(text, 1)], codes)[0]
    assert (found.code, found.sure) == (code, sure)
    field = Field("status", "string", Text("Status", "État"), Text("", ""), code_list="permit_status")
    plain_one = plain(pl.Series("text", [text]), field, ReadAs(), {("codes", "status"): codes})
    assert (plain_one[0] is not None) is sure
