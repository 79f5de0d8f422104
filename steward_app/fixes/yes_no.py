"""Yes and no: other words for them are read as true and false."""

from __future__ import annotations

from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

WORDS = Text("Read these words as Yes and No", "Traiter ces mots comme Oui et Non")


@fix("yes-no", mends="V13", safe=True, named=WORDS)
def yes_no(wrong: Wrong) -> Proposal | None:
    """Propose a reading that names each word for true and for false; true for next month's file too."""
    said = dict(zip(wrong.texts, wrong.plain, strict=True))
    sides = {"true": wrong.field.true_values, "false": wrong.field.false_values}
    words = {side: (*wrong.read.yes_no.get(side, ()), *(text for text, word in said.items() if word in known))
             for side, known in sides.items()}
    if not any(words.values()) or not any(said.values()):
        return None
    return wrong.reading(yes_no={side: found for side, found in words.items() if found})


FIXES = (yes_no,)
