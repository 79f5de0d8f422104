"""Dates: read in the order that the column proves or the steward chooses, or written year first."""

from __future__ import annotations

from ..core.text import Text
from ..core.types import FAULT, of
from .proposal import Proposal
from .wrong import Wrong, fix, raw_of

PLAIN = Text("Write dates as 2024-05-07", "Écrire les dates sous la forme 2024-05-07")
READ = Text("Read these dates the way the column writes them", "Lire ces dates selon l’usage de la colonne")
DAY = Text("Read the day first", "Lire le jour en premier")
MONTH = Text("Read the month first", "Lire le mois en premier")
YEAR = Text("Read the year first", "Lire l’année en premier")
SERIAL = Text("Write Excel’s date numbers as dates", "Écrire en dates les numéros de date d’Excel")


@fix("date-reading", mends="V03", safe=True, named=READ)
def date_reading(wrong: Wrong) -> Proposal | None:
    """Propose to read the column in the order it proves; `ymd` where every date reads one way whatever the order.

    A column that also holds dates that read two ways waits for the steward's answer: its order is not ours to say.
    """
    if wrong.read.dates or wrong.field.type not in ("date", "datetime"):
        return None
    order = wrong.view.learnt("order", wrong.name)
    if order is None and two_ways(wrong):
        return None
    proposed = wrong.reading(dates=order or "ymd")
    return proposed if proposed.changes.height else None


@fix("dates", mends="V03", safe=True, named=PLAIN)
def dates(wrong: Wrong) -> Proposal | None:
    """Propose the plain form of each date, time or month that reads one way."""
    return wrong.rewritten(wrong.plain)


@fix("day-first", mends=("V04", "V05"), safe=False, named=DAY)
def day_first(wrong: Wrong) -> Proposal | None:
    """Propose to read the day first: true for next month's file too."""
    return in_order(wrong, "dmy")


@fix("month-first", mends=("V04", "V05"), safe=False, named=MONTH)
def month_first(wrong: Wrong) -> Proposal | None:
    """Propose to read the month first: true for next month's file too."""
    return in_order(wrong, "mdy")


@fix("year-first", mends="V04", safe=False, named=YEAR)
def year_first(wrong: Wrong) -> Proposal | None:
    """Propose to read the year first in dates whose year has two digits."""
    return in_order(wrong, "ymd")


@fix("serial-dates", mends="V06", safe=True, named=SERIAL)
def serial_dates(wrong: Wrong) -> Proposal | None:
    """Propose the day that each of Excel's numbers stands for."""
    return wrong.rewritten(wrong.plain)


def two_ways(wrong: Wrong) -> bool:
    """Tell whether the column holds a date that reads two ways (V04)."""
    texts = raw_of(wrong.view, wrong.table, wrong.rule).drop_nulls().unique()
    faults = of(wrong.field).faults(texts, wrong.field, wrong.read, wrong.view.learned)
    return bool((faults == FAULT["V04"]).any())


def in_order(wrong: Wrong, order: str) -> Proposal | None:
    """Propose one order for the whole column, unless the column is read so already or no wrong date would be read."""
    if wrong.read.dates == order or wrong.field.type not in ("date", "datetime"):
        return None
    proposed = wrong.reading(dates=order)
    return proposed if proposed.changes.height else None


FIXES = (date_reading, dates, day_first, month_first, year_first, serial_dates)
