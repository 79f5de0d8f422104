"""Principle 2, timely and comprehensive: how often, how complete, who answers, when."""

from __future__ import annotations

import datetime as dt

from ..core.metadata import EMAIL, is_date
from ..core.package import Package
from .answer import Answer, Rule, cells


def frequency_stated(package: Package) -> Answer:
    """The update frequency is one of the federal list."""
    return Answer(bool(package.metadata.entry("frequency")), {"value": package.metadata.label("frequency")})


def required_complete(package: Package) -> Answer:
    """No required field is empty or missing (V01, C01)."""
    found = cells(package, "V01", "C01")
    return Answer(found == 0, {"n": found})


def changes_on_record(package: Package) -> Answer:
    """The list of changes is in every package."""
    return Answer(True)


def someone_answers(package: Package) -> Answer:
    """There is an address to write to."""
    return Answer(bool(EMAIL.fullmatch(package.metadata.word("contact.email"))))


def dates_make_sense(package: Package) -> Answer:
    """Dates are written year-month-day, first published ≤ this version ≤ today."""
    given = [package.metadata.get(key) for key in ("date_published", "date_modified")]
    dates = [text for text in given if text]
    if not package.metadata.get("date_modified") or not all(is_date(text) for text in dates):
        return Answer(False)
    found = [dt.date.fromisoformat(text) for text in dates]
    today = package.view.today if package.view else found[-1]
    return Answer(found == sorted(found) and found[-1] <= today)


RULES = (Rule("P2-01", frequency_stated), Rule("P2-03", required_complete), Rule("P2-04", changes_on_record),
         Rule("P2-06", someone_answers), Rule("P2-07", dates_make_sense))
