"""Pictures of every station and dialog, in both languages, from a practice file taken through the real program."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

TODAY = dt.date(2026, 11, 24)
SIZE = (1366, 736)
LOOKS = (("en", "light"), ("fr", "light"), ("en", "dark"), ("fr", "dark"))
MORE_LOOKS = (("en", "contrast"), ("fr", "contrast"), ("en", "large"), ("fr", "large"))
LARGE = 150
STANDARD = "building-permits"


def main(arguments: list[str]) -> int:
    """Write the pictures into a folder and print its path. Returns the exit code.

    `--states` adds what a session meets besides its stations; `--look fr-dark` (several may be given) takes only these.
    """
    reader = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    reader.add_argument("folder", nargs="?", default=Path("build", "screenshots"), type=Path)
    reader.add_argument("--states", action="store_true", help="also recovery, offers, values, progress, the package …")
    reader.add_argument("--look", action="append", choices=[f"{a}-{b}" for a, b in (*LOOKS, *MORE_LOOKS)])
    said = reader.parse_args(arguments)
    folder = said.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for path in take(folder, said.look, states=said.states):
        print(path.name)
    print(f"screenshots: {folder}")
    return 0


def take(folder: Path, looks: list[str] | None = None, *, states: bool = False) -> Iterator[Path]:
    """Yield the path of each picture as it is written; `looks` names languages and themes as `fr-dark`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    from .steady import hold_none

    hold_none()
    app = QApplication.instance() or QApplication(["steward"])
    letter = QFont("Open Sans" if "Open Sans" in families() else app.font().family())
    letter.setPixelSize(12)
    wanted = [tuple(name.split("-")) for name in looks or ()] or [*LOOKS, *(MORE_LOOKS if states else ())]
    for language, theme in wanted:
        app.setFont(letter)
        with tempfile.TemporaryDirectory(prefix="steward-pictures-") as home:
            yield from of_look(app, folder, Path(home), language, theme, states=states)


def families() -> list[str]:
    """Return the fonts of this computer."""
    from PySide6.QtGui import QFontDatabase

    return list(QFontDatabase.families())


def of_look(app: object, folder: Path, home: Path, language: str, theme: str, *, states: bool = False) -> Iterator[Path]:
    """Yield the pictures of one language and theme (`large` is the light one at 150 %)."""
    from ..workspace.states import Station
    from . import screenshots_states as more

    shell = window_of(app, home, language, theme)
    bridge = shell.bridge

    def snap(name: str) -> Path:
        for _ in range(4):
            app.processEvents()
        path = folder / f"{name}-{language}-{theme}.png"
        shell.window.grab().save(str(path))
        return path

    yield snap("start")
    if states:
        yield from more.before_opening(shell, snap)
        yield from more.of_questions(shell, snap, home)
    bridge.open(bridge.practice_files[0])
    yield snap("file")
    bridge.visit(Station.STANDARD)
    yield snap("standard")
    bridge.choose_standard(STANDARD)
    for station in (Station.COLUMNS, Station.CHECK, Station.PUBLISH):
        bridge.visit(station)
        yield snap(station)
    shell.window.commands.find()
    yield snap("palette")
    shell.window.palette_pane.close_palette()
    yield from of_dialogs(app, shell, folder, f"{language}-{theme}", states=states)
    if states:
        yield from more.of_columns(shell, snap)
        yield from more.of_check(shell, snap)
        yield from more.of_solved(shell, snap, home)
    let_go(app, shell)


def window_of(app: object, home: Path, language: str, theme: str) -> object:
    """Return a shown window of one look, whose state and preferences lie in `home`."""
    from ..catalogue import Catalogue
    from ..paths import Paths, installed
    from ..settings import Settings
    from .app import Shell
    from .bridge import Bridge
    from .jobs import Jobs

    paths = Paths(installed("schemas"), installed("assets"), home / "state", home / "config")
    large = theme == "large"
    settings = Settings(None, {"language": language, "theme": "light" if large else theme, "zoom": LARGE if large else 100})
    bridge = Bridge(paths, settings, Catalogue(paths.schemas, paths.own_schemas), TODAY, Jobs(inline=True))
    shell = Shell(app, bridge)
    shell.window.resize(*SIZE)
    shell.window.show()
    return shell


