"""A newer version of the standard in use: what it changes, and the choice to go over to it or to keep the pinned one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from ...core.schema import Schema
from ...core.text import Text
from ...workspace.upgrade import differences
from .. import look
from ..widgets import quiet, secondary

OUT = Text("Version {new} of “{title}” is available; your work follows version {old}.",
           "La version {new} de « {title} » est disponible; votre travail suit la version {old}.")
NOTHING = Text("Only its words have changed.", "Seuls ses textes ont changé.")
MORE = Text("And {n} more changes.", "Et {n} autres changements.", "And {n} more change.", "Et {n} autre changement.")
USE = Text("Use version {new}", "Passer à la version {new}")
KEEP = Text("Keep version {old}", "Garder la version {old}")
MOST = 8


class VersionCard(QFrame):
    """One sentence, the list of differences, two answers."""

    def __init__(self, old: Schema, new: Schema, language: str, use: Callable[[], object], keep: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("card", "fix")
        facts = {"new": new.version, "old": old.version, "title": new.title}
        said = [OUT.with_(**facts), *differences(old, new)]
        head = look.row(look.picture(look.pixmap("history", "accent", 18)),
                        look.label(said[0].to(language), "strong", wrap=True), gap=10)
        head.setStretch(1, 1)
        self.lines = [text.to(language) for text in said[1:MOST + 1]] or [NOTHING.to(language)]
        if len(said) > MOST + 1:
            self.lines.append(MORE.with_(n=len(said) - MOST - 1).to(language))
        told = [look.label(f"•  {line}", "body", wrap=True) for line in self.lines]
        self.use = secondary(USE.with_(**facts).to(language), use, small=True)
        self.keep = quiet(KEEP.with_(**facts).to(language), keep)
        answers = look.row(self.use, self.keep, None, gap=10)
        look.stack(self, head, 6, look.column(*told, gap=2, margins=(28, 0, 0, 0)), 10, answers, margins=(16, 12, 16, 12))
        self.setAccessibleName(said[0].to(language))
        self.setAccessibleDescription(" ".join(self.lines))
