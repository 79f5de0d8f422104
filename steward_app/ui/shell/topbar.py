"""The top bar: menus, the file and its standard, find, undo and redo, the other language."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenuBar, QPushButton, QSizePolicy, QWidget

from .. import look
from ..widgets import Elided, icon_button, quiet


class TopBar(QFrame):
    """A real menu bar inside a bar of 44."""

    asked = Signal(str)
    NARROW, TIGHT, STANDARD = 1150, 820, 130

    def __init__(self, menus: QMenuBar, other_language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "top")
        look.fixed(self, height=44)
        self._folded = self._called = False
        self._other = other_language
        menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.file = Elided("", "strong", where=Qt.TextElideMode.ElideMiddle)
        self.standard = Elided("", "caption", "ink2")
        self.line = QFrame()
        self.line.setProperty("post", True)
        self.line.setFixedSize(1, look.px(28))
        self.find = self._find()
        self.undo = icon_button("undo-2", self.tr("Undo"), lambda: self.asked.emit("undo"))
        self.redo = icon_button("redo-2", self.tr("Redo"), lambda: self.asked.emit("redo"))
        self.language = quiet(other_language, lambda: self.asked.emit("language"), icon="languages")
        words = look.row(self.file, self.standard, gap=8)
        line = look.row(menus, self.line, words, None, self.find, 6, self.undo, self.redo, 2, self.language, gap=8,
                        margins=(8, 0, 12, 0))
        self.setLayout(line)

    def _find(self) -> QPushButton:
        made = QPushButton(self.tr("Find or do anything"))
        made.setProperty("kind", "secondary")
        made.setIcon(look.icon("search", "ink2", 16, 8))
        made.setIconSize(look.icon_size(16, 8))
        look.fixed(made, 226)
        made.setProperty("small", True)
        self.key = key = look.label("Ctrl+K", "caption", "ink2")
        made.setAccessibleName(self.tr("Find or do anything"))
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setLayout(look.row(None, key, margins=(0, 0, 10, 0)))
        made.setStyleSheet("text-align: left;")
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self.asked.emit("find"))
        return made

    def fit(self, width: int) -> None:
        """Leave only the glass of the search, then two letters of the other language, as the window gets narrower."""
        narrow, tight = width < look.px(self.NARROW), width < look.px(self.TIGHT)
        look.fixed(self.find, 40 if narrow else 226)
        self.find.setText("" if narrow else self.tr("Find or do anything"))
        self.key.setVisible(not narrow)
        self.language.setText(self._other[:2].upper() if tight else self._other)
        self.standard.setVisible(bool(self.file.text()) and not tight)

    def fold(self, folded: bool) -> None:
        """Give way where the window is low; Alt calls the bar back."""
        self._folded = folded
        self.call(self._called and folded)

    def call(self, called: bool) -> None:
        """Show a folded bar, or let it go again."""
        self._called = called
        self.setVisible(called or not self._folded)

    @property
    def folded(self) -> bool:
        """Tell whether the bar gives way to the page."""
        return self._folded

    @property
    def called(self) -> bool:
        """Tell whether a folded bar was called back."""
        return self._called

    def show_file(self, name: str, standard: str) -> None:
        """Show the file's name and the standard's, or nothing."""
        self.file.setText(name)
        self.standard.setText(standard)
        self.standard.setMinimumWidth(min(self.standard.sizeHint().width(), look.px(self.STANDARD)))
        self.standard.setMaximumWidth(look.px(200))  # the name of the file goes before
        for part in (self.file, self.standard, self.line):
            part.setVisible(bool(name))

    def show_steps(self, undo: str, redo: str) -> None:
        """Enable the arrows and name the steps they take."""
        for button, step, word in ((self.undo, undo, self.tr("Undo")), (self.redo, redo, self.tr("Redo"))):
            button.setEnabled(bool(step))
            button.setToolTip(step or word)
            button.setAccessibleName(step or word)
