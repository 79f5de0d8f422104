"""Accents garbled before the file was saved (“MontrÃ©al”): repaired where the steward accepts it."""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl

from ..core.reading import Proposal
from ..core.text import Text
from .sight import Sight

KIND = "mojibake"
WHY = Text("{n} different texts have garbled accents, such as “{sample}”.",
           "{n} textes différents ont des accents altérés, par exemple « {sample} ».",
           "A text has garbled accents: “{sample}”.", "Un texte a des accents altérés : « {sample} ».")
SIGNS = ("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0-\u00bf]"  # Windows-1252
         "|├[\u00a1-\u00ffƒ₧⌐│┤╡╢╖╕╣║╗╝╜╛┐░▒▓]"  # DOS
         "|√[\u00a1-\u00ff†•™≠∞≤≥∂∑∏π∫Ω]")  # Mac Roman
MOST, SAMPLE = 50_000, 2000
OTHERS = ("cp850", "cp863", "iso8859-15")  # what ftfy does not know, and this country used


def repaired(sight: Sight, *, noticed: bool, looked_at: bool) -> tuple[Sight, tuple[Proposal, ...]]:
    """Propose the repair where garbled text was noticed; do it where accepted. Names are repaired as well.

    The reader notices it in all of a text; of another file rows here and there are looked at.
    """
    frame = sight.grid.frame
    if not noticed and (looked_at or not garbled(frame.gather_every(max(1, frame.height // SAMPLE))).len()):
        return sight, ()
    words = garbled(sight.grid.frame)
    if not words.len():
        return sight, ()
    fixed = {word: sound(word) for word in words.to_list()}
    changes = {word: text for word, text in fixed.items() if text != word}
    if not changes:
        return sight, ()
    applied = KIND in sight.asked.accepted
    proposal = Proposal(KIND, (), WHY.with_(n=len(changes), sample=around(next(iter(changes)))), applied)
    if not applied:
        return sight, (proposal,)
    old, new = pl.Series(list(changes), dtype=pl.String), pl.Series(list(changes.values()), dtype=pl.String)
    frame = sight.grid.frame.with_columns(pl.all().replace(old, new))
    names = tuple(map(sound, sight.names))
    return replace(sight, grid=replace(sight.grid, frame=frame), names=names), (proposal,)


def around(text: str) -> str:
    """Return a text that has a garbled accent, 40 characters at most, with the accent in it."""
    found = re.search(SIGNS, text)
    start = max(0, found.start() - 20) if found and len(text) > 40 else 0
    return text[start:start + 40].strip()


def sound(text: str) -> str:
    """Return a text with its garbled accents repaired, the text itself where nothing repairs it."""
    import ftfy

    fixed = ftfy.fix_encoding(text)
    if fixed != text or not re.search(SIGNS, text):
        return fixed
    return next((other for name in OTHERS if (other := _read_again(text, name)) is not None), text)


def _read_again(text: str, name: str) -> str | None:
    """Return the UTF-8 that was read in an encoding; None where it cannot have been."""
    try:
        return text.encode(name).decode("utf-8")
    except UnicodeError:
        return None


def garbled(frame: pl.DataFrame) -> pl.Series:
    """Return the different texts that show the signs of it."""
    found = [series.drop_nulls().filter(series.drop_nulls().str.contains(SIGNS)) for series in frame.iter_columns()]
    return pl.concat([series.alias("text") for series in found]).unique(maintain_order=True).head(MOST) \
        if found else pl.Series("text", [], dtype=pl.String)
