"""Text that wears a frame: each whole line in quotes, or the bars and rulers of a table drawn with signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..core.reading import DRAWN, WRAPPED, Asked, Proposal
from ..core.text import Text
from . import dialect as dialects
from .records import lines_of

FEWEST, MOST_LINES, SHARE, EARLY = 3, 200, 0.8, 12
REASONS = {
    WRAPPED: Text("Each line was in quotes as a whole, like one single cell; the quotes around the lines were taken off.",
                  "Chaque ligne était entièrement entre guillemets, comme une seule cellule; ces guillemets ont été retirés."),
    DRAWN: Text("The table was drawn with bars or lines of dashes; they were taken off, and so were the spaces beside them.",
                "Le tableau était tracé avec des barres ou des lignes de tirets; ces signes et les espaces voisines ont été retirés."),
}
_WHOLE = re.compile(r'^"((?:[^"]|"")*)"[,;\t ]*(?=\r*$)', re.MULTILINE)  # one quoted cell, and empty ones that a program added
_RULER = re.compile(r"\s*[|+]?(?:\s*:?(?:-+|=+):?\s*[|+,;\t])*\s*:?(?:-+|=+):?\s*[|+]?\s*")
_BOX = str.maketrans({**dict.fromkeys("│┃║", "|"), **dict.fromkeys("─━═", "-"), **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╪╞╡", "+")})
_PARTS, _SIGNS, LONGEST = "|,;\t", set("-=|+:,;\t \r"), 2000


def worn(sample: str) -> str | None:
    """Return which frame the first lines of a text wear; None where none."""
    lines = [line for line in lines_of(sample)[:MOST_LINES] if line.strip()]
    if len(lines) < FEWEST:
        return None
    return WRAPPED if is_wrapped(lines) else DRAWN if drawn_with(lines) else None


def unframed(text: str, kind: str) -> str:
    """Return a text without the frame it wears. A line stays a line."""
    if kind == WRAPPED:
        return _WHOLE.sub(lambda line: line[1].replace('""', '"'), text)
    lines = [line.translate(_BOX) for line in lines_of(text)]
    part = drawn_with([line for line in lines[:MOST_LINES] if line.strip()]) or _PARTS[0]
    return "\n".join(bare(line, part) for line in lines)


def proposals(kind: str | None, asked: Asked) -> tuple[Proposal, ...]:
    """Say that a frame was taken off, or could be: the steward may refuse."""
    return (Proposal(kind, (), REASONS[kind], kind not in asked.refused),) if kind else ()


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether most lines are one quoted cell each that holds the cells of a row.

    Where no quote inside is doubled, the cells must be three or more and as many in every line: a lone column of
    addresses in quotes is no such thing.
    """
    whole = [found[1] for line in lines if (found := _WHOLE.fullmatch(line))]
    if len(whole) < max(FEWEST - 1, SHARE * len(lines) - 1):
        return False
    inner = [cells.replace('""', '"') for cells in whole]
    best = dialects.judge("\n".join(inner))[0]
    if any('""' in cells for cells in whole):
        return best.width > 1
    return best.width > 2 and best.even == 1 and not best.dialect.spaced and best.dialect.delimiter != " "


def drawn_with(drawn: Sequence[str]) -> str | None:
    """Return the sign that parts the cells of a drawn table: its headings hold it, and a ruler of dashes stands beside them.

    Between bars a ruler may stand above the headings; other signs part dashes that mean nothing as well.
    """
    lines = [line.translate(_BOX) for line in drawn]
    rows = [line for line in lines if not is_ruler(line)]
    for part in _PARTS if len(rows) >= FEWEST - 1 else "":
        head = next((at for at, line in enumerate(lines[:EARLY]) if part in line and not is_ruler(line)), None)
        if head is None:
            continue
        near = [line for line in lines[max(0, head - (part == "|")):head + 2] if is_ruler(line)]
        if any(part in line or "+" in line for line in near) and sum(part in line for line in rows) >= SHARE * (len(rows) - 2):
            return part
    return None


def is_ruler(line: str) -> bool:
    """Tell whether a line is drawn of dashes alone, with the signs between columns."""
    return len(line) < LONGEST and set(line) <= _SIGNS and ("---" in line or "===" in line) and _RULER.fullmatch(line) is not None


def bare(line: str, part: str) -> str:
    """Return a line of a drawn table without its outer bars and the spaces around cells; a ruler becomes a blank line."""
    if is_ruler(line):
        return ""
    inner = line.strip()
    if part == "|" and inner.startswith(part) and inner.endswith(part) and len(inner) > 1:
        inner = inner[1:-1]
    return part.join(cell.strip() for cell in inner.split(part)) if part in inner else inner
