"""Codes that a reference list of the catalogue does not hold."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.problem import Problem
from ..core.schema import Rule
from .shapes import anchored

NO_TABLE = Text("The rule of “{field}” asks for a list that is not there, “{table}”.",
                "La règle du champ «\u00a0{field}\u00a0» demande une liste introuvable, «\u00a0{table}\u00a0».")
ASK_AUTHOR = Text("Ask whoever made the standard for a corrected file.",
                  "Demandez un fichier corrigé à la personne qui a créé la norme.")


def named_table(view: View, rule: Rule, text: str) -> dict[str, Any]:
    """Tell which list was looked through."""
    return {"table": rule["table"]}


@check("X05", "lookup", Severity.MUST, scope="row", params=("table", "column", "first"), tells=named_table,
       says=Text("{value} is not in “{table}”.", "{value} n’existe pas dans «\u00a0{table}\u00a0»."),
       do=Text("Correct the codes.", "Corrigez les codes.", "Correct the code.", "Corrigez le code."),
       many=Text("{value} and {more} other codes are not in “{table}”.",
                 "{value} et {more} autres codes n’existent pas dans «\u00a0{table}\u00a0».",
                 "{value} and {more} other code are not in “{table}”.",
                 "{value} et {more} autre code n’existent pas dans «\u00a0{table}\u00a0»."),
       why=Text("The code leads to nothing.", "Le code ne mène à rien."),
       right="2466023", wrong="2466320")
def not_there(view: View, rule: Rule) -> pl.Expr | None:
    """Mark values that the rule's `column` of a reference `table` lacks; a text of the wrong shape is V14's.

    With `first`, only so many characters from the start are looked up: a sector instead of the whole code.
    Without reference lists nothing is marked. Raises Problem S04 on a list that the catalogue does not have.
    """
    name, find = str(rule.field), view.vocabularies.get("lookup")
    if find is None or name not in view.schema.by_name:  # a written schema keeps the rules of fields it lacks
        return None
    values = find(rule["table"], rule["column"])
    if values is None:
        raise Problem("S04", NO_TABLE, ASK_AUTHOR, {"field": name, "table": rule["table"]})
    pattern = view.field(name).constraints.get("pattern")
    looked_up = view[name].str.slice(0, rule["first"]) if rule.get("first") else view[name]
    missing = ~looked_up.is_in(list(values))
    return missing & view[name].str.contains(anchored(pattern)) if pattern else missing


CHECKS = (not_there,)
