"""Values lead to codes: exact, but for spelling, by an alias, or similar."""

import pytest

from steward_app.matching import value_map, values_of


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
