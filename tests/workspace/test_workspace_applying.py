"""What is done in an instant, on the window's thread, and what is worked out beside it."""

from __future__ import annotations

import polars as pl
import pytest

from steward_app.core.edits import RemoveRows, SetCells, SetMapping, Several
from steward_app.core.mapping import Mapping
from steward_app.core.table import Table
from steward_app.core.text import Text
from steward_app.workspace.applying import AT_ONCE, PARTS_AT_ONCE, WRITTEN_AT_ONCE, light, small

NAMED = Text("edit", "modification")


def cell(column: str = "a", count: int = 1) -> SetCells:
    return SetCells(column, pl.Series(range(count), dtype=pl.UInt32), pl.Series(["x"] * count))


def rows() -> RemoveRows:
    return RemoveRows(pl.Series([0], dtype=pl.UInt32), NAMED)


def table(height: int) -> Table:
    return Table.of(pl.select(pl.repeat(None, height, dtype=pl.String).alias(name) for name in "abcd"), ["a", "b", "c", "d"])


@pytest.mark.parametrize(("edit", "height", "told"), [
    (cell(), 10, True), (cell(), WRITTEN_AT_ONCE, True), (cell(count=AT_ONCE + 1), 10, False),
    (Several((cell("a"), cell("b")), NAMED), WRITTEN_AT_ONCE, False), (Several((cell(),) * (PARTS_AT_ONCE + 1), NAMED), 10, False),
    (rows(), 10, True), (rows(), WRITTEN_AT_ONCE, False), (SetMapping(Mapping()), WRITTEN_AT_ONCE, True)])
def test_few_cells_of_few_columns_are_written_at_once(edit, height, told):
    assert light(edit, table(height)) is told


def test_what_is_written_beside_the_window_may_be_checked_at_once():
    assert small(Several((cell("a"), cell("b")), NAMED)) and not small(rows())
