"""Values that must be on a list."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.types import FAULT
from .types import family, faulty


def with_list(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise for codes, and for other types with an `enum`."""
    return {} if item.code_list or item.constraints.get("enum") else None


@check("V11", "near-code", Severity.MUST, arises=family("V11"),
       says=Text("“{value}” is not on the list. Did you mean “{suggestion}”? ({n} rows)",
                 "«\u00a0{value}\u00a0» ne figure pas dans la liste. S’agit-il de «\u00a0{suggestion}\u00a0»? ({n} lignes)",
                 "“{value}” is not on the list. Did you mean “{suggestion}”?",
                 "«\u00a0{value}\u00a0» ne figure pas dans la liste. S’agit-il de «\u00a0{suggestion}\u00a0»?"),
       many=Text("“{value}” and {more} other values are not on the list as they are written ({rows} rows).",
                 "«\u00a0{value}\u00a0» et {more} autres valeurs ne figurent pas telles quelles dans la liste ({rows} lignes).",
                 "“{value}” and {more} other value are not on the list as they are written ({rows} rows).",
                 "«\u00a0{value}\u00a0» et {more} autre valeur ne figurent pas telles quelles dans la liste ({rows} lignes)."),
       why=Text("Only the list’s own codes can be counted together.",
                "Seuls les codes de la liste peuvent être comptés ensemble."),
       right="permit_issued", wrong="Permit issued")
def near_code(view: View, rule: Rule) -> pl.Expr:
    """Mark what is a code but for its writing: equal to a code, label or alias after folding, or similar to one."""
    return faulty(view, rule)


@check("V12", "unknown-code", Severity.MUST, arises=with_list,
       says=Text("“{value}” is not on the list.", "«\u00a0{value}\u00a0» ne figure pas dans la liste."),
       do=Text("Match each of them to one of {k} choices.", "Associez chacune à l’un des {k} choix.",
               "Match it to one of {k} choices.", "Associez cette valeur à l’un des {k} choix."),
       many=Text("“{value}” and {more} other values are not on the list ({rows} rows).",
                 "«\u00a0{value}\u00a0» et {more} autres valeurs ne figurent pas dans la liste ({rows} lignes).",
                 "“{value}” and {more} other value are not on the list ({rows} rows).",
                 "«\u00a0{value}\u00a0» et {more} autre valeur ne figurent pas dans la liste ({rows} lignes)."),
       why=Text("Only the list’s own codes can be counted together.",
                "Seuls les codes de la liste peuvent être comptés ensemble."),
       right="permit_issued", wrong="Chantier 12")
def unknown_code(view: View, rule: Rule) -> pl.Expr:
    """Mark what is on no list and near nothing on it."""
    name = str(rule.field)
    item = view.field(name)
    if item.type == "string":
        return view.fault(name) == FAULT["V12"]
    known = pl.Series([str(value) for value in item.constraints["enum"]])
    return ~view.text(name).is_in(known.to_list()) & view[name].is_not_null()


CHECKS = (near_code, unknown_code)
