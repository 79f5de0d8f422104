"""Dialogs that say or ask one thing: 9 shortcuts, 10 about, 11 changed file, 12 problem, 13, 14 closing, 15 crash."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QPlainTextEdit, QWidget

from ...core.problem import Problem
from ...core.text import Text
from .. import look
from ..widgets import quiet
from ..widgets.texts import as_title
from .frame import Frame

LOSE = Text("Close and lose {n} edits", "Fermer et perdre {n} modifications", "Close and lose {n} edit",
            "Fermer et perdre {n} modification")
UNKEPT = Text("The last {n} edits could not be kept", "Les {n} dernières modifications n’ont pu être conservées",
              "The last edit could not be kept", "La dernière modification n’a pu être conservée")
CHANGED_SINCE = Text("This file has changed since {date}", "Ce fichier a changé depuis le {date}")
ROWS_THEN = Text("It held {n} rows then.", "Il comptait alors {n} lignes.", "It held {n} row then.", "Il comptait alors {n} ligne.")
ROWS_NOW = Text("It holds {n} rows now.", "Il en compte maintenant {n}.", "It holds {n} row now.", "Il en compte maintenant {n}.")
UNREAD = Text("It cannot be read at the moment.", "Il est illisible pour le moment.")
EDITS_THEN = Text("Your work on it holds {n} steps.", "Votre travail sur ce fichier compte {n} étapes.",
                  "Your work on it holds {n} step.", "Votre travail sur ce fichier compte {n} étape.")


class Notices(QObject):
    """Builds the dialogs; each is shown by `ask()`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def problem(self, parent: QWidget | None, problem: Problem) -> Frame:
        """Return dialog 12: what happened, what to do, the code small."""
        frame = Frame(parent, as_title(problem.says.to(self._language)), problem.do.to(self._language), mark="blocks")
        copy = quiet(self.tr("Copy details"), lambda: QApplication.clipboard().setText(_facts(problem)), icon="copy")
        frame.content.addLayout(look.row(look.label(problem.code, "caption", "ink2"), copy, None))
        frame.foot("", ("ok", self.tr("OK"), True))
        return frame

    def crash(self, parent: QWidget | None, error: BaseException) -> Frame:
        """Return dialog 15: something went wrong in the app, the work is kept."""
        frame = Frame(parent, self.tr("Something went wrong in the app, not in your data"),
                      self.tr("Your work is saved. You can continue; if it happens again, copy the details and send "
                              "them to support."), mark="must", width=560)
        lines = details_of(error)
        box = QPlainTextEdit(lines)
        box.setReadOnly(True)
        box.setAccessibleName(self.tr("Details"))
        box.setMaximumHeight(look.px(110))
        frame.add(box)
        copy = quiet(self.tr("Copy details"), lambda: QApplication.clipboard().setText(lines), icon="copy")
        frame.content.addLayout(look.row(copy, None))
        frame.foot("", ("restart", self.tr("Restart Steward"), False), ("continue", self.tr("Continue"), True))
        frame.buttons["continue"].setFocus()
        return frame

    def differs(self, parent: QWidget | None, date: str, steps: int, rows: tuple[int, int | None] = (0, None)) -> Frame:
        """Return dialog 11: the file is not the one the work was about; `rows` then and now, as far as they are known."""
        said = [*told_rows(*rows), EDITS_THEN.with_(n=steps)]
        frame = Frame(parent, CHANGED_SINCE.with_(date=date).to(self._language),
                      " ".join(text.to(self._language) for text in said), icon="history")
        frame.foot("", ("cancel", self.tr("Cancel"), False), ("earlier", self.tr("Open my earlier work"), False),
                   ("new", self.tr("Redo my work on the new file"), True))
        return frame

    def closing_while_writing(self, parent: QWidget | None) -> Frame:
        """Return dialog 13."""
        frame = Frame(parent, self.tr("A package is being written"),
                      self.tr("If you stop now, the earlier package stays as it is."), icon="package")
        frame.foot("", ("cancel", self.tr("Cancel"), False), ("stop", self.tr("Stop and close"), False),
                   ("finish", self.tr("Finish, then close"), True))
        return frame

    def closing_unkept(self, parent: QWidget | None, edits: int) -> Frame:
        """Return dialog 14."""
        frame = Frame(parent, UNKEPT.with_(n=edits).to(self._language),
                      self.tr("The disk may be full. Free some space, then try again."), mark="must")
        frame.foot("", ("cancel", self.tr("Cancel"), False),
                   ("lose", LOSE.with_(n=edits).to(self._language), False), ("again", self.tr("Try again"), True))
        return frame

    def shortcuts(self, parent: QWidget | None, rows: list[tuple[str, str]]) -> Frame:
        """Return dialog 9."""
        frame = Frame(parent, self.tr("Keyboard shortcuts"), icon="keyboard", width=560)
        frame.add_scrolling(_pairs([*rows, (self.tr("Everywhere"), ""), *self._everywhere()]), 380)
        frame.foot("", ("close", self.tr("Close"), True))
        return frame

    def _everywhere(self) -> list[tuple[str, str]]:
        return [(self.tr("Next pane, previous pane"), "F6, Shift+F6"), (self.tr("The filled button"), "Ctrl+Enter"),
                (self.tr("Continue to the next station"), "Ctrl+PgDown"),
                (self.tr("Back to the previous station"), "Ctrl+PgUp"),
                (self.tr("Leave an editor, a bar, a search"), "Esc")]

    def about(self, parent: QWidget | None, details: str) -> Frame:
        """Return dialog 10: versions and licences."""
        frame = Frame(parent, "Steward", self.tr("From a messy spreadsheet to a dataset others can trust. In English "
                                                 "and in French, on this computer only."), icon="shield-check")
        frame.add(look.label(self.tr("Free software under the MIT licence. Icons: Lucide (ISC). Qt and PySide6: LGPL."),
                             "body", wrap=True), look.label(details, "caption", "ink2", wrap=True))
        copy = quiet(self.tr("Copy details"), lambda: QApplication.clipboard().setText(details), icon="copy")
        frame.content.addLayout(look.row(copy, None))
        frame.content.addStretch(1)
        frame.foot("", ("close", self.tr("Close"), True))
        return frame

    def help(self, parent: QWidget | None, title: str, sentence: str, keys: list[tuple[str, str]]) -> Frame:
        """Return the help of one screen: what it is for, and its keys."""
        frame = Frame(parent, title, sentence, icon="circle-question-mark", width=560)
        frame.add(_pairs(keys))
        frame.foot("", ("close", self.tr("Close"), True))
        return frame


