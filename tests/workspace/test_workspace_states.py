"""The state of each station, from the document and what was seen."""

from __future__ import annotations

import pytest

from steward_app.workspace.columns import absent, accepted
from steward_app.workspace.states import Seen, State, Station, states, why_not


def state(work, station, **seen):
    return states(work.document, work.checked, Seen(**seen))[station]


def test_nothing_is_done_without_a_file():
    assert {state for state, _ in states(None, None, Seen()).values()} == {State.TODO}


@pytest.mark.parametrize("seen, expected", [
    ({}, (State.DONE, 0)), ({"questions": 2}, (State.NEEDS_YOU, 2)),
    ({"running": frozenset({Station.FILE})}, (State.IN_PROGRESS, 0)),
])
def test_the_file_needs_the_steward_while_questions_are_open(work, seen, expected):
    assert state(work, Station.FILE, **seen) == expected


def test_check_counts_problems_that_must_be_fixed(work):
    assert state(work, Station.CHECK) == (State.NEEDS_YOU, len(work.findings.of_severity("must")))


def test_publish_waits_until_it_is_opened(work):
    opened = frozenset({Station.PUBLISH})
    assert state(work, Station.PUBLISH) == (State.TODO, 0)
    assert state(work, Station.PUBLISH, opened=opened) == (State.IN_PROGRESS, 0)
    assert state(work, Station.PUBLISH, opened=opened, metadata_missing=3) == (State.NEEDS_YOU, 3)
    assert state(work, Station.PUBLISH, opened=opened, packaged=work.document.version) == (State.DONE, 0)


def test_a_required_field_is_settled_when_said_to_be_absent(work):
    work.do(absent(work.document, "permit_number"))
    assert state(work, Station.COLUMNS)[0] is not State.TODO
    assert "permit_number" not in str(state(work, Station.COLUMNS))


def test_a_suggestion_is_settled_when_accepted(work):
    from dataclasses import replace

    from steward_app.core.edits import SetMapping
    feed = replace(work.document.mapping.fields["status"], state="check")
    work.do(SetMapping(work.document.mapping.but("status", feed)))
    before = state(work, Station.COLUMNS)[1]
    work.do(accepted(work.document, "status"))
    assert state(work, Station.COLUMNS)[1] == before - 1


def test_stations_say_why_they_cannot_be_opened(work):
    assert why_not(Station.FILE, None) is None and why_not(Station.STANDARD, None) is not None
    assert why_not(Station.CHECK, work.document) is None
    assert why_not(Station.COLUMNS, work.document.but(schema=None)) is not None
