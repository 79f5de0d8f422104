"""A column of few different texts reads the same as one read cell by cell."""

import polars as pl
import pytest

from steward_app.core.beside import SMALL
from steward_app.core.coded import coded, repetitive


@pytest.mark.parametrize("texts", [["b", "a", None, "b", ""], [None, None], [], ["é", "é"]])
def test_every_record_finds_its_own_text(texts):
    column = pl.Series("x", texts, dtype=pl.String)
    own = coded(column)
    assert own.spread(own.texts).to_list() == texts
    assert len(own.texts) == len(set(texts))


def test_texts_are_numbered_as_they_are_met_in_many_chunks():
    column = pl.concat([pl.Series("x", ["b", "a"]), pl.Series("x", ["c", "a", None])], rechunk=False)
    assert (coded(column).texts.to_list(), coded(column).codes.to_list()) == (["b", "a", "c", None], [0, 1, 2, 1, 3])


LONG = 10 * SMALL


@pytest.mark.parametrize(("column", "few"), [
    (pl.Series(["a", "b"] * (LONG // 2)), True),
    (pl.Series([str(place % 1_000) for place in range(LONG)]), True),
    (pl.Series([str(place) for place in range(LONG)]), False),
    (pl.Series(["a", None] * (LONG // 2)), True),
    (pl.Series([str(place) if place % 2 else "a" for place in range(LONG)]), False),  # one word, and a long tail
    (pl.Series([None] * LONG, dtype=pl.String), True),
    (pl.Series(["a", "b"]), False),  # too short to be worth it
])
def test_columns_of_few_texts_are_told_by_a_sample(column, few):
    assert repetitive(column) is few