def told_rows(then: int, now: int | None) -> list[Text]:
    """Say how many rows a file held then and holds now; nothing of what is not known."""
    if now is None:
        return [ROWS_THEN.with_(n=then), UNREAD] if then else [UNREAD]
    return [ROWS_THEN.with_(n=then), ROWS_NOW.with_(n=now)] if then else [ROWS_NOW.with_(n=now)]


def details_of(error: BaseException) -> str:
    """Return where an unexpected error arose: kinds and places, never its message (it may hold a cell's value)."""
    places = [f"{frame.filename.rsplit('steward_app', 1)[-1]}:{frame.lineno} {frame.name}"
              for frame in traceback.extract_tb(error.__traceback__)]
    return "\n".join([type(error).__name__, *places[-12:]])


def _facts(problem: Problem) -> str:
    return "\n".join([str(problem), *(f"{key}: {value}" for key, value in problem.facts.items())])


def _pairs(rows: list[tuple[str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, look.px(12), 0)
    grid.setVerticalSpacing(look.px(8))
    for index, (words, keys) in enumerate(rows):
        if not keys:  # the name of a group
            name = look.label(words, "strong")
            name.setContentsMargins(0, look.px(10) if index else 0, 0, 0)
            grid.addWidget(name, index, 0, 1, 2)
            continue
        grid.addWidget(look.label(words), index, 0)
        key = look.label(keys, "body", "ink2")
        key.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(key, index, 1)
    grid.setRowStretch(len(rows), 1)
    return made
