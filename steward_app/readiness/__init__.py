"""The Charter's rules that a program can decide, principle by principle; they inform and stop nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..core.package import PRINCIPLES, Evidence, Package
from ..core.text import Text
from . import accessible, by_default, comparable, destinations, openness, timely
from .answer import Answer, Rule
from .destinations import Destination

PLACES = destinations.PLACES
RULES: tuple[Rule, ...] = (*by_default.RULES, *timely.RULES, *accessible.RULES, *comparable.RULES)
WHEN_NOT = {"fail": "must", "advice": "better"}


def assess(package: Package, charter: Iterable[Mapping[str, str]]) -> tuple[Evidence, ...]:
    """Return what each rule says of a package, in the order of the principles.

    `charter` holds the rows of `schemas/charter.csv`: a rule's title, level and sentences.
    """
    rows = {row["id"]: row for row in charter}
    found = [evidence(rule, rows[rule.id], rule.run(package)) for rule in RULES]
    found.append(openness.openness(package))
    return tuple(sorted(found, key=lambda item: item.principle))


def places(package: Package) -> tuple[Destination, ...]:
    """Return what each place that the package could go to would say."""
    return destinations.destinations(package)


def evidence(rule: Rule, row: Mapping[str, str], answer: Answer) -> Evidence:
    """Return a rule's answer in words."""
    word = "ready" if answer.holds else rule.otherwise or WHEN_NOT[row["level"]]
    kind = "ok" if answer.holds else "advice"
    says = Text(row[f"{kind}_en"], row[f"{kind}_fr"]).with_(**answer.facts)
    return Evidence(rule.id, int(row["principle"]), word, Text(row["en"], row["fr"]), says)


__all__ = ["PLACES", "PRINCIPLES", "RULES", "Destination", "assess", "places"]
