"""The right pane of station 2: what the chosen standard is, its examples, and how the file's headings fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ...core.schema import Schema, entries
from ...core.text import Text
from ...workspace import own
from .. import look
from ..bridge import Bridge
from ..widgets import quiet, secondary, separator
from .aims import Aims

FOUND = {
    "required": Text("{found} of {n} required found", "Obligatoires\u00a0: {found} sur {n}"),
    "recommended": Text("{found} of {n} recommended found", "Recommandés\u00a0: {found} sur {n}"),
}
LEFT = Text("{n} of yours are not in the standard", "{n} des vôtres ne sont pas dans la norme",
            "{n} of yours is not in the standard", "{n} des vôtres n’est pas dans la norme")
NONE_LEFT = Text("All of yours are in the standard", "Tous les vôtres sont dans la norme")
YOURS = Text("Your {n} headings", "Vos {n} en-têtes", "Your heading", "Votre en-tête")
ASKS = Text("Fields it requires", "Champs obligatoires", "Field it requires", "Champ obligatoire")
KEPT_BY = Text("Kept by the Steward project, based on: {sources}.", "Tenue par le projet Steward, d’après\u00a0: {sources}.")
SOURCES, WIDTH, ROOM = 2, 312, 312 - 18 - 14 - 14


class AboutPane(QFrame):
    """Scrolls; it is never squeezed."""

    def __init__(self, bridge: Bridge, run: Callable[[str, Schema], object], aims: Aims) -> None:
        super().__init__()
        self._bridge, self._run, self.aims = bridge, run, aims
        self.setProperty("pane", "right")
        look.fixed(self, WIDTH)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.stack(self, self._area)

    def show_standard(self, schema: Schema | None, ranked: Any, headings: int) -> None:
        """Show a standard and how the file fits it."""
        inside = QWidget()
        inside.setProperty("ground", "surface")
        parts = [] if schema is None else self._parts(schema, ranked, headings)
        look.stack(inside, *parts, None, margins=(18, 16, 14, 16))
        self._area.setWidget(inside)
        if schema is not None:
            self.setFocusProxy(self._guide)  # where F6 arrives

    def _parts(self, schema: Schema, ranked: Any, headings: int) -> list[Any]:
        say = self._bridge.text
        parts: list[Any] = [look.label(say(schema.title), "section", wrap=True), 6,
                            look.label(self._keeper(schema), "body", "ink2", wrap=True), 10, *self._papers(schema)]
        if ranked is not None:
            parts += [8, separator(), 12, *self._fit(ranked, headings)]
        if boxes := self.aims.boxes(schema):
            parts += [separator(), 12, look.label(self.tr("What do you intend to meet?"), "strong"), 2,
                      look.label(self.tr("You will not be reminded of unticked parts."), "caption", "ink2", wrap=True), 6]
            parts += [part for box in boxes for part in (box, 4)] + [8]
        required = [f for f in schema.fields if f.level == "required"]
        parts += [separator(), 12, look.label(say(schema.description), "body", "ink2", wrap=True), 12]
        if required:
            parts += [look.label(say(ASKS.with_(n=len(required))), "strong"), 6]
        for field in required:
            parts += [look.label(say(field.title), "body", wrap=True),
                      look.label(say(field.description), "caption", "ink2", wrap=True), 6]
        if say(schema.not_for):
            parts += [6, separator(), 12, look.label(self.tr("What it is not for"), "strong"), 4,
                      look.label(say(schema.not_for), "body", "ink2", wrap=True)]
        return parts

    def _keeper(self, schema: Schema) -> str:
        if own.is_own(schema, self._bridge.paths.own_schemas):
            return self.tr("In your own catalogue, on this computer.")
        own_words = "title_fr" if self._bridge.language == "fr" else "title"
        sources = [str(source.get(own_words) or source.get("title")) for source in entries(schema.raw, "sources")][:SOURCES]
        return self._bridge.text(KEPT_BY.with_(sources="; ".join(sources)))

    def _papers(self, schema: Schema) -> list[Any]:
        guide = secondary(self.tr("Read the guide"), lambda: self._run("guide", schema), icon="book-open", small=True)
        template = secondary(self.tr("Blank template…"), lambda: self._run("template", schema), icon="download", small=True)
        self._guide = guide
        fits = guide.sizeHint().width() + template.sizeHint().width() + look.px(8) <= look.px(ROOM)
        parts: list[Any] = [look.row(guide, template, None, gap=8), 6] if fits else [
            look.row(guide, None), 6, look.row(template, None), 6]
        known = (("valid", self.tr("See a valid example"), "list-checks"),
                 ("invalid", self.tr("See an example with mistakes"), "eye"))
        for key, words, icon in known:
            if self._bridge.catalogue.sample(schema.name, key, self._bridge.language):
                parts += [look.row(quiet(words, lambda key=key: self._run(key, schema), icon=icon), None), 2]
        if own.is_own(schema, self._bridge.paths.own_schemas):
            edit = quiet(self.tr("Edit this standard…"), lambda: self._run("edit", schema), icon="pencil")
            parts += [look.row(edit, None), 2]
        return parts

    def _fit(self, ranked: Any, headings: int) -> list[Any]:
        say = self._bridge.text
        parts: list[Any] = [look.label(say(YOURS.with_(n=headings)), "strong"), 8]
        for level in ("required", "recommended"):
            found, total = getattr(ranked, f"{level}_found"), getattr(ranked, level)
            parts += [self._line("ready" if found == total else "todo", say(FOUND[level].with_(found=found, n=total))), 6]
        left = max(0, headings - ranked.found)
        return [*parts, self._line("todo" if left else "ready", say(LEFT.with_(n=left) if left else NONE_LEFT)), 10]

    def _line(self, mark: str, words: str) -> Any:
        text = look.label(words, "body", wrap=True)
        line = look.row(look.picture(look.mark(mark, 15)), text, gap=8)
        line.setStretch(1, 1)
        return line
