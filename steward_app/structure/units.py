"""A row of units under the headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..core.text import Text
from .sight import Leave, Sight
from .values import NUMBER, kind

REASON = Text("Row {row} says the units of the columns.", "La ligne {row} indique les unités des colonnes.")
UNIT = re.compile(
    r"[(\[]?\s*(?:%|\$|number|numbers|nombre|percent(?:age)?|per ?cent|pourcentage|rate|taux|dollars?|thousands?|milliers?|"
    r"millions?|(?:\$|dollars?)?\s?\(?'?000s?\)?|cad?|\$ ?cad|units?|unit[ée]s?|persons?|personnes?|count|years?|ann[ée]es?|ans|"
    r"days?|jours?|hours?|heures?|minutes?|min|hrs?|h|s|sec|km|m|cm|mm|ha|m2|m²|m3|m³|km2|km²|km/h|kg|g|t|tonnes?|l|ml|kwh|mwh|gj|"
    r"°c|°|deg(?:rees|r[ée]s)?|sq\.? ?(?:m|ft|feet|km)|ft2?|ft²|pi2?|pi²|acres?|hectares?|mg/l|µg/m3|ppm|ppb|"
    r"[a-zµ°]{1,4}[23²³]?\s?/\s?[a-zµ]{1,4}[23²³]?|\$\s?/\s?[a-z²2]{1,6}|"
    r"(?:yyyy|aaaa)[-/]?mm[-/]?(?:dd|jj)|(?:dd|jj)[-/]mm[-/](?:yyyy|aaaa)|text|texte|date|integer|entier)\s*[)\]]?",
    re.IGNORECASE)


def propose(sight: Sight) -> list[Leave]:
    """Leave out the first row of the body where its filled cells are units and the columns hold numbers."""
    at = next((row for row in range(sight.first, min(sight.stop, sight.first + 3)) if sight.fill[row]), None)
    if at is None or at in sight.gone or not sight.header:
        return []
    if not are_units(sight.cells(at)) or _comes_back(sight, at):
        return []
    return [Leave("units", (at,), REASON.with_(row=sight.called(at)))]


def are_units(cells: Sequence[str]) -> bool:
    """Tell whether most of the filled cells of a row are units, and none is a number."""
    units = sum(bool(UNIT.fullmatch(cell)) for cell in cells)
    return units > 0 and units * 10 >= 7 * len(cells) and not any(kind(cell) == NUMBER for cell in cells)


def _comes_back(sight: Sight, at: int) -> bool:
    """Tell whether the same words are ordinary values of their columns."""
    body = sight.grid.frame.slice(at + 1, 200)
    for index, cell in enumerate(sight.row(at)):
        if cell and cell.strip() and bool((body.to_series(index) == cell).any()):
            return True
    return False
