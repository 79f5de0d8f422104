"""Dialog 8: the settings; each change acts at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFormLayout, QWidget

from ...settings import Settings
from .. import look
from ..widgets import Elided, Select, secondary
from .frame import Frame

LOOKS = frozenset({"language", "theme", "density", "zoom"})


class SettingsDialog(Frame):
    """Language, theme, density, text size, default folder, days kept.

    A change of what everything looks like closes it and answers its name: it comes back in the new window.
    """

    def __init__(self, parent: QWidget | None, settings: Settings, prefer: Callable[[str, Any], object], at: str = "") -> None:
        super().__init__(parent, self.tr("Settings"), self.tr("Each change acts at once."), icon="settings")
        self._settings, self._prefer = settings, prefer
        form = QFormLayout()
        form.setHorizontalSpacing(look.px(20))
        form.setVerticalSpacing(look.px(12))
        for name, words, choices in self._choices():
            select = Select(words, choices, 240)
            select.choose(settings.language if name == "language" else settings.get(name))
            select.currentIndexChanged.connect(lambda _, name=name, select=select: self._changed(name, select.currentData()))
            form.addRow(look.label(words), select)
            if name == at:
                select.setFocus()
        self.folder = Elided(settings.get("folder") or self.tr("Beside the file"), "body", "ink2")
        choose = secondary(self.tr("Choose…"), self._choose, small=True)
        line = look.row(self.folder, choose)
        line.setStretch(0, 1)
        held = look.fixed(QWidget(), 240)
        held.setLayout(line)
        form.addRow(look.label(self.tr("Folder for packages")), held)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(form)
        self.foot("", ("close", self.tr("Close"), True))

    def _choices(self) -> list[tuple[str, str, list[tuple[str, Any]]]]:
        return [
            ("language", self.tr("Language"), [("English", "en"), ("Français", "fr")]),
            ("theme", self.tr("Theme"), [(self.tr("Like the system"), "system"), (self.tr("Light"), "light"),
                                         (self.tr("Dark"), "dark"), (self.tr("High contrast"), "contrast")]),
            ("density", self.tr("Density"), [(self.tr("Compact"), "compact"), (self.tr("Normal"), "normal"),
                                             (self.tr("Roomy"), "roomy")]),
            ("zoom", self.tr("Text size"), [(self.tr("{n}%").format(n=n), n) for n in
                                            (80, 90, 100, 110, 125, 150, 175, 200)]),
            ("days_kept", self.tr("Keep work for"), [(self.tr("{n} days").format(n=n), n) for n in
                                                      (30, 90, 180, 365)]),
        ]

    def _changed(self, name: str, value: Any) -> None:
        self._prefer(name, value)
        if name in LOOKS:
            self.finish(name)

    def _choose(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder for packages")):
            self.folder.setText(folder)
            self._prefer("folder", folder)
