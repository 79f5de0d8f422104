"""`steward inspect`: how a file was read, and what was noticed."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..core.reading import LEFT_OUT, MENDED, Asked
from ..core.table import Opened
from ..core.text import Text
from ..workspace.belt import Belt
from . import shapes
from .files import each
from .out import Out
from .parsing import Parser, name

NAME = "inspect"
HELP = Text("say how a file was read, and what was noticed", "dire comment un fichier a été lu et ce qui a été remarqué")
SHEET = Text("the sheet to read", "la feuille à lire")
ROWS = Text("{n} records, {columns}", "{n} enregistrements, {columns}", "{n} record, {columns}", "{n} enregistrement, {columns}")
COLUMNS = Text("{n} columns", "{n} colonnes", "{n} column", "{n} colonne")
READ_AS = Text("format: {format}   encoding: {encoding}   separator: {delimiter}   header rows: {header}",
               "format\u00a0: {format}   encodage\u00a0: {encoding}   séparateur\u00a0: {delimiter}   lignes d’en-tête\u00a0: {header}")
SEPARATORS = {",": Text("comma", "virgule"), ";": Text("semicolon", "point-virgule"), "\t": Text("tab", "tabulation"),
              "|": Text("vertical bar", "barre verticale"), " ": Text("spaces", "espaces")}
LEFT = Text("left out: {n} rows. {why}", "omises\u00a0: {n} lignes. {why}", "left out: {n} row. {why}", "omise\u00a0: {n} ligne. {why}")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", type=name, metavar="FILE")
    parser.add_argument("--sheet", help=SHEET.to(language))


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Describe each file's reading; ends in 0 whatever it found."""
    def one(path: Path, given: str) -> int:
        opened = belt.open(path, Asked(sheet=args.sheet), out.progress, header_only_ok=True)
        if out.as_json:
            out.result(shapes.inspected(opened, given))
        else:
            told(opened, given, out)
        return 0

    return each(args, out, one)


def told(opened: Opened, given: str, out: Out) -> None:
    """Say it to a person."""
    reading, table = opened.reading, opened.table
    header = ", ".join(map(str, reading.header_rows)) or "–"
    out.say(f"{given}", ROWS.with_(n=table.height, columns=COLUMNS.with_(n=table.width)),
            READ_AS.with_(format=reading.format, encoding=reading.encoding or "–",
                          delimiter=SEPARATORS.get(reading.delimiter or "", reading.delimiter) or "–", header=header))
    for proposal in reading.proposals:
        if proposal.applied and proposal.rows and proposal.kind in LEFT_OUT:
            out.say(LEFT.with_(n=len(proposal.rows), why=proposal.reason))
        elif proposal.applied and proposal.kind in MENDED:
            out.say(proposal.reason)
    for note in reading.notes:
        out.say(f"{note.code}  {note.as_json()[out.language]}")
