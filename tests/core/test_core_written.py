"""How a table writes its dates, numbers and accents: what is proved, by which text, and what is left open."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core.table import Table
from steward_app.core.written import accented, dated, marked


def table(**columns: list[str | None]) -> Table:
    return Table.of(pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)), list(columns))


@pytest.mark.parametrize(("texts", "order", "day"), [
    (["2024-03-04", "2024-12-25"], "ymd", "2024-03-04"), (["20240304"], "ymd", "2024-03-04"),
    (["2014-Jan-14 13:48:01"], "words", "2014-01-14"), (["27 février 2015"], "words", "2015-02-27"),
    (["03/04/2024", "25/12/2024"], "dmy", "2024-12-25"), (["03/04/2024", "12/25/2024"], "mdy", "2024-12-25"),
    (["03/04/2024", "05/06/2024"], None, None), (["25/12/2024", "12/25/2024"], None, None),
    (["1990", "1991"], None, None), (["11042280"], None, None), (["BP-1"], None, None), ([None], None, None),
])
def test_the_order_of_dates_and_a_text_that_proves_it(texts, order, day):
    found = dated(table(a=texts))
    assert [(item.order, item.day) for item in found] == ([(order, day)] if order else [])


@pytest.mark.parametrize(("texts", "mark", "plain"), [
    (["1 200,50 $", "3,25 $"], ",", "1200.50"), (["$1,200.50", "$3.25"], ".", "1200.50"), (["0.00", "5.35"], ".", "5.35"),
    (["46.897279"], ".", "46.897279"), (["1,234", "2,345"], "", None), (["12", "13"], None, None), (["a.b"], None, None),
])
def test_the_decimal_mark_and_a_number_that_shows_it(texts, mark, plain):
    found = marked(table(a=texts))
    assert [item.mark for item in found] == ([mark] if mark is not None else [])
    assert not found or not mark or plain in (found[0].point, found[0].comma)


@pytest.mark.parametrize(("columns", "text"), [
    ({"a": ["x", "1 – 2"], "b": [None, "Café"]}, "Café"), ({"a": ["1 – 2"]}, "1 – 2"), ({"a": ["x", None]}, None),
    ({"Brébeuf": ["1"]}, "Brébeuf")])
def test_an_accent_is_found_before_any_other_sign(columns, text):
    assert accented(table(**columns)) == text
