"""Re-reads a package from disk as a portal would, and checks every row of it again by its own schema."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from ..checks import CHECKS, usable
from ..core import engine
from ..core.decided import decided
from ..core.document import Decision, Document
from ..core.findings import Findings
from ..core.mapping import Feed, Mapping
from ..core.problem import Problem
from ..core.progress import SILENT, Cancelled, Progress
from ..core.reading import Reading
from ..core.schema import Schema, Severity
from ..core.text import Text
from ..core.view import View
from ..exports.table_csv import table_of
from ..exports.verify import Fault, second_opinion, whole_package

CELLS_WRONG = Text("{check}, “{title}”: {n} cells must be fixed.", "{check}, «\u00a0{title}\u00a0»\u00a0: {n} cellules à corriger.",
                   "{check}, “{title}”: {n} cell must be fixed.", "{check}, «\u00a0{title}\u00a0»\u00a0: {n} cellule à corriger.")
NOT_USABLE = Text("The schema, or the recipe beside it, cannot be used.", "Le schéma, ou la recette qui l’accompagne, est inutilisable.")
NOT_RUN = Text("The rules of the schema cannot be run on the table ({kind}).",
               "Les règles du schéma ne peuvent pas être appliquées au tableau ({kind}).")
SCHEMA = "metadata/schema.json"
WHOLE_ROWS = Text("whole rows", "lignes entières")


def verify(folder: Path, progress: Progress = SILENT, knowledge: dict[str, Any] | None = None,
           today: dt.date | None = None) -> tuple[Fault, ...]:
    """Return every fault of a package; none where it holds. Raises Problem E01 where the folder is no package.

    `knowledge` is what checks may know beyond a standard (the catalogue's `for_checks`); `today` is the machine's
    date where none is given. The cells of a draft are not asked about.
    """
    faults = whole_package(folder, progress) or second_opinion(folder, progress)
    return faults if faults or is_draft(folder) else rechecked(folder, progress, knowledge or {}, today or dt.date.today())


def is_draft(folder: Path) -> bool:
    """Tell whether a package was written as a draft."""
    return bool(read_json(folder / "docs" / "report.json").get("draft"))


def rechecked(folder: Path, progress: Progress, knowledge: dict[str, Any], today: dt.date) -> tuple[Fault, ...]:
    """Return what must be fixed in the written table, by the schema written beside it."""
    path = next(folder.glob("data/*.csv"))
    try:
        schema = usable(plain_schema(read_json(folder / SCHEMA)))
        decisions = confirmed(folder)
    except (Problem, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return (Fault(SCHEMA, NOT_USABLE),)
    mapping = Mapping({item.name: Feed((item.name,)) for item in schema.fields})
    document = Document(Reading(path.name, "csv", 0, ""), table_of(path), schema, mapping, decisions=decisions)
    must = tuple(check for check in CHECKS if check.severity == Severity.MUST)
    try:
        findings, view = engine.check_all(View(schema, mapping, today, knowledge), document.table, must, progress)
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001  rules of another hand may break a check in any way; how is said, never passed over
        return (Fault(SCHEMA, NOT_RUN.with_(kind=type(error).__name__)),)
    return told(decided(findings, document, view), schema, path.relative_to(folder).as_posix())


def plain_schema(raw: dict[str, Any]) -> Schema:
    """Return the written schema; its code lists are written in as `enum`."""
    fields = [{key: value for key, value in item.items() if key != "codeList"} for item in raw["fields"]]
    return Schema.of_json(raw | {"fields": fields}, {})


def confirmed(folder: Path) -> tuple[Decision, ...]:
    """Return what the steward confirmed as right, from the package's recipe."""
    said = read_json(folder / "provenance" / "recipe.json").get("decisions") or ()
    return tuple(Decision.of_json(item) for item in said)


def told(findings: Findings, schema: Schema, name: str) -> tuple[Fault, ...]:
    """Return one fault for each finding that must be fixed."""
    titles = {item.name: item.title for item in schema.fields}
    return tuple(Fault(name, CELLS_WRONG.with_(check=problem.check.id, n=problem.cells,
                                               title=titles.get(problem.rule.field or "", WHOLE_ROWS)))
                 for problem in findings.of_severity(Severity.MUST))


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object of a package whose papers were found whole."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


__all__ = ["Fault", "is_draft", "verify"]
