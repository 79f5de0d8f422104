"""What is not there: columns, cells, and words that stand where a cell should be empty."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.types import FAULT, of


def when_required(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise where the field must be filled."""
    return {} if item.constraints.get("required") else None


def when_recommended(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise where the field is recommended."""
    return {} if item.level == "recommended" and not item.constraints.get("required") else None


def always(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise for every field."""
    return {}


@check("C01", "column-missing", Severity.MUST, scope="column", arises=when_required,
       says=Text("“{title}” is required and no column matches it.",
                 "«\u00a0{title}\u00a0» est obligatoire et aucune colonne n’y correspond."),
       do=Text("Pick a column, or give one value for all rows.",
               "Choisissez une colonne ou une valeur pour toutes les lignes."),
       why=Text("The standard cannot be used without it.", "La norme ne peut pas servir sans ce champ."),
       right="a column that feeds the field", wrong="no column")
def column_missing(view: View, rule: Rule) -> bool:
    """Tell that nothing feeds a required field."""
    return not view.fed(str(rule.field))


@check("C02", "column-recommended", Severity.BETTER, scope="column", arises=when_recommended,
       says=Text("Add “{title}” if you have it.", "Ajoutez «\u00a0{title}\u00a0» si vous l’avez."),
       why=Text("Most publishers share it, and people look for it.",
                "La plupart des organismes le diffusent, et on le cherche."),
       right="a column that feeds the field", wrong="no column")
def column_recommended(view: View, rule: Rule) -> bool:
    """Tell that nothing feeds a recommended field."""
    return not view.fed(str(rule.field))


@check("V01", "empty", Severity.MUST, arises=when_required,
       says=Text("“{title}” is empty in {n} rows.", "Aucune valeur pour «\u00a0{title}\u00a0» dans {n} lignes.",
                 "“{title}” is empty.", "Aucune valeur pour «\u00a0{title}\u00a0»."),
       do=Text("Fill it in, or tell us why it is unknown.",
               "Inscrivez-la ou indiquez pourquoi elle est inconnue."),
       why=Text("A record without it cannot be used.", "Sans cette valeur, l’enregistrement ne peut pas servir."),
       right="P-1", wrong="")
def empty(view: View, rule: Rule) -> pl.Expr:
    """Mark empty cells; a placeholder in a field with a form is as good as empty, other unreadable text is not."""
    name = str(rule.field)
    if of(view.field(name)).value is None:
        return view.text(name).is_null()
    return view.text(name).is_null() | (view.fault(name) == FAULT["V02"])


@check("V02", "placeholder", Severity.CHECK, arises=always,
       says=Text("“{value}” is used where the cell should be empty ({n} rows).",
                 "«\u00a0{value}\u00a0» est inscrit là où la cellule devrait être vide ({n} lignes).",
                 "“{value}” is used where the cell should be empty.",
                 "«\u00a0{value}\u00a0» est inscrit là où la cellule devrait être vide."),
       do=Text("Leave the cells empty.", "Laissez les cellules vides.", "Leave the cell empty.", "Laissez la cellule vide."),
       many=Text("“{value}” and {more} other words are used where cells should be empty ({rows} rows).",
                 "«\u00a0{value}\u00a0» et {more} autres mots sont inscrits là où les cellules devraient être vides ({rows} lignes).",
                 "“{value}” and {more} other word are used where cells should be empty ({rows} rows).",
                 "«\u00a0{value}\u00a0» et {more} autre mot sont inscrits là où les cellules devraient être vides ({rows} lignes)."),
       why=Text("People and programs count such a word as a real value.",
                "On compte un tel mot comme une vraie valeur."),
       right="Brick", wrong="TBD")
def placeholder(view: View, rule: Rule) -> pl.Expr:
    """Mark words of `missingValues` and of the list of placeholder words that no reading has accepted."""
    return view.fault(str(rule.field)) == FAULT["V02"]


CHECKS = (column_missing, column_recommended, empty, placeholder)
