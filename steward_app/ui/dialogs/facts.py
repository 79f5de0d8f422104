"""Dialog 6: the facts of a dataset, both languages side by side, built from the declarations of metadata.json."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ...core.metadata import OWN_LICENCE, MetadataField, fault_of
from ...core.text import Text
from .. import look
from ..widgets import Select
from .frame import Frame

Declaration = Mapping[str, Any]
LANGUAGES = {"en": "English", "fr": "Français"}
# The entry of the list of licences that stands for a city's own: `ogl-<publisher>`.
OWN = "ogl-"
OWN_TITLE = Text("Our own open government licence", "Notre propre licence de données ouvertes")
LACKING = Text("{n} required facts are missing; what you wrote is kept all the same.",
               "Il manque {n} renseignements obligatoires; ce que vous avez inscrit est conservé quand même.",
               "{n} required fact is missing; what you wrote is kept all the same.",
               "Il manque {n} renseignement obligatoire; ce que vous avez inscrit est conservé quand même.")
WRONG = Text("{n} facts cannot be used as they stand.", "{n} renseignements sont inutilisables tels quels.",
             "{n} fact cannot be used as it stands.", "{n} renseignement est inutilisable tel quel.")
COMPLETE = Text("Every required fact is there.", "Tous les renseignements obligatoires sont inscrits.")
HOW = {
    "email": Text("Write an address such as data@city.ca.", "Inscrivez une adresse comme donnees@ville.ca."),
    "date": Text("Write the date as 2026-04-03.", "Inscrivez la date ainsi\u00a0: 2026-04-03."),
    "id": Text("Use letters, digits and hyphens only.", "Utilisez seulement des lettres sans accent, des chiffres et des traits d’union."),
    "sgc": Text("Write two, four or seven digits.", "Inscrivez deux, quatre ou sept chiffres."),
    "uri": Text("Write an address that begins with https://.", "Inscrivez une adresse qui commence par https://."),
    "choice": Text("Choose one of the list.", "Faites un choix dans la liste."),
}


class FactsDialog(Frame):
    """A form that answers with the values by key; bilingual ones are {"en": …, "fr": …}.

    What lacks or cannot be used is said beside its field as one types; it may be saved all the same.
    """

    def __init__(self, parent: QWidget | None, declarations: tuple[Declaration, ...], values: Mapping[str, Any],
                 lists: Mapping[str, tuple[Mapping[str, str], ...]], language: str) -> None:
        super().__init__(parent, self.tr("About this dataset"),
                         self.tr("These facts travel with the data: people find and reuse it by them."),
                         icon="message-square", width=860)
        self._language, self._lists, self._values = language, lists, dict(values)
        self._declared = {declared["key"]: MetadataField.of_json(declared) for declared in declarations}
        self._fields: dict[str, Any] = {}
        self.marks: dict[str, QLabel] = {}
        self.faults: dict[str, QLabel] = {}
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(look.px(6), look.px(6), look.px(12), look.px(6))
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(12))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, declared in enumerate(declarations):
            self._row(grid, row, declared)
        self.add_scrolling(host, 420)
        self.foot("", ("cancel", self.tr("Cancel"), False), ("save", self.tr("Save"), True))
        for made in self._fields.values():
            _when_changed(made, self._judge)
        self._judge()
        if declarations:
            self._first(next((key for key in self._fields if self._fault(key)), declarations[0]["key"])).setFocus()

    def _first(self, key: str) -> QWidget:
        found = self._fields[key]
        return next(iter(found.values())) if isinstance(found, dict) else found

    def _row(self, grid: QGridLayout, row: int, declared: Declaration) -> None:
        item, helps = self._declared[declared["key"]], str(self._said(declared, "help"))
        title = item.title.to(self._language)
        self.marks[item.key] = look.picture(look.mark("must", 14))
        self.faults[item.key] = look.label("", "caption", "must", wrap=True)
        line = look.row(self.marks[item.key], look.label(title, "strong", wrap=True), gap=6)
        line.setStretch(1, 1)
        words = QWidget()
        look.stack(words, line, look.label(helps, "caption", "ink2", wrap=True), self.faults[item.key], None, gap=2)
        words.setFixedWidth(look.px(250))
        grid.addWidget(words, row, 0)
        made = self._field(declared, title)
        self._fields[item.key] = made
        if isinstance(made, dict) and item.type in ("bilingual", "words"):
            for column, (code, field) in enumerate(made.items()):
                grid.addWidget(self._tagged(field, LANGUAGES[code]), row, column + 1)
        elif isinstance(made, dict):
            grid.addWidget(self._boxes(made), row, 1, 1, 2)
        else:
            span = 1 if item.type in ("date", "choice", "email", "sgc", "id") else 2
            grid.addWidget(made, row, 1, 1, span, Qt.AlignmentFlag.AlignTop)

    def _said(self, declared: Declaration, key: str) -> str:
        return str(declared.get(f"{key}_fr" if self._language == "fr" else key) or declared.get(key) or "")

    def _tagged(self, field: QWidget, tag: str) -> QWidget:
        host = QWidget()
        look.stack(host, look.label(tag, "caption", "ink2"), field, None, gap=5)
        return host

    def _boxes(self, boxes: dict[str, QCheckBox]) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        for index, box in enumerate(boxes.values()):
            grid.addWidget(box, index // 2, index % 2)
        return host

    def _field(self, declared: Declaration, title: str) -> Any:
        kind, value = declared["type"], self._values.get(declared["key"])
        if kind in ("bilingual", "words"):
            given = value if isinstance(value, Mapping) else {self._language: value or ""}
            names = {"en": self.tr("{title} in English"), "fr": self.tr("{title} in French")}
            long = declared["key"].endswith("description")
            hint = self.tr("Separate words with a semicolon") if kind == "words" else ""
            return {code: _text(_joined(given.get(code)), names[code].format(title=title), long=long, hint=hint)
                    for code in LANGUAGES}
        if kind == "choice":
            select = Select(title, [(self.tr("Choose…"), None), *self._entries(declared, value)])
            select.choose(value)
            return select
        if kind == "choices":
            chosen = set(value or ())
            return {code: _box(text, code in chosen) for text, code in self._entries(declared, None)}
        return _text(str(value or ""), title, hint="2026-04-03" if kind == "date" else "")

    def _entries(self, declared: Declaration, value: Any) -> list[tuple[str, str]]:
        rows = [(row.get(self._language) or row["id"], row["id"]) for row in self._lists.get(declared["list"], ())]
        if declared["list"] != "licences":
            return rows
        known = isinstance(value, str) and OWN_LICENCE.fullmatch(value) and value not in {code for _, code in rows}
        return [*rows, (OWN_TITLE.to(self._language), value if known else OWN)]

    # What it holds, and what it lacks

    def _value(self, key: str) -> Any:
        value = _value(self._fields[key])
        if self._declared[key].type == "words":
            return {code: [word.strip() for word in text.split(";") if word.strip()] for code, text in value.items()}
        if value == OWN:
            return own_licence(self._value("publisher.id") if "publisher.id" in self._fields else "")
        return value

    def _fault(self, key: str) -> str:
        return fault_of(self._declared[key], self._value(key), self._lists)

    def _judge(self, *_: object) -> None:
        found = {key: self._fault(key) for key in self._fields}
        for key, fault in found.items():
            item = self._declared[key]
            self.marks[key].setVisible(item.required or bool(fault))
            self.marks[key].setPixmap(look.mark("must" if fault else "ready", 14))
            wrong = fault == "unusable" and item.type in HOW
            self.faults[key].setText(HOW[item.type].to(self._language) if wrong else "")
            self.faults[key].setVisible(wrong)
            self._first(key).setAccessibleDescription(self.faults[key].text())
        wrong, missing = (sum(fault == kind for fault in found.values()) for kind in ("unusable", "missing"))
        said = WRONG.with_(n=wrong) if wrong else LACKING.with_(n=missing) if missing else COMPLETE
        self.note.setText(said.to(self._language))

    def values(self) -> dict[str, Any]:
        """Return what the form holds; empty fields are left out."""
        found = {key: self._value(key) for key in self._fields}
        said = {key: value for key, value in found.items() if value not in (None, "", {}, []) and any_word(value)}
        return {**{k: v for k, v in self._values.items() if k not in self._fields}, **said}


def own_licence(publisher: str) -> str:
    """Return the id of a publisher's own licence."""
    return OWN + (re.sub(r"[^a-z0-9]+", "-", publisher.lower()).strip("-") or "own")


