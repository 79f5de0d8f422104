"""Edits take themselves back, pack themselves, and name what they change."""

from __future__ import annotations

import json

import polars as pl
import pytest
from hypothesis import given, settings, strategies as st

from steward_app.catalogue import Catalogue
from steward_app.core.change import change_of
from steward_app.core.changes import by_key, by_value, changed_cells, many_cells, one_cell, replayed_cells, with_reasons
from steward_app.core.document import Decision, Document
from steward_app.core.edits import (
    Edit,
    RemoveRows,
    SetCells,
    SetColumn,
    SetDecisions,
    SetMapping,
    SetMetadata,
    SetReading,
    SetTable,
    Several,
    flat,
    kept,
)
from steward_app.core.mapping import Feed, Mapping, ReadAs
from steward_app.core.reading import Reading
from steward_app.core.table import ROW, Table
from steward_app.core.text import Text
from steward_app.workspace.journal import Line
from steward_app.workspace.replay import replayed

NAMED = Text("a step", "une étape")
ROWS, COLUMNS = 5, ("a", "b", "c")
texts = st.one_of(st.none(), st.text(min_size=1, max_size=4))


def document() -> Document:
    frame = pl.DataFrame({name: [f"{name}{row}" for row in range(ROWS)] for name in COLUMNS})
    return Document(Reading("t.csv", "csv", 1, ""), Table.of(frame, COLUMNS))


@st.composite
def steps(draw: st.DrawFn) -> list[Edit]:
    """Draw a few edits that fit one another: rows are taken out at the end only."""
    column = st.sampled_from(COLUMNS)
    records = st.lists(st.integers(0, ROWS - 1), min_size=1, max_size=ROWS, unique=True)
    cells = st.builds(lambda c, r, t: many_cells(c, r, [t] * len(r), NAMED), column, records, texts)
    whole = st.builds(lambda c, t: SetColumn(c, pl.Series(t, dtype=pl.String), NAMED), column,
                      st.lists(texts, min_size=ROWS, max_size=ROWS))
    mapping = st.builds(lambda c: SetMapping(Mapping({"x": Feed((c,), read=ReadAs(dates="dmy"))}), NAMED), column)
    meta = st.builds(lambda t: SetMetadata({"title": t}), st.text(max_size=5))
    decision = st.builds(lambda t: SetDecisions((Decision("V10", "x", t, "right"),)), st.text(max_size=5))
    several = st.builds(lambda a, b: Several((a, b), NAMED), cells, cells)
    drawn = draw(st.lists(st.one_of(cells, whole, mapping, meta, decision, several), max_size=6))
    gone = draw(st.lists(st.integers(0, ROWS - 1), max_size=2, unique=True))
    return [*drawn, *([RemoveRows(pl.Series(gone, dtype=ROW), NAMED)] if gone else [])]


@settings(max_examples=40)
@given(steps())
def test_undoing_every_edit_gives_back_the_document(edits):
    before, after, backs = document(), document(), []
    for edit in edits:
        after, back = edit.apply(after)
        backs.append(back)
    for back in reversed(backs):
        after, _ = back.apply(after)
    assert after.table.equals(before.table) and after.mapping == before.mapping
    assert (after.metadata, after.decisions) == (before.metadata, before.decisions)


@settings(max_examples=40)
@given(steps())
def test_kept_lines_say_the_same_edits(edits):
    lines = [Line(json.loads(json.dumps(edit.to_json())), edit.to_bytes(), True) for edit in edits]
    again, back = replayed(lines, Catalogue.__new__(Catalogue), lambda asked: document().reading)
    one, two = document(), document()
    for edit, same in zip(edits, again, strict=True):
        one, _ = edit.apply(one)
        two, _ = same.apply(two)
    assert back == [] and one.table.equals(two.table) and one.mapping == two.mapping


@settings(max_examples=40)
@given(steps())
def test_a_step_of_several_is_packed_part_by_part(edits):
    said, cells = kept(Several(tuple(edits), Text("all", "tout")))
    assert said["edits"] == [edit.to_json() | {"bytes": len(edit.to_bytes())} for edit in edits]
    assert cells == b"".join(edit.to_bytes() for edit in edits)


@settings(max_examples=40)
@given(steps())
def test_changes_are_what_differs(edits):
    before, after = document(), document()
    for edit in edits:
        after, _ = edit.apply(after)
    changes = changed_cells(before.table, after.table)
    assert (changes["before"].ne_missing(changes["after"])).all()
    assert changes.is_empty() == after.table.equals(before.table)
    said = with_reasons(changes, [part for edit in edits for part in flat(edit)], before.table.rows)
    assert said.height == changes.height and said["why_fr"].null_count() == 0


@settings(max_examples=40)
@given(steps())
def test_changes_are_made_again_on_another_reading(edits):
    source, after = document().table, document()
    for edit in edits:
        after, _ = edit.apply(after)
    again, lost = replayed_cells(source, after.table, source)
    target = document()
    for edit in again:
        target, _ = edit.apply(target)
    kept = target.table.frame.filter(target.table.rows.is_in(after.table.rows.implode()))
    assert lost == 0 and kept.equals(after.table.frame)


@pytest.mark.parametrize("edit, flags", [
    (one_cell("a", 0, "x"), {"table", "columns"}),
    (SetMapping(Mapping()), {"mapping"}),
    (RemoveRows(pl.Series([0], dtype=ROW), NAMED), {"table", "shape"}),
    (SetReading(document().reading, document().table, Mapping(), NAMED), {"reading", "table", "mapping", "shape"}),
    (SetTable(document().table, NAMED), {"table", "shape"}),
])
def test_a_change_names_what_changed(edit, flags):
    change = change_of(edit)
    names = ("reading", "table", "standard", "mapping", "metadata", "decisions", "shape", "columns")
    assert {name for name in names if getattr(change, name)} == flags


def test_cells_are_found_by_value_and_by_key():
    table = document().table
    assert by_value(table, "a", {"a1": "z"}).records.to_list() == [1]
    assert by_value(table, "a", {"nowhere": "z"}) is None
    assert by_key(table, {"a": "a2", "b": "b2"}, "c", "z").records.to_list() == [2]
    assert by_key(table, {"a": "a2", "b": "b3"}, "c", "z") is None
    assert by_key(table, {"gone": "x"}, "c", "z") is None


def test_typing_nothing_empties_the_cell():
    edit = one_cell("a", 0, "")
    assert isinstance(edit, SetCells) and edit.apply(document())[0].table.frame["a"][0] is None