def let_go(app: object, shell: object) -> None:
    """Close the work and give the window up, at once: a window that outlives the program takes it down."""
    from PySide6.QtCore import QEvent

    shell.bridge.leave()
    shell.window.let_go()
    shell.window.hide()
    shell.window.deleteLater()
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def of_dialogs(app: object, shell: object, folder: Path, ending: str, *, states: bool = False) -> Iterator[Path]:
    """Yield the pictures of the dialogs, each over the dimmed window."""
    from ..workspace.states import Station
    from . import screenshots_states as more
    from .dialogs.frame import Frame

    pictures: list[Path] = []
    names = [""]

    def instead(frame: Frame) -> None:
        """Show a dialog, take its picture over the dimmed window, and answer nothing."""
        frame.show()
        for _ in range(4):
            app.processEvents()
        path = folder / f"{names[-1]}-{ending}.png"
        over(shell.window, frame).save(str(path))
        pictures.append(path)
        frame.hide()
        frame.deleteLater()

    real, Frame.ask = Frame.ask, instead
    try:
        window = shell.window
        shell.bridge.visit(Station.CHECK)
        for action in ("fix_safe", "preview_fix", "settings", "shortcuts", "about", "create_package"):
            names.append(action.replace("_", "-"))
            window.commands.run(action)
        names.append("facts")
        shell.bridge.dialogs.facts(window, shell.bridge.catalogue.metadata_fields, facts_of(shell.bridge),
                                   shell.bridge.catalogue.vocabularies)
        for name, show in (*of_standards(shell), *(more.asked(shell) if states else ())):
            names.append(name)
            show()
    finally:
        Frame.ask = real
    shell.window.activateWindow()
    yield from pictures


def facts_of(bridge: object) -> dict[str, object]:
    """Return the facts of the dataset as the form begins with them: what the file and the standard tell."""
    from ..workspace import publish

    work = bridge.workspace
    metadata = publish.metadata_from(publish.prefilled(work, bridge.memory.publisher()), work.catalogue)
    return {field.key: metadata.get(field.key) for field in metadata.fields}


def of_standards(shell: object) -> tuple[tuple[str, Callable[[], object]], ...]:
    """Return the dialogs of stations 2 and 3 by name: guide, form of a standard, what is remembered, a list of one's own."""
    from ..workspace.states import Station

    bridge, pages = shell.bridge, shell.window.pages
    columns = pages[Station.COLUMNS]

    def own_list() -> None:
        """Use a list that says the same as the standard's, but for the words."""
        codes = bridge.workspace.document.schema.codes("status").codes
        path = Path(tempfile.mkdtemp(prefix="steward-list-")) / "list.csv"
        lines = [f"{code.label.to(bridge.language)},{code.code}" for code in codes]
        path.write_text("\n".join(("Label,Code", *lines)) + "\n", encoding="utf-8")
        bridge.dialogs.open_list = lambda _: path
        columns.own_list.begin("status")

    return (("guide", lambda: bridge.show_guide(bridge.workspace.document.schema, shell.window, "status")),
            ("standard-form", pages[Station.STANDARD].own.draft), ("own-list", own_list),
            ("remembered", columns.show_remembered))


def over(window: object, frame: object) -> object:
    """Return the window, dimmed, with a dialog in its middle."""
    from PySide6.QtGui import QPainter

    from . import look

    picture, inner = window.grab(), frame.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), look.veil())
    painter.drawPixmap((picture.width() - inner.width()) // 2, (picture.height() - inner.height()) // 2, inner)
    painter.end()
    return picture


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
