"""Buttons: one filled, the others outlined or quiet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from .. import look


def _button(kind: str, text: str, run: Callable[[], object] | None, icon: str, token: str, *, small: bool,
            arrow: bool) -> QPushButton:
    made = QPushButton()
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setFont(look.font("strong" if kind == "primary" else "body"))
    write(made, text, arrow=arrow)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        made.setIcon(look.icon(icon, token, 16, 0 if arrow else 6))
        made.setIconSize(look.icon_size(16, 0 if arrow else 6))
    if arrow:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if run:
        made.clicked.connect(lambda: run())
    return made


def write(button: QPushButton, text: str, *, arrow: bool = False) -> None:
    """Put words on a button; before an arrow they keep their distance."""
    button.setText(text.replace("&", "&&") + ("\u2002" if arrow else ""))
    button.setAccessibleName(text)


def primary(text: str, run: Callable[[], object] | None = None, *, icon: str = "", small: bool = False,
            arrow: bool = False) -> QPushButton:
    """Return the filled button: the next thing a sensible person would do. One a screen."""
    return _button("primary", text, run, icon or ("arrow-right" if arrow else ""), "on_accent", small=small,
                   arrow=arrow)


def secondary(text: str, run: Callable[[], object] | None = None, *, icon: str = "", small: bool = False,
              arrow: bool = False) -> QPushButton:
    """Return an outlined button."""
    return _button("secondary", text, run, icon or ("arrow-right" if arrow else ""), "ink", small=small, arrow=arrow)


def quiet(text: str, run: Callable[[], object] | None = None, *, icon: str = "", small: bool = True) -> QPushButton:
    """Return a button that looks like a link, with its icon before the word."""
    return _button("quiet", text, run, icon, "accent", small=small, arrow=False)


def icon_button(icon: str, name: str, run: Callable[[], object] | None = None) -> QPushButton:
    """Return a button of an icon alone (undo, redo, close, search); its name is told to a screen reader."""
    made = _button("icon", "", run, "", "ink2", small=False, arrow=False)
    made.setIcon(look.icon(icon, "ink", 18))
    made.setIconSize(look.icon_size(18))
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


class Tabs(QWidget):
    """Two or three joined buttons of which one is chosen (By problem, By row)."""

    chosen = Signal(str)

    def __init__(self, choices: dict[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = list(choices)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for index, text in enumerate(choices.values()):
            button = _button("tab", text, None, "", "ink", small=True, arrow=False)
            button.setCheckable(True)
            self._group.addButton(button, index)
            line.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._keys[index]))

    @property
    def current(self) -> str:
        """The key of the chosen button."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose a button without a signal."""
        self._group.button(self._keys.index(key)).setChecked(True)