def any_word(value: Any) -> bool:
    """Tell whether a value says anything in any language."""
    return any(value.values()) if isinstance(value, dict) else True


def _joined(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list | tuple) else str(value or "")


def _when_changed(made: Any, act: Any) -> None:
    for field in made.values() if isinstance(made, dict) else (made,):
        signal = field.toggled if isinstance(field, QCheckBox) else field.currentIndexChanged if isinstance(field, Select) \
            else field.textChanged
        signal.connect(act)


def _text(value: str, name: str, *, long: bool = False, hint: str = "") -> Any:
    made: Any = QPlainTextEdit(value) if long else QLineEdit(value)
    made.setAccessibleName(name)
    if hint:
        made.setPlaceholderText(hint)
    if long:
        made.setFixedHeight(look.px(84))
        made.setTabChangesFocus(True)
    elif value:
        made.setCursorPosition(0)
    return made


def _box(text: str, on: bool) -> QCheckBox:
    made = QCheckBox(text.replace("&", "&&"))
    made.setChecked(on)
    return made


def _value(field: Any) -> Any:
    if isinstance(field, dict):
        first = next(iter(field.values()), None)
        if isinstance(first, QCheckBox):
            return [code for code, box in field.items() if box.isChecked()]
        said = {code: _value(part) for code, part in field.items()}
        return {code: text for code, text in said.items() if text}
    if isinstance(field, Select):
        return field.currentData()
    return (field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()).strip()
