"""The parts of the standard's form: words in two languages, choices, and a sentence beside each control that is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLayout, QLineEdit, QPlainTextEdit, QWidget

from ...core.schema import LEVELS
from ...core.text import Text
from ...workspace.own_form import HOLDS, OWN, FieldForm, Said, StandardForm
from .. import look
from ..widgets import Select, quiet

LEVEL_WORDS = {"required": Text("Required", "Obligatoire"), "recommended": Text("Recommended", "Recommandé"),
               "optional": Text("Optional", "Facultatif")}
CODES = Text("{name} ({n} codes)", "{name} ({n} codes)", "{name} ({n} code)", "{name} ({n} code)")
Control = QLineEdit | QPlainTextEdit | Select | QCheckBox


class Editor(QWidget):
    """Controls over what a part of the form says; each change is written at once, faults stand under their control."""

    def __init__(self, said: Said, language: str, changed: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self._said, self._language, self._after = said, language, changed
        self.controls: dict[str, Control] = {}
        self._wrong: dict[str, QWidget] = {}
        self._place = look.column(margins=(4, 0, 12, 8))
        self.setLayout(self._place)

    def faults(self) -> dict[str, Text]:
        """Return what is wrong, by control."""
        return {}

    def focus_on(self, control: str) -> None:
        """Take the focus at a control."""
        self.controls[control].setFocus()

    def write(self, key: str, value: str) -> None:
        """Write what a control says."""
        if self._said[key] != value:
            self._said[key] = value
            self.tell()
            self._after()

    def tell(self) -> None:
        """Show each fault under its control."""
        faults = self.faults()
        for key, holder in self._wrong.items():
            says = faults[key].to(self._language) if key in faults else ""
            holder.setVisible(bool(says))
            holder.findChildren(QWidget)[-1].setText(says)  # type: ignore[attr-defined]  # the label made below
            self.controls[key].setAccessibleDescription(says)

    # Making

    def pair(self, title: str, key: str, *, long: bool = False, hint: str = "") -> None:
        """Add a text in English and French, side by side."""
        names = ((key, self.tr("{title} in English").format(title=title), "English"),
                 (f"{key}_fr", self.tr("{title} in French").format(title=title), "Français"))
        columns = [self.under(word, self.line(word, name, long=long, hint=hint), tag) for word, name, tag in names]
        self.block(title, look.row(*columns, gap=12))

    def line(self, key: str, name: str, *, long: bool = False, hint: str = "") -> Control:
        """Return a line or a few lines of text."""
        made = QPlainTextEdit(self._said[key]) if long else QLineEdit(self._said[key])
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        if isinstance(made, QPlainTextEdit):
            made.setFixedHeight(look.px(66))
            made.setTabChangesFocus(True)
            made.textChanged.connect(lambda: self.write(key, made.toPlainText().strip()))
        else:
            made.textChanged.connect(lambda text: self.write(key, text.strip()))
        return made

    def choice(self, key: str, name: str, entries: list[tuple[str, object]]) -> Select:
        """Return a list of choices."""
        made = Select(name, entries)
        made.choose(self._said[key])
        made.currentIndexChanged.connect(lambda _: self.write(key, made.currentData()))
        return made

    def under(self, key: str, control: Control, tag: str = "") -> QLayout:
        """Return a control with its tag above it and its fault below."""
        self.controls[key] = control
        wrong = QWidget()
        sentence = look.label("", "caption", "must", wrap=True)
        line = look.row(look.picture(look.mark("must", 13)), sentence, gap=6, margins=(0, 3, 0, 0))
        line.setStretch(1, 1)
        wrong.setLayout(line)
        self._wrong[key] = wrong
        wrong.hide()
        above = [look.label(tag, "caption", "ink2"), 2] if tag else []
        return look.column(*above, control, wrong, None)

    def block(self, title: str, what: QLayout) -> None:
        """Add a title and what stands under it."""
        self._place.addWidget(look.label(title, "strong"))
        self._place.addSpacing(look.px(2))
        self._place.addLayout(what)
        self._place.addSpacing(look.px(12))


class WordsEditor(Editor):
    """What the standard itself is called, and what it is for."""

    def __init__(self, form: StandardForm, language: str, changed: Callable[[], object]) -> None:
        super().__init__(form.said, language, changed)
        self.pair(self.tr("Title"), "title", hint=str(form.raw["name"]))
        self.pair(self.tr("What it is for"), "purpose", long=True)
        self.pair(self.tr("Description"), "description", long=True)
        self._place.addStretch(1)


class FieldEditor(Editor):
    """One field: its words, what it holds, how much it is asked for, its codes and an example."""

    left_out = Signal(object)

    def __init__(self, form: StandardForm, field: FieldForm, language: str, changed: Callable[[], object]) -> None:
        super().__init__(field.said, language, changed)
        self._form, self._field = form, field
        self._head()
        self.pair(self.tr("Title"), "title", hint="" if field.new else field.name)
        self.pair(self.tr("Description"), "description", long=True)
        self._shape()
        self._codes()
        self.pair(self.tr("Example"), "example")
        self.key = QCheckBox(self.tr("Tells two records apart (key)"))
        self.key.setChecked(bool(field.said["key"]))
        self.key.toggled.connect(lambda on: self.write("key", "yes" if on else ""))
        self._place.addWidget(self.key)
        self._place.addStretch(1)
        self.tell()

    def faults(self) -> dict[str, Text]:
        """Return what is wrong with the field."""
        return dict(self._form.faults_of(self._field))

    def _head(self) -> None:
        stays = self._form.stays(self._field)
        right = quiet(self.tr("Leave this field out"), lambda: self.left_out.emit(self._field), icon="x") if stays is None \
            else look.label(stays.to(self._language), "caption", "ink2")
        name = "" if self._field.new else self._field.name
        self._place.addLayout(look.row(look.label(name, "caption", "ink2"), None, right))
        self._place.addSpacing(look.px(6))

    def _shape(self) -> None:
        holds = [(words.to(self._language), key) for key, (words, _) in HOLDS.items()]
        if not self._field.said["holds"]:
            kind = str(self._field.raw.get("type") or "string")
            holds.insert(0, (self.tr("As in the file: {type}").format(type=kind), ""))
        levels = [(LEVEL_WORDS[level].to(self._language), level) for level in LEVELS]
        if not self._field.said["level"]:
            levels.insert(0, (str(self._field.raw["level"]), ""))
        left = self.under("holds", self.choice("holds", self.tr("What it holds"), holds), self.tr("What it holds"))
        right = self.under("level", self.choice("level", self.tr("Level"), levels),
                           self.tr("Level"))
        self.block(self.tr("Kind"), look.row(left, right, gap=12))

    def _codes(self) -> None:
        lists = [(CODES.with_(name=name, n=len(codes.codes)).to(self._language), name)
                 for name, codes in sorted(self._form.lists.items())]
        entries = [(self.tr("No list"), ""), (self.tr("Codes of its own"), OWN), *lists]
        which = self.choice("codes", self.tr("Code list"), entries)
        text = self.line("code_text", self.tr("Codes, one on each line"), long=True, hint=self.tr("One code on each line"))
        text.setFixedHeight(look.px(96))
        text.setVisible(self._said["codes"] == OWN)
        which.currentIndexChanged.connect(lambda _: text.setVisible(which.currentData() == OWN))
        self.block(self.tr("Code list"), look.column(which, 4, self.under("code_text", text)))
        self.controls["codes"] = which
