"""Two rows of headings that say the same in French and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .values import TEXT, kind

Row = Sequence[str | None]
_FRENCH = re.compile(r"(?i)[éèêàçôîûœ]|\b(?:le|la|les|du|des|de|et|au|aux|pour|nom|rue|ville|lieu|pays|adresse|courriel|code postal|"
                     r"nombre|profondeur|largeur|longueur|hauteur|valeur|montant|prix|taux|poids|niveau|statut|mois|jour|heure|"
                     r"quartier|arrondissement|essence|demandeur|entreprise|permis|sexe)\b")
_ENGLISH = re.compile(r"(?i)\b(?:name|street|city|town|address|e-?mail|phone|number|no|depth|width|length|height|value|amount|price|rate|"
                      r"weight|level|status|month|day|date|year|time|ward|district|neighbou?rhood|species|applicant|company|owner|permit|"
                      r"licen[cs]e|postal|province|country|category|class|title|first|last|start|end|of|the|and|website|location|"
                      r"school|board|department|description|comments?|sex|gender|age|count)\b")


def two(first: Row, second: Row) -> bool:
    """Tell whether one of two full rows of headings is in French and the other is not."""
    filled = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
    if len(filled) * 2 < len(first) or (any(a == b for a, b in filled) and len(filled) < 3):
        return False
    french = [sum(bool(_FRENCH.search(cell or "")) for cell in row) for row in (first, second)]
    return max(french) >= 0.4 * len(filled) and min(french) <= 0.25 * max(french)


def says_again(first: Row, second: Row, body: Sequence[Row]) -> bool:
    """Tell whether a second row translates the first.

    Every cell is text, one row is in the words that French headings have and the other in those of English ones, and
    no cell of it comes again below.
    """
    pairs = [(index, a, b) for index, (a, b) in enumerate(zip(first, second, strict=True)) if a and b]
    if len(pairs) < 2 or sum(bool(cell) for cell in second) != sum(bool(cell) for cell in first):
        return False
    if any(kind(cell) != TEXT for _, a, b in pairs for cell in (a, b)) or not two(first, second):
        return False
    english = [sum(bool(_ENGLISH.search(cell)) for cell in cells) for cells in zip(*(pair[1:] for pair in pairs), strict=True)]
    again = any(b == line[index] for index, _, b in pairs for line in body if index < len(line))
    return not again and max(english) >= 0.6 * len(pairs) and min(english) <= 0.25 * max(english)
