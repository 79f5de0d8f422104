"""Dialog 7: where the package goes, the name it will bear, and its formats."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from .. import look
from ..widgets import Elided, secondary
from .frame import Frame


@dataclass(frozen=True)
class PackagePlan:
    """What the dialog starts from: folder, name, (id, words, ticked) of the formats, whether it is a draft."""

    folder: Path
    name: str
    formats: tuple[tuple[str, str, bool], ...]
    draft: bool = False
    note: str = ""


@dataclass(frozen=True)
class PackageChoice:
    """What the steward chose."""

    folder: Path
    formats: tuple[str, ...]


class PackageDialog(Frame):
    """Create the package, or save a draft."""

    def __init__(self, parent: QWidget | None, plan: PackagePlan) -> None:
        title = self.tr("Save a draft") if plan.draft else self.tr("Create the package")
        super().__init__(parent, title, plan.note, icon="save" if plan.draft else "package", width=580)
        self._plan, self._folder = plan, plan.folder
        self.path = Elided("", "body")
        self.path.setMinimumWidth(look.px(320))
        self.name = look.label("", "strong")
        change = secondary(self.tr("Choose…"), self._choose, small=True)
        change.setAccessibleName(self.tr("Choose another folder"))
        line = look.row(look.picture(look.pixmap("folder-open", "ink2", 18)), self.path, change, gap=10)
        line.setStretch(1, 1)
        self.content.addWidget(look.label(self.tr("Folder"), "caption", "ink2"))
        self.content.addLayout(line)
        self.content.addWidget(look.label(self.tr("Its name will be"), "caption", "ink2"))
        self.content.addWidget(self.name)
        self.boxes: dict[str, QCheckBox] = {}
        if plan.formats:
            self.content.addWidget(look.label(self.tr("Besides CSV"), "caption", "ink2"))
        for key, words, ticked in plan.formats:
            box = QCheckBox(words.replace("&", "&&"))
            box.setChecked(ticked)
            self.boxes[key] = box
            self.content.addWidget(box)
        self.content.addStretch(1)
        self.foot("", ("cancel", self.tr("Cancel"), False),
                  ("create", self.tr("Save") if plan.draft else self.tr("Create"), True))
        self._show()
        self.buttons["create"].setFocus()

    def _show(self) -> None:
        self.path.setText(str(self._folder))
        self.name.setText(self._plan.name)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Choose another folder"), str(self._folder))
        if found:
            self._folder = Path(found)
            self._show()

    def choice(self) -> PackageChoice | None:
        """Show the dialog; return what was chosen, None if cancelled."""
        if self.ask() != "create":
            return None
        return PackageChoice(self._folder, tuple(key for key, box in self.boxes.items() if box.isChecked()))
