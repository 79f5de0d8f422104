"""The assignment is the best there is, whatever the shape."""

from itertools import permutations

from hypothesis import given, strategies as st

from steward_app.matching.assign import best_pairs

SIZES = st.tuples(st.integers(1, 5), st.integers(1, 5))


def best_total(weights):
    tall = len(weights) > len(weights[0])
    rows = [list(row) for row in zip(*weights, strict=True)] if tall else weights
    return max(sum(max(0, rows[i][j]) for i, j in enumerate(order)) for order in permutations(range(len(rows[0])), len(rows)))


@given(SIZES.flatmap(lambda size: st.lists(
    st.lists(st.integers(-2, 9), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])))
def test_no_other_pairing_is_worth_more(weights):
    pairs = best_pairs(weights)
    assert sum(weights[row][column] for row, column in pairs) == best_total(weights)
    assert all(weights[row][column] > 0 for row, column in pairs)
    assert len({row for row, _ in pairs}) == len(pairs) == len({column for _, column in pairs})


def test_nothing_gives_nothing():
    assert best_pairs([]) == best_pairs([[]]) == []
