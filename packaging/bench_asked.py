"""What the window's bench asks beside the belt: every dialog with a first key in it, the palette, other looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from steward_app.ui.dialogs import Dialogs, PackagePlan
from steward_app.workspace.states import Station

Step = tuple[str, Callable[[], object], Callable[[], object]]
LOOKED_AT, PRESSED_AT = 400, 250  # milliseconds after which a dialog is left, and a key is pressed in it


def press(key: Any, text: str = "", target: QWidget | None = None) -> None:
    """Press a key where the keyboard is."""
    at = target or QApplication.focusWidget()
    if at is not None:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(at, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def looked_at(show: Callable[[], object]) -> None:
    """Show a dialog, press Tab and a letter in it, and leave it without an answer."""
    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()
    QTimer.singleShot(PRESSED_AT, partial(press, Qt.Key.Key_Tab))
    QTimer.singleShot(PRESSED_AT + 50, partial(press, Qt.Key.Key_A, "a"))
    QTimer.singleShot(LOOKED_AT, leave)
    show()


def dialogs(shell: Any, rest: Callable[[], object]) -> Iterator[Step]:
    """Yield each dialog of an open and checked file."""
    bridge, window = shell.bridge, shell.window
    work = bridge.workspace
    asks = Dialogs(lambda: bridge.language, bridge.folder)
    names = [(bridge.text(code.label), code.code) for code in work.schema.codes("status").codes]
    shown: dict[str, Callable[[], object]] = {
        "settings": partial(asks.settings, window, bridge.settings, lambda *_: None),
        "keyboard shortcuts": window.commands.shortcuts, "about": window.commands.about, "help": window.commands.help,
        "the guide of the standard": window.commands.guide,
        "about this dataset": partial(asks.facts, window, work.catalogue.metadata_fields, {}, work.catalogue.vocabularies),
        "create the package": partial(asks.create_package, window, PackagePlan(
            bridge.package_folder(), "permits", (("parquet", "Parquet", False),), True, "")),
        "one value for all rows": partial(asks.fixed_value, window, "Status", "", names),
        "combine columns": partial(asks.combine, window, "Address", list(work.document.table.columns), ()),
        "split a column": partial(asks.combine, window, "Address", list(work.document.table.columns), (), split=True),
    }
    for name, show in shown.items():
        yield f"dialog: {name}", partial(looked_at, show), rest


def palette(shell: Any, rest: Callable[[], object]) -> Iterator[Step]:
    """Yield the palette: opened, typed into, closed."""
    pane = shell.window.palette_pane
    yield "open the palette", shell.window.commands.find, rest
    yield "type into the palette", partial(press, Qt.Key.Key_D, "d"), rest
    yield "close the palette", pane.close_palette, rest


def looks(shell: Any, rest: Callable[[], object]) -> Iterator[Step]:
    """Yield other themes and sizes of text, at the station where most is drawn."""
    yield "go to Check before another look", partial(shell.bridge.visit, Station.CHECK), rest
    for name, value, back in (("theme", "dark", "light"), ("zoom", 125, 100), ("density", "compact", "normal")):
        yield f"another {name}", lambda name=name, value=value: shell.window.commands.prefer(name, value), rest
        yield f"the former {name}", lambda name=name, back=back: shell.window.commands.prefer(name, back), rest
