"""The best one-to-one assignment of columns to fields over a whole table."""

from __future__ import annotations

from collections.abc import Sequence

Weights = Sequence[Sequence[float]]


def best_pairs(weights: Weights) -> list[tuple[int, int]]:
    """Return the (row, column) pairs of the greatest total weight, each row and column once; weights ≤ 0 never pair.

    The Hungarian method with potentials, O(rows² × columns) on the shorter side. (Kuhn 1955; Jonker, Volgenant 1987)
    """
    if not weights or not weights[0]:
        return []
    tall = len(weights) > len(weights[0])
    costs = [[-max(cell, 0.0) for cell in row] for row in (zip(*weights, strict=True) if tall else weights)]
    pairs = [(row, column) for column, row in enumerate(_matched(costs)) if row >= 0]
    pairs = sorted((column, row) if tall else (row, column) for row, column in pairs)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def _matched(costs: list[list[float]]) -> list[int]:
    """Return for each column the row it is given, or −1; there are at least as many columns as rows."""
    height, width = len(costs), len(costs[0])
    of_row, of_column = [0.0] * height, [0.0] * (width + 1)
    owner = [-1] * (width + 1)
    for row in range(height):
        owner[width] = row
        path = _shortest(costs, of_row, of_column, owner, width)
        while path:
            column, before = path.pop()
            owner[column] = owner[before]
    return owner[:width]


def _shortest(costs: list[list[float]], of_row: list[float], of_column: list[float],
              owner: list[int], width: int) -> list[tuple[int, int]]:
    """Find the cheapest way from the virtual column `width` to a free one; return its steps, the first one first."""
    least, before = [float("inf")] * width, [width] * width
    seen, at = [width], width
    free = set(range(width))
    while owner[at] >= 0:
        row = owner[at]
        base, potential = costs[row], of_row[row]
        step, following = float("inf"), -1
        for column in free:
            cost = base[column] - potential - of_column[column]
            if cost < least[column]:
                least[column], before[column] = cost, at
            if least[column] < step:
                step, following = least[column], column
        for column in seen:
            of_row[owner[column]] += step
            of_column[column] -= step
        for column in free:
            least[column] -= step
        at = following
        free.discard(at)
        seen.append(at)
    steps: list[tuple[int, int]] = []
    while at != width:
        steps.insert(0, (at, before[at]))
        at = before[at]
    return steps
