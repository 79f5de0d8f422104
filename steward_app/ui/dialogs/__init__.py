"""The only modal dialogs of the program, behind one protocol that tests replace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ...core.problem import Problem
from ...settings import Settings
from ...workspace.own_form import StandardForm
from .columns import CombineDialog, FixedValueDialog, Joined
from .facts import FactsDialog
from .guide import GuideDialog
from .notices import Notices
from .own_list import Answered, ListQuestion, OwnListDialog
from .package import PackageChoice, PackageDialog, PackagePlan
from .preview import Line, Preview, PreviewDialog
from .remembered import Remembered, RememberedDialog
from .settings import LOOKS, SettingsDialog
from .standard_form import StandardFormDialog

__all__ = ["Answered", "Asker", "Dialogs", "Joined", "Line", "ListQuestion", "PackageChoice", "PackagePlan", "Preview",
           "Remembered"]


class Asker(Protocol):
    """Everything that may interrupt a steward. Pages reach it as `bridge.dialogs`."""

    def open_file(self, parent: QWidget) -> Path | None: ...
    def open_standard(self, parent: QWidget) -> Path | None: ...
    def open_list(self, parent: QWidget) -> Path | None: ...
    def open_recipe(self, parent: QWidget) -> Path | None: ...
    def save_file(self, parent: QWidget, title: str, name: Path, kinds: str) -> Path | None: ...
    def problem(self, parent: QWidget | None, problem: Problem) -> None: ...
    def crash(self, parent: QWidget | None, error: BaseException) -> str: ...
    def differs(self, parent: QWidget, date: str, steps: int, rows: tuple[int, int | None]) -> str | None: ...
    def closing_while_writing(self, parent: QWidget) -> str | None: ...
    def closing_unkept(self, parent: QWidget, edits: int) -> str | None: ...
    def settings(self, parent: QWidget, settings: Settings, prefer: Callable[[str, Any], object], at: str = "") -> str | None: ...
    def shortcuts(self, parent: QWidget, rows: list[tuple[str, str]]) -> None: ...
    def about(self, parent: QWidget, details: str) -> None: ...
    def help(self, parent: QWidget, title: str, sentence: str, keys: list[tuple[str, str]]) -> None: ...
    def preview(self, parent: QWidget, preview: Preview) -> tuple[int, ...] | None: ...
    def facts(self, parent: QWidget, declarations: tuple[Mapping[str, Any], ...], values: Mapping[str, Any],
              lists: Mapping[str, tuple[Mapping[str, str], ...]]) -> dict[str, Any] | None: ...
    def create_package(self, parent: QWidget, plan: PackagePlan) -> PackageChoice | None: ...
    def guide(self, parent: QWidget, title: str, text: str, at: str = "") -> str | None: ...
    def fixed_value(self, parent: QWidget, field: str, value: str, codes: list[tuple[str, str]]) -> str | None: ...
    def combine(self, parent: QWidget, field: str, columns: list[str], chosen: tuple[str, ...], *,
                split: bool = False) -> Joined | None: ...
    def own_list(self, parent: QWidget, asked: ListQuestion,
                 answer: Callable[[str, str], Answered]) -> tuple[str, str] | None: ...
    def standard_form(self, parent: QWidget, form: StandardForm) -> dict[str, Any] | None: ...
    def open_json(self, parent: QWidget, title: str) -> Path | None: ...
    def remembered(self, parent: QWidget, title: str, known: tuple[Remembered, ...],
                   forget: Callable[[str], object]) -> str | None: ...


class Dialogs(QObject):
    """The dialogs as a steward sees them."""

    def __init__(self, language: Callable[[], str], start: Callable[[], Path]) -> None:
        super().__init__()
        self._language, self._start = language, start

    def open_file(self, parent: QWidget) -> Path | None:
        """Show the system's own dialog. (1)"""
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.json *.geojson *.zip *.gz "
                        "*.parquet *.dbf *.shp *.gpkg);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Open a file"), str(self._start()), kinds)
        return Path(name) if name else None

    def open_recipe(self, parent: QWidget) -> Path | None:
        """Ask for a recipe: every package holds one, in `provenance`."""
        kinds = self.tr("Recipes (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Apply a recipe"), str(self._start()), kinds)
        return Path(name) if name else None

    def open_standard(self, parent: QWidget) -> Path | None:
        """Ask for a Table Schema, a Data Package or a CKAN data dictionary."""
        kinds = self.tr("Table Schema, Data Package, CKAN data dictionary (*.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Bring your own standard"), str(self._start()), kinds)
        return Path(name) if name else None

    def open_list(self, parent: QWidget) -> Path | None:
        """Ask for a file of labels and codes, of any kind that opens."""
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.json *.geojson *.zip *.gz "
                        "*.parquet *.dbf *.shp *.gpkg);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(parent, self.tr("Use a list of your own"), str(self._start()), kinds)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, name: Path, kinds: str) -> Path | None:
        """Show the system's own dialog for a name to write."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(name), kinds)
        return Path(chosen) if chosen else None

    def problem(self, parent: QWidget | None, problem: Problem) -> None:
        """Say what happened and what to do next. (12)"""
        self._notices().problem(parent, problem).ask()

    def crash(self, parent: QWidget | None, error: BaseException) -> str:
        """Say that the app failed and the work is kept; return `continue` or `restart`. (15)"""
        return self._notices().crash(parent, error).ask() or "continue"

    def differs(self, parent: QWidget, date: str, steps: int, rows: tuple[int, int | None]) -> str | None:
        """Ask what to do with a changed file: `new`, `earlier` or None. (11)"""
        return _answer(self._notices().differs(parent, date, steps, rows).ask())

    def closing_while_writing(self, parent: QWidget) -> str | None:
        """Ask whether to wait for the package: `finish`, `stop` or None. (13)"""
        return _answer(self._notices().closing_while_writing(parent).ask())

    def closing_unkept(self, parent: QWidget, edits: int) -> str | None:
        """Ask what to do with edits that could not be kept: `again`, `lose` or None. (14)"""
        return _answer(self._notices().closing_unkept(parent, edits).ask())

    def settings(self, parent: QWidget, settings: Settings, prefer: Callable[[str, Any], object], at: str = "") -> str | None:
        """Show the settings, `at` one of them; return what changed the look of everything, to be shown `at` again. (8)"""
        answer = SettingsDialog(parent, settings, prefer, at).ask()
        return answer if answer in LOOKS else None

    def shortcuts(self, parent: QWidget, rows: list[tuple[str, str]]) -> None:
        """List the shortcuts. (9)"""
        self._notices().shortcuts(parent, rows).ask()

    def about(self, parent: QWidget, details: str) -> None:
        """Show versions and licences. (10)"""
        self._notices().about(parent, details).ask()

    def help(self, parent: QWidget, title: str, sentence: str, keys: list[tuple[str, str]]) -> None:
        """Explain one screen."""
        self._notices().help(parent, title, sentence, keys).ask()

    def preview(self, parent: QWidget, preview: Preview) -> tuple[int, ...] | None:
        """Show what a fix would change; return the indices of the ticked lines, None if cancelled. (2)"""
        return PreviewDialog(parent, preview, self._language()).ticked()

    def facts(self, parent: QWidget, declarations: tuple[Mapping[str, Any], ...], values: Mapping[str, Any],
              lists: Mapping[str, tuple[Mapping[str, str], ...]]) -> dict[str, Any] | None:
        """Ask for the facts of the dataset; return them by key, None if cancelled. (6)"""
        dialog = FactsDialog(parent, declarations, values, lists, self._language())
        return dialog.values() if dialog.ask() == "save" else None

    def guide(self, parent: QWidget, title: str, text: str, at: str = "") -> str | None:
        """Show the guide of a standard, at an anchor; return `save` where it is to be kept as a web page."""
        return _answer(GuideDialog(parent, title, text, at).ask())

    def create_package(self, parent: QWidget, plan: PackagePlan) -> PackageChoice | None:
        """Ask where the package goes and in which formats. (7)"""
        return PackageDialog(parent, plan).choice()

    def fixed_value(self, parent: QWidget, field: str, value: str, codes: list[tuple[str, str]]) -> str | None:
        """Ask for one value for all rows; `codes` are (words, code). (3)"""
        return FixedValueDialog(parent, field, value, codes).value()

    def combine(self, parent: QWidget, field: str, columns: list[str], chosen: tuple[str, ...], *,
                split: bool = False) -> Joined | None:
        """Ask which columns make up a field, or which part of one. (4)"""
        return CombineDialog(parent, field, columns, chosen, split).joined()

    def own_list(self, parent: QWidget, asked: ListQuestion,
                 answer: Callable[[str, str], Answered]) -> tuple[str, str] | None:
        """Ask which columns of a list hold the label and the code; `answer` tells what two columns answer."""
        return OwnListDialog(parent, asked, answer).columns()

    def standard_form(self, parent: QWidget, form: StandardForm) -> dict[str, Any] | None:
        """Let a standard of one's own be edited; return its JSON, None if cancelled."""
        return StandardFormDialog(parent, form, self._language()).result_of()

    def open_json(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a small file of ours."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(self._start()), "JSON (*.json)")
        return Path(name) if name else None

    def remembered(self, parent: QWidget, title: str, known: tuple[Remembered, ...],
                   forget: Callable[[str], object]) -> str | None:
        """Show what is remembered of a standard; return `share` or `take` where that is to follow."""
        answer = RememberedDialog(parent, title, known, forget).ask()
        return answer if answer in ("share", "take") else None

    def _notices(self) -> Notices:
        return Notices(self._language())


def _answer(key: str | None) -> str | None:
    return None if key == "cancel" else key
