"""What the workspace knows of problems, in the words and shapes that station 4 draws."""

from __future__ import annotations

from collections.abc import Mapping

from ...core import glance
from ...core.edits import Edit, RemoveRows, flat
from ...core.findings import Findings, Problems
from ...core.marks import columns_of
from ...core.schema import Schema, Severity
from ...core.text import Text, percent
from ...workspace import Workspace, problems
from ...workspace.problems import Explained
from ..widgets.texts import in_short
from . import words
from .problems import Entry, Key


class Headlines:
    """The headline and title of each problem: those that came with the check, and those of an edit since.

    A headline that looks through the whole table (two rows with one key) is kept while its problem stands.
    """

    def __init__(self) -> None:
        self._known: dict[Key, tuple[Problems, Text, Text]] = {}

    def of(self, work: Workspace, problem: Problems) -> tuple[Text, Text]:
        """Return what a problem says, and the title of its field."""
        known = self._known.get(problem.key)
        if known is None or not (known[0] is problem or problem.check.scope == "table"):
            known = (problem, *problems.headline_of(problem, work))
            self._known[problem.key] = known
        return known[1], known[2]

    def forget(self) -> None:
        """Another file, standard or order of the list."""
        self._known = {}


def entries(work: Workspace, safe: Mapping[Key, int], headlines: Headlines, language: str) -> list[Entry]:
    """Return the problems of a work as the list draws them; `safe` are those known to have a safe fix."""
    height = work.document.table.height
    made = []
    for problem in work.findings.listed:
        headline, title = headlines.of(work, problem)
        share = percent(problem.rows, height, language) if problem.rows else ""
        whole = headline.to(language)
        made.append(Entry(problem.key, str(problem.severity), in_short(whole), capital(title.to(language)), problem.cells,
                          share, problem.key in safe, whole=whole, of_column=not problem.rows))
    return made


def in_words(schema: Schema, field: str | None, text: str, language: str) -> str:
    """Return a code of a field's list as the list names it; any other text as it is."""
    codes = schema.codes(field) if field in schema.by_name else None
    return codes.label(text).to(language) if codes is not None else text


def capital(phrase: str) -> str:
    """Return a phrase that begins with a capital."""
    return phrase[:1].upper() + phrase[1:]


def headline(work: Workspace, safe: int, must_safe: int) -> list[Text]:
    """Return the sentences under the title: what, how many, how. `safe` counts the safe fixes, `must_safe` the due ones."""
    (must, fields), (rest, ideas) = split(work.findings, Severity.MUST), split(work.findings, Severity.CHECK, Severity.BETTER)
    if must or fields:
        said = [words.MUST.with_(n=must)] if must else []
        said += [words.SAFE.with_(n=must_safe)] if must_safe else []
        more = words.SAFE_TOO if must_safe else words.SAFE_OTHERS if must else words.SAFE_CELLS
        said += [more.with_(n=safe - must_safe)] if safe > must_safe else []
        lacking = [words.MUST_FIELDS.with_(n=fields)] if fields else []
        return [*said, *lacking] if must else [*lacking, *said]
    if not rest and not ideas:
        return [words.ALL_GOOD.with_(n=work.document.table.height)]
    said = [words.TO_CHECK.with_(n=rest)] if rest else [words.NO_MUST]
    return [*said, words.IDEAS.with_(n=ideas)] if ideas else said


def split(found: Findings, *severities: Severity) -> tuple[int, int]:
    """Return how many cells some severities mark, and how many faults they find that lie in no cell."""
    mine = [problem for problem in found.listed if problem.severity in severities]
    return sum(problem.rows for problem in mine), sum(not problem.rows for problem in mine)


def shows_in(work: Workspace, key: Key | None) -> tuple[int, ...]:
    """Return the columns of the file in which a problem shows."""
    problem = work.findings.get(key) if key and work.checked else None
    places = {column: index for index, column in enumerate(work.document.table.columns)}
    return columns_of(problem, work.document, places) if problem else ()


def message(work: Workspace, problem: Problems, record: int) -> Text:
    """Return what is wrong with one cell."""
    return problems.headline_of(problem, work, record)[0]


def where(work: Workspace, problem: Problems) -> Text:
    """Return the column and the share of rows."""
    title = problems.title_of(problem, work)
    if not problem.rows:
        return words.WHERE_COLUMN.with_(title=title)
    return words.WHERE.with_(title=title, n=problem.rows, all=work.document.table.height)


def place(known: Explained, language: str) -> str:
    """Return the row of the sheet, the sheet where there are several, and the record's own key."""
    here = (words.ROW.with_(row=str(known.row)) if known.row else words.NEW_ROW).to(language)
    return " · ".join(part for part in (known.sheet, here, known.name) if part)


def rows_removed(edit: Edit) -> int:
    """Return how many rows an edit takes out."""
    return sum(len(part.records) for part in flat(edit) if isinstance(part, RemoveRows))


def containing(work: Workspace, text: str) -> list[int]:
    """Return the records that hold a text in any column, rising."""
    return glance.containing(work.document.table, text).to_list()  # type: ignore[no-any-return]
