"""`steward export`: the federation package."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ..core.edits import SetMetadata
from ..core.text import Text
from ..workspace.belt import Belt
from ..workspace.publish import export_package, read_metadata, targets_of
from . import shapes
from .check import RECIPE, SCHEMA, SHEET, differing, exit_code, verdict_words
from .out import Out
from .parsing import Parser, name, place

NAME = "export"
HELP = Text("write the federation package", "écrire le paquet de fédération")
TO = Text("the folder in which the package is written", "le dossier où le paquet est écrit")
METADATA = Text("the description of the dataset (JSON)", "la description du jeu de données (JSON)")
TARGET = Text("the portals to write for, with commas between", "les portails visés, séparés par des virgules")
DRAFT = Text("write a draft although things must be fixed", "écrire une ébauche même s’il reste des points à corriger")
WRITTEN = Text("package: {path}", "paquet\u00a0: {path}")
DRAFTED = Text("draft, not for publication: {path}", "ébauche, à ne pas publier\u00a0: {path}")
REMARK = Text("frictionless remarks on {file}: {says}", "remarque de frictionless sur {file}\u00a0: {says}")
NOTHING = Text("Nothing was written. Fix these first, or save a draft with --draft.",
               "Rien n’a été écrit. Corrigez d’abord ces points, ou enregistrez une ébauche avec --draft.")


def arguments(parser: Parser, language: str) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=name, metavar="FILE")
    parser.add_argument("--schema", required=True, metavar="ID", help=SCHEMA.to(language))
    parser.add_argument("--to", required=True, type=place, metavar="FOLDER", help=TO.to(language))
    parser.add_argument("--recipe", type=place, metavar="R", help=RECIPE.to(language))
    parser.add_argument("--sheet", help=SHEET.to(language))
    parser.add_argument("--metadata", type=place, metavar="M.json", help=METADATA.to(language))
    parser.add_argument("--target", default="ckan", metavar="T,…", help=TARGET.to(language))
    parser.add_argument("--draft", action="store_true", help=DRAFT.to(language))


def run(args: Namespace, out: Out, belt: Belt) -> int:
    """Write the package. With must-fix findings and no --draft nothing is written; returns 1 where they remain."""
    targets = targets_of(args.target)
    metadata = read_metadata(args.metadata, belt.catalogue, draft=args.draft)
    work = belt.prepared(Path(args.file), args.schema, args.recipe, args.sheet, out.progress)
    work.do(SetMetadata(dict(metadata.values)))  # a point far from its publisher is told from them
    work.accept(work.check(out.progress))
    may = args.draft or exit_code(work) == 0
    written = export_package(work, metadata, args.to, targets, args.draft, out.progress) if may else None
    if out.as_json:
        out.result(shapes.exported(work, args.file, written, draft=args.draft))
    else:
        out.say(*differing(work), verdict_words(work),
                (DRAFTED if args.draft else WRITTEN).with_(path=str(written.path)) if written else NOTHING)
        out.say(*(REMARK.with_(file=fault.file, says=fault.says) for fault in (written.remarks if written else ())))
    return exit_code(work)
