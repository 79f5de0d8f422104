"""The command line: what can be said to `steward`, and the exit code of each answer."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
from argparse import Namespace
from collections.abc import Callable
from types import ModuleType

from ..catalogue import Catalogue
from ..core.problem import Problem
from ..core.progress import Cancelled
from ..core.text import LANGUAGES, Text
from ..paths import Paths
from ..settings import for_every_command
from ..workspace.belt import Belt
from . import check, export, fix, inspect, schema, schemas, self_check, suggest, verify
from .faults import noted
from .out import Out, whole
from .parsing import MISSING, SEE_HELP, Parser, language_of

COMMANDS: tuple[ModuleType, ...] = (inspect, suggest, check, fix, export, verify, schemas, schema)

ABOUT = Text("Open a messy spreadsheet, match it to a Canadian open-data standard, fix what is wrong, "
             "export what portals accept. Without a command, the window opens.",
             "Ouvrez une feuille de calcul en désordre, associez-la à une norme canadienne de données ouvertes, "
             "corrigez ce qui ne va pas et exportez ce que les portails acceptent. Sans commande, la fenêtre s’ouvre.")
LANGUAGE = Text("the language of the answer", "la langue de la réponse")
AS_JSON = Text("answer in JSON, one document a line", "répondre en JSON, un document par ligne")
QUIET = Text("show no progress", "ne pas montrer l’avancement")
SELF_CHECK = Text("count what the program must contain", "compter ce que le programme doit contenir")
NO_SCREEN = Text("There is no screen here to open a window on.", "Il n’y a pas d’écran ici où ouvrir une fenêtre.")
log = logging.getLogger("steward")


def parser_for(language: str) -> Parser:
    """Return the grammar, with its help in one language."""
    parser = Parser(prog="steward", description=ABOUT.to(language), language=language)
    common(parser, language)
    parser.add_argument("--self-check", action="store_true", help=SELF_CHECK.to(language))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        said = command.HELP.to(language)
        one = commands.add_parser(command.NAME, help=said, description=said, language=language)
        common(one, language, again=True)
        command.arguments(one, language)
    return parser


def common(parser: Parser, language: str, *, again: bool = False) -> None:
    """Declare what every command takes; `again` keeps what stood before the command's name."""
    import argparse

    default = {"default": argparse.SUPPRESS} if again else {}
    parser.add_argument("--lang", choices=LANGUAGES, help=LANGUAGE.to(language), **default)  # type: ignore[arg-type]
    parser.add_argument("--json", action="store_true", help=AS_JSON.to(language), **default)  # type: ignore[arg-type]
    parser.add_argument("--quiet", action="store_true", help=QUIET.to(language), **default)  # type: ignore[arg-type]


def is_command(argv: list[str]) -> bool:
    """Tell whether these words are for the command line (else the window opens)."""
    names = {command.NAME for command in COMMANDS} | {"--self-check", "-h", "--help"}
    return any(word in names for word in argv)


def main(argv: list[str], paths: Paths, today: dt.date) -> int:
    """Run one command and return its exit code: 0, 1, 2 for a Problem, 3 for a fault of ours."""
    out = Out(language_of(argv), log=paths.log)
    whole(out.stdout)
    whole(out.stderr)
    try:
        args = parser_for(out.language).parse_args(asked(argv))
        out.as_json, out.quiet = args.json, args.quiet
        return answered(args, out, paths, today)
    except Problem as problem:
        out.problem(problem)
        return 2
    except (Cancelled, KeyboardInterrupt):
        return 2
    except SystemExit as leaving:  # argparse leaves after --help
        return int(leaving.code or 0)
    except BrokenPipeError:
        unheard(out)
        return 0
    except BaseException as error:  # noqa: BLE001  the last net; also what native libraries raise in a panic
        out.problem(noted(error, paths.log))
        return 3


def asked(argv: list[str]) -> list[str]:
    """Return the words of a command. Raises Problem C02 where they ask for the window and there is no screen for it."""
    rest, _ = for_every_command(argv)
    if not rest or (len(rest) == 1 and os.path.exists(rest[0]) and not is_command(rest)):
        raise Problem("C02", NO_SCREEN, SEE_HELP, {"prog": "steward"})
    return argv


def unheard(out: Out) -> None:
    """Let what is still to be written go nowhere: nobody listens, and nobody would hear the complaint about it."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.stdout.fileno())


def answered(args: Namespace, out: Out, paths: Paths, today: dt.date) -> int:
    """Call the command that was asked for."""
    catalogue = Catalogue(paths.schemas, paths.own_schemas)
    if args.self_check:
        return self_check.run(out, catalogue, paths)
    command = next((command for command in COMMANDS if args.command == command.NAME), None)
    if command is None:
        raise Problem("C00", MISSING, SEE_HELP, {"what": "COMMAND", "prog": "steward"})
    run: Callable[..., int] = command.run
    with Belt(catalogue, today, paths.scratch) as belt:
        return run(args, out, belt)
