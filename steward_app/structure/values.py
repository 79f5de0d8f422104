"""What kind of thing a cell's text is, as far as rows and headings need to know."""

from __future__ import annotations

import re
from collections.abc import Sequence

EMPTY, NUMBER, DATE, CODE, PLACE, TEXT = "", "n", "d", "c", "p", "t"
_NUMBER = re.compile(r"[(\-+–]?\s?[$€£]?\s?[-+]?(?:\d[\d,.\s\u00a0\u202f']*|[.,]\d+)(?:[eE][-+]?\d+)?\s?[%$€)*]{0,2}")
_MONTH = (r"(?:jan|feb|f[ée]v|mar|apr|avr|may|mai|jun|juin|jul|juil|aug|ao[uû]t|sep|oct|nov|dec|d[ée]c)[a-zéû]*\.?")
_DATE = re.compile(
    rf"(?:\d{{4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{1,2}}[- ]{_MONTH}[- ,]*\d{{2,4}}"
    rf"|\d{{4}}[- ]{_MONTH}[- ]\d{{1,2}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}})(?:[T ,]+.*)?|\d{{1,2}}:\d{{2}}(?::\d{{2}})?.{{0,5}}",
    re.IGNORECASE)
_PLACE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|[A-Z]\d[A-Z]\s?\d[A-Z]\d|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}.{0,9}"
                    r"|(?:POINT|POLYGON|LINESTRING|MULTI\w+) ?\(.*", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"(?=\S*\d)[\w#./-]{1,24}")
YEAR = re.compile(r"(?:1[89]|20)\d{2}(?:\s?[-/–]\s?(?:\d{2}){1,2})?")


def kind(text: str | None) -> str:
    """Return EMPTY, NUMBER, DATE, CODE (letters and digits without space), PLACE (address on the web, postal…) or TEXT."""
    if text is None:
        return EMPTY
    bare = text.strip()
    if not bare:
        return EMPTY
    if len(bare) > 60 and not bare.startswith(("http", "POINT", "POLYGON", "MULTI", "LINE")):
        return TEXT
    if _DATE.fullmatch(bare):
        return DATE
    if _NUMBER.fullmatch(bare):
        return NUMBER
    if _PLACE.fullmatch(bare):
        return PLACE
    if _CODE.fullmatch(bare):
        return CODE
    return TEXT


def is_year(text: str | None) -> bool:
    """Tell whether a cell is a year or a range of years, which may well be a heading."""
    return bool(text and YEAR.fullmatch(text.strip()))


def kinds(rows: Sequence[Sequence[str | None]]) -> list[list[str]]:
    """Return the kinds of all cells of some rows."""
    return [[kind(cell) for cell in row] for row in rows]


def usual_kind(column: Sequence[str], share: float = 0.7) -> str:
    """Return the kind that most filled cells of a column have, TEXT where none does, EMPTY where none is filled."""
    filled = [item for item in column if item]
    if not filled:
        return EMPTY
    best = max(set(filled), key=filled.count)
    return best if filled.count(best) >= share * len(filled) else TEXT
