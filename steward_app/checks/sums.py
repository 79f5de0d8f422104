"""Totals that their parts do not add up to."""

from __future__ import annotations

from functools import reduce
from operator import add

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Rule
from .rules import holds

ROUNDING = 1e-9  # of the total: what adding cents as binary fractions may lose


@check("X04", "sum", Severity.MUST, scope="row", params=("parts", "tolerance", "when"),
       says=Text("{parts} = {sum}, but “{title}” says {value}.", "{parts} = {sum}, mais «\u00a0{title}\u00a0» indique {value}."),
       do=Text("Correct the total or the part that is wrong.", "Corrigez le total ou la partie qui est fausse."),
       many=Text("{parts} should equal “{title}”; {n} rows differ, such as row {row} ({sum}, {value}).",
                 "{parts} devrait égaler «\u00a0{title}\u00a0»; {n} lignes s’en écartent, dont la ligne {row} ({sum}, {value})."),
       why=Text("Whoever adds up the parts finds another total.", "Qui additionne les parties trouve un autre total."),
       right="100 + 20 = 120", wrong="100 + 20 = 130")
def parts_and_total(view: View, rule: Rule) -> pl.Expr:
    """Mark totals further than `tolerance` from the sum of `parts`; one unknown part makes the sum unknown.

    `when`, as in X06, keeps the rule to the rows to which it applies.
    """
    total = view[str(rule.field)].cast(pl.Float64)
    gap = (reduce(add, [view[name].cast(pl.Float64) for name in rule["parts"]]) - total).abs()
    wrong = gap > total.abs() * ROUNDING + float(rule.get("tolerance") or 0)
    return wrong & holds(view, rule["when"]) if rule.get("when") else wrong


CHECKS = (parts_and_total,)
