"""Forms that federal reference data use: business numbers, geographic codes, provinces and territories, dates in text."""

from __future__ import annotations

import polars as pl

from ..core.forms import alpha_codes, iso_dates
from ..core.text import Text
from .proposal import Proposal
from .wrong import Wrong, fix

NUMBER = Text("Keep only the digits of business numbers", "Ne garder que les chiffres des numéros d’entreprise")
ALPHA = Text("Write provinces and territories as two letters", "Écrire les provinces et territoires en deux lettres")
ISO = Text("Write dates as year-month-day", "Écrire les dates dans l’ordre année-mois-jour")
CODE = Text("Keep only the digits of geographic codes", "Ne garder que les chiffres des codes géographiques")
QUEBEC = Text("Put 24, the code of Québec, in front of its municipal codes",
              "Mettre 24, le code du Québec, devant ses codes municipaux")
ACCOUNT = r"[A-Z]{2}[0-9]{4}$"  # of a program of the Canada Revenue Agency: RT0001


@fix("business-number", mends="V14", safe=True, named=NUMBER)
def business_number(wrong: Wrong) -> Proposal | None:
    """Propose a business number without spaces, hyphens and program account, where the standard checks its digits."""
    if not any(rule.check == "V26" and rule.field == wrong.name for rule in wrong.view.schema.rules):
        return None
    digits = wrong.texts.str.replace_all(r"[\s.-]", "").str.to_uppercase().str.replace(ACCOUNT, "")
    return wrong.rewritten(pl.select(pl.when(digits.str.contains(r"^[0-9]+$")).then(digits)).to_series())


@fix("geographic-code", mends="V14", safe=True, named=CODE)
def geographic_code(wrong: Wrong) -> Proposal | None:
    """Propose a code of the Standard Geographical Classification without spaces, points or the .0 of a spreadsheet."""
    digits = wrong.texts.str.replace(r"\.0+$", "").str.replace_all(r"[\s.-]", "")
    return listed(wrong, digits)


@fix("quebec-code", mends="V14", safe=False, named=QUEBEC)
def quebec_code(wrong: Wrong) -> Proposal | None:
    """Propose the seven digits of the five that Québec gives its municipalities: 66023 is 2466023."""
    five = wrong.texts.str.extract(r"^\s*(\d{5})\s*$", 1)
    return listed(wrong, "24" + five)


def listed(wrong: Wrong, codes: pl.Series) -> Proposal | None:
    """Propose those of the codes that the classification lists, for a field of geographic codes."""
    find = wrong.view.vocabularies.get("lookup")
    if wrong.field.kind != "sgc" or find is None:
        return None
    known = codes.is_in(list(find("sgc", "code"))).fill_null(False)
    return wrong.rewritten(pl.select(pl.when(known).then(codes)).to_series())


@fix("province-codes", mends="V27", safe=True, named=ALPHA)
def province_codes(wrong: Wrong) -> Proposal | None:
    """Propose the alpha code of each province or territory that is named otherwise."""
    return wrong.rewritten(alpha_codes(wrong.texts, wrong.view.vocabularies.get("provinces") or ()))


@fix("iso-dates", mends="V28", safe=True, named=ISO)
def dates_in_text(wrong: Wrong) -> Proposal | None:
    """Propose the ISO form of each date in text that reads one way."""
    return wrong.rewritten(iso_dates(wrong.texts))


FIXES = (business_number, geographic_code, quebec_code, province_codes, dates_in_text)
