"""Identifiers that a spreadsheet took for numbers: zeros dropped at the front, digits folded into an exponent."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.standard import Standard
from ..core.table import nowhere, records_of, scattered

DIGITS = "0123456789"
EXPONENT = r"^[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,3}$"


def expected_width(view: View, rule: Rule, text: str) -> dict[str, Any]:
    """Tell how many digits the rule asks for."""
    return {"width": rule["width"]}


@check("V20", "lost-zero", Severity.CHECK, params=("width",), tells=expected_width,
       says=Text("{value} has {length} digits where {width} are expected.",
                 "{value} compte {length} chiffres au lieu de {width}."),
       do=Text("A leading zero may have been dropped.", "Un zéro initial a peut-être été perdu."),
       many=Text("{value} and {more} other values have fewer digits than the {width} expected.",
                 "{value} et {more} autres valeurs comptent moins de chiffres que les {width} attendus.",
                 "{value} and {more} other value have fewer digits than the {width} expected.",
                 "{value} et {more} autre valeur comptent moins de chiffres que les {width} attendus."),
       why=Text("Without its zeros, the number leads to nothing or to something else.",
                "Sans ses zéros, le numéro ne mène à rien, ou mène à autre chose."),
       right="04501", wrong="4501")
def lost_zero(view: View, rule: Rule) -> pl.Expr:
    """Mark text of digits alone that is shorter than the rule's `width`."""
    text = view.text(str(rule.field))
    return (text.str.len_bytes() < pl.lit(rule["width"])) & (text.str.strip_chars(DIGITS).str.len_bytes() == 0)


def an_identifier(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise for kind identifier, unless a pattern refuses the text already: one fault, one finding."""
    return {} if item.kind == "identifier" and not item.constraints.get("pattern") else None


@check("V21", "scientific", Severity.CHECK, arises=an_identifier, eager=True,
       says=Text("{value}: Excel shortened this identifier.", "{value}\u00a0: Excel a abrégé cet identifiant."),
       do=Text("Reload the column as text.", "Rechargez la colonne en format texte."),
       many=Text("{value} and {more} others: Excel shortened these identifiers.",
                 "{value} et {more} autres\u00a0: Excel a abrégé ces identifiants.",
                 "{value} and {more} other: Excel shortened these identifiers.",
                 "{value} et {more} autre\u00a0: Excel a abrégé ces identifiants."),
       why=Text("The last digits are lost, and several records may now share one number.",
                "Les derniers chiffres sont perdus, et plusieurs enregistrements peuvent avoir le même numéro."),
       right="111000123", wrong="1.11E+08")
def scientific(view: View, rule: Rule, standard: Standard) -> pl.Series:
    """Mark text in scientific notation, as Excel shows long numbers: 1.11E+08, 1,11E+08."""
    text = standard.text(str(rule.field))
    records = records_of((text >= "0") & (text < ":"))  # begins with a digit: far cheaper to ask
    return scattered(nowhere(standard.height), records, text.gather(records).str.contains(EXPONENT))


CHECKS = (lost_zero, scientific)
