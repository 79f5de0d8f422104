"""Values lead to codes: exact, but for spelling, by an alias, or similar."""

import pytest

from steward_app.core.mapping import Feed, Mapping, ReadAs
from steward_app.matching import value_map, values_of, with_originals


@pytest.mark.parametrize(("text", "code", "how"), [
    ("permit_issued", "permit_issued", "exact"), ("Permit Issued ", "permit_issued", "folded"),
    ("PERMIS DELIVRE", "permit_issued", "folded"), ("Émis", "permit_issued", "alias"),
    ("permit isued", "permit_issued", "similar"), ("Unknown", None, "none"), ("C", None, "none"),
])
def test_a_value_leads_to_its_code(statuses, text, code, how):
    found = value_map([text], [3], statuses)[0]
    assert (found.code, found.how, found.count) == (code, how, 3)


def test_values_without_a_code_come_first_then_the_most_frequent(statuses):
    found = value_map(["final", "denied", "?", "??"], [2, 9, 1, 5], statuses)
    assert [item.text for item in found] == ["??", "?", "denied", "final"]
    assert values_of(found) == {"denied": "application_refused", "final": "permit_finaled"}


def test_similar_values_wait_for_the_steward(statuses):
    found = value_map(["permit isued"], [1], statuses)
    assert values_of(found) == {}
    assert values_of(found, similar=True) == {"permit isued": "permit_issued"}


@pytest.mark.parametrize(("read", "more", "fed"), [
    (ReadAs(values={"émis": "permit_issued"}), {}, True), (ReadAs(), {}, False),
    (ReadAs(values={"émis": "permit_issued"}), {"status_original": Feed(absent=True)}, False),
])
def test_the_source_s_own_text_is_kept_where_a_value_map_is_set(schema, read, more, fed):
    mapping = with_originals(Mapping({"status": Feed(columns=("Statut",), read=read), **more}), schema)
    assert mapping.fed("status_original") == fed
    assert not mapping.fields.get("status_original", Feed()).read
