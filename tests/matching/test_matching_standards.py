"""Standards are ranked by what is found of them and how much of the file they explain."""

import pytest

from steward_app.matching import rank


@pytest.mark.parametrize(("headings", "first", "fits"), [
    (["Permit number", "Issue date", "status"], "building-permits", True),
    (["Licence number", "Business name", "Latitude"], "business-licences", True),
    (["Latitude", "Longitude"], "building-permits", False), (["a", "b"], "building-permits", False),
])
def test_the_standard_whose_fields_are_there_comes_first(schema, other, headings, first, fits):
    best = rank(headings, [schema, other])[0]
    assert (best.id, best.fits) == (first, fits)


def test_an_entry_names_what_was_found(schema, other):
    best = rank(["Permit number", "Issue date", "z"], [schema, other])[0]
    assert (best.required_found, best.required, best.recommended_found, best.recommended) == (1, 1, 1, 2)
    assert set(best.headings) == {"Permit number", "Issue date"}
    assert best.as_json().keys() == {"id", "version", "score", "required_found", "required"}


def test_no_standard_gives_no_rank_and_a_clear_lead_needs_less(schema, other):
    assert rank(["a"], []) == ()
    best = rank(["Permit number", "b", "c", "d", "e", "f"], [schema, other])[0]
    assert (best.id, best.alone, best.fits) == ("building-permits", True, True)


def test_the_best_is_proposed_where_one_that_fits_stands_below_it(schema, other):
    first, second = rank(["Issue date", "status", "Licence number", "w", "x", "y", "z"], [schema, other])
    assert (first.id, first.required_sure, first.fits, second.fits) == ("building-permits", 0, True, True)
    assert not rank(["Issue date", "status", "w", "x", "y", "z"], [schema])[0].above
