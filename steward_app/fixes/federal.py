"""Forms that federal reference data use: business numbers, provinces and territories, dates in text."""

from __future__ import annotations

import polars as pl

from ..core.forms import alpha_codes, iso_dates
from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

NUMBER = Text("Keep the digits of business numbers", "Garder les chiffres des numéros d’entreprise")
ALPHA = Text("Write provinces and territories as two letters", "Écrire les provinces et territoires en deux lettres")
ISO = Text("Write dates as year-month-day", "Écrire les dates dans l’ordre année-mois-jour")
ACCOUNT = r"[A-Z]{2}[0-9]{4}$"  # of a program of the Canada Revenue Agency: RT0001


@fix("business-number", mends="V14", safe=True, named=NUMBER)
def business_number(wrong: Wrong) -> Proposal | None:
    """Propose a business number without spaces, hyphens and program account, where the standard checks its digits."""
    if not any(rule.check == "V26" and rule.field == wrong.name for rule in wrong.view.schema.rules):
        return None
    digits = wrong.texts.str.replace_all(r"[\s.-]", "").str.to_uppercase().str.replace(ACCOUNT, "")
    return wrong.rewritten(pl.select(pl.when(digits.str.contains(r"^[0-9]+$")).then(digits)).to_series())


@fix("province-codes", mends="V27", safe=True, named=ALPHA)
def province_codes(wrong: Wrong) -> Proposal | None:
    """Propose the alpha code of each province or territory that is named otherwise."""
    return wrong.rewritten(alpha_codes(wrong.texts, wrong.view.vocabularies.get("provinces") or ()))


@fix("iso-dates", mends="V28", safe=True, named=ISO)
def dates_in_text(wrong: Wrong) -> Proposal | None:
    """Propose the ISO form of each date in text that reads one way."""
    return wrong.rewritten(iso_dates(wrong.texts))


FIXES = (business_number, province_codes, dates_in_text)
