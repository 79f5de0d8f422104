"""Dialog 6: the facts of a dataset, both languages side by side, built from the declarations of metadata.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from .. import look
from ..widgets import Select
from .frame import Frame

Declaration = Mapping[str, Any]


class FactsDialog(Frame):
    """A form that answers with the values by key; bilingual ones are {"en": …, "fr": …}."""

    def __init__(self, parent: QWidget | None, declarations: tuple[Declaration, ...], values: Mapping[str, Any],
                 lists: Mapping[str, tuple[Mapping[str, str], ...]], language: str) -> None:
        super().__init__(parent, self.tr("About this dataset"),
                         self.tr("These facts travel with the data: people find and reuse it by them."),
                         icon="message-square", width=860)
        self._language, self._lists, self._values = language, lists, dict(values)
        self._fields: dict[str, Any] = {}
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
        self.foot(self.tr("Fields with a triangle are required."), ("cancel", self.tr("Cancel"), False),
                  ("save", self.tr("Save"), True))
        if declarations:
            self._first(declarations[0]).setFocus()

    def _first(self, declared: Declaration) -> QWidget:
        found = self._fields[declared["key"]]
        return next(iter(found.values())) if isinstance(found, dict) else found

    def _row(self, grid: QGridLayout, row: int, declared: Declaration) -> None:
        title, helps = self._said(declared, "title"), self._said(declared, "help")
        parts = [look.picture(look.mark("must", 14))] if declared.get("required") else []
        name = look.label(title, "strong", wrap=True)
        line = look.row(*parts, name, gap=6)
        line.setStretch(len(parts), 1)
        words = QWidget()
        hint = look.label(helps, "caption", "ink2", wrap=True)
        look.stack(words, line, hint, None, gap=2)
        words.setFixedWidth(look.px(250))
        grid.addWidget(words, row, 0)
        made = self._field(declared, title)
        self._fields[declared["key"]] = made
        if isinstance(made, dict) and declared["type"] == "bilingual":
            for column, (code, field) in enumerate(made.items()):
                grid.addWidget(self._tagged(field, "English" if code == "en" else "Français"), row, column + 1)
        elif isinstance(made, dict):
            grid.addWidget(self._boxes(made), row, 1, 1, 2)
        else:
            span = 1 if declared["type"] in ("date", "choice", "email", "sgc", "id") else 2
            grid.addWidget(made, row, 1, 1, span, Qt.AlignmentFlag.AlignTop)

    def _said(self, declared: Declaration, key: str) -> str:
        return str(declared.get(f"{key}_fr" if self._language == "fr" else key) or declared.get(key) or "")

    def _tagged(self, field: QWidget, tag: str) -> QWidget:
        host = QWidget()
        look.stack(host, look.label(tag, "caption", "ink2"), field, None, gap=2)
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
        if kind == "bilingual":
            given = value if isinstance(value, Mapping) else {"en": value or "", "fr": ""}
            names = {"en": self.tr("{title} in English"), "fr": self.tr("{title} in French")}
            long = declared["key"].endswith("description")
            return {code: _text(given.get(code) or "", names[code].format(title=title), long=long)
                    for code in ("en", "fr")}
        if kind == "choice":
            select = Select(title, [(self.tr("Choose…"), None), *self._entries(declared)])
            select.choose(value)
            return select
        if kind == "choices":
            chosen = set(value or ())
            return {code: _box(text, code in chosen) for text, code in self._entries(declared)}
        if kind == "words":
            return self._keywords(value, title)
        return _text(str(value or ""), title, hint="2026-04-03" if kind == "date" else "")

    def _keywords(self, value: Any, title: str) -> QLineEdit:
        words = value.get(self._language) if isinstance(value, Mapping) else value
        made = _text("; ".join(words or ()), title)
        made.setPlaceholderText(self.tr("Separate words with a semicolon"))
        return made

    def _entries(self, declared: Declaration) -> list[tuple[str, str]]:
        return [(row.get(self._language) or row["id"], row["id"]) for row in self._lists.get(declared["list"], ())]

    def values(self) -> dict[str, Any]:
        """Return what the form holds; empty fields are left out."""
        found = {key: _value(field) for key, field in self._fields.items()}
        said = {key: value for key, value in found.items() if value not in (None, "", {}, [])}
        for key in [k for k, f in self._fields.items() if isinstance(f, QLineEdit) and f.placeholderText() and k in said
                    and k == "keywords"]:
            words = [word.strip() for word in said[key].split(";") if word.strip()]
            before = self._values.get(key)
            said[key] = {**before, self._language: words} if isinstance(before, Mapping) else words
        return {**{k: v for k, v in self._values.items() if k not in self._fields}, **said}


def _text(value: str, name: str, *, long: bool = False, hint: str = "") -> Any:
    made: Any = QPlainTextEdit(value) if long else QLineEdit(value)
    made.setAccessibleName(name)
    if hint:
        made.setPlaceholderText(hint)
    if long:
        made.setFixedHeight(look.px(84))
        made.setTabChangesFocus(True)
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
