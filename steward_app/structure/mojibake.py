"""Accents garbled before the file was saved (“MontrÃ©al”): repaired where the steward accepts it."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from ..core.reading import Proposal
from ..core.text import Text
from .sight import Sight

KIND = "mojibake"
WHY = Text("{n} different texts have garbled accents, such as “{sample}”.",
           "{n} textes différents ont des accents altérés, par exemple « {sample} ».",
           "A text has garbled accents: “{sample}”.", "Un texte a des accents altérés : « {sample} ».")
SIGNS = "Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|Â[\u00a0-\u00bf]"
MOST = 50_000


def repaired(sight: Sight, noticed: bool) -> tuple[Sight, tuple[Proposal, ...]]:
    """Propose the repair where the reader noticed garbled text; do it where accepted. Names are repaired as well."""
    if not noticed:
        return sight, ()
    words = garbled(sight.grid.frame)
    if not words.len():
        return sight, ()
    import ftfy

    fixed = {word: ftfy.fix_encoding(word) for word in words.to_list()}
    changes = {word: text for word, text in fixed.items() if text != word}
    if not changes:
        return sight, ()
    applied = KIND in sight.asked.accepted
    proposal = Proposal(KIND, (), WHY.with_(n=len(changes), sample=next(iter(changes))[:40]), applied)
    if not applied:
        return sight, (proposal,)
    old, new = pl.Series(list(changes), dtype=pl.String), pl.Series(list(changes.values()), dtype=pl.String)
    frame = sight.grid.frame.with_columns(pl.all().replace(old, new))
    names = tuple(ftfy.fix_encoding(name) for name in sight.names)
    return replace(sight, grid=replace(sight.grid, frame=frame), names=names), (proposal,)


def garbled(frame: pl.DataFrame) -> pl.Series:
    """Return the different texts that show the signs of it."""
    found = [series.drop_nulls().filter(series.drop_nulls().str.contains(SIGNS)) for series in frame.iter_columns()]
    return pl.concat([series.alias("text") for series in found]).unique(maintain_order=True).head(MOST) \
        if found else pl.Series("text", [], dtype=pl.String)
