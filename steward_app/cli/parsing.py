"""The command line's grammar, with its help and its complaints in both languages."""

from __future__ import annotations

import argparse
import locale
import os
import re
from pathlib import Path
from typing import Any, NoReturn

from ..core.problem import Problem
from ..core.text import LANGUAGES, Text

MISSING = Text("“{what}” is missing.", "Il manque « {what} ».")
NOT_KNOWN = Text("“{what}” is not known here.", "« {what} » n’est pas reconnu ici.")
NOT_UNDERSTOOD = Text("This command is not understood: {what}.", "Cette commande n’est pas comprise\u00a0: {what}.")
EMPTY = Text("A file or folder is asked for, and its name is empty.", "Il faut un fichier ou un dossier, et son nom est vide.")
SEE_HELP = Text("See what can be written with: {prog} --help", "Pour voir ce qu’on peut écrire\u00a0: {prog} --help")
USAGE = Text("usage: ", "utilisation\u00a0: ")
HEADINGS = {
    "positional arguments": Text("arguments", "arguments"),
    "options": Text("options", "options"),
}
HELP = Text("show this help", "afficher cette aide")


class Parser(argparse.ArgumentParser):
    """A parser that raises Problems in place of printing English and leaving."""

    def __init__(self, *args: Any, language: str = "en", **kwargs: Any) -> None:
        kwargs["add_help"] = False
        super().__init__(*args, **kwargs)
        self.language = language
        self.add_argument("-h", "--help", action="help", help=HELP.to(language))

    def error(self, message: str) -> NoReturn:
        """Raise Problem C00 saying what the command lacks or does not know."""
        raise Problem("C00", complaint(message), SEE_HELP, {"prog": self.prog})

    def format_help(self) -> str:
        """Return the help with its headings in the reader's language."""
        text = super().format_help()
        text = re.sub(r"^usage: ", USAGE.to(self.language), text)
        for heading, said in HEADINGS.items():
            text = re.sub(rf"(?m)^{heading}:", said.to(self.language) + ":", text)
        return text


def place(said: str) -> Path:
    """Read the name of a file or folder. Raises Problem C00 for an empty one: an unset variable would mean this folder."""
    if not said:
        raise Problem("C00", EMPTY, SEE_HELP, {"prog": "steward"})
    return Path(said)


def name(said: str) -> str:
    """Read the name of a FILE, kept as it was given. Raises Problem C00 for an empty one."""
    place(said)
    return said


def complaint(message: str) -> Text:
    """Turn argparse's sentence into ours."""
    if found := re.search(r"arguments are required: (.*)", message):
        return MISSING.with_(what=found[1])
    if found := re.search(r"argument (\S+): expected", message):
        return MISSING.with_(what=found[1])
    if found := re.search(r"unrecognized arguments: (.*)", message):
        return NOT_KNOWN.with_(what=found[1])
    if found := re.search(r"invalid choice: '([^']*)'", message):
        return NOT_KNOWN.with_(what=found[1])
    return NOT_UNDERSTOOD.with_(what=message)


def language_of(argv: list[str]) -> str:
    """Return the language asked for by `--lang`, else the system's."""
    for here, after in zip(argv, [*argv[1:], ""], strict=False):
        asked = after if here == "--lang" else here.removeprefix("--lang=") if here.startswith("--lang=") else ""
        if asked in LANGUAGES:
            return asked
    return system_language()


def system_language() -> str:
    """Return `fr` where the system speaks French, else `en`."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "fr" if (said or locale.getlocale()[0] or "").lower().startswith(("fr", "french")) else "en"
