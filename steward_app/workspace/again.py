"""Last month's recipe on the open file: everything it says, as one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..core.edits import SetReading, Several
from ..core.mapping import Mapping
from ..core.problem import Problem
from ..core.progress import Progress
from ..core.reading import Peek
from ..core.text import Text
from . import Workspace
from .belt import Belt
from .drift import Drift
from .recipe import read_recipe

NAMED = Text("apply a recipe", "appliquer une recette")
NO_STANDARD = Text("This recipe names no standard.", "Cette recette ne nomme aucune norme.")
CHOOSE = Text("Choose a standard first, then apply the recipe.", "Choisissez d’abord une norme, puis appliquez la recette.")


@dataclass(frozen=True, eq=False)
class Again:
    """The step, what the file has otherwise than the recipe knew, and the raw rows for station 1."""

    edit: Several
    drift: Drift
    peek: Peek | None


def again(belt: Belt, work: Workspace, recipe: Path, progress: Progress) -> Again:
    """Return the step that reads the open file and works on it as a recipe says; nothing is changed yet.

    A sheet that the recipe asks for and the workbook has not is the open one. Raises Problem R9x, M0x.
    """
    said, here = read_recipe(recipe), work.document
    name = (said.get("standard") or (here.schema.name if here.schema else "")).partition("@")[0]
    if not name:
        raise Problem("R96", NO_STANDARD, CHOOSE)
    wanted, sheets = (said.get("reading") or {}).get("sheet"), {sheet.name for sheet in here.reading.sheets}
    ask = belt.asked(work.path, name, said, here.reading.sheet if wanted and wanted not in sheets else None)
    opened = belt.open(work.path, ask.asked, progress)
    made = belt.made(work.path, opened, ask, said, progress)
    read = SetReading(opened.reading, opened.table, Mapping(), NAMED)
    assert made.drift is not None
    return Again(Several((read, *(step.edit for step in made.steps)), NAMED), made.drift, opened.peek)
