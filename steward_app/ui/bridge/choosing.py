"""A standard chosen for the open file: matched beside the window, done as one step, then on to what is left to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...core.edits import Edit
from ...core.progress import Progress
from ...workspace import columns, questions, standard
from ...workspace.states import State, Station
from .notices import matched_by_name

if TYPE_CHECKING:
    from . import Bridge


def choose(bridge: Bridge, name: str, quiet: frozenset[str]) -> None:
    """Choose a standard and match the columns to it, then go on; C02 asks for none of the `quiet` fields."""
    here = bridge.workspace
    assert here is not None, "no file is open"
    document = here.document
    def work(_: Progress) -> tuple[Edit, frozenset[str]]:
        schema = bridge.catalogue.find(name)
        edit = columns.choose(document, schema, bridge.memory.columns(schema.name))
        table, asked = document.table, document.reading.asked
        edit = replace(edit, mapping=questions.as_asked(edit.mapping, schema, table, asked))
        edit = standard.with_quiet(edit, document, quiet, bridge.language)
        chosen = edit.apply(document)[0]
        columns.look(chosen)
        return edit, columns.fields_with_open_values(chosen)
    def then(answer: tuple[Edit, frozenset[str]]) -> None:
        if here.document is not document:  # an edit came between: it is looked at too
            choose(bridge, name, quiet)
            return
        bridge.see(unmatched_values=answer[1])
        bridge.do(answer[0], "standard")
        go_on(bridge)
    bridge.jobs.do("standard", work, bridge.settled(here, then), failed=bridge.fail)


def go_on(bridge: Bridge) -> None:
    """Go to Columns; past it where every column was matched by its name. (interaction.md §2)"""
    if bridge.states()[Station.COLUMNS][0] is not State.DONE:
        bridge.visit(Station.COLUMNS)
        return
    bridge.visit(Station.CHECK)
    bridge.noticed.emit(matched_by_name(bridge))
