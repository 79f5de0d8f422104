"""Which separator and quote a text uses, judged by how even its rows come out and how clean its cells look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from .records import Dialect, lines_of, records

SEPARATORS = (",", ";", "\t", "|", ":", "^", "~", " ")
DOUBTED = {":": 0.4, "^": 0.95, "~": 0.95, " ": 0.5}
LONE = "\x1f"  # no text has it: what is one column stays one
SAMPLE_LINES = 400
SURE, FEW, BESIDE_EVEN = (",", ";", "\t", "|"), 3, 0.7  # a separator that cuts every line alike beats one that does not
MOST, EARLY, NUMBERED = 0.5, 10, 0.7  # what a space must do to be more than one between words
_CLEAN = re.compile(
    r"""\s*(?:
      | [-+]?[$€£]?\s?\d[\d ,.\u00a0]*\s?[%$€]?        # a number, money
      | \d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?     # a date
      | \d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[aApP]\.?[mM]\.?)?
      | (?:https?|ftp)://\S+ | \S+@\S+\.\w+
      | [\w .&'’()/\#*%°@!?$+-]*                        # words
    )\s*""", re.VERBOSE)


@dataclass(frozen=True)
class Guess:
    """A dialect and how well the sample reads with it, 0 to 1; `width` is the usual count of cells, `even` how usual."""

    dialect: Dialect
    score: float
    width: int
    even: float = 0.0


def judge(sample: str, delimiter: str | None = None) -> tuple[Guess, ...]:
    """Rank the ways to cut a sample, best first; the last resort is one column. A delimiter given is kept."""
    lines = lines_of(sample)[:SAMPLE_LINES]
    names = (delimiter,) if delimiter else beside_quotes(lines)
    guesses = [guessed(lines, Dialect(name, quote, spaced=_spaced(lines, name)))
               for name in names for quote in _quotes(lines, name)]
    if any(guess.even == 1 and guess.dialect.delimiter in SURE for guess in guesses) and len(lines) > FEW:
        guesses = [replace(guess, score=guess.score * (1 if guess.even == 1 else BESIDE_EVEN)) for guess in guesses]
    alone = Guess(Dialect(delimiter or (LONE if len(lines) > FEW and any(_in_prose(lines, name) for name in names) else ",")), 0.05, 1)
    best = sorted([*guesses, alone], key=lambda guess: -guess.score)
    first, *others = (finished(guess, lines) for guess in best)
    return (widened(first, lines), *others)


def widened(guess: Guess, lines: Sequence[str]) -> Guess:
    """Return a guess as wide as the headings, where no record is: programs that cut off empty cells at the end of rows."""
    before = takewhile(lambda row: len(row) != guess.width, islice(records(lines, guess.dialect, guess.width), EARLY))
    wider = [len(row) for row in before if len(row) > guess.width > 1 and any(cell.strip() for cell in row[guess.width:])]
    return replace(guess, width=max(wider)) if wider else guess


def beside_quotes(lines: Sequence[str]) -> list[str]:
    """Return the separators the lines hold; where most lines have quoted cells side by side, only what parts those."""
    text = "\n".join(lines)
    present = [name for name in SEPARATORS if name in text]
    near = {name: sum(text.count(quote + name + quote) for quote in "\"'") for name in present}
    most = max(near.values(), default=0)
    return [name for name in present if most * 2 < len(lines) or near[name] * 20 >= most]


def _quotes(lines: Sequence[str], name: str) -> tuple[str, ...]:
    single = re.compile(rf"(?:^|{re.escape(name)} ?)'[^']*'(?={re.escape(name)}|\s*$)")
    many = sum(bool(single.search(line)) for line in lines)
    return ('"', "'") if many * 3 > len(lines) else ('"',)


def _spaced(lines: Sequence[str], mark: str) -> bool:
    """Tell whether a space follows each delimiter (nine of ten), so that it is none of the cell's."""
    count = sum(line.count(mark) for line in lines)
    return mark != " " and 0 < 0.9 * count <= sum(line.count(mark + " ") + line.endswith(mark) for line in lines)


def guessed(lines: Sequence[str], dialect: Dialect) -> Guess:
    """Score one dialect: the share of rows of the usual width, and the share of cells that look like values."""
    rows = [row for row in records(lines, dialect, most=60) if any(cell.strip() for cell in row)]
    if not rows:
        return Guess(dialect, 0.0, 1)
    widths = Counter(len(row) for row in rows)
    width, even = _usual(widths, len(rows))
    if dialect.spaced and _in_prose(lines, dialect.delimiter):
        return Guess(dialect, 0.0, 1)
    if width < 2 or (dialect.delimiter == " " and not parted_by_blanks(rows, width, lines)) or (
            dialect.delimiter in DOUBTED and dialect.delimiter != " " and even < MOST):
        return Guess(dialect, 0.0, 1)
    cells = [cell for row in rows if len(row) == width for cell in row][:4000]
    clean = sum(len(cell) >= 200 or (_CLEAN.fullmatch(cell) is not None and not _enclosed(cell)) for cell in cells)
    quoted = 0.02 if dialect.quote == '"' else 0.0
    score = even * (0.25 + 0.75 * clean / max(1, len(cells))) * DOUBTED.get(dialect.delimiter, 1.0) + quoted * even
    return Guess(dialect, score * (1 - 0.5 / width), width, even)


def parted_by_blanks(rows: Sequence[Sequence[str]], width: int, lines: Sequence[str]) -> bool:
    """Tell whether blanks part cells and not words.

    Half of the rows are as wide, or have quoted cells beside blanks; one of the first is as wide, and no row above it is
    much less so; a column holds numbers, dates or codes, as sentences do not.
    """
    usual = [row for row in rows if len(row) == width]
    early = next((at for at, row in enumerate(rows[:EARLY]) if len(row) == width), None)
    quoted = sum(' "' in line and '" ' in line for line in lines)
    if early is None or max(len(usual), quoted) < MOST * len(rows) or any(len(row) > width / 2 for row in rows[:early]):
        return False
    told = [sum(any(sign.isdigit() for sign in row[index]) for row in usual) for index in range(width)]
    return max(told) >= max(1, NUMBERED * (len(usual) - 1)) and (early > 0 or len(rows[0]) == width)


def _in_prose(lines: Sequence[str], mark: str) -> bool:
    """Tell whether a sign stands in sentences only: the headings have none, and half of the lines are without it."""
    without = [mark not in line for line in lines if line.strip()]
    return mark in ",;:" and without[:1] == [True] and sum(without) * 2 >= len(without) and _spaced(lines, mark)


def _enclosed(cell: str) -> bool:
    """Tell whether a cell still wears quotes of the other kind."""
    return len(cell) > 1 and cell[0] == cell[-1] == "'"


def _usual(widths: Counter[int], count: int) -> tuple[int, float]:
    width = max(widths, key=lambda item: (widths[item] * (item > 1), item))
    return width, widths[width] / count


def finished(guess: Guess, lines: Sequence[str]) -> Guess:
    """Settle what the delimiter alone does not say: a backslash before quotes."""
    dialect = guess.dialect
    text = "\n".join(lines)
    mark = dialect.delimiter
    escaped = re.search(rf'\\{dialect.quote}(?!\s*(?:{re.escape(mark)}|$))', text, re.MULTILINE) is not None
    ended = re.search(rf'\\{dialect.quote}{dialect.quote}(?:{re.escape(mark)}|$)', text, re.MULTILINE) is not None
    escape = "\\" if escaped or ended else ""
    return replace(guess, dialect=Dialect(mark, dialect.quote, escape, dialect.spaced))
