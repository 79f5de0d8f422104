"""Text that wears a frame: each whole line in quotes, or the bars and rulers of a table drawn with signs."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import polars as pl

from ..core.reading import DRAWN, WRAPPED, Asked, Proposal
from ..core.text import Text
from . import dialect as dialects
from .records import lines_of

FEWEST, MOST_LINES, SHARE, EARLY, EVEN, SMALL = 3, 200, 0.8, 12, 0.7, 4 << 20
REASONS = {
    WRAPPED: Text("Each line was in quotes as a whole, like one single cell; the quotes around the lines were taken off.",
                  "Chaque ligne était entièrement entre guillemets, comme une seule cellule; ces guillemets ont été retirés."),
    DRAWN: Text("The table was drawn with bars or lines of dashes; they were taken off, and so were the spaces beside them.",
                "Le tableau était tracé avec des barres ou des lignes de tirets; ces signes et les espaces voisines ont été retirés."),
}
_WHOLE = re.compile(r'^"((?:[^"]|"")*)"[,;\t ]*(?=\r*$)', re.MULTILINE)  # one quoted cell, and empty ones that a program added
_RULER = re.compile(r"\s*[|+]?(?:\s*:?(?:-+|=+):?\s*[|+,;\t])*\s*:?(?:-+|=+):?\s*[|+]?\s*")
_RULED = rf"^(?:{_RULER.pattern})$"
_ENDS = re.compile(rb"\r+\n|\r")
BOX = {**dict.fromkeys("│┃║", "|"), **dict.fromkeys("─━═", "-"), **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╪╞╡", "+")}
_BOX = str.maketrans(BOX)
_PARTS, _SIGNS, LONGEST = "|,;\t", set("-=|+:,;\t \r"), 2000
ODD = "\x1f"  # no text has it: lines come out whole


def worn(sample: str) -> str | None:
    """Return which frame the first lines of a text wear; None where none."""
    lines = [line for line in lines_of(sample)[:MOST_LINES] if line.strip()]
    if len(lines) < FEWEST:
        return None
    return WRAPPED if is_wrapped(lines) else DRAWN if drawn_with(lines) else None


def unframed(text: bytes, kind: str) -> bytes:
    """Return a UTF-8 text without the frame it wears. A line stays a line; cells of several lines are kept in small texts."""
    if kind == WRAPPED and len(text) < SMALL:
        said = text.decode("utf-8", "surrogatepass")
        return _WHOLE.sub(lambda line: line[1].replace('""', '"'), said).encode("utf-8", "surrogatepass")
    plain = _ENDS.sub(b"\n", text) if b"\r" in text else text
    lines = pl.read_csv(io.BytesIO(plain), has_header=False, schema={"0": pl.String}, separator=ODD, quote_char=None,
                        infer_schema=False, truncate_ragged_lines=True, encoding="utf8-lossy").to_series()
    bare = unwrapped(lines) if kind == WRAPPED else undrawn(lines)
    made = io.BytesIO()
    bare.to_frame().write_csv(made, include_header=False, quote_style="never", null_value="")
    return made.getvalue()


def unwrapped(lines: pl.Series) -> pl.Series:
    """Return lines without the quotes around them, where one quoted cell is all there is."""
    line = pl.col("0")
    inner = line.str.extract(r'^"((?:[^"]|"")*)"[,;\t ]*$').str.replace_all('""', '"', literal=True)
    return lines.alias("0").to_frame().select(pl.coalesce(inner, line)).to_series()


def undrawn(lines: pl.Series) -> pl.Series:
    """Return lines without outer bars and the blanks around cells; a ruler becomes a blank line."""
    plain = lines.alias("0").str.replace_many(list(BOX), list(BOX.values()))
    part = drawn_with([line for line in plain.head(MOST_LINES).to_list() if line and line.strip()]) or _PARTS[0]
    line = pl.col("0").str.strip_chars()
    inner = line.str.strip_prefix(part).str.strip_suffix(part) if part == "|" else line
    barred = line.str.starts_with(part) & line.str.ends_with(part) & (line.str.len_bytes() > 1)
    around = rf" *{re.escape(part)} *"
    cut = pl.when(barred).then(inner).otherwise(line).str.replace_all(around, part)
    ruled = plain.str.contains(_RULED) & plain.str.contains("---|===")
    return plain.to_frame().select(pl.when(ruled).then(pl.lit("")).otherwise(cut.str.strip_chars(" "))).to_series()


def proposals(kind: str | None, asked: Asked) -> tuple[Proposal, ...]:
    """Say that a frame was taken off, or could be: the steward may refuse."""
    return (Proposal(kind, (), REASONS[kind], kind not in asked.refused),) if kind else ()


def is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether most lines are one quoted cell each that holds the cells of a row.

    Where no quote inside is doubled, the cells must be three or more and as many in most lines: a lone column of
    addresses in quotes is no such thing.
    """
    whole = [found[1] for line in lines if (found := _WHOLE.fullmatch(line))]
    if len(whole) < max(FEWEST - 1, SHARE * len(lines) - 1):
        return False
    inner = [cells.replace('""', '"') for cells in whole]
    best = dialects.judge("\n".join(inner))[0]
    if any('""' in cells for cells in whole):
        return best.width > 1
    return best.width > 2 and best.even >= EVEN and not best.dialect.spaced and best.dialect.delimiter != " "


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
