"""A column's reading is proposed where its values or its heading prove it, and never applied."""

import pytest

from steward_app.core.mapping import Feed, Mapping
from steward_app.core.schema import Schema
from steward_app.matching import readings

FIELDS = [{"name": "issued", "type": "date"}, {"name": "value", "type": "number"}, {"name": "open", "type": "boolean"},
          {"name": "floor_area_m2", "type": "number"}, {"name": "dbh_cm", "type": "number"}, {"name": "note"}]


@pytest.mark.parametrize(("field", "heading", "cells", "read"), [
    ("issued", "Date", ["13/05/2024", "04/05/2024"], {"dates": "dmy"}), ("issued", "Date", ["05/13/2024"], {"dates": "mdy"}),
    ("issued", "Date", ["7 mai 2024"], {"dates": "ymd"}), ("issued", "Date", ["03/04/2024"], None),
    ("issued", "Date", ["2024-05-07"], None), ("value", "Valeur", ["187,50", "12,25"], {"numbers": ","}),
    ("value", "Valeur", ["1,234"], None), ("open", "Ouvert", ["OUI", "n"], {"yes_no": {"true": ["OUI"], "false": ["n"]}}),
    ("floor_area_m2", "Area (sq ft)", ["12"], {"unit": "ft2"}), ("floor_area_m2", "Superficie (pi2)", ["12"], {"unit": "ft2"}),
    ("floor_area_m2", "Area", ["12"], None), ("dbh_cm", "DBH (in)", ["12"], {"unit": "in"}), ("note", "Note", ["1,5"], None),
])
def test_a_reading_is_proposed_where_it_is_proved(table, field, heading, cells, read):
    schema = Schema.of_json({"name": "small", "fields": FIELDS}, {})
    found = readings(table(**{heading: cells}), Mapping({field: Feed(columns=(heading,))}), schema)
    assert [item.read.as_json() for item in found] == ([read] if read else [])


def test_without_rows_nothing_is_proposed(table):
    schema = Schema.of_json({"name": "small", "fields": FIELDS}, {})
    assert readings(table(Date=[]), Mapping({"issued": Feed(columns=("Date",))}), schema) == ()
