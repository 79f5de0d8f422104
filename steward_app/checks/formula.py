"""Errors that a spreadsheet left in cells."""

from __future__ import annotations

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Rule
from ..core.types import FAULT
from .presence import always


@check("F06", "formula-error", Severity.MUST, arises=always,
       says=Text("{n} cells contain an Excel error such as {value}.",
                 "{n} cellules contiennent une erreur Excel comme {value}.",
                 "The cell contains an Excel error, {value}.", "La cellule contient une erreur Excel, {value}."),
       do=Text("Fix the formula or leave them empty.", "Corrigez la formule ou laissez-les vides.",
               "Fix the formula or leave it empty.", "Corrigez la formule ou laissez-la vide."),
       why=Text("The real value is lost.", "La vraie valeur est perdue."),
       right="12", wrong="#REF!")
def formula_error(view: View, rule: Rule) -> pl.Expr:
    """Mark what a spreadsheet writes where a formula failed."""
    return view.fault(str(rule.field)) == FAULT["F06"]


CHECKS = (formula_error,)
