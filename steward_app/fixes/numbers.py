"""Numbers: read with the decimal mark that the column proves or the steward chooses, or written with digits only."""

from __future__ import annotations

from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

PLAIN = Text("Write numbers with digits only", "Écrire les nombres avec des chiffres seulement")
READ = Text("Read these numbers the way the column writes them", "Lire ces nombres selon l’usage de la colonne")
COMMA = Text("Read the comma as the decimal mark", "Lire la virgule comme signe décimal")
POINT = Text("Read the point as the decimal mark", "Lire le point comme signe décimal")
_NUMBERS = ("number", "integer", "year")


@fix("number-reading", mends="V07", safe=True, named=READ)
def number_reading(wrong: Wrong) -> Proposal | None:
    """Propose to read the column with the decimal mark it proves."""
    mark = wrong.view.learnt("mark", wrong.name)
    return with_mark(wrong, mark) if mark else None


@fix("numbers", mends="V07", safe=True, named=PLAIN)
def numbers(wrong: Wrong) -> Proposal | None:
    """Propose the plain form of each number that reads one way."""
    return wrong.rewritten(wrong.plain)


@fix("decimal-comma", mends="V07", safe=False, named=COMMA)
def decimal_comma(wrong: Wrong) -> Proposal | None:
    """Propose to read `1,234` with a decimal comma, where the column does not say what its commas are."""
    return with_mark(wrong, ",") if wrong.plain.null_count() else None


@fix("decimal-point", mends="V07", safe=False, named=POINT)
def decimal_point(wrong: Wrong) -> Proposal | None:
    """Propose to read `1,234` with a decimal point, where the column does not say what its commas are."""
    return with_mark(wrong, ".") if wrong.plain.null_count() else None


def with_mark(wrong: Wrong, mark: str) -> Proposal | None:
    """Propose one decimal mark for the whole column, unless it is read so already or no wrong number would be read."""
    if wrong.read.numbers == mark or wrong.field.type not in _NUMBERS:
        return None
    proposed = wrong.reading(numbers=mark)
    return proposed if proposed.changes.height else None


FIXES = (number_reading, numbers, decimal_comma, decimal_point)
