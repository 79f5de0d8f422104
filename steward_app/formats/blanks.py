"""Cells parted by blanks where words inside a cell are as well: the words of one column are put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..core.reading import REJOINED, Asked, Proposal
from ..core.text import Text

Row = list[str]
SIGN, FEWEST, LOOK, SHARE = " ", 3, 2000, 0.9
REASON = Text("Blanks part the cells, and the words inside column {n} too; those words were put together again.",
              "Des espaces séparent les cellules, mais aussi les mots de la colonne {n}; ces mots ont été réunis.")


def column_of_words(rows: Sequence[Row]) -> int | None:
    """Return the one column whose words were parted: what stands to its left and to its right looks alike in all rows.

    None where the rows are not wider than the first one, or no column settles it.
    """
    filled = [row for row in rows[:LOOK] if any(row)]
    width = len(filled[0]) if filled else 0
    longer = [row for row in filled[1:] if len(row) > width]
    if width < 2 or len(longer) < FEWEST or any(len(row) < width for row in filled[1:]):
        return None
    left = [usual([shape(row[index]) for row in filled[1:]]) for index in range(width)]
    right = [usual([shape(row[-1 - index]) for row in filled[1:]]) for index in range(width)]
    fits = [sum(fit(row, column, left, right) for row in longer) / len(longer) for column in range(width)]
    best = max(range(width), key=lambda column: fits[column])
    return best if fits[best] >= SHARE else None


def fit(row: Row, column: int, left: Sequence[str], right: Sequence[str]) -> float:
    """Return how well a row looks as others do, 0 to 1, if the surplus cells belong to one column and are words."""
    width, surplus = len(left), len(row) - len(left)
    before = sum(shape(row[index]) == left[index] for index in range(column))
    after = sum(shape(row[-1 - index]) == right[index] for index in range(width - 1 - column))
    words = sum(shape(cell) == "word" for cell in row[column:column + surplus + 1])
    return (before + after + words) / len(row)


def together(rows: Sequence[Row], column: int, width: int) -> list[Row]:
    """Return rows with the surplus cells of each put into one column."""
    return [row if len(row) <= width else
            [*row[:column], SIGN.join(row[column:column + len(row) - width + 1]), *row[column + len(row) - width + 1:]]
            for row in rows]


def usual(shapes: Sequence[str]) -> str:
    """Return the shape that most cells have."""
    return Counter(shapes).most_common(1)[0][0] if shapes else ""


def shape(cell: str) -> str:
    """Return what a cell looks like: nothing, a sentence, a word, or signs with a digit first or later."""
    if not cell or SIGN in cell:
        return "sentence" if cell else ""
    if "://" in cell:
        return "address"
    bare = cell.lstrip("$€£-+(")
    return "number" if bare[:1].isdigit() else "code" if any(map(str.isdigit, cell)) else "word"


def proposals(column: int | None, asked: Asked) -> tuple[Proposal, ...]:
    """Say that words were put together, or could be."""
    return () if column is None else (Proposal(REJOINED, (), REASON.with_(n=column + 1), REJOINED not in asked.refused),)
