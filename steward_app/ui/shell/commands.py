"""What each action of the window does, by its name: menus, keys, rail, top bar and palette all come here."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ...core.progress import Step
from ...core.text import Text
from ...workspace.states import NAMES, Station
from ..bridge.opening import Differs
from ..bridge.words import OPEN_FIRST

if TYPE_CHECKING:
    from ..window import Window

KEYS = re.compile(r"((?:[←↑→↓1-9] )+|\S+ )(.+)")
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
KEPT = Text("Everything is already kept on this computer.", "Tout est déjà enregistré sur cet ordinateur.")
COPIED = Text("Details copied.", "Détails copiés.")
FOLDER = Text("“{name}” is a folder. Drop the file itself.", "« {name} » est un dossier. Déposez plutôt le fichier.")
ONE_FILE = Text("Only “{name}” is opened; {n} other files were left aside.",
                "Seul « {name} » est ouvert; {n} autres fichiers ont été laissés de côté.",
                "Only “{name}” is opened; {n} other file was left aside.",
                "Seul « {name} » est ouvert; {n} autre fichier a été laissé de côté.")
FOR = {
    None: Text("Open the file you want to publish. It is read and never changed; everything you do is kept on this "
               "computer.", "Ouvrez le fichier à publier. Il est lu et jamais modifié; tout ce que vous faites est "
               "conservé sur cet ordinateur."),
    Station.FILE: Text("Check that the headings, accents and dates were understood. What is not a record is left out, "
                       "with the reason; you can take it back.",
                       "Vérifiez que les en-têtes, les accents et les dates sont bien compris. Ce qui n’est pas un "
                       "enregistrement est laissé de côté, avec la raison; vous pouvez le reprendre."),
    Station.STANDARD: Text("Choose what your data should look like. The standards are ranked by what is found in your "
                           "file.", "Choisissez la forme que doivent prendre vos données. Les normes sont classées "
                           "d’après ce qui se trouve dans votre fichier."),
    Station.COLUMNS: Text("Say which of your columns holds each field of the standard, and match your words to its "
                          "lists.", "Dites quelle colonne contient chaque champ de la norme, et associez vos termes à "
                          "ses listes."),
    Station.CHECK: Text("Take the problems from the first to the last: look at the proposed fix, apply it, or type in "
                        "the cell.", "Prenez les problèmes du premier au dernier : regardez la correction proposée, "
                        "appliquez-la ou écrivez dans la cellule."),
    Station.PUBLISH: Text("See whether the data are ready, describe the dataset, and write the package a portal "
                          "accepts.", "Voyez si les données sont prêtes, décrivez le jeu de données et créez le paquet "
                          "qu’un portail acceptera."),
}
OF_ABOUT = Text("{done} of about {total}", "{done} sur environ {total}")
LEFT = Text(" · {n} seconds left", " · encore {n} secondes", " · {n} second left", " · encore {n} seconde")


class Commands:
    """The actions of one window."""

    def __init__(self, window: Window) -> None:
        self.window, self.bridge = window, window.bridge
        self._done: dict[str, Callable[[], object]] = {
            "open": self.open, "recipe": self.recipe, "new_window": self.new_window, "practice": self.practice, "settings": self.settings,
            "close": self.close, "quit": self.window.close, "undo": self.undo, "redo": self.redo,
            "cut": lambda: self.edit("cut"), "copy": lambda: self.edit("copy"), "paste": lambda: self.edit("paste"),
            "select_all": lambda: self.edit("selectAll"), "zoom_in": lambda: self.zoom(1),
            "zoom_out": lambda: self.zoom(-1), "zoom_normal": lambda: self.zoom(0), "language": self.language,
            "help": self.help, "find": self.find, "shortcuts": self.shortcuts, "details": self.details,
            "about": self.about, "guide": self.guide, "kept": lambda: self.bridge.say(KEPT),
        }

    def answers(self, action: str) -> bool:
        """Tell whether somebody answers an action: the window or one of its pages."""
        if action == "practice":
            return bool(self.bridge.practice_files)
        return action in self._done or action.startswith("station:") or self._page_for(action) is not None

    def run(self, action: str) -> None:
        """Do an action; one of another page goes there first."""
        if action.startswith("station:"):
            self.bridge.visit(Station(action.partition(":")[2]))
        elif action.startswith(("density:", "theme:")):
            self.prefer(*action.split(":"))
        elif action.startswith("settings:"):
            self.settings(action.partition(":")[2])
        elif action in self._done:
            self._done[action]()
        elif (station := self._page_for(action)) is not None:
            self._on_page(station, action)

    def _page_for(self, action: str) -> Station | None:
        if self.window.station and action in self.window.page.ACTIONS:
            return self.window.station
        return self.window.pages.doing(action)

    def _on_page(self, station: Station, action: str) -> None:
        if self.window.station != station:
            self.bridge.visit(station)
        if self.window.station == station:
            self.window.page.act(action)

    def refresh(self) -> None:
        """Tick the choices in use and make the recent files anew."""
        for name in ("density", "theme"):
            self.window.menus.tick(name, self.bridge.settings.get(name))
        menu = self.window.menus.recent
        menu.clear()
        for entry in self.bridge.memory.recent()[:10]:
            path = Path(entry["path"])
            menu.addAction(path.name.replace("&", "&&"), lambda path=path: self.bridge.open(path))
        menu.setEnabled(not menu.isEmpty())

    # Moving

    def step(self, way: int) -> None:
        """Go on to the next station or back to the last."""
        order = list(Station)
        here = self.window.station
        if here is None:
            self.run("open")
            return
        place = order.index(here) + way
        if 0 <= place < len(order):
            self.bridge.visit(order[place])
        elif place < 0:
            self.bridge.visit(None)

    def guide(self) -> None:
        """Show the guide of the chosen standard; without one, go to the standards."""
        here = self.bridge.workspace
        schema = here.document.schema if here else None
        if schema is None:
            self.bridge.visit(Station.STANDARD)
        else:
            self.bridge.show_guide(schema, self.window)

    def find(self) -> None:
        """Open the palette."""
        self.window.palette_pane.open_palette()

    # Files

    def recipe(self) -> None:
        """Ask for a recipe and apply it to the open file."""
        if self.bridge.workspace is None:
            self.bridge.say(OPEN_FIRST)
            return
        path = self.bridge.dialogs.open_recipe(self.window)
        if path is not None:
            self.bridge.apply_recipe(path)

    def open(self) -> None:
        """Choose a file with the system's own dialog, and open it."""
        self.window.page.commit()
        if path := self.bridge.dialogs.open_file(self.window):
            self.bridge.open(path)

    def close(self) -> None:
        """Close the file; an open editor keeps what it holds."""
        self.window.page.commit()
        self.bridge.close()

    def practice(self) -> None:
        """Open the practice file."""
        self.window.page.commit()
        if files := self.bridge.practice_files:
            self.bridge.open(files[0])

    def dropped(self, names: list[str]) -> None:
        """Open the first of the files dropped; say what became of the others."""
        paths = [Path(name) for name in names if name]
        if not paths:
            return
        if paths[0].is_dir():
            self.bridge.say(FOLDER.with_(name=paths[0].name))
            return
        if len(paths) > 1:
            self.bridge.say(ONE_FILE.with_(name=paths[0].name, n=len(paths) - 1))
        self.window.page.commit()
        self.bridge.open(paths[0])

    def differs(self, found: Differs) -> None:
        """Ask what to do with a file that has changed since the work on it. (dialog 11)"""
        answer = self.bridge.dialogs.differs(self.window, self.bridge.date(found.since), found.work.steps,
                                             (found.then, found.now))
        if answer == "new":
            self.bridge.redo_on(found)
        elif answer == "earlier":
            self.bridge.resume(found.work)

    def new_window(self) -> None:
        """Start a second window: its own process."""
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "steward_app"]
        subprocess.Popen(program, stdin=subprocess.DEVNULL, start_new_session=True)

    def may_close(self) -> bool:
        """Keep everything, then leave; ask only where a package is being written or edits could not be kept."""
        bridge = self.bridge
        if bridge.jobs.running("package"):
            answer = bridge.dialogs.closing_while_writing(self.window)
            if answer is None:
                return False
            if answer == "finish":
                bridge.close_after_package = self.window.close
                return False
        self.window.page.commit()
        bridge.remembering(lambda: bridge.settings.set("geometry", bytes(self.window.saveGeometry()).hex()))
        journal = bridge.work.journal if bridge.work else None
        while journal is not None and not journal.flush():
            answer = bridge.dialogs.closing_unkept(self.window, journal.pending)
            if answer is None:
                return False
            if answer == "lose":
                break
        bridge.leave()
        return True

    # Steps and the clipboard

    def undo(self) -> None:
        """Take back: a field its own typing, everything else the document."""
        self._typed("undo") or self.bridge.undo()

    def redo(self) -> None:
        """Do again."""
        self._typed("redo") or self.bridge.redo()

    def edit(self, verb: str) -> None:
        """Cut, copy, paste, select all act on the widget with the focus."""
        names = {"selectAll": "select_all"}
        if not self._typed(verb) and self.window.station:
            action = names.get(verb, verb)
            if action in self.window.page.ACTIONS:
                self.window.page.act(action)
            elif verb in ("copy", "selectAll") and (focus := QApplication.focusWidget()):
                key = {"copy": Qt.Key.Key_C, "selectAll": Qt.Key.Key_A}[verb]
                event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
                QApplication.sendEvent(focus, event)

    def _typed(self, verb: str) -> bool:
        focus: Any = QApplication.focusWidget()
        if not isinstance(focus, QLineEdit | QPlainTextEdit):
            return False
        usable = {"undo": "isUndoAvailable", "redo": "isRedoAvailable"}.get(verb)
        if usable and isinstance(focus, QLineEdit) and not getattr(focus, usable)():
            return False
        getattr(focus, verb)()
        return True

    # Preferences

    def settings(self, at: str = "") -> None:
        """Show the settings; each change acts at once, and they come back in a window made anew."""
        changed = self.bridge.dialogs.settings(self.window, self.bridge.settings, self._keep, at)
        if changed:
            self.bridge.please(f"rebuild:settings:{changed}")

    def _keep(self, name: str, value: Any) -> None:
        self.bridge.remembering(lambda: self.bridge.settings.set(name, value))

    def prefer(self, name: str, value: Any) -> None:
        """Change a preference; what concerns the look makes the window anew."""
        if self.bridge.settings.get(name) == value:
            return
        self._keep(name, value)
        self.bridge.please("rebuild")

    def language(self) -> None:
        """Switch to the other language."""
        other = "en" if self.bridge.language == "fr" else "fr"
        self._keep("language", other)
        self.bridge.please("rebuild")

    def zoom(self, way: int) -> None:
        """Make everything larger, smaller, or as it was."""
        now = ZOOMS.index(self.bridge.settings.get("zoom"))
        self.prefer("zoom", ZOOMS[min(max(now + way, 0), len(ZOOMS) - 1)] if way else 100)

    # Help

    def help(self) -> None:
        """Say what this screen is for and its keys."""
        station = self.window.station
        name = self.bridge.text(NAMES[station]) if station else "Steward"
        found = [KEYS.match(hint) for hint in self.window.page.hints()]
        keys = [(match[2][:1].upper() + match[2][1:], match[1].strip()) for match in found if match]
        self.bridge.dialogs.help(self.window, name, self.bridge.text(FOR[station]), keys)

    def shortcuts(self) -> None:
        """List the keyboard shortcuts."""
        rows: list[tuple[str, str]] = []
        for title, actions in self.window.menus.by_menu():
            keyed = [(words, action) for words, action in actions if action.shortcuts()]
            rows += [(title, "")] if keyed else []
            rows += [(words, ", ".join(key.toString(key.SequenceFormat.NativeText) for key in action.shortcuts()))
                     for words, action in keyed]
        self.bridge.dialogs.shortcuts(self.window, rows)

    def details(self) -> None:
        """Copy what support needs to know; no cell value."""
        QApplication.clipboard().setText(self.bridge.details())
        self.bridge.say(COPIED)

    def about(self) -> None:
        """Show versions and licences."""
        self.bridge.dialogs.about(self.window, self.bridge.details())

    def counted(self, step: Step, seconds: float) -> str:
        """Write “620,000 of about 1,000,000 · 6 seconds left”."""
        if not step.total:
            return ""
        said = self.bridge.text(OF_ABOUT.with_(done=step.done, total=step.total))
        if seconds < 2 or not step.done:
            return said
        left = round(seconds * (step.total - step.done) / step.done)
        return said + (self.bridge.text(LEFT.with_(n=left)) if left > 0 else "")


