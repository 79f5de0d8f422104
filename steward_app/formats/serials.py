"""Dates as workbooks keep them: a count of days, shown as a date by the cell's number format."""

from __future__ import annotations

import datetime as dt
import re
import zipfile

from .cells import moment
from .sheetxml import attributes

BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
EPOCH = dt.datetime(1899, 12, 30)
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)/?>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_ASIDE = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.', re.IGNORECASE)


def date_styles(book: zipfile.ZipFile) -> frozenset[int]:
    """Return the cell styles that show a number as a date or a time."""
    if "xl/styles.xml" not in book.namelist():
        return frozenset()
    text = book.read("xl/styles.xml")
    dates = set(BUILT_IN)
    for tag in _FORMAT.findall(text):
        said = attributes(tag)
        if said.get("numFmtId", "").isdigit() and re.search("[dmyhs]", _ASIDE.sub("", said.get("formatCode", "")).lower()):
            dates.add(int(said["numFmtId"]))
    block = _STYLES.search(text)
    styles = _STYLE.findall(block.group()) if block else []
    return frozenset(index for index, tag in enumerate(styles)
                     if attributes(tag).get("numFmtId", "0").isdigit() and int(attributes(tag).get("numFmtId", "0")) in dates)


def moment_of(serial: float) -> str | None:
    """Return a count of days as an ISO date, with its time if it has one; a time alone below one day."""
    if not 0 <= serial < 2_958_466:
        return None
    at = EPOCH + dt.timedelta(days=serial)
    if serial < 1:
        return at.strftime("%H:%M:%S")
    return moment(at + dt.timedelta(days=1) if serial < 60 else at)
