"""How the text of a cell is written on screen, and how blocks of cells go through the clipboard."""

from __future__ import annotations

import csv
import io
import re

# Tabs, line ends, control and zero-width characters; a non-breaking space shows as the space it is.
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")

SPACES = " \u00a0\u202f"


def written(text: str | None) -> str:
    """Return a cell's text with spaces at its ends as ␣ and other invisible characters as ·."""
    if not text:
        return ""
    if text[0] not in SPACES and text[-1] not in SPACES and text.isprintable():
        return text
    bare = text.strip(SPACES)
    left = len(text) - len(text.lstrip(SPACES))
    right = len(text) - left - len(bare)
    return "␣" * left + _HIDDEN.sub("·", bare) + "␣" * (right if bare else 0)


def to_clipboard(rows: list[list[str | None]]) -> str:
    """Return cells as tab-separated text, quoted as Excel quotes."""
    return "\n".join("\t".join(_quoted(cell or "") for cell in row) for row in rows)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in '\t\n\r"') else text


def of_clipboard(text: str) -> list[list[str]]:
    """Return the rows of a tab-separated text; a last line end makes no row."""
    rows = list(csv.reader(io.StringIO(text.rstrip("\r\n") if text.strip("\r\n") else text), delimiter="\t"))
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def spread(block: list[list[str]], height: int, width: int) -> list[list[str]]:
    """Return the block that fills a selection: repeated if it fits a whole number of times, else as it is."""
    rows, columns = len(block), len(block[0]) if block else 0
    if not rows or not columns or height % rows or width % columns:
        return block
    return [[block[r % rows][c % columns] for c in range(width)] for r in range(height)]
