"""Fills a check's own words with the facts of a finding; what is said is made only for what is on screen."""

from __future__ import annotations

import re

from .facts import FACTS, Case, count, raw_of, suggestion_of
from .feeding import raw_at
from .findings import Problems
from .suggesting import beside
from .table import Table
from .text import Text
from .view import View

_HOLE = re.compile(r"\{(\w+)\}")
LOOKED_AT = 200_000
AT_LEAST = Text("at least {k}", "au moins {k}")


def says(problem: Problems, view: View, table: Table, record: int | None = None) -> Text:
    """Return the headline of a problem, or of one of its records; a rule's own words come first."""
    case = Case(problem, view, table, record)
    several = of_many(case) if record is None and not problem.rule.says else None
    return several or filled(problem.rule.says or problem.check.says, case)


def do(problem: Problems, view: View, table: Table, record: int | None = None) -> Text:
    """Return what to do next, of one thing where the headline speaks of one; empty where the headline says it."""
    case = Case(problem, view, table, record)
    of_one = record is None and problem.check.many is not None and (problem.rule.says or of_many(case) is None)
    said = filled(problem.check.do, case)
    return said.with_(n=1) if of_one else said


def why(problem: Problems, view: View) -> Text:
    """Return why it matters, in one sentence: the rule's, the field's, or the check's own."""
    field = view.schema.by_name.get(problem.rule.field or "")
    for_field = field.why if field is not None and problem.check.id in ("C01", "C02") else None
    return problem.rule.why or for_field or problem.check.why


def of_many(case: Case) -> Text | None:
    """Return the headline of a problem that is told by one value of several, None where there is only that one."""
    phrase, cells = case.problem.check.many, case.problem.cells
    if phrase is None or cells < 2:
        return None
    if "{more}" not in phrase.en:
        return filled(phrase, case)
    others = more(case)
    said = AT_LEAST.with_(k=others) if cells > LOOKED_AT else others
    return filled(phrase, case).with_(n=others, more=said) if others else None


def more(case: Case) -> int:
    """Return how many other values are marked beside the one that is shown; of very many cells the first are counted."""
    if "more" in case.problem.known:
        return case.problem.known["more"]
    feed = case.view.feed(case.rule.field or "")
    if feed is None or not feed.columns:
        return 0
    marked = case.problem.records().head(LOOKED_AT)
    return max(0, raw_at(case.table, case.view.mapping, str(case.rule.field), marked).drop_nulls().n_unique() - 1)


def filled(phrase: Text, case: Case) -> Text:
    """Fill the holes that a phrase has; facts that no hole asks for are not worked out."""
    holes = {hole for form in (phrase.en, phrase.fr, phrase.en_one, phrase.fr_one) for hole in _HOLE.findall(form)}
    facts = {name: FACTS[name](case) for name in holes if name in FACTS}
    tells = case.problem.check.tells
    if tells is not None:
        facts |= tells(case.view, case.rule, raw_of(case))
    return phrase.with_(n=count(case), **{name: fact for name, fact in facts.items() if name != "n"})


def suggestion(problem: Problems, view: View, table: Table, record: int | None) -> str | None:
    """Return the right text for the wrong one of a record, as data; None where it is not known."""
    case = Case(problem, view, table, record)
    raw = case.raw(problem.rule.field)
    return suggestion_of(problem, view, raw, case.raw(beside(problem))) if raw is not None else None


__all__ = ["FACTS", "do", "says", "suggestion", "suggestion_of", "why"]
