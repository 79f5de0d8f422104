"""The state of each station, from the document and what was seen: rail, title line and tests read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..core.document import Document
from ..core.mapping import CHECK, MATCHED
from ..core.schema import Severity
from ..core.text import Text
from .check import Checked


class Station(StrEnum):
    """The five stations, in the belt's order."""

    FILE = "file"
    STANDARD = "standard"
    COLUMNS = "columns"
    CHECK = "check"
    PUBLISH = "publish"


class State(StrEnum):
    """How far a station is."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    NEEDS_YOU = "needs_you"
    DONE = "done"


STATE_WORDS = {
    State.TODO: Text("To do", "À faire"),
    State.IN_PROGRESS: Text("In progress", "En cours"),
    State.NEEDS_YOU: Text("Needs you ({n})", "À régler ({n})"),
    State.DONE: Text("Done", "Terminé"),
}
NAMES = {
    Station.FILE: Text("File", "Fichier"),
    Station.STANDARD: Text("Standard", "Norme"),
    Station.COLUMNS: Text("Columns", "Colonnes"),
    Station.CHECK: Text("Check & fix", "Vérifier et corriger"),
    Station.PUBLISH: Text("Publish", "Publier"),
}
OPEN_FIRST = Text("Open a file first.", "Ouvrez d’abord un fichier.")
CHOOSE_FIRST = Text("Choose a standard first: your columns are matched to it.",
                    "Choisissez d’abord une norme\u00a0: vos colonnes y seront associées.")


@dataclass(frozen=True)
class Seen:
    """What is no edit: stations opened, the version last packaged, open questions of station 1, work under way."""

    opened: frozenset[Station] = frozenset()
    packaged: int | None = None
    questions: int = 0
    running: frozenset[Station] = frozenset()
    metadata_missing: int = 0
    unmatched_values: frozenset[str] = frozenset()


Row = tuple[State, int]


def states(document: Document | None, checked: Checked | None, seen: Seen) -> dict[Station, Row]:
    """Return the state and the count of each station. (interaction.md §1)"""
    return {
        Station.FILE: _file(document, seen),
        Station.STANDARD: _standard(document),
        Station.COLUMNS: _columns(document, seen),
        Station.CHECK: _check(document, checked, seen),
        Station.PUBLISH: _publish(document, checked, seen),
    }


def why_not(station: Station, document: Document | None) -> Text | None:
    """Return why a station cannot be opened yet, None where it can."""
    if station is not Station.FILE and document is None:
        return OPEN_FIRST
    if station not in (Station.FILE, Station.STANDARD) and document is not None and document.schema is None:
        return CHOOSE_FIRST
    return None


def _file(document: Document | None, seen: Seen) -> Row:
    if Station.FILE in seen.running:
        return State.IN_PROGRESS, 0
    if document is None:
        return State.TODO, 0
    return (State.NEEDS_YOU, seen.questions) if seen.questions else (State.DONE, 0)


def _standard(document: Document | None) -> Row:
    if document is None:
        return State.TODO, 0
    return (State.DONE, 0) if document.schema else (State.IN_PROGRESS, 0)


def _columns(document: Document | None, seen: Seen) -> Row:
    if document is None or document.schema is None:
        return State.TODO, 0
    if Station.COLUMNS in seen.running:
        return State.IN_PROGRESS, 0
    open_fields = fields_in_question(document) | seen.unmatched_values
    return (State.NEEDS_YOU, len(open_fields)) if open_fields else (State.DONE, 0)


def fields_in_question(document: Document) -> frozenset[str]:
    """Return the fields that need the steward: please check, or required and not found."""
    assert document.schema is not None
    found = set()
    for field in document.schema.fields:
        feed = document.mapping.feed(field.name)
        suggested = feed is not None and feed.state == CHECK
        settled = feed is not None and (feed.absent or feed.state == MATCHED)
        if suggested or (field.level == "required" and not settled):
            found.add(field.name)
    return frozenset(found)


def _check(document: Document | None, checked: Checked | None, seen: Seen) -> Row:
    if Station.CHECK in seen.running:
        return State.IN_PROGRESS, 0
    if document is None or document.schema is None or checked is None:
        return State.TODO, 0
    must = len(checked.findings.of_severity(Severity.MUST))
    return (State.NEEDS_YOU, must) if must else (State.DONE, 0)


def _publish(document: Document | None, checked: Checked | None, seen: Seen) -> Row:
    if document is None or checked is None or Station.PUBLISH not in seen.opened:
        return State.TODO, 0
    if seen.packaged == document.version:
        return State.DONE, 0
    return (State.NEEDS_YOU, seen.metadata_missing) if seen.metadata_missing else (State.IN_PROGRESS, 0)
