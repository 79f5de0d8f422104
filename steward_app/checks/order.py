"""Order and size: numbers and dates outside what a rule allows."""

from __future__ import annotations

from typing import Any

import polars as pl

from ..core.check import Severity, Text, View, check
from ..core.schema import Field, Rule, Schema
from ..core.standard import Standard
from .bounds import bound

ORDERED = ("number", "integer", "year", "date", "datetime", "time", "yearmonth")
BOXED = ("latitude", "longitude")  # kinds whose own checks replace the limits


def with_minimum(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise from `minimum`."""
    least = item.constraints.get("minimum")
    return {"min": least} if least is not None and item.type in ORDERED and item.kind not in BOXED else None


def with_maximum(schema: Schema, item: Field) -> dict[str, Any] | None:
    """Arise from `maximum`."""
    most = item.constraints.get("maximum")
    return {"max": most} if most is not None and item.type in ORDERED and item.kind not in BOXED else None


@check("V09", "below-minimum", Severity.MUST, arises=with_minimum, params=("min",),
       says=Text("“{title}” must be {min} or more; row {row} has {value}.",
                 "«\u00a0{title}\u00a0» doit être d’au moins {min}; la ligne {row} indique {value}."),
       many=Text("“{title}” must be {min} or more; {n} rows have less, such as row {row} ({value}).",
                 "«\u00a0{title}\u00a0» doit être d’au moins {min}; {n} lignes indiquent moins, dont la ligne {row} ({value})."),
       why=Text("A total would come out wrong.", "Un total serait faussé."), right="12", wrong="-5")
def below_minimum(view: View, rule: Rule) -> pl.Expr:
    """Mark values smaller than the rule's `min`; null is never marked. (Table Schema v2, `minimum`)"""
    return view[str(rule.field)] < bound(view, str(rule.field), rule["min"])


@check("V24", "above-maximum", Severity.MUST, arises=with_maximum, params=("max",),
       says=Text("“{title}” must be {max} or less; row {row} has {value}.",
                 "«\u00a0{title}\u00a0» doit être d’au plus {max}; la ligne {row} indique {value}."),
       many=Text("“{title}” must be {max} or less; {n} rows have more, such as row {row} ({value}).",
                 "«\u00a0{title}\u00a0» doit être d’au plus {max}; {n} lignes indiquent plus, dont la ligne {row} ({value})."),
       why=Text("A total would come out wrong.", "Un total serait faussé."), right="12", wrong="6000")
def above_maximum(view: View, rule: Rule) -> pl.Expr:
    """Mark values larger than the rule's `max`; null is never marked. (Table Schema v2, `maximum`)"""
    return view[str(rule.field)] > bound(view, str(rule.field), rule["max"])


def usual(view: View, rule: Rule, standard: Standard) -> dict[str, Any]:
    """Learn the column's 99th percentile where the rule asks for a multiple of it."""
    if not rule.get("times"):
        return {}
    return {"p99": standard.percentile(str(rule.field), 0.99)}


@check("V10", "unusual-value", Severity.CHECK, params=("max", "times"), learns=usual,
       says=Text("{value} is far from the other values.", "{value} s’écarte beaucoup des autres valeurs."),
       do=Text("Are they right?", "Sont-elles exactes?", "Is it right?", "Est-ce exact?"),
       many=Text("{value} and {more} other values are far from the rest.",
                 "{value} et {more} autres valeurs s’écartent beaucoup du reste.",
                 "{value} and {more} other value are far from the rest.",
                 "{value} et {more} autre valeur s’écartent beaucoup du reste."),
       why=Text("One digit too many spoils every total.", "Un seul chiffre de trop fausse tous les totaux."),
       right="450000", wrong="8500000000")
def unusual_value(view: View, rule: Rule) -> pl.Expr:
    """Mark values above `max`, or above `times` the column's 99th percentile."""
    name = str(rule.field)
    limits = [rule.get("max")]
    usual_most = view.learnt("p99", name)
    if rule.get("times") and usual_most is not None and usual_most > 0:
        limits.append(rule["times"] * usual_most)
    known = [limit for limit in limits if limit is not None]
    return view[name] > min(known) if known else pl.lit(False)


@check("V23", "future-date", Severity.MUST,
       says=Text("{date} is in the future.", "La date {date} est postérieure à aujourd’hui."),
       many=Text("{date} and {more} other dates are in the future.",
                 "{date} et {more} autres dates sont postérieures à aujourd’hui.",
                 "{date} and {more} other date are in the future.",
                 "{date} et {more} autre date sont postérieures à aujourd’hui."),
       why=Text("What is recorded has already happened.", "Ce qui est consigné a déjà eu lieu."),
       right="2024-05-07", wrong="2099-05-07")
def future_date(view: View, rule: Rule) -> pl.Expr:
    """Mark dates after today; today is passed in."""
    return view[str(rule.field)] > bound(view, str(rule.field), "today")


CHECKS = (below_minimum, above_maximum, unusual_value, future_date)
