"""The menu bar: every item with its shortcut in both languages; what no page answers is not shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from .. import look


@dataclass(frozen=True)
class Item:
    """A menu item: the name of its action, its words with the mnemonic, its keys (the first is shown)."""

    action: str
    text: str
    keys: tuple[str, ...] = ()


SEPARATOR = Item("", "")


class Menus(QMenuBar):
    """File, Edit, View, Data, Help."""

    def __init__(self, run: Callable[[str], object], answers: Callable[[str], bool], language: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setNativeMenuBar(False)
        self.setFont(look.font("body"))
        self._run, self._answers = run, answers
        self.actions_by_name: dict[str, QAction] = {}
        self.recent: QMenu | None = None
        for title, items in ((self.tr("&File"), self._file()), (self.tr("&Edit"), self._edit()),
                             (self.tr("&View"), self._view()), (self.tr("&Data"), self._data()),
                             (self.tr("&Help"), self._help())):
            self._fill(self.addMenu(title), items)
        self._choices(language)

    def _fill(self, menu: QMenu, items: tuple[Item, ...]) -> None:
        menu.setFont(look.font("body"))
        waiting = False
        for item in items:
            if item is SEPARATOR:
                waiting = bool(menu.actions())
            elif item.action in ("recent", "density", "theme") or self._answers(item.action):
                if waiting:
                    menu.addSeparator()
                waiting = False
                self._add(menu, item)
        if not menu.actions():
            self.removeAction(menu.menuAction())

    def _add(self, menu: QMenu, item: Item) -> None:
        if item.action in ("recent", "density", "theme"):
            setattr(self, item.action, menu.addMenu(item.text))
            getattr(self, item.action).setFont(look.font("body"))
            return
        action = menu.addAction(item.text)
        if item.keys:
            action.setShortcuts([QKeySequence(key) for key in item.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, name=item.action: self._run(name))
        action.setMenuRole(ROLES.get(item.action, QAction.MenuRole.NoRole))
        self.actions_by_name[item.action] = action

    def _choices(self, language: str) -> None:
        densities = {"compact": self.tr("Compact"), "normal": self.tr("Normal"), "roomy": self.tr("Roomy")}
        themes = {"system": self.tr("Like the system"), "light": self.tr("Light"), "dark": self.tr("Dark"),
                  "contrast": self.tr("High contrast")}
        for name, menu, choices in (("density", self.density, densities), ("theme", self.theme, themes)):
            group = QActionGroup(menu)
            for key, text in choices.items():
                action = menu.addAction(text)
                action.setCheckable(True)
                action.setData(key)
                group.addAction(action)
                action.triggered.connect(lambda _=False, which=f"{name}:{key}": self._run(which))

    def by_menu(self) -> list[tuple[str, list[tuple[str, QAction]]]]:
        """Return the items of each menu with their words, mnemonics left out; undo and redo without their step."""
        steps = {id(self.actions_by_name["undo"]): self.tr("&Undo"), id(self.actions_by_name["redo"]): self.tr("&Redo")}
        return [(bare(menu.text()), [(bare(steps.get(id(action), action.text())), action)
                                     for action in menu.menu().actions() if action.text()])
                for menu in self.actions() if menu.menu()]

    def tick(self, name: str, value: str) -> None:
        """Tick the density or the theme in use."""
        for action in getattr(self, name).actions():
            action.setChecked(action.data() == value)

    def name_steps(self, undo: str, redo: str) -> None:
        """Name the steps that Undo and Redo take."""
        words = {"undo": (self.tr("&Undo {step}"), self.tr("&Undo"), undo),
                 "redo": (self.tr("&Redo {step}"), self.tr("&Redo"), redo)}
        for name, (named, bare, step) in words.items():
            action = self.actions_by_name[name]
            action.setText(named.format(step=step.replace("&", "&&")) if step else bare)
            action.setEnabled(bool(step))

    def _file(self) -> tuple[Item, ...]:
        return (
            Item("open", self.tr("&Open a file…"), ("Ctrl+O",)), Item("new_window", self.tr("&New window"), ("Ctrl+N",)),
            Item("recent", self.tr("Open &recent")), Item("practice", self.tr("Open a &practice file")), SEPARATOR,
            Item("recipe", self.tr("Apply a rec&ipe…")), SEPARATOR,
            Item("create_package", self.tr("&Create the package…"), ("Ctrl+Shift+P",)),
            Item("save_draft", self.tr("Save a &draft…")), Item("see_report", self.tr("See the repor&t")), SEPARATOR,
            Item("settings", self.tr("&Settings…"), ("Ctrl+,",)), Item("close", self.tr("Clos&e the file"), ("Ctrl+W",)),
            Item("quit", self.tr("&Quit"), ("Ctrl+Q",)),
        )

    def _edit(self) -> tuple[Item, ...]:
        return (
            Item("undo", self.tr("&Undo"), ("Ctrl+Z",)), Item("redo", self.tr("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
            SEPARATOR,
            Item("cut", self.tr("Cu&t"), ("Ctrl+X",)), Item("copy", self.tr("&Copy"), ("Ctrl+C",)),
            Item("paste", self.tr("&Paste"), ("Ctrl+V",)), Item("select_all", self.tr("Select &all"), ("Ctrl+A",)),
            SEPARATOR,
            Item("find_in_page", self.tr("&Find…"), ("Ctrl+F",)), Item("find_next", self.tr("Find &next"), ("F3",)),
            Item("replace", self.tr("R&eplace…"), ("Ctrl+H",)), SEPARATOR,
            Item("fill_down", self.tr("Fill &down"), ("Ctrl+D",)),
            Item("go_to_row", self.tr("&Go to row…"), ("Ctrl+G",)), Item("empty_cells", self.tr("E&mpty the cells")),
            Item("delete_rows", self.tr("De&lete the rows")),
        )

    def _view(self) -> tuple[Item, ...]:
        return (
            Item("station:file", self.tr("&1 File"), ("Ctrl+1",)),
            Item("station:standard", self.tr("&2 Standard"), ("Ctrl+2",)),
            Item("station:columns", self.tr("&3 Columns"), ("Ctrl+3",)),
            Item("station:check", self.tr("&4 Check && fix"), ("Ctrl+4",)),
            Item("station:publish", self.tr("&5 Publish"), ("Ctrl+5",)), SEPARATOR,
            Item("explanation", self.tr("E&xplanation"), ("F7",)), Item("by_problem", self.tr("By &problem")),
            Item("by_row", self.tr("By ro&w")),
            Item("next_problem", self.tr("&Next problem"), ("F8",)),
            Item("previous_problem", self.tr("Pre&vious problem"), ("Shift+F8",)),
            Item("refresh", self.tr("Refres&h"), ("F5",)), SEPARATOR,
            Item("zoom_in", self.tr("&Zoom in"), ("Ctrl++", "Ctrl+=")), Item("zoom_out", self.tr("Zoom &out"), ("Ctrl+-",)),
            Item("zoom_normal", self.tr("Normal &size"), ("Ctrl+0",)), SEPARATOR,
            Item("density", self.tr("&Density")), Item("theme", self.tr("&Theme")),
            Item("language", self.tr("&Français")),
        )

    def _data(self) -> tuple[Item, ...]:
        return (
            Item("preview_fix", self.tr("&Preview the fix…"), ("F9",)),
            Item("fix_safe", self.tr("&Fix everything safe…"), ("Shift+F9",)), SEPARATOR,
            Item("confirm_correct", self.tr("C&onfirm as correct…")),
            Item("match_column", self.tr("&Match this column…"), ("Ctrl+M",)), SEPARATOR,
            Item("filter_value", self.tr("Filter by this &value"), ("Ctrl+Shift+L",)),
            Item("show_all", self.tr("Show &all rows")), Item("sort", self.tr("&Sort…")), SEPARATOR,
            Item("combine", self.tr("Com&bine columns…")), Item("split", self.tr("Sp&lit a column…")),
        )

    def _help(self) -> tuple[Item, ...]:
        return (
            Item("help", self.tr("&Help on this screen"), ("F1",)),
            Item("find", self.tr("&Find or do anything…"), ("Ctrl+K",)), SEPARATOR,
            Item("shortcuts", self.tr("&Keyboard shortcuts"), ("Shift+F1",)),
            Item("guide", self.tr("Guide to the &standard")), SEPARATOR,
            Item("details", self.tr("Copy &details for support")), Item("about", self.tr("&About Steward")),
        )


def bare(words: str) -> str:
    """Return the words of a menu item without the mark of its mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


ROLES = {"quit": QAction.MenuRole.QuitRole, "settings": QAction.MenuRole.PreferencesRole,
         "about": QAction.MenuRole.AboutRole}
