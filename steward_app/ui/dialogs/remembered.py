"""What the app remembers of a standard: each heading that was confirmed, forgotten one by one, shared or taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QWidget

from .. import look
from ..widgets import Elided, quiet
from .frame import Frame

HEADING, FIELD = 190, 170


@dataclass(frozen=True)
class Remembered:
    """One heading, the title of the field it leads to, and when that was said."""

    heading: str
    field: str
    date: str


class RememberedDialog(Frame):
    """Forgetting acts at once; sharing and taking over close the dialog and go on with a file."""

    def __init__(self, parent: QWidget | None, title: str, known: tuple[Remembered, ...],
                 forget: Callable[[str], object]) -> None:
        super().__init__(parent, self.tr("What the app remembers"), self.tr(
            "Headings that you confirmed for “{title}”. They are kept on this computer.").format(title=title),
            icon="history", width=730)
        self._forget = forget
        self.lines: dict[str, QFrame] = {}
        inside = QWidget()
        self._none = look.label(self.tr("Nothing yet: what you confirm in Columns is remembered."), "body", "ink2", wrap=True)
        for item in known:
            self.lines[item.heading] = self._line(item)
        look.stack(inside, self._none, *self.lines.values(), None, margins=(8, 4, 12, 4))
        self._none.setVisible(not known)
        self.add_scrolling(inside, 300 if known else 60)
        self.foot("", ("take", self.tr("Take from a file…"), False), ("share", self.tr("Save to share…"), False),
                  ("close", self.tr("Close"), True))
        self.buttons["share"].setVisible(bool(known))

    def _line(self, item: Remembered) -> QFrame:
        made = QFrame()
        heading, field = Elided(item.heading, "strong"), Elided(item.field, "body")
        heading.setFixedWidth(look.px(HEADING))
        field.setFixedWidth(look.px(FIELD))
        away = quiet(self.tr("Forget"), lambda: self._forgotten(item.heading), icon="x")
        away.setAccessibleName(f"{self.tr('Forget')}: {item.heading}")
        made.setLayout(look.row(heading, look.picture(look.pixmap("arrow-right", "ink2", 16)), field, None,
                                look.label(item.date, "caption", "ink2"), away, gap=10))
        look.fixed(made, height=38)
        return made

    def _forgotten(self, heading: str) -> None:
        self._forget(heading)
        line = self.lines.pop(heading)
        line.hide()
        line.deleteLater()
        self._none.setVisible(not self.lines)
        self.buttons["share"].setVisible(bool(self.lines))
        (next(iter(self.lines.values())).findChildren(QWidget)[-1] if self.lines else self.buttons["close"]).setFocus()
