"""Every municipality is found by code and by name; a wrong one gets a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from steward_app.catalogue import Catalogue
from steward_app.core.schema import folded

PLACES = Catalogue(Path(__file__).parents[2] / "schemas").municipalities


def test_every_place_is_found_by_code_and_by_either_name_accents_or_not():
    for place in PLACES.places:
        assert PLACES.find(place.code) == (place,)
        for name in (place.name.en, place.name.fr, folded(place.name.fr), place.name.en.upper()):
            assert place in PLACES.find(name), name


@pytest.mark.parametrize("text, code", [("Gatineau", "2481017"), ("montreal", "2466023"), ("Québec", "24"), ("QUEBEC", "24"),
                                        ("3506008", "3506008"), ("Ottawa (ON)", "3506008")])
def test_a_name_gives_its_code(text, code):
    assert code in {place.code for place in PLACES.find(text)}


@pytest.mark.parametrize("wrong, code", [("2481071", "2481017"), ("350608", "3506008"), ("Gatinau", "2481017"),
                                         ("Sherbroke", "2443027")])
def test_what_is_not_there_gets_a_suggestion(wrong, code):
    assert PLACES.find(wrong) == () and code in {place.code for place in PLACES.suggest(wrong)}


def test_a_beginning_completes():
    assert "2481017" in {place.code for place in PLACES.beginning("gatin")}


def test_a_newer_vintage_in_ones_own_folder_goes_before_the_one_shipped(tmp_path):
    newer = tmp_path / "reference" / "sgc" / "census_subdivisions.csv"
    newer.parent.mkdir(parents=True)
    newer.write_text("code,en,fr,type\n2499999,Newtown,Villeneuve,V\n", encoding="utf-8")
    catalogue = Catalogue(Path(__file__).parents[2] / "schemas", tmp_path)
    assert [place.code for place in catalogue.municipalities.find("villeneuve")] == ["2499999"]
    assert "2499999" in catalogue.sgc_codes and "2481017" not in catalogue.sgc_codes
