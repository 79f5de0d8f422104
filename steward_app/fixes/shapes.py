"""Postal codes, telephone numbers, web and e-mail addresses: written in their one form."""

from __future__ import annotations

from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

POSTAL = Text("Write postal codes as K1A 0B1", "Écrire les codes postaux sous la forme K1A 0B1")
PHONE = Text("Write telephone numbers as 613-555-0199", "Écrire les numéros de téléphone sous la forme 613-555-0199")
WEB = Text("Complete web and e-mail addresses", "Compléter les adresses Web et les adresses courriel")


@fix("postal-code", mends="V15", safe=True, named=POSTAL)
def postal_code(wrong: Wrong) -> Proposal | None:
    """Propose capitals and one space; a field of first three characters keeps these alone."""
    return wrong.rewritten(wrong.plain)


@fix("phone", mends="V16", safe=True, named=PHONE)
def phone(wrong: Wrong) -> Proposal | None:
    """Propose ten digits with hyphens, and an extension after ` x`."""
    return wrong.rewritten(wrong.plain)


@fix("web", mends="V17", safe=True, named=WEB)
def web(wrong: Wrong) -> Proposal | None:
    """Propose `https://` before `www.`, and e-mail addresses without blanks and brackets."""
    return wrong.rewritten(wrong.plain)


FIXES = (postal_code, phone, web)
