"""What a feed gives at a glance: combined and split as the field receives it, the source's own column otherwise."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core import glance
from steward_app.core.mapping import Feed
from steward_app.core.table import Table

FRAME = pl.DataFrame({"no": ["1", "2", None, None], "street": ["King", None, "Oak", None], "place": ["45, -75", "46", None, "47, -76"]})
TABLE = Table.of(FRAME, FRAME.columns)


@pytest.mark.parametrize(("feed", "samples", "share"), [
    (Feed(("no",)), ("1", "2"), 0.5), (Feed(("no", "street"), combine=" "), ("1 King", "2", "Oak"), 0.75),
    (Feed(("place",), split=",", part=2), ("-75", "-76"), 0.5),
])
def test_samples_and_share(feed, samples, share):
    assert (glance.fed_samples(TABLE, feed), glance.fed_share(TABLE, feed)) == (samples, share)
    assert dict(glance.distinct(*glance.fed(TABLE, feed))) == dict.fromkeys(samples, 1)


def test_rare_texts_are_looked_for_beyond_the_first_records():
    text = ["a"] * glance.HEAD + ["b"]
    table = Table.of(pl.DataFrame({"x": text, "y": text}), ("x", "y"))
    assert glance.fed_samples(table, Feed(("x", "y"), combine="-"), 2) == ("a-a", "b-b")


def test_a_column_passed_on_is_not_copied():
    assert glance.fed(TABLE, Feed(("no",)))[0] is TABLE


def test_a_long_column_that_is_split_is_judged_by_records_all_over_it():
    text = [f"{n},{n}" if n % 2 else f"{n}" for n in range(3 * glance.SPREAD + 1)]
    table = Table.of(pl.DataFrame({"x": text}), ("x",))
    assert 0.45 < glance.fed_share(table, Feed(("x",), split=",", part=2)) < 0.55
