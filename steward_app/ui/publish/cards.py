"""The right of station 5: the facts of the dataset, what was standardised, the package or the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ...core.kinds import ChangeKind
from ...core.metadata import Metadata, MetadataField
from ...core.text import Text, date, number, size
from ...workspace.publish import Destination
from .. import look
from ..widgets import Card, Elided
from . import words

MOST_KINDS, MOST_FILES, FACT, NAMED, MOST_COLUMNS = 8, 6, 150, 2, 6
FIRST = ("data/", "docs/report.html", "docs/dictionary", "metadata/", "datapackage.json", "")
ICONS = {".csv": "file-spreadsheet", ".geojson": "map-pin", ".html": "book-open", ".json": "list-checks",
         ".jsonld": "list-checks", ".parquet": "file-spreadsheet", ".xlsx": "file-spreadsheet"}


def titled(title: str, *parts: object) -> Card:
    """Return a card with a heading."""
    card = Card("plain")
    look.stack(card, look.label(title, "section"), 8, *parts, margins=(16, 12, 16, 14))
    return card


def facts(title: str, metadata: Metadata, button: QWidget, language: str) -> Card:
    """Return what is known of the dataset; a required fact that lacks is a triangle."""
    faults, host = metadata.faults(), QWidget()
    grid = QGridLayout(host)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(8))
    grid.setVerticalSpacing(look.px(7))
    grid.setColumnStretch(2, 1)
    for row, item in enumerate(field for field in metadata.fields if field.required or field.key in faults):
        lacking = item.key in faults
        sign = look.picture(look.mark("must" if lacking else "ready", 15))
        value = Elided(said(item, metadata, language), "strong" if not lacking else "body", "must" if lacking else "ink")
        grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignVCenter)
        name = Elided(item.short.to(language), "body", "ink2")
        name.setFixedWidth(min(look.ellipsis_width(item.short.to(language)) + look.px(2), look.px(FACT)))
        grid.addWidget(name, row, 1)
        grid.addWidget(value, row, 2)
    return titled(title, host, 10, look.row(button, None))


def said(item: MetadataField, metadata: Metadata, language: str) -> str:
    """Return a fact in words."""
    fault = metadata.faults().get(item.key)
    if fault:
        return (MISSING if fault == "missing" else UNUSABLE).to(language)
    if item.type == "bilingual":
        text = metadata.text(item.key)
        return text.to(language) if text else ""
    if item.type == "choice":
        return metadata.label(item.key).to(language)
    if item.type == "date":
        return date(dt.date.fromisoformat(metadata.word(item.key)), language)
    return metadata.word(item.key) or ", ".join(metadata.many(item.key))


def standardised(title: str, none: str, kinds: tuple[ChangeKind, ...], undo: Callable[[ChangeKind], QWidget | None],
                 language: str) -> Card:
    """Return what was standardised, with counts, and Undo where a fix can be taken back."""
    if not kinds:
        return titled(title, look.label(none, "body", "ink2", wrap=True))
    groups = grouped(kinds)
    lines = [_kind(group, next(filter(None, map(undo, group)), None), language) for group in groups[:MOST_KINDS]]
    rest = len(groups) - MOST_KINDS
    more = [6, look.label(words.CHANGES_MORE.with_(n=rest).to(language), "caption", "ink2", wrap=True)] if rest > 0 else []
    return titled(title, *lines, *more)


def grouped(kinds: tuple[ChangeKind, ...]) -> list[tuple[ChangeKind, ...]]:
    """Return the changes of one name together, the most cells first: an undo takes them back together too."""
    found: dict[Text, list[ChangeKind]] = {}
    for kind in kinds:
        found.setdefault(kind.named, []).append(kind)
    return sorted(map(tuple, found.values()), key=cells_of, reverse=True)


def cells_of(group: tuple[ChangeKind, ...]) -> int:
    """Return how many cells a group counts; of whole rows that were taken out, how many rows."""
    return group[0].rows if of_rows(group) else sum(kind.cells for kind in group)


def of_rows(group: tuple[ChangeKind, ...]) -> bool:
    """Tell whether whole rows were taken out: most of their columns changed at once."""
    return sum(kind.cells for kind in group) > MOST_COLUMNS * group[0].rows > 0


def where(group: tuple[ChangeKind, ...], language: str) -> str:
    """Return the columns of a group, the first of them by name."""
    names = [kind.column for kind in group if kind.column]
    if of_rows(group):
        return ""
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (words.MORE_COLUMNS.with_(n=rest).to(language) if rest > 0 else "")


def _kind(group: tuple[ChangeKind, ...], undo: QWidget | None, language: str) -> QWidget:
    host = QWidget()
    count = look.label(number(cells_of(group), language), "strong")
    count.setFixedWidth(look.px(58))
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    said, columns = group[0].named.to(language), where(group, language)
    name = look.label(said[:1].upper() + said[1:] + (f" · {columns}" if columns else ""), "body", wrap=True)
    line = look.row(count, name, *([undo] if undo else []), gap=8, margins=(0, 3, 0, 3))
    line.setStretch(1, 1)
    host.setLayout(line)
    host.setMinimumHeight(look.px(30))
    return host


def contents(title: str, points: bool, language: str) -> Card:
    """Return what the package will hold."""
    lines = [_content(icon, text.to(language)) for icon, text in words.CONTENTS if points or icon != "map-pin"]
    return titled(title, *lines)


def destinations(title: str, places: tuple[Destination, ...], language: str) -> Card:
    """Return what each place that the package can go to would say."""
    return titled(title, *(_place(place, language) for place in places))


def _place(place: Destination, language: str) -> QWidget:
    host = QWidget()
    name, says = place.title.to(language), place.says.to(language)
    told = look.column(look.label(name, "strong"), look.label(says, "caption", "ink2", wrap=True), gap=1)
    sign = look.picture(look.mark(place.word, 15))
    line = look.row(told, sign, gap=10, margins=(0, 3, 0, 3))
    line.setStretch(0, 1)
    line.setAlignment(sign, Qt.AlignmentFlag.AlignVCenter)
    host.setLayout(line)
    host.setAccessibleName(f"{name}: {words.WORDS[place.word].to(language)}. {says}")
    return host


def written(title: str, folder: Path, files: tuple[Path, ...], language: str) -> Card:
    """Return the files of the package that was written, what is looked for first at the top."""
    def rank(name: str) -> tuple[int, str]:
        return next(place for place, start in enumerate(FIRST) if name.startswith(start)), name
    ordered = sorted((path.relative_to(folder).as_posix(), path) for path in files)
    ordered.sort(key=lambda item: rank(item[0]))
    lines: list[object] = [_content(ICONS.get(path.suffix, "info"), name, size(path.stat().st_size, language))
                           for name, path in ordered[:MOST_FILES]]
    if len(ordered) > MOST_FILES:
        lines.append(look.label(words.MORE_FILES.with_(n=len(ordered) - MOST_FILES).to(language), "caption", "ink2"))
    place = Elided(str(folder), "caption", "ink2", where=Qt.TextElideMode.ElideMiddle)
    return titled(title, place, 6, *lines)


def _content(icon: str, text: str, fact: str = "") -> QWidget:
    host = QWidget()
    line = look.row(look.picture(look.pixmap(icon, "accent", 16)), Elided(text, "body"),
                    look.label(fact, "caption", "ink2"), gap=8, margins=(0, 3, 0, 3))
    line.setStretch(1, 1)
    host.setLayout(line)
    return host


def draft(title: str, note: str, save: QWidget) -> Card:
    """Return the card that offers a draft."""
    return titled(title, look.label(note, "body", "ink2", wrap=True), 10, look.row(save, None))


MISSING = Text("missing", "à indiquer")
UNUSABLE = Text("cannot be used", "inutilisable")
